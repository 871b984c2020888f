package nl.leercirkel.statistics.effect;

import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import nl.leercirkel.statistics.Alternative;
import nl.leercirkel.statistics.Caveat;
import nl.leercirkel.statistics.Failure;
import nl.leercirkel.statistics.Outcome;
import nl.leercirkel.statistics.Randomness;
import nl.leercirkel.statistics.Reason;
import nl.leercirkel.statistics.TestResult;
import nl.leercirkel.statistics.panel.Panel;
import nl.leercirkel.statistics.support.Check;
import nl.leercirkel.statistics.support.Dist;
import nl.leercirkel.statistics.support.Spd;

/**
 * Difference-in-differences for units that start at different moments. For every group (units that start together) and period
 * the effect is estimated apart, against units that are never, or not yet, treated; then the effects are averaged with stated
 * weights. So units that were treated earlier never serve as comparison, which is what a plain regression gets wrong.
 *
 * @see "Callaway and Sant'Anna (2021), Difference-in-differences with multiple time periods, J. Econometrics 225"
 */
public final class Staggered {

    /** Whom a group is compared with. */
    public enum Controls {
        NEVER_TREATED,
        /** Never treated, and treated only after the period looked at. */
        NOT_YET_TREATED
    }

    /** How covariates enter. */
    public enum Adjustment {
        NONE,
        /** The change that the untreated lead one to expect at equal covariates. */
        OUTCOME_REGRESSION,
        /** Untreated units weighted to look like the group. */
        WEIGHTING,
        /** Both; right when either is. */
        DOUBLY_ROBUST
    }

    /** With what a period before the start is compared. */
    public enum Base {
        /** The period just before it: the effect then is a jump. */
        VARYING,
        /** The last period before the start, as for periods after it. */
        UNIVERSAL
    }

    /** How errors are computed. */
    public enum Precision {
        /** The plain variance of the influences and the normal distribution, as in the authors' software. */
        LARGE_SAMPLE,
        /** Variances with n - 1 per group, and t with Welch's degrees of freedom: for groups of some tens or fewer. */
        SMALL_SAMPLE
    }

    /**
     * The choices, to be made before the data are read.
     *
     * @param anticipation how many periods before the start an effect may already show
     * @param level of the intervals
     */
    public record Settings(
            Controls controls, Adjustment adjustment, Base base, int anticipation, Precision precision, double level) {

        /** Never-treated units, no covariates, varying base, no anticipation, small-sample errors, 95%. */
        public static Settings standard() {
            return new Settings(Controls.NEVER_TREATED, Adjustment.NONE, Base.VARYING, 0, Precision.SMALL_SAMPLE, .95);
        }

        public Settings with(Controls other) {
            return new Settings(other, adjustment, base, anticipation, precision, level);
        }

        public Settings with(Adjustment other) {
            return new Settings(controls, other, base, anticipation, precision, level);
        }

        public Settings with(Base other) {
            return new Settings(controls, adjustment, other, anticipation, precision, level);
        }

        public Settings with(Precision other) {
            return new Settings(controls, adjustment, base, anticipation, other, level);
        }

        public Settings withAnticipation(int periods) {
            return new Settings(controls, adjustment, base, periods, precision, level);
        }
    }

    /**
     * The effect on one group in one period.
     *
     * @param group the period in which the group started
     * @param period looked at
     * @param base the earlier period it is compared with
     * @param effect with pointwise interval
     * @param treated units of the group
     * @param compared untreated units that carried weight
     */
    public record GroupTime(int group, int period, int base, Effect effect, int treated, int compared) {

        /** Whether the effect should be 0 if groups would have gone the same way: a look before the start. */
        public boolean isBefore(int anticipation) {
            return period < group - anticipation;
        }
    }

    /**
     * A group and period for which there was nobody to compare with.
     *
     * @param group the period in which the group started
     * @param period looked at
     */
    public record Skipped(int group, int period) {}

    private final List<GroupTime> effects;
    private final List<Skipped> skipped;
    private final List<Integer> leftOut;
    private final Settings settings;
    private final Influences influences;
    private final GroupShares shares;
    private final double[][] perCluster;
    private final double scale;
    private final int n;

    Staggered(StaggeredCells.Result result, Settings settings) {
        this.effects = List.copyOf(result.effects());
        this.skipped = List.copyOf(result.skipped());
        this.leftOut = List.copyOf(result.leftOut());
        this.settings = settings;
        this.influences = result.influences();
        this.shares = result.shares();
        this.perCluster = result.perCluster();
        this.scale = result.scale();
        this.n = result.n();
    }

    /** Without covariates or clusters. See {@link #of(Panel, double[][], int[], Settings)}. */
    public static Outcome<Staggered> of(Panel panel, Settings settings) {
        int n = panel.units().size();
        return of(panel, new double[n][0], IntStream.range(0, n).toArray(), settings);
    }

    /**
     * Estimates all groups and periods.
     *
     * @param covariates one row per unit, known before treatment; empty rows without adjustment
     * @param clusters labels of units that move together; each unit its own where they do not
     * @return OUT_OF_RANGE for a wrong level or anticipation; DO_NOT_MATCH, NOT_A_NUMBER for covariates and clusters; NO_DATA
     *     for an adjustment without covariates; TOO_FEW when no group of at least two units (clusters) starts after the first
     *     period, or nobody is left to compare with: with one treated unit use synthetic control; NOT_IDENTIFIED when covariates
     *     depend on each other or separate a group; CONSTANT when nothing varies
     */
    public static Outcome<Staggered> of(Panel panel, double[][] covariates, int[] clusters, Settings settings) {
        Optional<Failure> failure = check(panel, covariates, clusters, settings);
        return failure.isPresent()
                ? Outcome.failed(failure.get())
                : StaggeredCells.estimate(panel, covariates, clusters, settings)
                        .map(result -> new Staggered(result, settings));
    }

    /**
     * The overall number under every choice of comparison and adjustment, side by side; a finding that depends on the choice is no
     * finding.
     *
     * @param settings the other choices
     * @param covariates as in {@link #of}; without them only the choices that need none are made
     */
    public static Map<Settings, Outcome<Effect>> sideBySide(
            Panel panel, double[][] covariates, int[] clusters, Settings settings, Aggregate.By by) {
        Map<Settings, Outcome<Effect>> all = new LinkedHashMap<>();
        boolean plain = covariates.length == 0 || covariates[0].length == 0;
        for (Controls controls : Controls.values()) {
            for (Adjustment adjustment : plain ? new Adjustment[] {Adjustment.NONE} : Adjustment.values()) {
                Settings choice = settings.with(controls).with(adjustment);
                all.put(
                        choice,
                        of(panel, covariates, clusters, choice)
                                .flatMap(found -> found.aggregate(by))
                                .map(Aggregate::overall));
            }
        }
        return Collections.unmodifiableMap(all);
    }

    private static Optional<Failure> check(Panel panel, double[][] covariates, int[] clusters, Settings settings) {
        int n = panel.units().size();
        Optional<Failure> failure = Check.first(
                Check.level(settings.level()),
                Check.that(
                        settings.anticipation() >= 0,
                        Reason.OUT_OF_RANGE,
                        "anticipation of " + settings.anticipation() + " periods"),
                Check.sameLength("units", n, "covariates", covariates.length),
                Check.sameLength("units", n, "clusters", clusters.length));
        for (int i = 0; i < covariates.length && failure.isEmpty(); i++) {
            failure = Check.sameLength("row 0", covariates[0].length, "row " + i, covariates[i].length);
            if (failure.isEmpty() && covariates[i].length > 0) {
                failure = Check.values("covariates of " + panel.units().get(i), covariates[i], 1);
            }
        }
        return failure.or(() -> Check.that(
                settings.adjustment() == Adjustment.NONE || covariates[0].length > 0,
                Reason.NO_DATA,
                "adjustment without covariates"));
    }

    /** In order of group, then period. */
    public List<GroupTime> groupTimes() {
        return effects;
    }

    /** Groups and periods that have nobody to be compared with, as the last group under {@link Controls#NOT_YET_TREATED}. */
    public List<Skipped> skipped() {
        return skipped;
    }

    /**
     * Units (indices in the panel) that could not be used: treated from the first period on, so without a before, or the only
     * one of their group, so without a measure of chance.
     */
    public List<Integer> leftOut() {
        return leftOut;
    }

    public Settings settings() {
        return settings;
    }

    /**
     * Whether groups went the same way before the start: Wald's test that all effects before it are 0, with the normal
     * approximation. A large p-value is no proof that they would have gone on the same way.
     *
     * @return NO_DATA when no group has a period before its start but its base; NOT_IDENTIFIED when there are more such effects
     *     than units can tell apart: use {@link #bands}, whose pre-trend p-value has no such limit
     */
    public Outcome<TestResult> preTest() {
        int[] before = IntStream.range(0, effects.size())
                .filter(i -> effects.get(i).isBefore(settings.anticipation()))
                .toArray();
        if (before.length == 0) {
            return Outcome.failed(Reason.NO_DATA, "no effects before a start");
        }
        double[][] covariance = new double[before.length][before.length];
        double[] values = new double[before.length];
        for (int i = 0; i < before.length; i++) {
            double error = effects.get(before[i]).effect().standardError();
            values[i] = effects.get(before[i]).effect().value() / error;
            for (int j = 0; j < before.length; j++) {
                covariance[i][j] = influences.covariance(perCluster[before[i]], perCluster[before[j]])
                        / (error * effects.get(before[j]).effect().standardError());
            }
        }
        int q = before.length;
        Optional<double[][]> inverse = Spd.inverse(covariance);
        if (inverse.isEmpty() || q >= influences.clusterCount()) {
            return Outcome.failed(Reason.NOT_IDENTIFIED, q + " effects before a start, too many to test together");
        }
        double wald = Spd.form(inverse.get(), values);
        return Outcome.of(new TestResult(
                wald,
                q,
                Dist.clamp01(Dist.chiSquaredAbove(wald, q)),
                Alternative.TWO_SIDED,
                n,
                "staggered-pre-test",
                Set.of(Caveat.LARGE_SAMPLE_FORMULA)));
    }

    /**
     * The effects averaged.
     *
     * @return NO_DATA when no effect after a start could be estimated
     */
    public Outcome<Aggregate> aggregate(Aggregate.By by) {
        return aggregator().aggregate(by);
    }

    /**
     * Bands that hold all points of an average at once with the stated level, by a multiplier bootstrap of the influences.
     *
     * @param draws at least 999
     * @return as {@link #aggregate}; OUT_OF_RANGE below 999 draws
     */
    public Outcome<SimultaneousBands> bands(Aggregate.By by, int draws, Randomness randomness) {
        if (draws < 999) {
            return Outcome.failed(Reason.OUT_OF_RANGE, draws + " draws, needs 999");
        }
        return aggregator()
                .weighted(by)
                .flatMap(weighted -> SimultaneousBands.of(by, weighted, influences, settings, draws, randomness));
    }

    private Aggregator aggregator() {
        return new Aggregator(effects, perCluster, influences, shares, settings, scale, !leftOut.isEmpty());
    }

    @Override
    public String toString() {
        return "Staggered" + Arrays.asList(settings, effects);
    }
}
