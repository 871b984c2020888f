package nl.leercirkel.statistics.synthetic;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import nl.leercirkel.statistics.Caveat;
import nl.leercirkel.statistics.Failure;
import nl.leercirkel.statistics.Outcome;
import nl.leercirkel.statistics.Randomness;
import nl.leercirkel.statistics.Reason;
import nl.leercirkel.statistics.support.Sum;

/** Weights from predictors, whose importance follows from the outcome before treatment. */
final class WithPredictors extends Specification {

    /** How much heavier predictors count than the outcome where both can be had. */
    private static final double FIRST = 1e4;

    private final List<Predictor> predictors;
    private final Effort effort;

    WithPredictors(List<Predictor> predictors, Effort effort) {
        this.predictors = List.copyOf(predictors);
        this.effort = effort;
    }

    List<Predictor> predictors() {
        return predictors;
    }

    @Override
    public String method() {
        return "synthetic-control-predictors";
    }

    @Override
    boolean searches() {
        return true;
    }

    @Override
    Outcome<Weighing> weigh(Problem problem, long seed) {
        Optional<Failure> failure = check(problem);
        if (failure.isPresent()) {
            return Outcome.failed(failure.get());
        }
        int k = predictors.size();
        double[][] donors = new double[problem.donors().length][k];
        double[] matched = new double[k];
        for (int p = 0; p < k; p++) {
            double scale = deviation(predictors.get(p), problem);
            if (!(scale > 0)) {
                return Outcome.failed(
                        Reason.CONSTANT, predictors.get(p).name() + " is the same for the unit and its donors");
            }
            matched[p] = predictors.get(p).value(problem.label(problem.unit())) / scale;
            for (int j = 0; j < donors.length; j++) {
                donors[j][p] = predictors.get(p).value(problem.label(problem.donors()[j])) / scale;
            }
        }
        SimplexLeastSquares equal = new SimplexLeastSquares(k);
        equal.solve(donors, matched);
        if (equal.perfect()) {
            return inside(problem, donors, matched);
        }
        NestedSearch search = new NestedSearch(donors, matched, problem.columns(), problem.target(), problem.before());
        NestedSearch.Best best = search.run(effort, Randomness.of(seed).stream());
        return Outcome.of(
                new Weighing(search.weights(best.counts()), 0, shares(best.counts()), EnumSet.noneOf(Caveat.class)));
    }

    /**
     * The donors can match all predictors whatever each counts, so many weights do; of those, the ones that follow the outcome
     * best.
     */
    private static Outcome<Weighing> inside(Problem problem, double[][] donors, double[] matched) {
        int k = matched.length;
        double heavy = FIRST * Math.max(problem.scale(), Double.MIN_NORMAL);
        double[][] columns = new double[donors.length][];
        for (int j = 0; j < columns.length; j++) {
            columns[j] = stacked(donors[j], heavy, problem.values()[problem.donors()[j]], problem.before());
        }
        SimplexLeastSquares solver = new SimplexLeastSquares(k + problem.before());
        solver.solve(columns, stacked(matched, heavy, problem.target(), problem.before()));
        Set<Caveat> caveats = solver.tied() ? Set.of(Caveat.WEIGHTS_NOT_UNIQUE) : Set.of();
        double[] equal = new double[k];
        Arrays.fill(equal, 1.0 / k);
        return Outcome.of(new Weighing(solver.weights(), 0, equal, caveats));
    }

    private static double[] stacked(double[] predictors, double heavy, double[] outcome, int before) {
        double[] stacked = new double[predictors.length + before];
        for (int p = 0; p < predictors.length; p++) {
            stacked[p] = heavy * predictors[p];
        }
        System.arraycopy(outcome, 0, stacked, predictors.length, before);
        return stacked;
    }

    private Optional<Failure> check(Problem problem) {
        if (predictors.isEmpty()) {
            return Optional.of(new Failure(Reason.NO_DATA, "no predictors"));
        }
        if (predictors.size() > problem.donors().length) {
            return Optional.of(new Failure(
                    Reason.NOT_IDENTIFIED, predictors.size() + " predictors, " + problem.donors().length + " donors"));
        }
        for (Predictor predictor : predictors) {
            for (int row : rows(problem)) {
                if (!predictor.has(problem.label(row))) {
                    return Optional.of(
                            new Failure(Reason.DO_NOT_MATCH, predictor.name() + " lacks " + problem.label(row)));
                }
            }
        }
        return Optional.empty();
    }

    private static int[] rows(Problem problem) {
        return IntStream.concat(IntStream.of(problem.unit()), Arrays.stream(problem.donors()))
                .toArray();
    }

    private static double deviation(Predictor predictor, Problem problem) {
        double[] values = Arrays.stream(rows(problem))
                .mapToDouble(row -> predictor.value(problem.label(row)))
                .toArray();
        return Math.sqrt(Sum.Centre.of(values).squares(values) / (values.length - 1));
    }

    private static double[] shares(double[] logarithms) {
        double[] counts = Arrays.stream(logarithms).map(c -> Math.pow(10, c)).toArray();
        double total = Arrays.stream(counts).sum();
        return Arrays.stream(counts).map(c -> c / total).toArray();
    }
}
