package nl.leercirkel.statistics.space;

import java.util.Arrays;
import java.util.Optional;
import nl.leercirkel.statistics.Alternative;
import nl.leercirkel.statistics.Failure;
import nl.leercirkel.statistics.Outcome;
import nl.leercirkel.statistics.Randomness;
import nl.leercirkel.statistics.TestResult;
import nl.leercirkel.statistics.support.Check;

/**
 * Moran's I for rates: do neighbours have like rates, allowing for rates of small areas being less sure? Each rate becomes a number of standard
 * deviations from the common rate first.
 *
 * @param index the index EBI
 * @param test statistic is the index, p-value from the deviations spread anew
 * @param islands areas without neighbours
 * @param seed what they were spread with
 * @see "Assunção and Reis (1999), A new proposal to adjust Moran's I for population density, Statistics in Medicine 18"
 */
public record EmpiricalBayesIndex(double index, TestResult test, int islands, long seed) {

    /**
     * Computes and tests.
     *
     * @param events per area, at least 0
     * @param exposures per area, above 0
     * @param permutations how often to spread the deviations, 99 to 10,000,000
     * @return as {@link EmpiricalBayes#global} and {@link MoranIndex#of}
     */
    public static Outcome<EmpiricalBayesIndex> of(
            long[] events,
            double[] exposures,
            Weights weights,
            Alternative alternative,
            int permutations,
            Randomness randomness) {
        Optional<Failure> failure = Check.first(
                EmpiricalBayes.check(events, exposures),
                Check.sameLength("events", events.length, "weights", weights.size()));
        if (failure.isPresent()) {
            return Outcome.failed(failure.get());
        }
        double[] deviations = deviations(events, exposures);
        failure = Autocorrelation.check(deviations, weights, permutations);
        if (failure.isPresent()) {
            return Outcome.failed(failure.get());
        }
        Autocorrelation data = Autocorrelation.of(deviations, weights);
        double index = data.index();
        return Outcome.of(new EmpiricalBayesIndex(
                index,
                data.permute(index, alternative, permutations, randomness, "empirical-bayes-index"),
                weights.islands(),
                randomness.seed()));
    }

    private static double[] deviations(long[] events, double[] exposures) {
        int[] all = new int[events.length];
        Arrays.setAll(all, i -> i);
        EmpiricalBayes.Prior prior = EmpiricalBayes.Prior.of(events, exposures, all);
        double[] deviations = new double[events.length];
        for (int i = 0; i < deviations.length; i++) {
            double variance = prior.variance() + prior.mean() / exposures[i];
            // Assunção and Reis: where the estimate comes out below zero, the chance part alone.
            double positive = variance > 0 ? variance : prior.mean() / exposures[i];
            deviations[i] = (events[i] / exposures[i] - prior.mean()) / Math.sqrt(positive);
        }
        return deviations;
    }
}
