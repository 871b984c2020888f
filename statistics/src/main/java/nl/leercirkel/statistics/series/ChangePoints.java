package nl.leercirkel.statistics.series;

import java.util.List;
import java.util.Optional;
import nl.leercirkel.statistics.Failure;
import nl.leercirkel.statistics.Interval;
import nl.leercirkel.statistics.Outcome;
import nl.leercirkel.statistics.Randomness;
import nl.leercirkel.statistics.Reason;
import nl.leercirkel.statistics.support.Check;

/**
 * Where a series changed, and by how much.
 *
 * @param n               periods
 * @param segments        the stretches between changes, in order; one where nothing changed
 * @param changes         the changes, in order
 * @param pValue          chance of one best split as strong as found if nothing changed, by permutation of the periods
 * @param permutations    how many were drawn
 * @param seed            from which they were drawn
 * @param autocorrelation of neighbours within segments; above about .3 the p-value is too small and changes are too many
 */
public record ChangePoints(
        int n,
        List<Segment> segments,
        List<Change> changes,
        double pValue,
        int permutations,
        long seed,
        double autocorrelation) {

    /** What may change. */
    public enum Kind {
        /** The mean, with one standard deviation throughout. */
        MEAN,
        /** Mean and standard deviation. */
        MEAN_AND_SPREAD
    }

    /**
     * A stretch without change.
     *
     * @param from     first period, counted from 0
     * @param to       one past the last
     * @param mean     its mean or its rate
     * @param interval 95% around it, within the stretch as if its ends were known
     */
    public record Segment(int from, int to, double mean, Interval interval) {}

    /**
     * A change.
     *
     * @param at       first period of the new stretch, counted from 0
     * @param earliest of the 95% most likely places
     * @param latest   of the 95% most likely places
     * @param by       new mean minus old mean
     */
    public record Change(int at, int earliest, int latest, double by) {}

    private static final int FEWEST = 10;
    private static final int PERMUTATIONS = 999;

    public ChangePoints {
        segments = List.copyOf(segments);
        changes = List.copyOf(changes);
    }

    /**
     * Finds changes in values by exact optimal partitioning (Jackson and others 2005), penalty 3 log(n) per
     * change as in the modified criterion of Zhang and Siegmund (2007). The place of a change has the interval that
     * holds 95% of its likelihood between its neighbours.
     *
     * @param values  in order of time
     * @param least   fewest periods per stretch, at least 2
     * @param randomness for the permutations; results depend on its seed only
     * @return fails on NaN, a constant series, fewer than 10 periods or a least above half of them
     */
    public static Outcome<ChangePoints> find(double[] values, Kind kind, int least, Randomness randomness) {
        double[] y = values.clone();
        Optional<Failure> failure = Check.first(Checks.varying(y, FEWEST), least(least, y.length));
        if (failure.isPresent()) {
            return Outcome.failed(failure.get());
        }
        return Outcome.of(new Segmentation(SegmentCost.normal(y, kind), y, least).found(PERMUTATIONS, randomness));
    }

    /**
     * Finds changes in a rate of counts: Poisson likelihood, otherwise as for values.
     *
     * @param events   per period
     * @param exposure per period, above zero
     * @param least    fewest periods per stretch, at least 2
     */
    public static Outcome<ChangePoints> find(long[] events, double[] exposure, int least, Randomness randomness) {
        Optional<Failure> failure = Check.first(
                Checks.counts(events, FEWEST), Check.values("exposure", exposure, FEWEST), least(least, events.length));
        if (failure.isPresent()) {
            return Outcome.failed(failure.get());
        }
        if (events.length != exposure.length) {
            return Outcome.failed(Reason.DO_NOT_MATCH, events.length + " counts, " + exposure.length + " exposures");
        }
        double[] rates = new double[events.length];
        for (int i = 0; i < rates.length; i++) {
            if (!(exposure[i] > 0)) {
                return Outcome.failed(Reason.NOTHING_TO_DIVIDE_BY, "period " + i + ": exposure " + exposure[i]);
            }
            rates[i] = events[i] / exposure[i];
        }
        if (Checks.isConstant(rates)) {
            return Outcome.failed(Reason.CONSTANT, "every rate is " + rates[0]);
        }
        return Outcome.of(
                new Segmentation(SegmentCost.poisson(events, exposure), rates, least).found(PERMUTATIONS, randomness));
    }

    private static Optional<Failure> least(int least, int n) {
        return Check.that(
                least >= 2 && 2 * least <= n,
                Reason.OUT_OF_RANGE,
                "at least " + least + " periods per stretch of " + n);
    }
}
