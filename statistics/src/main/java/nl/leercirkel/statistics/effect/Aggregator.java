package nl.leercirkel.statistics.effect;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.ToIntFunction;
import nl.leercirkel.statistics.Outcome;
import nl.leercirkel.statistics.Reason;

/** Weighted means of group-time effects with their influences: Callaway and Sant'Anna (2021), section 3 and corollary 2. */
final class Aggregator {

    private final List<Staggered.GroupTime> effects;
    private final double[][] perCluster;
    private final Influences influences;
    private final GroupShares shares;
    private final Staggered.Settings settings;
    private final double scale;
    private final boolean someLeftOut;

    Aggregator(
            List<Staggered.GroupTime> effects,
            double[][] perCluster,
            Influences influences,
            GroupShares shares,
            Staggered.Settings settings,
            double scale,
            boolean someLeftOut) {
        this.effects = effects;
        this.perCluster = perCluster;
        this.influences = influences;
        this.shares = shares;
        this.settings = settings;
        this.scale = scale;
        this.someLeftOut = someLeftOut;
    }

    /** A mean with the influence of every cluster on it. */
    record Mean(int at, double value, double[] influence, int groups, int treated) {}

    /** The points and the overall mean. */
    record Weighted(List<Mean> points, Mean overall) {}

    Outcome<Aggregate> aggregate(Aggregate.By by) {
        return weighted(by).flatMap(weighted -> {
            List<Aggregate.Point> points = new ArrayList<>();
            for (Mean mean : weighted.points()) {
                Outcome<Effect> effect = effect(mean, by);
                if (!effect.isAnswer()) {
                    return Outcome.failed(effect.failure());
                }
                points.add(new Aggregate.Point(mean.at(), effect.get(), mean.groups()));
            }
            return effect(weighted.overall(), by).map(overall -> new Aggregate(by, points, overall));
        });
    }

    Outcome<Weighted> weighted(Aggregate.By by) {
        if (effects.stream().noneMatch(effect -> isAfter(effect))) {
            return Outcome.failed(Reason.NO_DATA, "no effect after a start could be estimated");
        }
        List<Mean> points = points(by);
        return Outcome.of(new Weighted(points, overall(by, points)));
    }

    private List<Mean> points(Aggregate.By by) {
        return switch (by) {
            case EVERYTHING -> List.of();
            case TIME_SINCE_START -> grouped(effect -> effect.period() - effect.group(), true, false);
            case GROUP -> grouped(Staggered.GroupTime::group, false, true);
            case PERIOD -> grouped(Staggered.GroupTime::period, true, true);
        };
    }

    private Mean overall(Aggregate.By by, List<Mean> points) {
        return switch (by) {
            case EVERYTHING -> {
                int[] after = indices(this::isAfter);
                yield byShare(0, after);
            }
            case TIME_SINCE_START ->
                equally(points.stream().filter(mean -> mean.at() >= 0).toList());
            case GROUP -> overGroups(points);
            case PERIOD -> equally(points);
        };
    }

    /** Effects with the same key averaged: weighted by the share of their group, or plainly. */
    private List<Mean> grouped(ToIntFunction<Staggered.GroupTime> key, boolean byShare, boolean onlyAfter) {
        TreeMap<Integer, int[]> found = new TreeMap<>();
        for (Staggered.GroupTime effect : effects) {
            if (!onlyAfter || isAfter(effect)) {
                found.computeIfAbsent(
                        key.applyAsInt(effect),
                        at -> indices(other -> key.applyAsInt(other) == at && (!onlyAfter || isAfter(other))));
            }
        }
        List<Mean> means = new ArrayList<>();
        found.forEach((at, which) -> means.add(byShare ? byShare(at, which) : plainly(at, which)));
        return means;
    }

    private Mean byShare(int at, int[] which) {
        double[] weights = Arrays.stream(which)
                .mapToDouble(i -> shares.share(effects.get(i).group()))
                .toArray();
        List<double[]> moving = Arrays.stream(which)
                .mapToObj(i -> shares.influence(effects.get(i).group()))
                .toList();
        double[] values = Arrays.stream(which)
                .mapToDouble(i -> effects.get(i).effect().value())
                .toArray();
        List<double[]> own = Arrays.stream(which).mapToObj(i -> perCluster[i]).toList();
        return mean(at, values, own, weights, Optional.of(moving), groupsOf(which), treatedOf(which));
    }

    private Mean plainly(int at, int[] which) {
        double[] weights = new double[which.length];
        Arrays.fill(weights, 1);
        double[] values = Arrays.stream(which)
                .mapToDouble(i -> effects.get(i).effect().value())
                .toArray();
        List<double[]> own = Arrays.stream(which).mapToObj(i -> perCluster[i]).toList();
        return mean(at, values, own, weights, Optional.empty(), groupsOf(which), treatedOf(which));
    }

    private Mean equally(List<Mean> means) {
        double[] weights = new double[means.size()];
        Arrays.fill(weights, 1);
        return over(means, weights, Optional.empty());
    }

    private Mean overGroups(List<Mean> means) {
        double[] weights =
                means.stream().mapToDouble(mean -> shares.share(mean.at())).toArray();
        return over(
                means,
                weights,
                Optional.of(
                        means.stream().map(mean -> shares.influence(mean.at())).toList()));
    }

    private static Mean over(List<Mean> means, double[] weights, Optional<List<double[]>> moving) {
        return mean(
                0,
                means.stream().mapToDouble(Mean::value).toArray(),
                means.stream().map(Mean::influence).toList(),
                weights,
                moving,
                means.stream().mapToInt(Mean::groups).max().orElse(0),
                means.stream().mapToInt(Mean::treated).max().orElse(0));
    }

    /**
     * Sum of w v / sum of w. Where weights are estimated shares with influences m, the influence is that of the values plus sum
     * of m (v - mean) / sum of w.
     */
    private static Mean mean(
            int at,
            double[] values,
            List<double[]> own,
            double[] weights,
            Optional<List<double[]>> moving,
            int groups,
            int treated) {
        double total = Arrays.stream(weights).sum();
        double mean = 0;
        for (int i = 0; i < values.length; i++) {
            mean += weights[i] * values[i] / total;
        }
        double[] influence = new double[own.getFirst().length];
        for (int i = 0; i < values.length; i++) {
            double gap = (values[i] - mean) / total;
            for (int c = 0; c < influence.length; c++) {
                influence[c] += weights[i] / total * own.get(i)[c];
                influence[c] += moving.isPresent() ? gap * moving.get().get(i)[c] : 0;
            }
        }
        return new Mean(at, mean, influence, groups, treated);
    }

    private Outcome<Effect> effect(Mean mean, Aggregate.By by) {
        Effect.Draft draft = influences.draft(mean.value(), mean.influence());
        String method = switch (by) {
            case EVERYTHING -> "staggered-simple";
            case TIME_SINCE_START -> "staggered-event-study";
            case GROUP -> "staggered-group";
            case PERIOD -> "staggered-calendar";
        };
        return Effect.of(
                draft,
                scale,
                settings.level(),
                influences.clusterCount(),
                method,
                StaggeredCells.caveats(draft.degrees(), mean.treated(), someLeftOut));
    }

    private int[] indices(java.util.function.Predicate<Staggered.GroupTime> wanted) {
        return java.util.stream.IntStream.range(0, effects.size())
                .filter(i -> wanted.test(effects.get(i)))
                .toArray();
    }

    private int groupsOf(int[] which) {
        return (int)
                Arrays.stream(which).map(i -> effects.get(i).group()).distinct().count();
    }

    /** Treated units in all groups together. */
    private int treatedOf(int[] which) {
        return Arrays.stream(which)
                .mapToObj(effects::get)
                .collect(java.util.stream.Collectors.toMap(
                        Staggered.GroupTime::group, Staggered.GroupTime::treated, (one, same) -> one))
                .values()
                .stream()
                .mapToInt(Integer::intValue)
                .sum();
    }

    private boolean isAfter(Staggered.GroupTime effect) {
        return effect.period() >= effect.group();
    }
}
