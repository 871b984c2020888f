package nl.leercirkel.statistics.series;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import nl.leercirkel.statistics.Failure;
import nl.leercirkel.statistics.Outcome;
import nl.leercirkel.statistics.Reason;
import nl.leercirkel.statistics.series.ControlChart.Kind;
import nl.leercirkel.statistics.series.ControlChart.Overdispersion;
import nl.leercirkel.statistics.series.ControlChart.Rule;
import nl.leercirkel.statistics.support.Check;

/**
 * Control charts. Sources: Shewhart (1931); NIST/SEMATECH e-Handbook of Statistical Methods, section 6.3; Laney (2002), Improved
 * control charts for attributes, Quality Engineering 14(4); Mohammed and Laney (2006) for health care.
 */
public final class ControlCharts {
    /** Mean range of two normal observations over their standard deviation. */
    private static final double D2 = 1.128;

    /** Upper limit of a range of two over its mean. */
    private static final double D4 = 3.267;

    private static final int FEWEST = 8;

    private ControlCharts() {}

    /**
     * Individual values and moving range (XmR): one number per period, sigma from the steps between neighbours.
     *
     * @param values   in order of time
     * @param baseline how many first periods give the centre and limits, at least 8; all of them where it is the length
     * @param rules    patterns to look for
     * @return fails on NaN, fewer than 8 periods, or a baseline without variation
     */
    public static Outcome<ControlChart> individuals(double[] values, int baseline, Set<Rule> rules) {
        Optional<Failure> failure =
                Check.first(Check.values("values", values, FEWEST), baseline(baseline, values.length));
        if (failure.isPresent()) {
            return Outcome.failed(failure.get());
        }
        double mean = 0;
        double range = 0;
        for (int i = 0; i < baseline; i++) {
            mean += values[i] / baseline;
            range += i == 0 ? 0 : Math.abs(values[i] - values[i - 1]) / (baseline - 1);
        }
        double sigma = range / D2;
        if (!(sigma > 1e-13 * Math.abs(mean))) {
            return Outcome.failed(Reason.CONSTANT, "the first " + baseline + " values do not vary");
        }
        double[] z = new double[values.length];
        double[] sigmas = new double[values.length];
        for (int i = 0; i < z.length; i++) {
            z[i] = (values[i] - mean) / sigma;
            sigmas[i] = sigma;
        }
        return Outcome.of(chart(
                Kind.INDIVIDUALS,
                values,
                baseline,
                mean,
                sigma,
                D4 * range,
                sigmas,
                z,
                Double.NEGATIVE_INFINITY,
                Double.POSITIVE_INFINITY,
                rules));
    }

    /**
     * Shares (p chart; with Laney p').
     *
     * @param events   per period, at most the trials
     * @param trials   per period, above zero
     * @param baseline how many first periods give the centre and limits, at least 8
     * @return fails on counts below zero, more events than trials, no trials, or nothing or everything an event in the baseline
     */
    public static Outcome<ControlChart> proportions(
            long[] events, long[] trials, Overdispersion overdispersion, int baseline, Set<Rule> rules) {
        Optional<Failure> failure = Check.first(Checks.counts(events, FEWEST), Checks.counts(trials, FEWEST));
        if (failure.isPresent()) {
            return Outcome.failed(failure.get());
        }
        double[] exposure = new double[trials.length];
        for (int i = 0; i < trials.length; i++) {
            exposure[i] = trials[i];
            if (i < events.length && events[i] > trials[i]) {
                return Outcome.failed(
                        Reason.OUT_OF_RANGE, "period " + i + ": " + events[i] + " events in " + trials[i] + " trials");
            }
        }
        return attributes(Kind.PROPORTION, events, exposure, overdispersion, baseline, rules);
    }

    /**
     * Rates per unit of exposure (u chart; with Laney u').
     *
     * @param events   per period
     * @param exposure per period, above zero: inhabitants, client days
     * @param baseline how many first periods give the centre and limits, at least 8
     * @return fails on counts below zero, no exposure, or no events in the baseline
     */
    public static Outcome<ControlChart> rates(
            long[] events, double[] exposure, Overdispersion overdispersion, int baseline, Set<Rule> rules) {
        Optional<Failure> failure =
                Check.first(Checks.counts(events, FEWEST), Check.values("exposure", exposure, FEWEST));
        return failure.isPresent()
                ? Outcome.failed(failure.get())
                : attributes(Kind.RATE, events, exposure, overdispersion, baseline, rules);
    }

    private static Outcome<ControlChart> attributes(
            Kind kind, long[] events, double[] exposure, Overdispersion overdispersion, int baseline, Set<Rule> rules) {
        if (events.length != exposure.length) {
            return Outcome.failed(Reason.DO_NOT_MATCH, events.length + " counts, " + exposure.length + " denominators");
        }
        Optional<Failure> failure = baseline(baseline, events.length);
        if (failure.isPresent()) {
            return Outcome.failed(failure.get());
        }
        double sumEvents = 0;
        double sumExposure = 0;
        for (int i = 0; i < events.length; i++) {
            if (!(exposure[i] > 0)) {
                return Outcome.failed(Reason.NOTHING_TO_DIVIDE_BY, "period " + i + ": " + exposure[i]);
            }
            if (i < baseline) {
                sumEvents += events[i];
                sumExposure += exposure[i];
            }
        }
        double centre = sumEvents / sumExposure;
        double unit = kind == Kind.PROPORTION ? centre * (1 - centre) : centre;
        if (!(unit > 0)) {
            return Outcome.failed(Reason.CONSTANT, sumEvents + " events in the baseline of " + sumExposure);
        }
        double[] values = new double[events.length];
        double[] sigmas = new double[events.length];
        double[] z = new double[events.length];
        for (int i = 0; i < events.length; i++) {
            values[i] = events[i] / exposure[i];
            sigmas[i] = Math.sqrt(unit / exposure[i]);
            z[i] = (values[i] - centre) / sigmas[i];
        }
        double range = 0;
        for (int i = 1; i < baseline; i++) {
            range += Math.abs(z[i] - z[i - 1]) / (baseline - 1);
        }
        double spread = range / D2;
        if (overdispersion == Overdispersion.LANEY) {
            if (!(spread > 0)) {
                return Outcome.failed(Reason.CONSTANT, "the baseline does not vary");
            }
            for (int i = 0; i < z.length; i++) {
                z[i] /= spread;
                sigmas[i] *= spread;
            }
        }
        double most = kind == Kind.PROPORTION ? 1 : Double.POSITIVE_INFINITY;
        return Outcome.of(chart(kind, values, baseline, centre, spread, 0, sigmas, z, 0, most, rules));
    }

    private static ControlChart chart(
            Kind kind,
            double[] values,
            int baseline,
            double centre,
            double sigma,
            double movingRangeLimit,
            double[] sigmas,
            double[] z,
            double least,
            double most,
            Set<Rule> rules) {
        List<ControlChart.Point> points = new ArrayList<>(values.length);
        for (int i = 0; i < values.length; i++) {
            points.add(new ControlChart.Point(
                    values[i],
                    Math.max(centre - 3 * sigmas[i], least),
                    Math.min(centre + 3 * sigmas[i], most),
                    z[i],
                    signals(values, z, i, rules)));
        }
        Outcome<Runs> runs = Runs.of(values);
        return new ControlChart(
                kind,
                values.length,
                baseline,
                centre,
                sigma,
                movingRangeLimit,
                points,
                runs.isAnswer() ? Optional.of(runs.get()) : Optional.empty());
    }

    private static Set<Rule> signals(double[] values, double[] z, int at, Set<Rule> rules) {
        Set<Rule> found = EnumSet.noneOf(Rule.class);
        for (Rule rule : rules) {
            boolean holds = switch (rule) {
                case BEYOND_LIMIT -> Math.abs(z[at]) > 3;
                case TWO_OF_THREE -> beyond(z, at, 3, 2, 2);
                case FOUR_OF_FIVE -> beyond(z, at, 5, 4, 1);
                case EIGHT_ON_ONE_SIDE -> beyond(z, at, 8, 8, 0);
                case SIX_IN_ONE_DIRECTION -> oneDirection(values, at);
                case FIFTEEN_NEAR_CENTRE -> nearCentre(z, at);
            };
            if (holds) {
                found.add(rule);
            }
        }
        return Collections.unmodifiableSet(found);
    }

    /** The last of the window is itself beyond, so that a pattern signals where it is complete and not after. */
    private static boolean beyond(double[] z, int at, int window, int needed, double limit) {
        if (at + 1 < needed || !(Math.abs(z[at]) > limit)) {
            return false;
        }
        double side = Math.signum(z[at]);
        int count = 0;
        for (int i = Math.max(0, at - window + 1); i <= at; i++) {
            count += side * z[i] > limit ? 1 : 0;
        }
        return count >= needed;
    }

    private static boolean oneDirection(double[] values, int at) {
        if (at < 5) {
            return false;
        }
        double direction = Math.signum(values[at] - values[at - 1]);
        for (int i = at - 4; i <= at; i++) {
            if (direction == 0 || Math.signum(values[i] - values[i - 1]) != direction) {
                return false;
            }
        }
        return true;
    }

    private static boolean nearCentre(double[] z, int at) {
        for (int i = at - 14; i <= at; i++) {
            if (i < 0 || !(Math.abs(z[i]) < 1)) {
                return false;
            }
        }
        return true;
    }

    private static Optional<Failure> baseline(int baseline, int n) {
        return Check.that(
                baseline >= FEWEST && baseline <= n,
                Reason.OUT_OF_RANGE,
                "baseline " + baseline + " is not between " + FEWEST + " and " + n);
    }
}
