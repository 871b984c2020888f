package nl.leercirkel.statistics.synthetic;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import nl.leercirkel.statistics.Caveat;
import nl.leercirkel.statistics.Outcome;
import nl.leercirkel.statistics.Reason;
import nl.leercirkel.statistics.support.Sum;

/** Weights from the outcome before treatment alone. */
final class OutcomesOnly extends Specification {

    /** Of the squared scale: so small that it only chooses among weights that fit equally well. */
    private static final double TIE = 1e-10;

    private static final double NOTICEABLE = 1e-6;

    private final boolean demeaned;

    OutcomesOnly(boolean demeaned) {
        this.demeaned = demeaned;
    }

    @Override
    public String method() {
        return demeaned ? "synthetic-control-demeaned" : "synthetic-control";
    }

    @Override
    boolean searches() {
        return false;
    }

    @Override
    Outcome<Weighing> weigh(Problem problem, long seed) {
        return weigh(problem, new SimplexLeastSquares(problem.before()));
    }

    /** With a solver that is used for many problems of one height. */
    Outcome<Weighing> weigh(Problem problem, SimplexLeastSquares solver) {
        double[][] columns = problem.columns();
        double[] target = problem.target();
        if (demeaned) {
            columns = Arrays.stream(columns)
                    .map(c -> centred(c, problem.before()))
                    .toArray(double[][]::new);
            target = centred(target, problem.before());
        }
        solver.solve(columns, target);
        if (!solver.settled()) {
            return Outcome.failed(Reason.NO_CONVERGENCE, "weights after " + solver.steps() + " steps");
        }
        double[] weights = solver.weights();
        Set<Caveat> caveats = EnumSet.noneOf(Caveat.class);
        if (solver.tied()) {
            double[] other = mostEqual(columns, target, problem).orElse(weights);
            if (apart(weights, other) > NOTICEABLE) {
                caveats.add(Caveat.WEIGHTS_NOT_UNIQUE);
                weights = other;
            }
        }
        return Outcome.of(new Weighing(weights, intercept(problem, weights), new double[0], caveats));
    }

    private double intercept(Problem problem, double[] weights) {
        if (!demeaned) {
            return 0;
        }
        double intercept = mean(problem.target(), problem.before());
        for (int j = 0; j < weights.length; j++) {
            intercept -= weights[j] * mean(problem.values()[problem.donors()[j]], problem.before());
        }
        return intercept;
    }

    /** Of all weights that fit as well, those nearest to equal: an answer that does not depend on the order of the donors. */
    private static Optional<double[]> mostEqual(double[][] columns, double[] target, Problem problem) {
        int before = problem.before();
        double[][] cut = Arrays.stream(columns)
                .map(column -> Arrays.copyOf(column, before))
                .toArray(double[][]::new);
        double scale = problem.scale();
        return RidgeSimplex.solve(cut, Arrays.copyOf(target, before), TIE * scale * scale);
    }

    private static double apart(double[] some, double[] others) {
        double apart = 0;
        for (int j = 0; j < some.length; j++) {
            apart = Math.max(apart, Math.abs(some[j] - others[j]));
        }
        return apart;
    }

    private static double[] centred(double[] row, int before) {
        double mean = mean(row, before);
        return Arrays.stream(row).limit(before).map(value -> value - mean).toArray();
    }

    private static double mean(double[] row, int before) {
        return Sum.mean(Arrays.copyOf(row, before));
    }
}
