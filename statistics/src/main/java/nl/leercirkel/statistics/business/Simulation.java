package nl.leercirkel.statistics.business;

import java.util.List;
import nl.leercirkel.statistics.Estimate;
import nl.leercirkel.statistics.Interval;
import nl.leercirkel.statistics.sample.Proportions;

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
        Estimate positive = Proportions.wilson(moments.positive(), draws, .95).get();
        return new Simulation(
                inputs,
                draws,
                seed,
                moments.mean(),
                moments.sd() / Math.sqrt(draws),
                moments.sd(),
                new Interval(low, high, level),
                positive.value(),
                positive.interval(),
                quantiles);
    }
}
