package nl.leercirkel.statistics.sample;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import nl.leercirkel.statistics.Caveat;
import nl.leercirkel.statistics.Estimate;
import nl.leercirkel.statistics.Failure;
import nl.leercirkel.statistics.Interval;
import nl.leercirkel.statistics.Outcome;
import nl.leercirkel.statistics.Randomness;
import nl.leercirkel.statistics.Reason;
import nl.leercirkel.statistics.support.Check;
import nl.leercirkel.statistics.support.Dist;
import org.apache.commons.rng.UniformRandomProvider;

/**
 * The bias-corrected and accelerated (BCa) bootstrap: an interval for any statistic of one or more independent samples,
 * without assuming a distribution.
 *
 * <p>Fails with TOO_FEW below two values in a sample, CONSTANT when no sample varies or no resample differs,
 * NOT_REACHED when all resamples lie on one side of the estimate, NOT_A_NUMBER when the statistic gives no number,
 * OUT_OF_RANGE below 1,000 or above 1,000,000 resamples.
 *
 * @param estimate the estimate and its interval
 * @param bias the bias correction z0, in standard normal units
 * @param acceleration the acceleration a
 * @param standardError the standard deviation of the resampled statistics
 * @param resamples how many resamples
 * @param seed what the resamples were drawn with
 * @see "Efron (1987), Better bootstrap confidence intervals, JASA 82; several samples: Davison and Hinkley (1997), 5.3"
 */
public record Bootstrap(
        Estimate estimate, double bias, double acceleration, double standardError, int resamples, long seed) {

    private static final int CHUNK = 500;
    private static final int FEWEST = 1000;
    private static final int MOST = 1_000_000;

    /** A number computed from one sample. Must not change or keep the array, and must be safe to call from threads. */
    @FunctionalInterface
    public interface Statistic {
        double of(double[] values);
    }

    /** A number computed from several samples, as a difference of means. */
    @FunctionalInterface
    public interface GroupsStatistic {
        double of(double[][] groups);
    }

    /** The interval of the mean. */
    public static Outcome<Bootstrap> mean(double[] values, double level, int resamples, Randomness randomness) {
        return of(values, Bootstrap::plainMean, level, resamples, randomness);
    }

    /** The interval of the mean of the first sample minus that of the second, resampled apart. */
    public static Outcome<Bootstrap> difference(
            double[] first, double[] second, double level, int resamples, Randomness randomness) {
        return ofGroups(
                new double[][] {first, second},
                groups -> plainMean(groups[0]) - plainMean(groups[1]),
                level,
                resamples,
                randomness);
    }

    /** The interval of any statistic of one sample. */
    public static Outcome<Bootstrap> of(
            double[] values, Statistic statistic, double level, int resamples, Randomness randomness) {
        return ofGroups(new double[][] {values}, groups -> statistic.of(groups[0]), level, resamples, randomness);
    }

    /** The interval of any statistic of independent samples. */
    public static Outcome<Bootstrap> ofGroups(
            double[][] groups, GroupsStatistic statistic, double level, int resamples, Randomness randomness) {
        Optional<Failure> failure = check(groups, level, resamples);
        if (failure.isPresent()) {
            return Outcome.failed(failure.get());
        }
        double observed = statistic.of(groups);
        double[] sorted = resample(groups, statistic, resamples, randomness);
        Arrays.sort(sorted);
        if (!Double.isFinite(observed) || !Double.isFinite(sorted[0]) || !Double.isFinite(sorted[resamples - 1])) {
            return Outcome.failed(Reason.NOT_A_NUMBER, "the statistic gives no number on some resample");
        }
        if (sorted[0] == sorted[resamples - 1]) {
            return Outcome.failed(Reason.CONSTANT, "all resamples give " + sorted[0]);
        }
        double below = shareBelow(sorted, observed);
        if (below == 0 || below == 1) {
            return Outcome.failed(Reason.NOT_REACHED, "all resamples lie on one side of " + observed);
        }
        double bias = Dist.normalQuantile(below);
        double acceleration = acceleration(groups, statistic);
        if (!Double.isFinite(acceleration)) {
            return Outcome.failed(Reason.NOT_A_NUMBER, "the statistic gives no number with one value left out");
        }
        double z = Dist.normalHalfWidth(level);
        double lower = quantile(sorted, adjusted(bias, acceleration, -z));
        double upper = quantile(sorted, adjusted(bias, acceleration, z));
        if (lower > upper) {
            return Outcome.failed(
                    Reason.NOT_IDENTIFIED, "the acceleration " + acceleration + " turns the interval round");
        }
        long n = Arrays.stream(groups).mapToLong(group -> group.length).sum();
        Set<Caveat> caveats = EnumSet.of(Caveat.SIMULATED);
        if (Arrays.stream(groups).anyMatch(group -> group.length < 15)) {
            caveats.add(Caveat.FEW_OBSERVATIONS);
        }
        Estimate estimate = new Estimate(observed, new Interval(lower, upper, level), n, "bootstrap-bca", caveats);
        return Outcome.of(new Bootstrap(estimate, bias, acceleration, deviation(sorted), resamples, randomness.seed()));
    }

    private static Optional<Failure> check(double[][] groups, double level, int resamples) {
        if (groups.length == 0) {
            return Optional.of(new Failure(Reason.NO_DATA, "no samples"));
        }
        boolean varies = false;
        for (int g = 0; g < groups.length; g++) {
            double[] group = groups[g];
            Optional<Failure> failure = Check.values("sample " + g, group, 2);
            if (failure.isPresent()) {
                return failure;
            }
            varies |= Arrays.stream(group).anyMatch(value -> value != group[0]);
        }
        return Check.first(
                Check.level(level),
                Check.that(varies, Reason.CONSTANT, "no sample varies"),
                Check.that(
                        resamples >= FEWEST && resamples <= MOST,
                        Reason.OUT_OF_RANGE,
                        resamples + " resamples, not " + FEWEST + " to " + MOST));
    }

    private static double[] resample(
            double[][] groups, GroupsStatistic statistic, int resamples, Randomness randomness) {
        List<double[]> parts = randomness.inChunks(resamples, CHUNK, (stream, from, to) -> {
            double[][] drawn = new double[groups.length][];
            for (int g = 0; g < groups.length; g++) {
                drawn[g] = new double[groups[g].length];
            }
            double[] results = new double[to - from];
            for (int i = 0; i < results.length; i++) {
                for (int g = 0; g < groups.length; g++) {
                    draw(groups[g], drawn[g], stream);
                }
                results[i] = statistic.of(drawn);
            }
            return results;
        });
        double[] all = new double[resamples];
        int at = 0;
        for (double[] part : parts) {
            System.arraycopy(part, 0, all, at, part.length);
            at += part.length;
        }
        return all;
    }

    /** Two indices from each 64 random bits, by the high part of a product: bias below n / 2^32. */
    private static void draw(double[] from, double[] to, UniformRandomProvider stream) {
        int n = from.length;
        int i = 0;
        for (; i + 1 < n; i += 2) {
            long bits = stream.nextLong();
            to[i] = from[(int) (((bits & 0xffffffffL) * n) >>> 32)];
            to[i + 1] = from[(int) (((bits >>> 32) * n) >>> 32)];
        }
        if (i < n) {
            to[i] = from[(int) (((stream.nextLong() >>> 32) * n) >>> 32)];
        }
    }

    private static double acceleration(double[][] groups, GroupsStatistic statistic) {
        double cubes = 0;
        double squares = 0;
        for (int g = 0; g < groups.length; g++) {
            int n = groups[g].length;
            double[] without = new double[n];
            double[][] changed = groups.clone();
            for (int i = 0; i < n; i++) {
                double[] rest = new double[n - 1];
                System.arraycopy(groups[g], 0, rest, 0, i);
                System.arraycopy(groups[g], i + 1, rest, i, n - 1 - i);
                changed[g] = rest;
                without[i] = statistic.of(changed);
            }
            double mean = plainMean(without);
            for (double value : without) {
                double influence = (n - 1.0) * (mean - value) / n;
                cubes += influence * influence * influence;
                squares += influence * influence;
            }
        }
        return squares == 0 ? 0 : cubes / (6 * Math.pow(squares, 1.5));
    }

    private static double adjusted(double bias, double acceleration, double z) {
        double shifted = bias + z;
        double denominator = 1 - acceleration * shifted;
        // Beyond the pole the transformation would turn round: the outermost resample is all there is.
        return denominator <= 0 ? (z > 0 ? 1 : 0) : Dist.normalBelow(bias + shifted / denominator);
    }

    /** Equal values count half, so that a statistic with few different values is not called biased. */
    private static double shareBelow(double[] sorted, double observed) {
        double tolerance = 1e-12 * Math.max(Math.abs(sorted[0]), Math.abs(sorted[sorted.length - 1]));
        double below = 0;
        for (double value : sorted) {
            if (Math.abs(value - observed) <= tolerance) {
                below += .5;
            } else if (value < observed) {
                below += 1;
            }
        }
        return below / sorted.length;
    }

    /** Order statistic (R + 1) p, between two interpolated on the normal scale (Davison and Hinkley 1997, 5.8). */
    private static double quantile(double[] sorted, double probability) {
        double position = (sorted.length + 1) * probability;
        int rank = (int) Math.floor(position);
        if (rank < 1) {
            return sorted[0];
        }
        if (rank >= sorted.length) {
            return sorted[sorted.length - 1];
        }
        double here = Dist.normalQuantile(rank / (sorted.length + 1.0));
        double next = Dist.normalQuantile((rank + 1) / (sorted.length + 1.0));
        double part = (Dist.normalQuantile(probability) - here) / (next - here);
        return sorted[rank - 1] + part * (sorted[rank] - sorted[rank - 1]);
    }

    private static double plainMean(double[] values) {
        double sum = 0;
        for (double value : values) {
            sum += value;
        }
        return sum / values.length;
    }

    private static double deviation(double[] values) {
        double mean = plainMean(values);
        double squares = 0;
        for (double value : values) {
            squares += (value - mean) * (value - mean);
        }
        return Math.sqrt(squares / (values.length - 1));
    }
}
