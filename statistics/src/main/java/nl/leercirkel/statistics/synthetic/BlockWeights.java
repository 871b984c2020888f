package nl.leercirkel.statistics.synthetic;

import java.util.Arrays;
import java.util.Optional;
import nl.leercirkel.statistics.Outcome;
import nl.leercirkel.statistics.Reason;
import nl.leercirkel.statistics.synthetic.SyntheticDifference.Kind;
import nl.leercirkel.statistics.synthetic.SyntheticDifference.Optimum;

/**
 * The weights of untreated units and of periods before treatment (Arkhangelsky et al. 2021, algorithm 1 and equations 4 to 6).
 *
 * @param units one per untreated unit of the block
 * @param periods one per period before treatment; zeros for a synthetic control, which takes no baseline
 */
record BlockWeights(double[] units, double[] periods) {

    /** The price of unequal period weights, so small that it only makes them unique. */
    private static final double SMALL = 1e-6;

    private static final double STOP = 1e-5;

    /**
     * Weighs.
     *
     * @param noise of the whole block, also where the block is a part of it
     * @param treated how many units and periods were treated in the whole block
     */
    static Outcome<BlockWeights> of(Block block, Kind kind, Optimum optimum, double noise) {
        return switch (kind) {
            case DIFFERENCE_IN_DIFFERENCES ->
                Outcome.of(new BlockWeights(equal(block.controls().length), equal(block.before())));
            case SYNTHETIC_CONTROL ->
                units(block, false, SMALL * noise, noise, optimum)
                        .map(units -> new BlockWeights(units, new double[block.before()]));
            case SYNTHETIC_DIFFERENCE -> {
                double treatedCells = (double) block.treated().length * block.after();
                double penalty = Math.sqrt(Math.sqrt(treatedCells)) * noise;
                yield units(block, true, penalty, noise, optimum)
                        .flatMap(units -> periods(block, noise, optimum).map(time -> new BlockWeights(units, time)));
            }
        };
    }

    private static Outcome<double[]> units(
            Block block, boolean intercept, double penalty, double noise, Optimum optimum) {
        double[][] columns = new double[block.controls().length][];
        for (int j = 0; j < columns.length; j++) {
            columns[j] = Arrays.copyOf(block.values()[block.controls()[j]], block.before());
        }
        double[] target = Arrays.copyOf(block.treatedMean(), block.before());
        return solve(columns, target, intercept, penalty, noise, optimum);
    }

    private static Outcome<double[]> periods(Block block, double noise, Optimum optimum) {
        int n = block.controls().length;
        double[][] columns = new double[block.before()][n];
        double[] target = new double[n];
        for (int j = 0; j < n; j++) {
            double[] row = block.values()[block.controls()[j]];
            for (int t = 0; t < columns.length; t++) {
                columns[t][j] = row[t];
            }
            target[j] = block.meanAfter(row);
        }
        return solve(columns, target, true, SMALL * noise, noise, optimum);
    }

    private static Outcome<double[]> solve(
            double[][] columns, double[] target, boolean intercept, double penalty, double noise, Optimum optimum) {
        if (intercept) {
            for (double[] column : columns) {
                centre(column);
            }
            centre(target);
        }
        if (optimum == Optimum.AS_PUBLISHED) {
            return Outcome.of(FrankWolfe.solve(columns, target, penalty, STOP * noise));
        }
        double price = penalty * penalty * target.length;
        Optional<double[]> weights;
        if (columns.length <= target.length) {
            weights = RidgeSimplex.byMoreRows(columns, target, price);
        } else if (penalty <= SMALL * noise) {
            weights = withoutPrice(columns, target);
        } else {
            weights = RidgeSimplex.solve(columns, target, price);
        }
        return weights.isPresent()
                ? Outcome.of(weights.get())
                : Outcome.failed(Reason.NO_CONVERGENCE, "weights of " + columns.length + " columns");
    }

    /** More columns than rows and a price that only breaks ties: left out, as one more row per column would cost more than it brings. */
    private static Optional<double[]> withoutPrice(double[][] columns, double[] target) {
        SimplexLeastSquares solver = new SimplexLeastSquares(target.length);
        solver.solve(columns, target);
        return solver.settled() ? Optional.of(solver.weights()) : Optional.empty();
    }

    private static void centre(double[] values) {
        double mean = Arrays.stream(values).sum() / values.length;
        for (int i = 0; i < values.length; i++) {
            values[i] -= mean;
        }
    }

    private static double[] equal(int count) {
        double[] weights = new double[count];
        Arrays.fill(weights, 1.0 / count);
        return weights;
    }

    /** Treated less weighted untreated, per period. */
    double[] gaps(Block block) {
        double[] gaps = block.treatedMean();
        for (int j = 0; j < units.length; j++) {
            if (units[j] != 0) {
                double[] row = block.values()[block.controls()[j]];
                for (int t = 0; t < gaps.length; t++) {
                    gaps[t] -= units[j] * row[t];
                }
            }
        }
        return gaps;
    }

    /** The weighted gap before treatment, from which the effect is counted. */
    double baseline(double[] gaps) {
        double baseline = 0;
        for (int t = 0; t < periods.length; t++) {
            baseline += periods[t] * gaps[t];
        }
        return baseline;
    }

    double effect(Block block) {
        double[] gaps = gaps(block);
        return block.meanAfter(gaps) - baseline(gaps);
    }
}
