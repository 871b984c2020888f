package nl.leercirkel.statistics.panel;

import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import nl.leercirkel.statistics.Failure;
import nl.leercirkel.statistics.Outcome;
import nl.leercirkel.statistics.Reason;
import nl.leercirkel.statistics.support.Check;

/**
 * One outcome for units by periods, without gaps, and per unit the first period in which it was treated. Immutable.
 *
 * <p>Units and periods are addressed by index, from 0, in the order given; their labels are for people. Treatment, once begun,
 * stays: a unit is treated in its first treated period and every later one.
 */
public final class Panel {

    /** The first treated period of a unit that was never treated. */
    public static final int NEVER = Integer.MAX_VALUE;

    private final List<String> units;
    private final List<String> periods;
    private final double[][] values;
    private final int[] firstTreated;

    private Panel(List<String> units, List<String> periods, double[][] values, int[] firstTreated) {
        this.units = units;
        this.periods = periods;
        this.values = values;
        this.firstTreated = firstTreated;
    }

    /**
     * One cell in the long form.
     *
     * @param unit label of the unit
     * @param period label of the period
     * @param value the outcome, in the unit of the panel
     */
    public record Cell(String unit, String period, double value) {}

    /**
     * A panel from a table.
     *
     * @param units labels, each once
     * @param periods labels in order of time, each once
     * @param values one row per unit, one column per period
     * @param firstTreated per unit the index of its first treated period, or {@link #NEVER}
     * @return NO_DATA without units or periods; DO_NOT_MATCH when lengths differ or a label is there twice; NOT_A_NUMBER
     *     for a value that is not finite; OUT_OF_RANGE for a first treated period that is not in the panel
     */
    public static Outcome<Panel> of(List<String> units, List<String> periods, double[][] values, int[] firstTreated) {
        Optional<Failure> failure = Check.first(
                labels("units", units),
                labels("periods", periods),
                Check.sameLength("units", units.size(), "values", values.length),
                Check.sameLength("units", units.size(), "firstTreated", firstTreated.length));
        for (int i = 0; i < units.size() && failure.isEmpty(); i++) {
            int first = firstTreated[i];
            failure = Check.first(
                    Check.sameLength("periods", periods.size(), units.get(i), values[i].length),
                    Check.values(units.get(i), values[i], 1),
                    Check.that(
                            first == NEVER || (first >= 0 && first < periods.size()),
                            Reason.OUT_OF_RANGE,
                            units.get(i) + " treated from period " + first));
        }
        return failure.isPresent()
                ? Outcome.failed(failure.get())
                : Outcome.of(new Panel(List.copyOf(units), List.copyOf(periods), copy(values), firstTreated.clone()));
    }

    /**
     * A panel from cells in the long form; units in order of first appearance.
     *
     * @param cells one per unit and period, in any order
     * @param periods the labels of the periods in order of time
     * @param firstTreated per treated unit the label of its first treated period; a unit that is not in it was never treated
     * @return as {@link #of(List, List, double[][], int[])}; DO_NOT_MATCH also for a cell that is missing, there twice or
     *     of an unknown period, and for a treated unit or first period that is not in the panel
     */
    public static Outcome<Panel> ofCells(List<Cell> cells, List<String> periods, Map<String, String> firstTreated) {
        Optional<Failure> failure =
                Check.first(Check.that(!cells.isEmpty(), Reason.NO_DATA, "no cells"), labels("periods", periods));
        if (failure.isPresent()) {
            return Outcome.failed(failure.get());
        }
        List<String> units = cells.stream().map(Cell::unit).distinct().toList();
        Map<String, Integer> unitAt = places(units);
        Map<String, Integer> periodAt = places(periods);
        double[][] values = new double[units.size()][periods.size()];
        boolean[][] filled = new boolean[units.size()][periods.size()];
        for (Cell cell : cells) {
            Integer period = periodAt.get(cell.period());
            int unit = unitAt.getOrDefault(cell.unit(), 0);
            if (period == null) {
                return Outcome.failed(Reason.DO_NOT_MATCH, cell + " is in none of the periods");
            }
            if (filled[unit][period]) {
                return Outcome.failed(Reason.DO_NOT_MATCH, cell.unit() + " in " + cell.period() + " is there twice");
            }
            filled[unit][period] = true;
            values[unit][period] = cell.value();
        }
        for (int i = 0; i < units.size(); i++) {
            for (int t = 0; t < periods.size(); t++) {
                if (!filled[i][t]) {
                    return Outcome.failed(Reason.DO_NOT_MATCH, units.get(i) + " in " + periods.get(t) + " is missing");
                }
            }
        }
        int[] first = new int[units.size()];
        Arrays.fill(first, NEVER);
        for (Map.Entry<String, String> treated : firstTreated.entrySet()) {
            Integer unit = unitAt.get(treated.getKey());
            Integer period = periodAt.get(treated.getValue());
            if (unit == null || period == null) {
                return Outcome.failed(Reason.DO_NOT_MATCH, treated + " is not in the panel");
            }
            first[unit] = period;
        }
        return of(units, periods, values, first);
    }

    public List<String> units() {
        return units;
    }

    public List<String> periods() {
        return periods;
    }

    public double value(int unit, int period) {
        return values[unit][period];
    }

    /** A copy of one unit's values over time. */
    public double[] series(int unit) {
        return values[unit].clone();
    }

    /** A copy of all values, one row per unit. */
    public double[][] values() {
        return copy(values);
    }

    /** The first treated period of this unit, or {@link #NEVER}. */
    public int firstTreated(int unit) {
        return firstTreated[unit];
    }

    /** Indices of the units that are treated at some time, rising. */
    public int[] treated() {
        return IntStream.range(0, firstTreated.length)
                .filter(i -> firstTreated[i] != NEVER)
                .toArray();
    }

    /** Indices of the units that are never treated, rising. */
    public int[] untreated() {
        return IntStream.range(0, firstTreated.length)
                .filter(i -> firstTreated[i] == NEVER)
                .toArray();
    }

    /** The index of the unit with this label; DO_NOT_MATCH when there is none. */
    public Outcome<Integer> unit(String label) {
        int at = units.indexOf(label);
        return at < 0 ? Outcome.failed(Reason.DO_NOT_MATCH, "no unit " + label) : Outcome.of(at);
    }

    /** The index of the period with this label; DO_NOT_MATCH when there is none. */
    public Outcome<Integer> period(String label) {
        int at = periods.indexOf(label);
        return at < 0 ? Outcome.failed(Reason.DO_NOT_MATCH, "no period " + label) : Outcome.of(at);
    }

    /** The same values with other treatment, as for a placebo; failures as of {@link #of(List, List, double[][], int[])}. */
    public Outcome<Panel> withFirstTreated(int[] otherFirstTreated) {
        return of(units, periods, values, otherFirstTreated);
    }

    private static Optional<Failure> labels(String name, List<String> labels) {
        return Check.first(
                Check.that(!labels.isEmpty(), Reason.NO_DATA, "no " + name),
                Check.that(
                        new HashSet<>(labels).size() == labels.size(),
                        Reason.DO_NOT_MATCH,
                        name + ": a label is there twice"));
    }

    private static Map<String, Integer> places(List<String> labels) {
        Map<String, Integer> places = new HashMap<>();
        for (int i = 0; i < labels.size(); i++) {
            places.put(labels.get(i), i);
        }
        return places;
    }

    private static double[][] copy(double[][] rows) {
        return Arrays.stream(rows).map(double[]::clone).toArray(double[][]::new);
    }
}
