package nl.leercirkel.statistics.disclosure;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import nl.leercirkel.statistics.Failure;
import nl.leercirkel.statistics.Outcome;
import nl.leercirkel.statistics.Reason;
import nl.leercirkel.statistics.support.Check;

/**
 * With what chance a count gets which noise: for every count the distribution of largest entropy with mean 0, the stated variance, at
 * most the stated deviation, no count below 0, and none of the smallest counts (Marley and Leaver 2011, "A method for confidentialising
 * user-defined tables"; Giessing 2016, "Computational issues in the design of transition probabilities"). A count of 0 stays 0.
 */
public final class PerturbationTable {

    private static final int MOST_DEVIATION = 100;
    private static final int MOST_STEPS = 300;
    private static final int POLISH = 4;

    private final int deviation;
    private final double variance;
    private final int suppressed;
    /** Per count up to where nothing changes any more: the chance of a noise of -deviation, ..., deviation. */
    private final double[][] chances;

    private PerturbationTable(int deviation, double variance, int suppressed, double[][] chances) {
        this.deviation = deviation;
        this.variance = variance;
        this.suppressed = suppressed;
        this.chances = chances;
    }

    /**
     * @param deviation the most that a count may change, 1 to 100
     * @param variance of the noise, the same for every count above 0
     * @param suppressed counts from 1 up to this never appear; 0 when all may
     * @return NOT_IDENTIFIED, with the count, when no distribution has this variance within these limits
     */
    public static Outcome<PerturbationTable> of(int deviation, double variance, int suppressed) {
        Optional<Failure> failure = Check.first(
                Check.that(
                        deviation >= 1 && deviation <= MOST_DEVIATION,
                        Reason.OUT_OF_RANGE,
                        "deviation is " + deviation),
                Check.finite("variance", variance),
                Check.that(variance > 0, Reason.OUT_OF_RANGE, "variance is " + variance),
                Check.that(
                        suppressed >= 0 && suppressed < deviation,
                        Reason.OUT_OF_RANGE,
                        "counts up to " + suppressed + " never appear, with deviation " + deviation));
        if (failure.isPresent()) {
            return Outcome.failed(failure.get());
        }
        int rows = deviation + suppressed + 2;
        double[][] chances = new double[rows][];
        chances[0] = new double[2 * deviation + 1];
        chances[0][deviation] = 1;
        for (int count = 1; count < rows; count++) {
            Outcome<double[]> row = row(count, deviation, variance, suppressed);
            if (!row.isAnswer()) {
                return Outcome.failed(row.failure());
            }
            chances[count] = row.get();
        }
        return Outcome.of(new PerturbationTable(deviation, variance, suppressed, chances));
    }

    private static Outcome<double[]> row(int count, int deviation, double variance, int suppressed) {
        List<Integer> noises = new ArrayList<>();
        for (int noise = -Math.min(count, deviation); noise <= deviation; noise++) {
            if (count + noise == 0 || count + noise > suppressed) {
                noises.add(noise);
            }
        }
        int lowest = noises.getFirst();
        int nearestBelow = noises.stream().filter(noise -> noise <= 0).reduce(lowest, Math::max);
        int nearestAbove = noises.stream().filter(noise -> noise >= 0).reduce(deviation, Math::min);
        // With mean 0: all on the two nearest to 0 gives the least, all on the two ends the most.
        double least = -nearestBelow * (double) nearestAbove;
        double most = -(double) lowest * deviation;
        if (variance <= least || variance >= most) {
            return Outcome.failed(
                    Reason.NOT_IDENTIFIED,
                    "count " + count + ": variance must be between " + least + " and " + most + ", is " + variance);
        }
        double[] factors = factors(noises, variance);
        if (factors.length == 0) {
            return Outcome.failed(Reason.NO_CONVERGENCE, "count " + count + ", variance " + variance);
        }
        double[] chances = new double[2 * deviation + 1];
        double[] weights = weights(noises, variance, factors);
        double all = 0;
        for (double weight : weights) {
            all += weight;
        }
        for (int i = 0; i < weights.length; i++) {
            chances[noises.get(i) + deviation] = weights[i] / all;
        }
        return Outcome.of(chances);
    }

    /**
     * The factors a and b of exp(a v + b (v^2 - variance)) with mean 0 and this variance: where the logarithm of its sum is least, by
     * Newton's method with halved steps; empty when it does not settle. Both are scaled by the largest noise.
     */
    private static double[] factors(List<Integer> noises, double variance) {
        double[] at = new double[2];
        int polished = 0;
        for (int step = 0; step < MOST_STEPS; step++) {
            Moments here = Moments.of(noises, variance, at);
            double determinant = here.firstFirst * here.secondSecond - here.firstSecond * here.firstSecond;
            double[] direction = {
                -(here.secondSecond * here.first - here.firstSecond * here.second) / determinant,
                -(here.firstFirst * here.second - here.firstSecond * here.first) / determinant
            };
            double decrease = -(here.first * direction[0] + here.second * direction[1]);
            if (!(decrease >= 0) || polished == POLISH) {
                break;
            }
            // So near the least that the logarithm itself no longer shows it.
            boolean near = decrease < 1e-10;
            polished += near ? 1 : 0;
            double length = 1;
            double[] next = {at[0] + direction[0], at[1] + direction[1]};
            while (!near && length > 1e-12 && Moments.of(noises, variance, next).logSum > here.logSum) {
                length /= 2;
                next = new double[] {at[0] + length * direction[0], at[1] + length * direction[1]};
            }
            at = next;
        }
        Moments reached = Moments.of(noises, variance, at);
        boolean settled = Math.abs(reached.first) < 1e-10 && Math.abs(reached.second) < 1e-10;
        return settled ? at : new double[0];
    }

    /** The logarithm of the sum, and its slopes and curvatures. */
    private record Moments(
            double logSum, double first, double second, double firstFirst, double firstSecond, double secondSecond) {

        static Moments of(List<Integer> noises, double variance, double[] at) {
            double scale = noises.getLast();
            double[] weights = weights(noises, variance, at);
            double all = 0;
            double first = 0;
            double second = 0;
            for (int i = 0; i < weights.length; i++) {
                all += weights[i];
                first += weights[i] * noises.get(i) / scale;
                second += weights[i] * square(noises.get(i), variance, scale);
            }
            first /= all;
            second /= all;
            double firstFirst = 0;
            double firstSecond = 0;
            double secondSecond = 0;
            for (int i = 0; i < weights.length; i++) {
                double v = noises.get(i) / scale - first;
                double w = square(noises.get(i), variance, scale) - second;
                firstFirst += weights[i] * v * v / all;
                firstSecond += weights[i] * v * w / all;
                secondSecond += weights[i] * w * w / all;
            }
            double logSum = Math.log(all) + highest(noises, variance, at);
            return new Moments(logSum, first, second, firstFirst, firstSecond, secondSecond);
        }
    }

    private static double square(int noise, double variance, double scale) {
        return ((double) noise * noise - variance) / (scale * scale);
    }

    private static double[] weights(List<Integer> noises, double variance, double[] at) {
        double most = highest(noises, variance, at);
        return noises.stream()
                .mapToDouble(noise -> Math.exp(exponent(noise, variance, noises.getLast(), at) - most))
                .toArray();
    }

    private static double highest(List<Integer> noises, double variance, double[] at) {
        return noises.stream()
                .mapToDouble(noise -> exponent(noise, variance, noises.getLast(), at))
                .max()
                .orElse(0);
    }

    private static double exponent(int noise, double variance, double scale, double[] at) {
        return at[0] * noise / scale + at[1] * square(noise, variance, scale);
    }

    /** The most that a count may change. */
    public int deviation() {
        return deviation;
    }

    /** The variance of the noise of every count above 0. */
    public double variance() {
        return variance;
    }

    /** Counts from 1 up to this never appear. */
    public int suppressed() {
        return suppressed;
    }

    /**
     * The chance that a count is published as another.
     *
     * @param count the true count, at least 0
     */
    public double chance(long count, long published) {
        long noise = published - count;
        return Math.abs(noise) > deviation ? 0 : row(count)[(int) noise + deviation];
    }

    private double[] row(long count) {
        return chances[(int) Math.min(count, chances.length - 1)];
    }

    /**
     * The noise of a count with this cell key; the same count and key always give the same noise.
     *
     * @param count at least 0
     * @param key as a number at least 0 and below 1
     */
    int noise(long count, double key) {
        double[] row = row(count);
        double below = 0;
        int last = 0;
        for (int i = 0; i < row.length; i++) {
            if (row[i] > 0) {
                below += row[i];
                last = i - deviation;
                if (key < below) {
                    return last;
                }
            }
        }
        // The chances add up to 1 but for rounding.
        return last;
    }
}
