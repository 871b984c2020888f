package nl.leercirkel.statistics.sample;

import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import nl.leercirkel.statistics.Alternative;
import nl.leercirkel.statistics.Caveat;
import nl.leercirkel.statistics.Failure;
import nl.leercirkel.statistics.Outcome;
import nl.leercirkel.statistics.Randomness;
import nl.leercirkel.statistics.Reason;
import nl.leercirkel.statistics.TestResult;
import nl.leercirkel.statistics.support.Check;
import nl.leercirkel.statistics.support.Dist;
import nl.leercirkel.statistics.support.Sum;
import org.apache.commons.rng.UniformRandomProvider;

/**
 * Permutation tests of means: how rare the difference is among all ways the labels could have fallen. All ways are counted
 * where there are at most a million, else the given number is drawn and p is (1 + as extreme) / (1 + drawn), so never 0.
 *
 * @param test the statistic is the difference of means
 * @param permutations how many ways were counted or drawn
 * @param seed what they were drawn with; not used where all ways were counted
 * @see "Phipson and Smyth (2010), Permutation p-values should never be zero, SAGMB 9"
 */
public record Permutation(TestResult test, long permutations, long seed) {

    private static final double MOST_EXACT = 1e6;
    private static final int CHUNK = 1000;
    private static final int FEWEST = 999;
    private static final int MOST = 10_000_000;

    /** The first group's mean minus the second's, labels exchangeable. */
    public static Outcome<Permutation> twoSamples(
            double[] first, double[] second, Alternative alternative, int draws, Randomness randomness) {
        Optional<Failure> failure =
                Check.first(Check.values("first", first, 1), Check.values("second", second, 1), draws(draws));
        if (failure.isPresent()) {
            return Outcome.failed(failure.get());
        }
        int m = first.length;
        int total = m + second.length;
        double[] all = Arrays.copyOf(first, total);
        System.arraycopy(second, 0, all, m, second.length);
        if (Arrays.stream(all).allMatch(value -> value == all[0])) {
            return Outcome.failed(Reason.CONSTANT, "all values are " + all[0]);
        }
        Sum.Centre centre = Sum.Centre.of(all);
        double[] centred = Arrays.stream(all).map(centre::deviation).toArray();
        // With values centred on the total mean, the difference of means is the first sum times this.
        double factor = 1.0 / m + 1.0 / second.length;
        double observed = sum(centred, m) * factor;
        Counter counter = new Counter(
                observed, factor, Arrays.stream(centred).map(Math::abs).sum(), alternative);
        if (choices(total, m) <= MOST_EXACT) {
            long[] counts = new long[2];
            subsets(centred, 0, m, 0, counter, counts);
            return Outcome.of(answer(counter, counts[0] / (double) counts[1], counts[1], total, randomness, true));
        }
        long extreme = randomness
                .inChunks(draws, CHUNK, (stream, from, to) -> {
                    double[] shuffled = centred.clone();
                    long count = 0;
                    for (int i = from; i < to; i++) {
                        count += counter.asExtreme(drawSum(shuffled, m, stream)) ? 1 : 0;
                    }
                    return count;
                })
                .stream()
                .mapToLong(Long::longValue)
                .sum();
        return Outcome.of(answer(counter, (extreme + 1.0) / (draws + 1.0), draws, total, randomness, false));
    }

    /** The mean of after minus before within units, signs exchangeable. */
    public static Outcome<Permutation> paired(
            double[] after, double[] before, Alternative alternative, int draws, Randomness randomness) {
        Optional<Failure> failure = Check.first(
                Check.sameLength("after", after.length, "before", before.length),
                Check.values("after", after, 1),
                Check.values("before", before, 1),
                draws(draws));
        if (failure.isPresent()) {
            return Outcome.failed(failure.get());
        }
        int n = after.length;
        double[] differences = new double[n];
        for (int i = 0; i < n; i++) {
            differences[i] = after[i] - before[i];
        }
        double scale = Arrays.stream(differences).map(Math::abs).sum();
        if (scale == 0) {
            return Outcome.failed(Reason.CONSTANT, "no pair differs");
        }
        Counter counter = new Counter(sum(differences, n) / n, 1.0 / n, scale, alternative);
        if (n < 20) {
            long ways = 1L << n;
            long extreme = 0;
            for (long way = 0; way < ways; way++) {
                extreme += counter.asExtreme(signed(differences, way)) ? 1 : 0;
            }
            return Outcome.of(answer(counter, extreme / (double) ways, ways, n, randomness, true));
        }
        long extreme = randomness
                .inChunks(draws, CHUNK, (stream, from, to) -> {
                    long count = 0;
                    for (int i = from; i < to; i++) {
                        count += counter.asExtreme(drawSigned(differences, stream)) ? 1 : 0;
                    }
                    return count;
                })
                .stream()
                .mapToLong(Long::longValue)
                .sum();
        return Outcome.of(answer(counter, (extreme + 1.0) / (draws + 1.0), draws, n, randomness, false));
    }

    private static Optional<Failure> draws(int draws) {
        return Check.that(
                draws >= FEWEST && draws <= MOST, Reason.OUT_OF_RANGE, draws + " draws, not " + FEWEST + " to " + MOST);
    }

    private static Permutation answer(
            Counter counter, double p, long permutations, long n, Randomness randomness, boolean exact) {
        Set<Caveat> caveats = exact ? Set.of() : Set.of(Caveat.SIMULATED);
        String method = exact ? "permutation-exact" : "permutation-drawn";
        TestResult test = new TestResult(counter.observed, 0, Dist.clamp01(p), counter.alternative, n, method, caveats);
        return new Permutation(test, permutations, randomness.seed());
    }

    /** Whether a permuted sum is as extreme as the observed difference, rounding aside. */
    private record Counter(double observed, double factor, double scale, Alternative alternative) {

        boolean asExtreme(double sum) {
            double difference = sum * factor;
            double slack = 1e-12 * scale * factor;
            return switch (alternative) {
                case GREATER -> difference >= observed - slack;
                case LESS -> difference <= observed + slack;
                case TWO_SIDED -> Math.abs(difference) >= Math.abs(observed) - slack;
            };
        }
    }

    private static void subsets(double[] values, int from, int left, double sum, Counter counter, long[] counts) {
        if (left == 0) {
            counts[0] += counter.asExtreme(sum) ? 1 : 0;
            counts[1]++;
            return;
        }
        for (int i = from; i <= values.length - left; i++) {
            subsets(values, i + 1, left - 1, sum + values[i], counter, counts);
        }
    }

    private static double choices(int total, int size) {
        double choices = 1;
        for (int i = 1; i <= Math.min(size, total - size); i++) {
            choices = choices * (total - i + 1) / i;
        }
        return choices;
    }

    /** Draws the first places of a shuffle (Fisher-Yates) and adds them up. */
    private static double drawSum(double[] values, int size, UniformRandomProvider stream) {
        double sum = 0;
        for (int i = 0; i < size; i++) {
            int j = i + stream.nextInt(values.length - i);
            double drawn = values[j];
            values[j] = values[i];
            values[i] = drawn;
            sum += drawn;
        }
        return sum;
    }

    private static double drawSigned(double[] values, UniformRandomProvider stream) {
        double sum = 0;
        for (double value : values) {
            sum += stream.nextBoolean() ? value : -value;
        }
        return sum;
    }

    private static double signed(double[] values, long signs) {
        double sum = 0;
        for (int i = 0; i < values.length; i++) {
            sum += (signs >>> i & 1) == 0 ? values[i] : -values[i];
        }
        return sum;
    }

    private static double sum(double[] values, int count) {
        double sum = 0;
        for (int i = 0; i < count; i++) {
            sum += values[i];
        }
        return sum;
    }
}
