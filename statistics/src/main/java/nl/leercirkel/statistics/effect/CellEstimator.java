package nl.leercirkel.statistics.effect;

import java.util.Arrays;
import java.util.Optional;
import nl.leercirkel.statistics.Outcome;
import nl.leercirkel.statistics.Reason;
import nl.leercirkel.statistics.linear.Coefficient;
import nl.leercirkel.statistics.linear.LeastSquares;
import nl.leercirkel.statistics.linear.Logistic;
import nl.leercirkel.statistics.support.Spd;

/**
 * The effect on one group between two moments, and the influence of every unit on it, from changes of the outcome.
 *
 * <p>Influences are scaled to the sum over the units compared: the variance of the estimate is the sum of their squares. The
 * formulas are those of Sant'Anna and Zhao (2020), Doubly robust difference-in-differences estimators, J. Econometrics 219:
 * outcome regression (2.2), weighting with normalised weights (4.1's weights), doubly robust with least squares and logit (3.1).
 */
final class CellEstimator {

    /** Untreated units this likely to be treated carry no weight: they would carry all of it. */
    private static final double TRIM = .995;

    /** The chance of the treated is cut off here, so that their odds stay finite; it is used for scores only. */
    private static final double ALMOST = 1 - 1e-6;

    private final Staggered.Adjustment adjustment;

    /** A column of ones and the standardised covariates, per unit. */
    private final double[][] design;

    private Optional<Chances> cached = Optional.empty();

    CellEstimator(Staggered.Adjustment adjustment, double[][] covariates) {
        this.adjustment = adjustment;
        this.design = standardised(covariates);
    }

    /**
     * An estimate and the influences.
     *
     * @param influence per unit of the panel, 0 for units that take no part
     * @param compared how many untreated units carried weight
     */
    record Cell(double value, double[] influence, int compared) {}

    /** Who takes part and how likely treatment was. */
    private record Chances(int[] treated, int[] compared, double[] chance, double[][] hessian) {
        boolean areOf(int[] sameTreated, int[] sameCompared) {
            return Arrays.equals(treated, sameTreated) && Arrays.equals(compared, sameCompared);
        }
    }

    /**
     * Estimates one cell.
     *
     * @param change of the outcome, per unit of the panel
     * @param treated indices of the group
     * @param compared indices of the units it is compared with
     */
    Outcome<Cell> estimate(double[] change, int[] treated, int[] compared) {
        return switch (adjustment) {
            case NONE -> Outcome.of(difference(change, treated, compared));
            case OUTCOME_REGRESSION ->
                regression(change, compared).map(fit -> regressed(change, treated, compared, fit));
            case WEIGHTING ->
                chances(treated, compared).flatMap(c -> weighted(change, treated, compared, c, Optional.empty()));
            case DOUBLY_ROBUST ->
                chances(treated, compared)
                        .flatMap(c -> regression(change, compared)
                                .flatMap(fit -> weighted(change, treated, compared, c, Optional.of(fit))));
        };
    }

    private static Cell difference(double[] change, int[] treated, int[] compared) {
        double[] influence = new double[change.length];
        double value = centred(change, treated, influence, 1) - centred(change, compared, influence, -1);
        return new Cell(value, influence, compared.length);
    }

    /** The mean of the units; leaves each one's distance from it, over their number, as influence. */
    private static double centred(double[] change, int[] units, double[] influence, int sign) {
        double mean = 0;
        for (int unit : units) {
            mean += change[unit] / units.length;
        }
        for (int unit : units) {
            influence[unit] += sign * (change[unit] - mean) / units.length;
        }
        return mean;
    }

    /** What the untreated lead one to expect: the line, its residuals times X, and the inverse of their X'X. */
    private record Line(double[] expected, double[][] inverse) {

        /** The influence of untreated unit i on the expected change at a mean row. */
        double influence(double[] row, double residual, double[] at) {
            return residual * Spd.dot(Spd.times(inverse, row), at);
        }
    }

    private Outcome<Line> regression(double[] change, int[] compared) {
        double[][] rows = Arrays.stream(compared).mapToObj(i -> design[i]).toArray(double[][]::new);
        double[] outcome = Arrays.stream(compared).mapToDouble(i -> change[i]).toArray();
        if (rows.length <= design[0].length) {
            return Outcome.failed(
                    Reason.TOO_FEW, rows.length + " units to compare with for " + design[0].length + " coefficients");
        }
        Optional<double[][]> inverse = Spd.inverse(cross(rows, new double[0]));
        if (inverse.isEmpty()) {
            return Outcome.failed(Reason.NOT_IDENTIFIED, "a covariate depends on the others among the untreated");
        }
        double[] beta = isConstant(outcome)
                ? constant(outcome[0])
                : LeastSquares.fit(rows, outcome, false, .95).get().coefficients().stream()
                        .mapToDouble(Coefficient::value)
                        .toArray();
        double[] expected =
                Arrays.stream(design).mapToDouble(row -> Spd.dot(row, beta)).toArray();
        return Outcome.of(new Line(expected, inverse.get()));
    }

    private Cell regressed(double[] change, int[] treated, int[] compared, Line line) {
        double[] influence = new double[change.length];
        double[] gap = new double[change.length];
        double[] at = new double[design[0].length];
        for (int unit : treated) {
            gap[unit] = change[unit] - line.expected()[unit];
            for (int a = 0; a < at.length; a++) {
                at[a] += design[unit][a] / treated.length;
            }
        }
        double value = centred(gap, treated, influence, 1);
        for (int unit : compared) {
            influence[unit] -= line.influence(design[unit], change[unit] - line.expected()[unit], at);
        }
        return new Cell(value, influence, compared.length);
    }

    private Outcome<Chances> chances(int[] treated, int[] compared) {
        if (cached.isPresent() && cached.get().areOf(treated, compared)) {
            return Outcome.of(cached.get());
        }
        int n = treated.length + compared.length;
        int[] units = new int[n];
        System.arraycopy(treated, 0, units, 0, treated.length);
        System.arraycopy(compared, 0, units, treated.length, compared.length);
        double[][] rows = Arrays.stream(units)
                .mapToObj(i -> Arrays.copyOfRange(design[i], 1, design[i].length))
                .toArray(double[][]::new);
        boolean[] yes = new boolean[n];
        Arrays.fill(yes, 0, treated.length, true);
        return Logistic.fit(rows, yes, .95).flatMap(model -> {
            double[] chance = new double[design.length];
            double[] spread = new double[n];
            for (int i = 0; i < n; i++) {
                chance[units[i]] = Math.min(ALMOST, model.probabilities().get(i));
                spread[i] = model.probabilities().get(i)
                        * (1 - model.probabilities().get(i));
            }
            double[][] all = Arrays.stream(units).mapToObj(i -> design[i]).toArray(double[][]::new);
            Optional<double[][]> hessian = Spd.inverse(cross(all, spread));
            if (hessian.isEmpty()) {
                return Outcome.failed(Reason.NOT_IDENTIFIED, "the covariates nearly separate the group");
            }
            Chances found = new Chances(treated, compared, chance, hessian.get());
            cached = Optional.of(found);
            return Outcome.of(found);
        });
    }

    /** Weighting, of the change itself or of what the line leaves of it. */
    private Outcome<Cell> weighted(
            double[] change, int[] treated, int[] compared, Chances chances, Optional<Line> line) {
        int k = design[0].length;
        double[] rest = change.clone();
        line.ifPresent(fit -> Arrays.setAll(rest, i -> change[i] - fit.expected()[i]));
        double[] odds = new double[change.length];
        double total = 0;
        int carrying = 0;
        for (int unit : compared) {
            double chance = chances.chance()[unit];
            odds[unit] = chance < TRIM ? chance / (1 - chance) : 0;
            carrying += chance < TRIM ? 1 : 0;
            total += odds[unit];
        }
        if (!(total > 0)) {
            return Outcome.failed(Reason.NOT_IDENTIFIED, "no untreated unit is like the group");
        }
        double[] influence = new double[change.length];
        double first = centred(rest, treated, influence, 1);
        double second = 0;
        for (int unit : compared) {
            second += odds[unit] * rest[unit] / total;
        }
        double[] towards = new double[k];
        double[] atTreated = new double[k];
        double[] atCompared = new double[k];
        for (int unit : compared) {
            double gap = odds[unit] * (rest[unit] - second) / total;
            influence[unit] -= gap;
            for (int a = 0; a < k; a++) {
                towards[a] += gap * design[unit][a];
                atCompared[a] += odds[unit] * design[unit][a] / total;
            }
        }
        for (int unit : treated) {
            for (int a = 0; a < k; a++) {
                atTreated[a] += design[unit][a] / treated.length;
            }
        }
        double[] score = Spd.times(chances.hessian(), towards);
        for (int unit : treated) {
            influence[unit] -= (1 - chances.chance()[unit]) * Spd.dot(design[unit], score);
        }
        for (int unit : compared) {
            influence[unit] += chances.chance()[unit] * Spd.dot(design[unit], score);
        }
        if (line.isPresent()) {
            double[] at = new double[k];
            Arrays.setAll(at, a -> atTreated[a] - atCompared[a]);
            for (int unit : compared) {
                influence[unit] -= line.get().influence(design[unit], rest[unit], at);
            }
        }
        return Outcome.of(new Cell(first - second, influence, carrying));
    }

    private double[] constant(double value) {
        double[] beta = new double[design[0].length];
        beta[0] = value;
        return beta;
    }

    private static boolean isConstant(double[] values) {
        return Arrays.stream(values).allMatch(value -> value == values[0]);
    }

    private static double[][] cross(double[][] rows, double[] weights) {
        int k = rows[0].length;
        double[][] cross = new double[k][k];
        for (int i = 0; i < rows.length; i++) {
            double weight = weights.length == 0 ? 1 : weights[i];
            for (int a = 0; a < k; a++) {
                for (int b = 0; b < k; b++) {
                    cross[a][b] += weight * rows[i][a] * rows[i][b];
                }
            }
        }
        return cross;
    }

    /** The estimates do not depend on the unit or origin of a covariate; the arithmetic does. */
    private static double[][] standardised(double[][] covariates) {
        int n = covariates.length;
        int p = covariates[0].length;
        double[][] design = new double[n][p + 1];
        for (double[] row : design) {
            row[0] = 1;
        }
        for (int j = 0; j < p; j++) {
            int column = j;
            double mean = Arrays.stream(covariates)
                    .mapToDouble(row -> row[column])
                    .average()
                    .orElse(0);
            double squares = Arrays.stream(covariates)
                    .mapToDouble(row -> Math.pow(row[column] - mean, 2))
                    .sum();
            double deviation = squares > 0 ? Math.sqrt(squares / n) : 1;
            for (int i = 0; i < n; i++) {
                design[i][j + 1] = (covariates[i][j] - mean) / deviation;
            }
        }
        return design;
    }
}
