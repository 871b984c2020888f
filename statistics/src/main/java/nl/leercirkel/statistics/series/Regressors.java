package nl.leercirkel.statistics.series;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * Known outside influences on a series, one value per period: holidays, a new law, another way of counting, a season that
 * changed. The values must be known for the coming periods too.
 *
 * <p>Made by who writes the analysis, not read from data: what cannot be is refused with an IllegalArgumentException.
 */
public final class Regressors {
    private static final int MOST_PERIODS = 100_000;
    private static final Regressors NONE = new Regressors(List.of());

    private final List<Column> columns;

    private Regressors(List<Column> columns) {
        this.columns = List.copyOf(columns);
    }

    /** One influence: a name that is shown, and its value per period. */
    public static final class Column {
        private final String name;
        private final double[] values;

        public Column(String name, double[] values) {
            this.name = name;
            this.values = values.clone();
        }

        public String name() {
            return name;
        }

        double[] values() {
            return values;
        }
    }

    /** A period from its first day to its last, both within it. */
    public record Days(LocalDate first, LocalDate last) {

        public Days {
            if (last.isBefore(first)) {
                throw new IllegalArgumentException("ends before it begins: " + first + ", " + last);
            }
        }

        long length() {
            return last.toEpochDay() - first.toEpochDay() + 1;
        }

        long shared(Days other) {
            long from = Math.max(first.toEpochDay(), other.first.toEpochDay());
            long to = Math.min(last.toEpochDay(), other.last.toEpochDay());
            return Math.max(to - from + 1, 0);
        }
    }

    public static Regressors none() {
        return NONE;
    }

    public static Regressors of(Column... columns) {
        return new Regressors(List.of(columns));
    }

    public static Regressors of(List<Column> columns) {
        return new Regressors(columns);
    }

    /** 0 before, 1 from this period on: a change that stays. */
    public static Column step(String name, int periods, int from) {
        double[] values = zeros(periods);
        for (int i = Math.max(from, 0); i < periods; i++) {
            values[i] = 1;
        }
        return new Column(name, values);
    }

    /** 1 in these periods only: something that passed. */
    public static Column pulse(String name, int periods, int... at) {
        double[] values = zeros(periods);
        for (int index : at) {
            require(index >= 0 && index < periods, "period " + index + " of " + periods);
            values[index] = 1;
        }
        return new Column(name, values);
    }

    /**
     * The share of days of each period that is holiday, as with school holidays that move between months and regions.
     *
     * @param periods  the periods of the series in order
     * @param holidays first and last day of each holiday; they may not overlap
     */
    public static Column holidays(String name, List<Days> periods, List<Days> holidays) {
        double[] values = new double[periods.size()];
        for (int i = 0; i < values.length; i++) {
            long days = 0;
            for (Days holiday : holidays) {
                days += periods.get(i).shared(holiday);
            }
            values[i] = days / (double) periods.get(i).length();
        }
        return new Column(name, values);
    }

    /** The share of days of each period that lies in a school year (1 August to 31 July) from this one on. */
    public static Column sinceSchoolYear(String name, List<Days> periods, int startYear) {
        require(startYear >= 1900 && startYear < 9999, "school year " + startYear);
        Days since = new Days(LocalDate.of(startYear, 8, 1), LocalDate.of(9999, 12, 31));
        return holidays(name, periods, List.of(since));
    }

    /**
     * A season that is another one from some period on: one column per season but the last, zero before. Each holds how much
     * that season differs from before, against the last season.
     */
    public static List<Column> seasonBreak(String name, int periods, int period, int from) {
        require(period >= 1 && period <= Arima.LONGEST_PERIOD, period + " seasons");
        List<Column> result = new ArrayList<>();
        for (int season = 0; season < period - 1; season++) {
            double[] values = zeros(periods);
            for (int i = Math.max(from, 0); i < periods; i++) {
                values[i] = i % period == season ? 1 : i % period == period - 1 ? -1 : 0;
            }
            result.add(new Column(name + " " + (season + 1), values));
        }
        return result;
    }

    public List<String> names() {
        return columns.stream().map(Column::name).toList();
    }

    /** Rows from one to before another, as for the periods ahead. */
    public Regressors rows(int from, int to) {
        require(from >= 0 && from <= to && cover(to), "rows " + from + " to " + to);
        return new Regressors(columns.stream()
                .map(column -> new Column(column.name, java.util.Arrays.copyOfRange(column.values, from, to)))
                .toList());
    }

    /** These and others. */
    public Regressors and(List<Column> others) {
        List<Column> all = new ArrayList<>(columns);
        all.addAll(others);
        return new Regressors(all);
    }

    /** Whether every column is known up to here. */
    boolean cover(int periods) {
        return columns.stream().allMatch(column -> column.values.length >= periods);
    }

    private static double[] zeros(int periods) {
        require(periods >= 0 && periods <= MOST_PERIODS, periods + " periods");
        return new double[periods];
    }

    private static void require(boolean holds, String detail) {
        if (!holds) {
            throw new IllegalArgumentException(detail);
        }
    }

    List<Column> columns() {
        return columns;
    }

    int size() {
        return columns.size();
    }
}
