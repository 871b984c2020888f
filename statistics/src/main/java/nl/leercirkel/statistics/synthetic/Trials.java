package nl.leercirkel.statistics.synthetic;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import nl.leercirkel.statistics.Failure;
import nl.leercirkel.statistics.Outcome;
import nl.leercirkel.statistics.Randomness;
import nl.leercirkel.statistics.Reason;
import nl.leercirkel.statistics.panel.Panel;
import nl.leercirkel.statistics.synthetic.SyntheticDifference.Kind;
import nl.leercirkel.statistics.synthetic.SyntheticDifference.Optimum;

/**
 * Units of a history in the part of the treated one, with an effect added.
 *
 * <p>The weights of a synthetic control or difference do not depend on the treated unit's outcome after the start, so the
 * comparisons are made once and the effect is added to the gaps. A placebo with the treated unit among its donors is kept as it is,
 * without the effect.
 */
sealed interface Trials {

    /** Drawn sets of units, where several are treated together. */
    int SETS = 400;

    int CHUNK = 8;

    /** The share of trials in which an effect of this size is found. */
    Outcome<Double> power(double effect);

    double smallestPValue();

    int count();

    static Outcome<Trials> of(Panel history, Design design, Set<String> like, Randomness randomness) {
        int[] rows = history.untreated();
        int periods = Arrays.stream(history.treated())
                .map(history::firstTreated)
                .min()
                .orElse(history.periods().size());
        int before = periods - design.periodsAfter();
        if (rows.length < 4 || rows.length < design.municipalities() + 3) {
            return Outcome.failed(
                    Reason.TOO_FEW, rows.length + " untreated units for " + design.municipalities() + " to be treated");
        }
        if (before < 2) {
            return Outcome.failed(
                    Reason.TOO_FEW, periods + " periods of history leave " + before + " before a start, needs 2");
        }
        double[][] values = Arrays.stream(history.values())
                .map(row -> Arrays.copyOf(row, periods))
                .toArray(double[][]::new);
        boolean[] counts = new boolean[rows.length];
        for (int i = 0; i < rows.length; i++) {
            counts[i] = like.isEmpty() || like.contains(history.units().get(rows[i]));
        }
        return switch (design.judge()) {
            case PLACEBO_RATIO, PLACEBO_EFFECT ->
                Gaps.of(history.units(), values, rows, before, counts, design, randomness);
            case CONFORMAL -> Shifts.of(history.units(), values, rows, before, counts, design);
            case SYNTHETIC_DIFFERENCE, DIFFERENCE_IN_DIFFERENCES ->
                Effects.of(values, rows, before, counts, design, randomness);
        };
    }

    private static Outcome<Problem> problem(List<String> units, double[][] values, int[] rows, int unit, int before) {
        int[] others = Arrays.stream(rows).filter(row -> row != unit).toArray();
        return Problem.of(units, values, unit, others, before);
    }

    /** The share of trials that count in which the p-value is small enough. */
    private static double share(boolean[] counts, IntPredicate found) {
        long all = IntStream.range(0, counts.length).filter(i -> counts[i]).count();
        return IntStream.range(0, counts.length)
                        .filter(i -> counts[i])
                        .filter(found)
                        .count()
                / (double) all;
    }

    /** The rank of a value among the others, itself counted; ties against it. */
    private static int rank(double value, double[] others, int self) {
        int rank = 1;
        for (int j = 0; j < others.length; j++) {
            rank += j != self && others[j] >= value * (1 - 1e-12) ? 1 : 0;
        }
        return rank;
    }

    /** Placebos in space: every unit's gaps, judged by their ratio or by their mean. */
    record Gaps(double[][] gaps, double[] scales, int before, boolean[] counts, double[] without, Design design)
            implements Trials {

        static Outcome<Trials> of(
                List<String> units,
                double[][] values,
                int[] rows,
                int before,
                boolean[] counts,
                Design design,
                Randomness randomness) {
            double[][] gaps = new double[rows.length][];
            double[] scales = new double[rows.length];
            int chunk = design.specification().searches() ? 1 : CHUNK;
            List<Optional<Failure>> failures = randomness.inChunks(rows.length, chunk, (stream, from, to) -> {
                for (int i = from; i < to; i++) {
                    int at = i;
                    Outcome<double[]> one = problem(units, values, rows, rows[i], before)
                            .flatMap(problem -> {
                                scales[at] = problem.scale();
                                return design.specification()
                                        .weigh(problem, stream.nextLong())
                                        .map(weighing -> weighing.gaps(problem));
                            });
                    if (!one.isAnswer()) {
                        return Optional.of(one.failure());
                    }
                    gaps[i] = one.get();
                }
                return Optional.empty();
            });
            Optional<Failure> failure =
                    failures.stream().flatMap(Optional::stream).findFirst();
            if (failure.isPresent()) {
                return Outcome.failed(failure.get());
            }
            Gaps trials = new Gaps(gaps, scales, before, counts, new double[gaps.length], design);
            for (int i = 0; i < gaps.length; i++) {
                trials.without[i] = trials.statistic(i, 0);
            }
            return Outcome.of(trials);
        }

        @Override
        public Outcome<Double> power(double effect) {
            return Outcome.of(share(
                    counts, i -> rank(statistic(i, effect), without, i) <= design.significance() * gaps.length + 1e-9));
        }

        @Override
        public double smallestPValue() {
            return 1.0 / gaps.length;
        }

        @Override
        public int count() {
            return gaps.length;
        }

        private double statistic(int unit, double effect) {
            double[] shifted = gaps[unit].clone();
            for (int t = before; t < shifted.length; t++) {
                shifted[t] += effect;
            }
            Track track = Track.of(shifted, before, scales[unit]);
            return design.judge() == Design.Judge.PLACEBO_RATIO ? track.ratio() : Math.abs(track.effect());
        }
    }

    /** Conformal: the effect changes the comparison itself, so each size is judged anew. */
    record Shifts(List<Problem> problems, boolean[] counts, Design design) implements Trials {

        static Outcome<Trials> of(
                List<String> units, double[][] values, int[] rows, int before, boolean[] counts, Design design) {
            Optional<Failure> unusable = Conformal.usable(design.specification());
            if (unusable.isPresent()) {
                return Outcome.failed(unusable.get());
            }
            List<Problem> problems = new ArrayList<>();
            for (int row : rows) {
                Outcome<Problem> problem = problem(units, values, rows, row, before);
                if (!problem.isAnswer()) {
                    return Outcome.failed(problem.failure());
                }
                problems.add(problem.get());
            }
            return Outcome.of(new Shifts(List.copyOf(problems), counts, design));
        }

        @Override
        public Outcome<Double> power(double effect) {
            boolean[] found = new boolean[problems.size()];
            for (int i = 0; i < found.length; i++) {
                if (!counts[i]) {
                    continue;
                }
                Problem problem = problems.get(i);
                double[] added = new double[problem.after()];
                Arrays.fill(added, -effect);
                Outcome<double[]> gaps = Conformal.gaps(problem, design.specification(), added);
                if (!gaps.isAnswer()) {
                    return Outcome.failed(gaps.failure());
                }
                found[i] = Conformal.shifted(gaps.get(), problem.before()).pValue() <= design.significance() + 1e-12;
            }
            return Outcome.of(share(counts, i -> found[i]));
        }

        @Override
        public double smallestPValue() {
            return 1.0 / problems.getFirst().periods();
        }

        @Override
        public int count() {
            return (int)
                    IntStream.range(0, counts.length).filter(i -> counts[i]).count();
        }
    }

    /** Differences: sets of units treated together, ranked by the size of their effect among all other sets. */
    record Effects(double[] effects, boolean[] counts, Design design) implements Trials {

        static Outcome<Trials> of(
                double[][] values, int[] rows, int before, boolean[] counts, Design design, Randomness randomness) {
            int treated = design.municipalities();
            Kind kind = design.judge() == Design.Judge.SYNTHETIC_DIFFERENCE
                    ? Kind.SYNTHETIC_DIFFERENCE
                    : Kind.DIFFERENCE_IN_DIFFERENCES;
            double noise = new Block(values, rows, new int[0], before).noise();
            if (!(noise > 0)) {
                return Outcome.failed(Reason.CONSTANT, "no unit varies");
            }
            int draws = treated == 1 ? rows.length : SETS;
            boolean[] among = treated == 1 ? counts : new boolean[draws];
            List<Outcome<Double>> effects = randomness
                    .inChunks(draws, CHUNK, (stream, from, to) -> {
                        List<Outcome<Double>> chunk = new ArrayList<>();
                        for (int draw = from; draw < to; draw++) {
                            int[] places = treated == 1 ? new int[] {draw} : Draws.places(rows.length, treated, stream);
                            among[draw] = Arrays.stream(places).allMatch(place -> counts[place]);
                            chunk.add(effect(values, rows, places, before, kind, noise));
                        }
                        return chunk;
                    })
                    .stream()
                    .flatMap(List::stream)
                    .toList();
            Optional<Outcome<Double>> failed =
                    effects.stream().filter(one -> !one.isAnswer()).findFirst();
            if (failed.isPresent()) {
                return Outcome.failed(failed.get().failure());
            }
            if (IntStream.range(0, draws).noneMatch(i -> among[i])) {
                return Outcome.failed(Reason.TOO_FEW, "no drawn set has only units to be like");
            }
            return Outcome.of(
                    new Effects(effects.stream().mapToDouble(Outcome::get).toArray(), among, design));
        }

        private static Outcome<Double> effect(
                double[][] values, int[] rows, int[] places, int before, Kind kind, double noise) {
            int[] treated = Arrays.stream(places).map(place -> rows[place]).toArray();
            int[] controls = Arrays.stream(rows)
                    .filter(row -> Arrays.stream(treated).noneMatch(unit -> unit == row))
                    .toArray();
            Block block = new Block(values, controls, treated, before);
            return BlockWeights.of(block, kind, Optimum.EXACT, noise).map(weights -> weights.effect(block));
        }

        @Override
        public Outcome<Double> power(double effect) {
            double[] sizes = Arrays.stream(effects).map(Math::abs).toArray();
            return Outcome.of(share(
                    counts,
                    i -> rank(Math.abs(effects[i] + effect), sizes, i)
                            <= design.significance() * effects.length + 1e-9));
        }

        @Override
        public double smallestPValue() {
            return 1.0 / effects.length;
        }

        @Override
        public int count() {
            return effects.length;
        }
    }
}
