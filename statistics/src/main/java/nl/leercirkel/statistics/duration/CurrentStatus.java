package nl.leercirkel.statistics.duration;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.stream.IntStream;
import nl.leercirkel.statistics.Caveat;
import nl.leercirkel.statistics.Estimate;
import nl.leercirkel.statistics.Failure;
import nl.leercirkel.statistics.Interval;
import nl.leercirkel.statistics.Outcome;
import nl.leercirkel.statistics.Reason;
import nl.leercirkel.statistics.support.Check;
import nl.leercirkel.statistics.support.Roots;

/**
 * Each unit is looked at once: is it over by then or not? From such answers, the share that is over by each time, as the
 * rising curve that fits best. The moments of looking must not depend on how the unit does.
 *
 * @see "Ayer et al. (1955), An empirical distribution function for sampling with incomplete information; interval by
 *     likelihood ratio: Banerjee and Wellner (2001), Annals of Statistics 29"
 */
public final class CurrentStatus {

    /** The 95% point of the likelihood ratio's limit distribution (Banerjee and Wellner 2005, Scand. J. Statist. 32). */
    private static final double CRITICAL = 2.26916;

    private final double[] times;
    private final boolean[] over;
    private final double[] fitted;

    private CurrentStatus(double[] times, boolean[] over, double[] fitted) {
        this.times = times;
        this.over = over;
        this.fitted = fitted;
    }

    /**
     * Fits the curve.
     *
     * @param time since the start at which each unit was looked at, at least 0
     * @param over whether it was over by then
     */
    public static Outcome<CurrentStatus> of(double[] time, boolean[] over) {
        Optional<Failure> failure = Check.first(
                Check.sameLength("times", time.length, "answers", over.length),
                Check.values("times", time, 2),
                Check.notNegative("times", time));
        if (failure.isPresent()) {
            return Outcome.failed(failure.get());
        }
        int[] order = IntStream.range(0, time.length)
                .boxed()
                .sorted(java.util.Comparator.comparingDouble(i -> time[i]))
                .mapToInt(Integer::intValue)
                .toArray();
        double[] times = Arrays.stream(order).mapToDouble(i -> time[i]).toArray();
        boolean[] sorted = new boolean[order.length];
        for (int i = 0; i < order.length; i++) {
            sorted[i] = over[order[i]];
        }
        return Outcome.of(new CurrentStatus(times, sorted, rising(times, sorted, 0, times.length)));
    }

    /**
     * The share over by a time, with its 95% interval.
     *
     * @return NOT_REACHED before the first or after the last moment of looking
     */
    public Outcome<Estimate> over(double time) {
        int n = times.length;
        Optional<Failure> failure = Check.first(
                Check.finite("time", time),
                Check.that(
                        time >= times[0] && time <= times[n - 1],
                        Reason.NOT_REACHED,
                        "looked at between " + times[0] + " and " + times[n - 1]));
        if (failure.isPresent()) {
            return Outcome.failed(failure.get());
        }
        int upTo = 0;
        while (upTo < n && times[upTo] <= time) {
            upTo++;
        }
        int split = upTo;
        double value = fitted[split - 1];
        double best = logLikelihood(fitted, 0, n);
        double[] left = rising(times, over, 0, split);
        double[] right = rising(times, over, split, n);
        OptionalDouble lower = Roots.between(share -> ratio(left, right, split, best, share) - CRITICAL, 1e-12, value);
        OptionalDouble upper =
                Roots.between(share -> ratio(left, right, split, best, share) - CRITICAL, value, 1 - 1e-12);
        Set<Caveat> caveats = EnumSet.of(Caveat.LARGE_SAMPLE_FORMULA);
        if (n < 50) {
            caveats.add(Caveat.FEW_OBSERVATIONS);
        }
        Interval interval = new Interval(Math.min(value, lower.orElse(0)), Math.max(value, upper.orElse(1)), .95);
        return Outcome.of(new Estimate(value, interval, n, "current-status", caveats));
    }

    /** Twice how much the log likelihood falls when the curve must pass through a share at the split. */
    private double ratio(double[] left, double[] right, int split, double best, double share) {
        double constrained = 0;
        for (int i = 0; i < times.length; i++) {
            double p = i < split ? Math.min(left[i], share) : Math.max(right[i - split], share);
            constrained += term(over[i], p);
        }
        return Math.max(0, 2 * (best - constrained));
    }

    private double logLikelihood(double[] curve, int from, int to) {
        double sum = 0;
        for (int i = from; i < to; i++) {
            sum += term(over[i], curve[i]);
        }
        return sum;
    }

    private static double term(boolean over, double share) {
        return Math.log(Math.max(1e-300, over ? share : 1 - share));
    }

    /** Pool adjacent violators, equal times pooled first. */
    private static double[] rising(double[] times, boolean[] over, int from, int to) {
        int size = to - from;
        double[] sums = new double[size];
        double[] weights = new double[size];
        int blocks = 0;
        for (int i = from; i < to; i++) {
            double one = over[i] ? 1 : 0;
            if (i > from && times[i] == times[i - 1]) {
                sums[blocks - 1] += one;
                weights[blocks - 1]++;
            } else {
                sums[blocks] = one;
                weights[blocks] = 1;
                blocks++;
            }
            boolean lastOfTime = i + 1 == to || times[i + 1] != times[i];
            while (lastOfTime
                    && blocks > 1
                    && sums[blocks - 2] * weights[blocks - 1] >= sums[blocks - 1] * weights[blocks - 2]) {
                sums[blocks - 2] += sums[blocks - 1];
                weights[blocks - 2] += weights[blocks - 1];
                blocks--;
            }
        }
        double[] curve = new double[size];
        int at = 0;
        for (int b = 0; b < blocks; b++) {
            for (int k = 0; k < weights[b]; k++) {
                curve[at++] = sums[b] / weights[b];
            }
        }
        return curve;
    }
}
