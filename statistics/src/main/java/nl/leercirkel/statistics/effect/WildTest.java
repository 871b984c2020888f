package nl.leercirkel.statistics.effect;

/** The test of one hypothesis after another on the same turns, and the interval of those that are not rejected. */
final class WildTest {

    /** Beyond this many standard errors an end counts as infinite. */
    private static final double FAR = 1e4;

    private static final int HALVINGS = 60;

    /** Equal but for rounding. */
    private static final double EQUAL = 1e-9;

    private final double[] untouched;
    private final double[][] table;
    private final int added;

    /** @param added 1 when the untouched data are to be counted beside the table, 0 when they are in it */
    WildTest(WildTurns turns, double[][] table, int added) {
        this.untouched = turns.untouched();
        this.table = table;
        this.added = added;
    }

    /** The share of turns at least as extreme as the data, under the hypothesis that the coefficient is this. */
    double pValue(double hypothesis) {
        double observed = squared(untouched, hypothesis);
        int extreme = added;
        for (double[] numbers : table) {
            if (squared(numbers, hypothesis) >= observed * (1 - EQUAL)) {
                extreme++;
            }
        }
        return extreme / (double) (table.length + added);
    }

    /** The hypothesis at which the p-value falls to the significance, going from the estimate in steps; infinite when none. */
    double end(double estimate, double step, double significance) {
        double inside = 0;
        double outside = 1;
        while (pValue(estimate + outside * step) > significance) {
            inside = outside;
            outside *= 2;
            if (outside > FAR) {
                return Math.copySign(Double.POSITIVE_INFINITY, step);
            }
        }
        for (int i = 0; i < HALVINGS && outside - inside > 1e-12 * outside; i++) {
            double middle = (inside + outside) / 2;
            if (pValue(estimate + middle * step) > significance) {
                inside = middle;
            } else {
                outside = middle;
            }
        }
        return estimate + inside * step;
    }

    /** The squared studentised coefficient; a turn that leaves no error counts as extreme. */
    private static double squared(double[] numbers, double hypothesis) {
        double numerator = numbers[0] - hypothesis * numbers[1];
        double error = numbers[2] + hypothesis * (numbers[3] + hypothesis * numbers[4]);
        return error > 0 ? numerator * numerator / error : Double.POSITIVE_INFINITY;
    }
}
