package nl.leercirkel.statistics.disclosure;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import nl.leercirkel.statistics.Failure;
import nl.leercirkel.statistics.Outcome;
import nl.leercirkel.statistics.Reason;
import org.jspecify.annotations.Nullable;

/**
 * A table before it is protected: counts, or amounts with their contributors, for every combination of codes. Totals are made here
 * from the leaf cells, so they always add up; totals that are given are checked.
 *
 * <p>Values are held as whole numbers: counts, or amounts in units of 10^-decimals. Immutable.
 */
public final class Table {

    /** The floor of a cell of which nobody knows how far below 0 it may be. */
    static final long NO_FLOOR = Long.MIN_VALUE / 4;

    /** More decimals than this in an amount are refused. */
    static final int MOST_DECIMALS = 6;

    /**
     * A cell with its count.
     *
     * @param codes one per dimension, in the order of the dimensions
     * @param count a whole number, at least 0
     */
    public record Cell(List<String> codes, double count) {

        public Cell {
            codes = List.copyOf(codes);
        }

        public static Cell of(double count, String... codes) {
            return new Cell(List.of(codes), count);
        }
    }

    /**
     * A selection of cells that is published as a table: per named dimension the codes that it shows. A dimension that is not named
     * shows all its codes.
     */
    public record View(Map<String, Set<String>> codes) {

        public View {
            codes = Map.copyOf(codes);
        }
    }

    private final List<Dimension> dimensions;
    private final Grid grid;
    private final long[] values;
    private final int decimals;
    private final @Nullable Contributors contributors;
    private final boolean[] impossible;
    private final boolean[] hidden;
    /** The least an outsider knows each cell to be: 0, except for changes between versions. */
    private final long[] floor;

    private Table(
            List<Dimension> dimensions,
            Grid grid,
            long[] values,
            int decimals,
            @Nullable Contributors contributors,
            boolean[] impossible,
            boolean[] hidden,
            long[] floor) {
        this.dimensions = List.copyOf(dimensions);
        this.grid = grid;
        this.values = values;
        this.decimals = decimals;
        this.contributors = contributors;
        this.impossible = impossible;
        this.hidden = hidden;
        this.floor = floor;
    }

    /**
     * A table of counts.
     *
     * @param cells leaf cells, and as many totals as wished; a leaf cell that is not there counts 0
     * @return NO_DATA without cells; NOT_A_NUMBER and OUT_OF_RANGE for a count that is none; DO_NOT_MATCH for unknown codes, a cell
     *     that is there twice, and a total that its parts do not add up to; TOO_LARGE above 20 million cells. Each with the cell.
     */
    public static Outcome<Table> counts(List<Dimension> dimensions, Collection<Cell> cells) {
        return counts(dimensions, cells, false);
    }

    /**
     * A table of changes between two versions: a count may be negative. Only for {@link Versions}.
     */
    static Outcome<Table> counts(List<Dimension> dimensions, Collection<Cell> cells, boolean negative) {
        Optional<Failure> failure = check(dimensions, cells.isEmpty());
        if (failure.isPresent()) {
            return Outcome.failed(failure.get());
        }
        Grid grid = new Grid(dimensions);
        Map<Integer, Long> given = new HashMap<>();
        for (Cell cell : cells) {
            int number = grid.cell(cell.codes());
            if (number < 0) {
                return Outcome.failed(Reason.DO_NOT_MATCH, "no cell " + cell.codes());
            }
            if (!Double.isFinite(cell.count())) {
                return Outcome.failed(Reason.NOT_A_NUMBER, "cell " + cell.codes() + " counts " + cell.count());
            }
            if (cell.count() != Math.rint(cell.count())
                    || Math.abs(cell.count()) > 1e15
                    || (cell.count() < 0 && !negative)) {
                return Outcome.failed(Reason.OUT_OF_RANGE, "cell " + cell.codes() + " counts " + cell.count());
            }
            if (given.put(number, (long) cell.count()) != null) {
                return Outcome.failed(Reason.DO_NOT_MATCH, "cell " + cell.codes() + " is there twice");
            }
        }
        long[] values = new long[grid.cells()];
        given.forEach((cell, count) -> values[cell] = grid.isLeaf(cell) ? count : 0);
        return summed(grid, values).flatMap(sums -> {
            for (Map.Entry<Integer, Long> cell : given.entrySet()) {
                if (values[cell.getKey()] != cell.getValue()) {
                    return Outcome.failed(
                            Reason.DO_NOT_MATCH,
                            "total " + grid.codes(cell.getKey()) + " is " + cell.getValue() + ", its parts add up to "
                                    + values[cell.getKey()]);
                }
            }
            return Outcome.of(plain(dimensions, grid, values, 0, null));
        });
    }

    /**
     * A table of counts of records, each with its codes.
     *
     * @return as {@link #counts(List, Collection)}; DO_NOT_MATCH also for a record with a code that is a total
     */
    public static Outcome<Table> ofRecords(List<Dimension> dimensions, Collection<List<String>> records) {
        Map<List<String>, Integer> counts = new HashMap<>();
        records.forEach(codes -> counts.merge(List.copyOf(codes), 1, Integer::sum));
        Optional<Failure> failure = check(dimensions, records.isEmpty());
        if (failure.isPresent()) {
            return Outcome.failed(failure.get());
        }
        Grid grid = new Grid(dimensions);
        for (List<String> codes : counts.keySet()) {
            int cell = grid.cell(codes);
            if (cell < 0 || !grid.isLeaf(cell)) {
                return Outcome.failed(Reason.DO_NOT_MATCH, "record of no leaf cell: " + codes);
            }
        }
        return counts(
                dimensions,
                counts.entrySet().stream()
                        .map(entry -> new Cell(entry.getKey(), entry.getValue()))
                        .toList());
    }

    /**
     * A table of amounts.
     *
     * @param contributions with at most six decimals
     * @param holdings contributors that act as one: contributor to holding; may be empty
     * @return NO_DATA without contributions; NOT_A_NUMBER and OUT_OF_RANGE for an amount that is none; DO_NOT_MATCH for codes that
     *     are unknown or totals; TOO_LARGE above 20 million cells or where a sum does not fit in 18 digits
     */
    public static Outcome<Table> amounts(
            List<Dimension> dimensions, Collection<Contribution> contributions, Map<String, String> holdings) {
        Optional<Failure> failure = check(dimensions, contributions.isEmpty());
        if (failure.isPresent()) {
            return Outcome.failed(failure.get());
        }
        Grid grid = new Grid(dimensions);
        int decimals = 0;
        for (Contribution contribution : contributions) {
            int cell = grid.cell(contribution.codes());
            String where = contribution.contributor() + " in " + contribution.codes();
            if (cell < 0 || !grid.isLeaf(cell)) {
                return Outcome.failed(Reason.DO_NOT_MATCH, "no leaf cell: " + where);
            }
            if (!Double.isFinite(contribution.amount())) {
                return Outcome.failed(Reason.NOT_A_NUMBER, where + ": " + contribution.amount());
            }
            int scale = BigDecimal.valueOf(contribution.amount())
                    .stripTrailingZeros()
                    .scale();
            if (contribution.amount() < 0 || contribution.amount() > 1e11 || scale > MOST_DECIMALS) {
                return Outcome.failed(Reason.OUT_OF_RANGE, where + ": " + contribution.amount());
            }
            decimals = Math.max(decimals, scale);
        }
        Map<Integer, Map<Integer, Long>> leaf = new HashMap<>();
        Map<String, Integer> numbers = new HashMap<>();
        long[] values = new long[grid.cells()];
        for (Contribution contribution : contributions) {
            int cell = grid.cell(contribution.codes());
            long units = BigDecimal.valueOf(contribution.amount())
                    .movePointRight(decimals)
                    .longValueExact();
            String who = holdings.getOrDefault(contribution.contributor(), contribution.contributor());
            int number = numbers.computeIfAbsent(who, none -> numbers.size());
            if (units > Long.MAX_VALUE - values[cell]) {
                return Outcome.failed(
                        Reason.TOO_LARGE, "the amounts in " + contribution.codes() + " do not fit in 18 digits");
            }
            if (units > 0) {
                leaf.computeIfAbsent(cell, none -> new HashMap<>()).merge(number, units, Long::sum);
                values[cell] += units;
            }
        }
        int places = decimals;
        return summed(grid, values).map(sums -> plain(dimensions, grid, values, places, new Contributors(grid, leaf)));
    }

    private static Optional<Failure> check(List<Dimension> dimensions, boolean empty) {
        if (dimensions.isEmpty() || empty) {
            return Optional.of(new Failure(Reason.NO_DATA, dimensions.isEmpty() ? "no dimensions" : "no cells"));
        }
        Set<String> names = new HashSet<>();
        for (Dimension dimension : dimensions) {
            if (!names.add(dimension.name())) {
                return Optional.of(new Failure(Reason.DO_NOT_MATCH, "two dimensions " + dimension.name()));
            }
        }
        return Grid.fits(dimensions)
                ? Optional.empty()
                : Optional.of(new Failure(Reason.TOO_LARGE, "above " + Grid.MOST_CELLS + " cells or their equations"));
    }

    private static Outcome<long[]> summed(Grid grid, long[] values) {
        try {
            grid.sumUp(values, Math::addExact);
            return Outcome.of(values);
        } catch (ArithmeticException overflow) {
            return Outcome.failed(Reason.TOO_LARGE, "a total does not fit in 18 digits");
        }
    }

    private static Table plain(
            List<Dimension> dimensions, Grid grid, long[] values, int decimals, @Nullable Contributors contributors) {
        int cells = grid.cells();
        return new Table(
                dimensions,
                grid,
                values,
                decimals,
                contributors,
                new boolean[cells],
                new boolean[cells],
                new long[cells]);
    }

    /**
     * This table with cells that cannot be anything but 0 (a boy in a girls' home), which everybody knows: never suppressed, and no
     * uncertainty for an attacker. What lies below such a cell is impossible too.
     *
     * @return DO_NOT_MATCH for an unknown cell, OUT_OF_RANGE for one that is not 0
     */
    public Outcome<Table> withImpossible(Collection<List<String>> cells) {
        boolean[] marked = impossible.clone();
        for (List<String> codes : cells) {
            int number = grid.cell(codes);
            if (number < 0) {
                return Outcome.failed(Reason.DO_NOT_MATCH, "no cell " + codes);
            }
            if (values[number] != 0) {
                return Outcome.failed(Reason.OUT_OF_RANGE, "impossible cell " + codes + " is " + value(number));
            }
            for (int cell = 0; cell < marked.length; cell++) {
                marked[cell] |= grid.contains(number, cell);
            }
        }
        return Outcome.of(new Table(dimensions, grid, values, decimals, contributors, marked, hidden, floor));
    }

    /**
     * This table where only the cells in at least one of these views are published. The others still count: what can be worked out
     * from the published ones must not tell a secret about the others.
     *
     * @return DO_NOT_MATCH for an unknown dimension or code
     */
    public Outcome<Table> publishing(List<View> views) {
        for (View view : views) {
            for (Map.Entry<String, Set<String>> codes : view.codes().entrySet()) {
                Optional<Dimension> dimension = dimensions.stream()
                        .filter(d -> d.name().equals(codes.getKey()))
                        .findFirst();
                if (dimension.isEmpty()) {
                    return Outcome.failed(Reason.DO_NOT_MATCH, "no dimension " + codes.getKey());
                }
                for (String code : codes.getValue()) {
                    if (dimension.get().number(code) < 0) {
                        return Outcome.failed(Reason.DO_NOT_MATCH, "no code " + code + " in " + codes.getKey());
                    }
                }
            }
        }
        return Outcome.of(hiding(codes -> views.stream().noneMatch(view -> shows(view, codes))));
    }

    private boolean shows(View view, List<String> codes) {
        for (int d = 0; d < dimensions.size(); d++) {
            Set<String> shown = view.codes().get(dimensions.get(d).name());
            if (shown != null && !shown.contains(codes.get(d))) {
                return false;
            }
        }
        return true;
    }

    private Table hiding(Predicate<List<String>> hide) {
        boolean[] marked = new boolean[grid.cells()];
        for (int cell = 0; cell < marked.length; cell++) {
            marked[cell] = hide.test(grid.codes(cell));
        }
        return new Table(dimensions, grid, values, decimals, contributors, impossible, marked, floor);
    }

    Table with(boolean[] impossibleCells, boolean[] hiddenCells, long[] least) {
        return new Table(dimensions, grid, values, decimals, contributors, impossibleCells, hiddenCells, least);
    }

    public List<Dimension> dimensions() {
        return dimensions;
    }

    /** How many cells, totals included. */
    public int size() {
        return grid.cells();
    }

    /** The true value of a cell; empty for an unknown cell. Not for publication. */
    public Optional<BigDecimal> value(List<String> codes) {
        int cell = grid.cell(codes);
        return cell < 0 ? Optional.empty() : Optional.of(value(cell));
    }

    /** All cells, in a fixed order. */
    public List<List<String>> cells() {
        List<List<String>> all = new ArrayList<>(grid.cells());
        for (int cell = 0; cell < grid.cells(); cell++) {
            all.add(grid.codes(cell));
        }
        return all;
    }

    /** Whether this is a table of amounts, and not of counts. */
    public boolean isAmounts() {
        return contributors != null;
    }

    Grid grid() {
        return grid;
    }

    /** Do not change. */
    long[] values() {
        return values;
    }

    BigDecimal value(int cell) {
        return number(values[cell]);
    }

    BigDecimal number(long units) {
        return BigDecimal.valueOf(units, decimals);
    }

    int decimals() {
        return decimals;
    }

    @Nullable
    Contributors contributors() {
        return contributors;
    }

    boolean isImpossible(int cell) {
        return impossible[cell];
    }

    boolean isHidden(int cell) {
        return hidden[cell];
    }

    long floor(int cell) {
        return floor[cell];
    }
}
