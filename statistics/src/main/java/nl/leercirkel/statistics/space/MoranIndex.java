package nl.leercirkel.statistics.space;

import java.util.Optional;
import java.util.Set;
import nl.leercirkel.statistics.Alternative;
import nl.leercirkel.statistics.Caveat;
import nl.leercirkel.statistics.Failure;
import nl.leercirkel.statistics.Outcome;
import nl.leercirkel.statistics.Randomness;
import nl.leercirkel.statistics.TestResult;
import nl.leercirkel.statistics.support.Dist;

/**
 * Moran's I: are neighbours more alike than places at large? Near its expectation when not, towards 1 when so, below when neighbours differ.
 *
 * @param index Moran's I
 * @param expectation when values are spread over places at random: -1 / (n - 1)
 * @param varianceNormal when values are normal
 * @param varianceRandom when the values at hand are spread at random
 * @param normality statistic is z under normality
 * @param randomisation statistic is z under randomisation: the usual test
 * @param permutation statistic is the index, p-value from values spread anew; two-sided as twice the smaller side
 * @param islands places without neighbours; they count in n and in the mean
 * @param seed what values were spread with
 * @see "Cliff and Ord (1981), Spatial processes, pages 42-46"
 */
public record MoranIndex(
        double index,
        double expectation,
        double varianceNormal,
        double varianceRandom,
        TestResult normality,
        TestResult randomisation,
        TestResult permutation,
        int islands,
        long seed) {

    /**
     * Computes and tests.
     *
     * @param values per place: rates made even by a transformation, or other measures, not counts
     * @param alternative GREATER asks whether neighbours are alike
     * @param permutations how often to spread the values, 99 to 10,000,000
     * @return NO_DATA, NOT_A_NUMBER, DO_NOT_MATCH; TOO_FEW below four places, CONSTANT values, NOTHING_TO_DIVIDE_BY without neighbours
     */
    public static Outcome<MoranIndex> of(
            double[] values, Weights weights, Alternative alternative, int permutations, Randomness randomness) {
        Optional<Failure> failure = Autocorrelation.check(values, weights, permutations);
        if (failure.isPresent()) {
            return Outcome.failed(failure.get());
        }
        Autocorrelation data = Autocorrelation.of(values, weights);
        double index = data.index();
        Moments moments = moments(data, weights);
        return Outcome.of(new MoranIndex(
                index,
                moments.mean(),
                moments.normal(),
                moments.random(),
                test(index, moments.mean(), moments.normal(), values.length, alternative, "moran-normality"),
                test(index, moments.mean(), moments.random(), values.length, alternative, "moran-randomisation"),
                data.permute(index, alternative, permutations, randomness, "moran-permutation"),
                weights.islands(),
                randomness.seed()));
    }

    private record Moments(double mean, double normal, double random) {}

    private static Moments moments(Autocorrelation data, Weights weights) {
        Weights.Sums sums = weights.sums();
        double n = weights.size();
        double mean = -1 / (n - 1);
        double s0Squared = sums.s0() * sums.s0();
        double normal = (n * n * sums.s1() - n * sums.s2() + 3 * s0Squared) / (s0Squared * (n * n - 1)) - mean * mean;
        double kurtosis = data.kurtosis();
        double random = (n * ((n * n - 3 * n + 3) * sums.s1() - n * sums.s2() + 3 * s0Squared)
                                - kurtosis * ((n * n - n) * sums.s1() - 2 * n * sums.s2() + 6 * s0Squared))
                        / ((n - 1) * (n - 2) * (n - 3) * s0Squared)
                - mean * mean;
        return new Moments(mean, normal, random);
    }

    /** On a map where every place neighbours every other, the index cannot vary; then nothing is found. */
    private static TestResult test(
            double index, double mean, double variance, int n, Alternative alternative, String method) {
        double z = variance > 1e-14 ? (index - mean) / Math.sqrt(variance) : 0;
        return new TestResult(
                z, 0, Dist.normalPValue(z, alternative), alternative, n, method, Set.of(Caveat.LARGE_SAMPLE_FORMULA));
    }
}
