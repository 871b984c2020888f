package nl.leercirkel.statistics.synthetic;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import nl.leercirkel.statistics.Failure;
import nl.leercirkel.statistics.Outcome;
import nl.leercirkel.statistics.Reason;
import nl.leercirkel.statistics.panel.Panel;
import nl.leercirkel.statistics.support.Check;

/**
 * One unit to be made from others: whose rows, from which donors, and how many periods come before treatment.
 *
 * @param units labels of the rows
 * @param values one row per unit of the panel
 * @param unit row of the unit
 * @param donors rows of the donors
 * @param before periods before treatment; all later ones count as treated
 */
record Problem(List<String> units, double[][] values, int unit, int[] donors, int before) {

    private static final int FEWEST_PERIODS = 2;
    private static final int FEWEST_DONORS = 2;

    /** The panel's one treated unit and its untreated ones. */
    static Outcome<Problem> of(Panel panel) {
        int[] treated = panel.treated();
        int[] donors = panel.untreated();
        Optional<Failure> failure = Check.first(
                Check.that(treated.length > 0, Reason.NO_DATA, "no treated unit"),
                Check.that(
                        treated.length == 1,
                        Reason.DO_NOT_MATCH,
                        treated.length + " treated units; a synthetic control is made for one"));
        return failure.isPresent()
                ? Outcome.failed(failure.get())
                : of(panel.units(), panel.values(), treated[0], donors, panel.firstTreated(treated[0]));
    }

    static Outcome<Problem> of(List<String> units, double[][] values, int unit, int[] donors, int before) {
        Optional<Failure> failure = Check.first(
                Check.that(
                        donors.length >= FEWEST_DONORS,
                        Reason.TOO_FEW,
                        donors.length + " untreated units, needs " + FEWEST_DONORS),
                Check.that(
                        before >= FEWEST_PERIODS,
                        Reason.TOO_FEW,
                        before + " periods before treatment, needs " + FEWEST_PERIODS),
                Check.that(before < values[unit].length, Reason.TOO_FEW, "no period after treatment"));
        if (failure.isPresent()) {
            return Outcome.failed(failure.get());
        }
        Problem problem = new Problem(units, values, unit, donors, before);
        return problem.varies()
                ? Outcome.of(problem)
                : Outcome.failed(Reason.CONSTANT, "no unit varies before treatment and none differs from another");
    }

    int periods() {
        return values[unit].length;
    }

    int after() {
        return periods() - before;
    }

    double[] target() {
        return values[unit];
    }

    /** The donors' rows, not copied. */
    double[][] columns() {
        double[][] columns = new double[donors.length][];
        for (int j = 0; j < donors.length; j++) {
            columns[j] = values[donors[j]];
        }
        return columns;
    }

    String label(int row) {
        return units.get(row);
    }

    Problem withDonors(int[] others) {
        return new Problem(units, values, unit, others, before);
    }

    /** The donors without some rows of the panel. */
    int[] donorsWithout(int... rows) {
        return IntStream.of(donors)
                .filter(d -> IntStream.of(rows).noneMatch(row -> row == d))
                .toArray();
    }

    /** The largest value before treatment in size, to tell rounding from data. */
    double scale() {
        double scale = largest(unit);
        for (int donor : donors) {
            scale = Math.max(scale, largest(donor));
        }
        return scale;
    }

    private double largest(int row) {
        double largest = 0;
        for (int t = 0; t < before; t++) {
            largest = Math.max(largest, Math.abs(values[row][t]));
        }
        return largest;
    }

    private boolean varies() {
        double first = values[unit][0];
        return IntStream.concat(IntStream.of(unit), Arrays.stream(donors))
                .anyMatch(row -> IntStream.range(0, before).anyMatch(t -> values[row][t] != first));
    }
}
