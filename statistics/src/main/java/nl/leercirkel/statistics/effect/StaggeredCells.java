package nl.leercirkel.statistics.effect;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import nl.leercirkel.statistics.Caveat;
import nl.leercirkel.statistics.Outcome;
import nl.leercirkel.statistics.Reason;
import nl.leercirkel.statistics.panel.Panel;

/** Goes through groups and periods: who is used, compared with whom and when, and what each unit contributes. */
final class StaggeredCells {

    private static final double FEW_DEGREES = 10;

    private final Panel panel;
    private final Staggered.Settings settings;
    private final CellEstimator estimator;
    private final Influences influences;
    private final int[] units;
    private final int[] groupOf;
    private final double scale;
    private final boolean someLeftOut;

    private StaggeredCells(
            Panel panel,
            double[][] covariates,
            int[] clusters,
            Staggered.Settings settings,
            int[] units,
            boolean someLeftOut) {
        this.panel = panel;
        this.settings = settings;
        this.units = units;
        this.someLeftOut = someLeftOut;
        this.groupOf = Arrays.stream(units).map(panel::firstTreated).toArray();
        this.estimator = new CellEstimator(
                settings.adjustment(),
                Arrays.stream(units).mapToObj(i -> covariates[i]).toArray(double[][]::new));
        this.influences = new Influences(
                Arrays.stream(units).map(i -> clusters[i]).toArray(),
                groupOf,
                settings.precision(),
                settings.adjustment() == Staggered.Adjustment.NONE ? 0 : covariates[0].length);
        this.scale = Arrays.stream(units)
                .mapToDouble(
                        i -> Arrays.stream(panel.series(i)).map(Math::abs).max().orElse(0))
                .max()
                .orElse(0);
    }

    /** Everything that {@link Staggered} keeps. */
    record Result(
            List<Staggered.GroupTime> effects,
            List<Staggered.Skipped> skipped,
            List<Integer> leftOut,
            Influences influences,
            GroupShares shares,
            double[][] perCluster,
            double scale,
            int n) {}

    static Outcome<Result> estimate(Panel panel, double[][] covariates, int[] clusters, Staggered.Settings settings) {
        int first = 1 + settings.anticipation();
        int[] groups = Arrays.stream(panel.treated())
                .map(panel::firstTreated)
                .distinct()
                .sorted()
                .filter(group -> group >= first && clustersIn(panel, clusters, group) >= 2)
                .toArray();
        List<Integer> leftOut = Arrays.stream(panel.treated())
                .filter(i -> Arrays.binarySearch(groups, panel.firstTreated(i)) < 0)
                .boxed()
                .toList();
        int[] units = IntStream.range(0, panel.units().size())
                .filter(i -> !leftOut.contains(i))
                .toArray();
        if (groups.length == 0) {
            return Outcome.failed(
                    Reason.TOO_FEW, "no group of two or more units that starts after period " + (first - 1));
        }
        int never = clustersIn(panel, clusters, Panel.NEVER);
        boolean enough = switch (settings.controls()) {
            case NEVER_TREATED -> never >= 2;
            case NOT_YET_TREATED -> never >= 2 || groups.length > 1;
        };
        if (!enough) {
            return Outcome.failed(Reason.TOO_FEW, never + " units that are never treated, needs 2");
        }
        return new StaggeredCells(panel, covariates, clusters, settings, units, !leftOut.isEmpty())
                .all(groups, leftOut);
    }

    private static int clustersIn(Panel panel, int[] clusters, int group) {
        return (int) IntStream.range(0, clusters.length)
                .filter(i -> panel.firstTreated(i) == group)
                .map(i -> clusters[i])
                .distinct()
                .count();
    }

    private Outcome<Result> all(int[] groups, List<Integer> leftOut) {
        List<Staggered.GroupTime> effects = new ArrayList<>();
        List<Staggered.Skipped> skipped = new ArrayList<>();
        List<double[]> perCluster = new ArrayList<>();
        for (int group : groups) {
            int[] treated = members(group);
            for (int period = 0; period < panel.periods().size(); period++) {
                int base = base(group, period);
                if (base < 0 || base == period) {
                    continue;
                }
                int[] compared = comparedWith(group, Math.max(period, base));
                if (compared.length < 2) {
                    skipped.add(new Staggered.Skipped(group, period));
                    continue;
                }
                Staggered.Skipped at = new Staggered.Skipped(group, period);
                Outcome<Staggered.GroupTime> effect = estimator
                        .estimate(change(base, period), treated, compared)
                        .flatMap(found -> effect(found, at, base, treated.length, perCluster));
                if (!effect.isAnswer()) {
                    return Outcome.failed(
                            effect.failure().reason(),
                            "group " + panel.periods().get(group) + " in "
                                    + panel.periods().get(period) + ": "
                                    + effect.failure().detail());
                }
                effects.add(effect.get());
            }
        }
        if (effects.isEmpty()) {
            return Outcome.failed(Reason.TOO_FEW, "nobody to compare with in any period");
        }
        return Outcome.of(new Result(
                effects,
                skipped,
                leftOut,
                influences,
                new GroupShares(groups, groupOf, influences),
                perCluster.toArray(double[][]::new),
                scale,
                units.length));
    }

    private Outcome<Staggered.GroupTime> effect(
            CellEstimator.Cell cell, Staggered.Skipped at, int base, int treated, List<double[]> perCluster) {
        double[] sums = influences.perCluster(cell.influence());
        Effect.Draft draft = influences.draft(cell.value(), sums);
        return Effect.of(
                        draft,
                        scale,
                        settings.level(),
                        (long) treated + cell.compared(),
                        "group-time-effect",
                        caveats(draft.degrees(), treated, someLeftOut))
                .map(effect -> {
                    perCluster.add(sums);
                    return new Staggered.GroupTime(at.group(), at.period(), base, effect, treated, cell.compared());
                });
    }

    static Set<Caveat> caveats(double degrees, int treated, boolean someLeftOut) {
        Set<Caveat> caveats = EnumSet.noneOf(Caveat.class);
        if (degrees < FEW_DEGREES || treated < FEW_DEGREES) {
            caveats.add(Caveat.FEW_OBSERVATIONS);
        }
        if (Double.isInfinite(degrees)) {
            caveats.add(Caveat.LARGE_SAMPLE_FORMULA);
        }
        if (someLeftOut) {
            caveats.add(Caveat.UNITS_LEFT_OUT);
        }
        return caveats;
    }

    /** The period a period is compared with; below 0 when there is none. */
    private int base(int group, int period) {
        int last = group - 1 - settings.anticipation();
        boolean before = period <= last;
        return before && settings.base() == Staggered.Base.VARYING ? period - 1 : last;
    }

    private int[] members(int group) {
        return IntStream.range(0, units.length).filter(i -> groupOf[i] == group).toArray();
    }

    /** Untreated until and in this period, and not about to be when treatment may be anticipated. */
    private int[] comparedWith(int group, int until) {
        return switch (settings.controls()) {
            case NEVER_TREATED -> members(Panel.NEVER);
            case NOT_YET_TREATED ->
                IntStream.range(0, units.length)
                        .filter(i -> groupOf[i] != group && groupOf[i] - (long) settings.anticipation() > until)
                        .toArray();
        };
    }

    private double[] change(int base, int period) {
        return Arrays.stream(units)
                .mapToDouble(i -> panel.value(i, period) - panel.value(i, base))
                .toArray();
    }
}
