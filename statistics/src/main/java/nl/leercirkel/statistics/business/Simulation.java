package nl.leercirkel.statistics.business;

import java.util.List;
import nl.leercirkel.statistics.Interval;
import org.apache.commons.statistics.distribution.NormalDistribution;

/**
 * The outcome of a business case, given the stated inputs.
 *
 * @param inputs          the distributions it rests on
 * @param draws           how many
 * @param seed            the same seed gives the same result, on any number of threads
 * @param mean            expected outcome, in euro
 * @param simulationError standard error of that mean from drawing only; more draws make it smaller
 * @param sd              how much outcomes differ
 * @param interval        where the outcome falls with this probability
 * @param positive        probability of an outcome above zero
 * @param positiveWithin  95% interval of that probability from drawing only (Wilson)
 * @param quantiles       10, 25, 50, 75 and 90%
 */
public record Simulation(
        List<Input> inputs,
        int draws,
        long seed,
        double mean,
        double simulationError,
        double sd,
        Interval interval,
        double positive,
        Interval positiveWithin,
        List<Quantile> quantiles) {

    /** A share of the outcomes lies below this value. */
    public record Quantile(double share, double value) {}

    public Simulation {
        inputs = List.copyOf(inputs);
        quantiles = List.copyOf(quantiles);
    }

    static Simulation of(
            List<Input> inputs,
            int draws,
            long seed,
            MonteCarlo.Moments moments,
            double level,
            double low,
            double high,
            List<Quantile> quantiles) {
        double share = moments.positive() / (double) draws;
        return new Simulation(
                inputs,
                draws,
                seed,
                moments.mean(),
                moments.sd() / Math.sqrt(draws),
                moments.sd(),
                new Interval(low, high, level),
                share,
                wilson(share, draws),
                quantiles);
    }

    static Interval wilson(double share, int n) {
        double z = NormalDistribution.of(0, 1).inverseCumulativeProbability(.975);
        double centre = (share + z * z / (2.0 * n)) / (1 + z * z / n);
        double half = z / (1 + z * z / n) * Math.sqrt(share * (1 - share) / n + z * z / (4.0 * n * n));
        return new Interval(Math.max(centre - half, 0), Math.min(centre + half, 1), .95);
    }
}
