package nl.leercirkel.statistics.synthetic;

import java.util.Arrays;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import nl.leercirkel.statistics.Outcome;
import nl.leercirkel.statistics.Reason;
import nl.leercirkel.statistics.support.Spd;
import nl.leercirkel.statistics.support.Sum;

/** Simplex weights corrected by a ridge regression on the outcomes before treatment, centred per period on the donors' mean. */
final class RidgeAugmented extends Specification {

    private static final int GRID = 20;
    private static final double SMALLEST = 1e-8;

    private final OptionalDouble price;

    RidgeAugmented(OptionalDouble price) {
        this.price = price;
    }

    @Override
    public String method() {
        return "synthetic-control-ridge-augmented";
    }

    @Override
    boolean searches() {
        return false;
    }

    @Override
    Outcome<Weighing> weigh(Problem problem, long seed) {
        if (price.isPresent() && !(price.getAsDouble() > 0 && Double.isFinite(price.getAsDouble()))) {
            return Outcome.failed(Reason.OUT_OF_RANGE, "price " + price.getAsDouble());
        }
        return new OutcomesOnly(false).weigh(problem, seed).flatMap(plain -> {
            int[] all = IntStream.range(0, problem.before()).toArray();
            double[] weights = price.isPresent()
                    ? augmented(problem, plain.weights(), all, price.getAsDouble())
                    : chosen(problem, plain.weights(), all);
            return weights.length == 0
                    ? Outcome.failed(Reason.NOT_IDENTIFIED, "no ridge regression on the donors")
                    : Outcome.of(new Weighing(weights, 0, new double[0], plain.caveats()));
        });
    }

    /**
     * With the highest price for which left-out periods are predicted within one standard error of the best; empty when none can
     * be. The authors' rule: the best itself leans to no price at all where periods resemble their neighbours.
     */
    private static double[] chosen(Problem problem, double[] plain, int[] all) {
        double largest = largestPrice(problem);
        double[] prices = new double[GRID + 1];
        double[] errors = new double[GRID + 1];
        double limit = Double.POSITIVE_INFINITY;
        double least = Double.POSITIVE_INFINITY;
        for (int step = 0; step <= GRID; step++) {
            prices[step] = largest * Math.pow(SMALLEST, step / (double) GRID);
            double[] squares = squaresLeftOut(problem, all, prices[step]);
            errors[step] = Sum.mean(squares);
            if (errors[step] < least) {
                least = errors[step];
                int n = squares.length;
                limit = least + Math.sqrt(Sum.Centre.of(squares).squares(squares) / (n - 1) / n);
            }
        }
        for (int step = 0; step <= GRID; step++) {
            if (errors[step] <= limit) {
                return augmented(problem, plain, all, prices[step]);
            }
        }
        return new double[0];
    }

    private static double[] squaresLeftOut(Problem problem, int[] all, double price) {
        return IntStream.of(all)
                .mapToDouble(left -> {
                    int[] kept = IntStream.of(all).filter(t -> t != left).toArray();
                    double miss = missed(problem, kept, left, price);
                    return miss * miss;
                })
                .toArray();
    }

    private static double missed(Problem problem, int[] kept, int left, double price) {
        SimplexLeastSquares solver = new SimplexLeastSquares(kept.length);
        double[][] columns = Arrays.stream(problem.columns())
                .map(column -> IntStream.of(kept).mapToDouble(t -> column[t]).toArray())
                .toArray(double[][]::new);
        solver.solve(
                columns,
                IntStream.of(kept).mapToDouble(t -> problem.target()[t]).toArray());
        double[] weights = augmented(problem, solver.weights(), kept, price);
        if (weights.length == 0) {
            return Double.POSITIVE_INFINITY;
        }
        double miss = problem.target()[left];
        for (int j = 0; j < weights.length; j++) {
            miss -= weights[j] * problem.values()[problem.donors()[j]][left];
        }
        return miss;
    }

    /** w + (x1 - X0'w)' (X0'X0 + price I)^-1 X0', X0 the centred donors; equation 12 of the paper. */
    private static double[] augmented(Problem problem, double[] plain, int[] periods, double price) {
        int n = periods.length;
        double[][] donors = new double[plain.length][n];
        double[] open = new double[n];
        for (int t = 0; t < n; t++) {
            int at = periods[t];
            double mean = 0;
            for (int donor : problem.donors()) {
                mean += problem.values()[donor][at] / plain.length;
            }
            open[t] = problem.target()[at] - mean;
            for (int j = 0; j < plain.length; j++) {
                donors[j][t] = problem.values()[problem.donors()[j]][at] - mean;
                open[t] -= plain[j] * donors[j][t];
            }
        }
        double[][] squares = new double[n][n];
        for (double[] donor : donors) {
            for (int a = 0; a < n; a++) {
                for (int b = 0; b < n; b++) {
                    squares[a][b] += donor[a] * donor[b];
                }
            }
        }
        for (int t = 0; t < n; t++) {
            squares[t][t] += price;
        }
        Optional<double[][]> inverse = Spd.inverse(squares);
        if (inverse.isEmpty()) {
            return new double[0];
        }
        double[] slope = Spd.times(inverse.get(), open);
        double[] weights = plain.clone();
        for (int j = 0; j < weights.length; j++) {
            weights[j] += Spd.dot(donors[j], slope);
        }
        return weights;
    }

    /** The largest that makes a difference: the squared length of all centred donors, which bounds their largest eigenvalue. */
    private static double largestPrice(Problem problem) {
        double total = 0;
        for (int t = 0; t < problem.before(); t++) {
            double mean = 0;
            for (int donor : problem.donors()) {
                mean += problem.values()[donor][t] / problem.donors().length;
            }
            for (int donor : problem.donors()) {
                double apart = problem.values()[donor][t] - mean;
                total += apart * apart;
            }
        }
        return total;
    }
}
