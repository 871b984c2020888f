package nl.leercirkel.statistics.disclosure;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.ojalgo.optimisation.Expression;
import org.ojalgo.optimisation.ExpressionsBasedModel;
import org.ojalgo.optimisation.Optimisation;
import org.ojalgo.optimisation.Variable;
import org.ojalgo.optimisation.integer.IntegerStrategy;

/**
 * The attacker: given what is published and the equations of the table, how far can a cell be off the true value? By linear
 * programming, for each cell the least and the most (Hundepool and others 2012, chapter 4). Variables are differences from the
 * true values.
 */
final class LinearAttack {

    /** How far off a whole number the solver may be. */
    static final double TOLERANCE = 1e-6;

    private static final double NO_BOUND = Double.POSITIVE_INFINITY;

    /**
     * How far off the true value the attacker must think possible.
     *
     * @param least at most 0
     * @param most at least 0, maybe infinite
     */
    record Range(double least, double most) {}

    private final Grid grid;
    private final double[] low;
    private final double[] high;
    private final boolean[] open;
    private final Map<Integer, Part> partOf = new HashMap<>();

    /** A set of cells that hang together by equations, with its linear programme. */
    private static final class Part {
        private final ExpressionsBasedModel model = new ExpressionsBasedModel();
        private final Map<Integer, Variable> variables = new TreeMap<>();
    }

    /**
     * @param low per cell the least difference an attacker thinks possible before reckoning, at most 0
     * @param high the most, at least 0
     */
    LinearAttack(Grid grid, double[] low, double[] high) {
        this.grid = grid;
        this.low = low;
        this.high = high;
        open = new boolean[grid.cells()];
        for (int cell = 0; cell < open.length; cell++) {
            open[cell] = low[cell] < 0 || high[cell] > 0;
        }
        closeWhatFollows();
    }

    /** The attacker on a suppressed table. Cells of {@code known} are known although they are not published. */
    static LinearAttack on(
            Table table, java.util.function.IntPredicate unknown, java.util.function.IntPredicate known) {
        int cells = table.grid().cells();
        double[] low = new double[cells];
        double[] high = new double[cells];
        for (int cell = 0; cell < cells; cell++) {
            if (unknown.test(cell) && !table.isImpossible(cell) && !known.test(cell)) {
                low[cell] = table.floor(cell) == Table.NO_FLOOR ? -NO_BOUND : table.floor(cell) - table.values()[cell];
                high[cell] = NO_BOUND;
            }
        }
        return new LinearAttack(table.grid(), low, high);
    }

    /** A cell that is alone in an equation follows from it; and so on. */
    private void closeWhatFollows() {
        int[] alone = new int[grid.equations()];
        java.util.ArrayDeque<Integer> next = new java.util.ArrayDeque<>();
        for (int cell = 0; cell < open.length; cell++) {
            if (open[cell]) {
                grid.equationsOf(cell, (equation, total) -> alone[equation]++);
            }
        }
        for (int equation = 0; equation < alone.length; equation++) {
            if (alone[equation] == 1) {
                next.add(equation);
            }
        }
        while (!next.isEmpty()) {
            for (int cell : grid.members(next.remove())) {
                if (open[cell]) {
                    open[cell] = false;
                    grid.equationsOf(cell, (equation, total) -> {
                        if (--alone[equation] == 1) {
                            next.add(equation);
                        }
                    });
                }
            }
        }
    }

    /**
     * @param cells whose sum is attacked
     * @return empty when the solver gives up
     */
    Optional<Range> range(int... cells) {
        Map<Part, List<Integer>> parts = new HashMap<>();
        for (int cell : cells) {
            if (open[cell]) {
                parts.computeIfAbsent(partOf(cell), none -> new ArrayList<>()).add(cell);
            }
        }
        double least = 0;
        double most = 0;
        for (Map.Entry<Part, List<Integer>> part : parts.entrySet()) {
            Optional<Range> range = range(part.getKey(), part.getValue());
            if (range.isEmpty()) {
                return range;
            }
            least += range.get().least();
            most += range.get().most();
        }
        return Optional.of(new Range(least, most));
    }

    private static Optional<Range> range(Part part, List<Integer> cells) {
        cells.forEach(cell -> variable(part, cell).weight(1));
        Optimisation.Result up = part.model.maximise();
        Optimisation.Result down = part.model.minimise();
        cells.forEach(cell -> variable(part, cell).weight(0));
        double most = value(up, NO_BOUND);
        double least = value(down, -NO_BOUND);
        return Double.isNaN(most) || Double.isNaN(least)
                ? Optional.empty()
                : Optional.of(new Range(Math.min(0, least), Math.max(0, most)));
    }

    private static double value(Optimisation.Result result, double unbounded) {
        if (result.getState() == Optimisation.State.UNBOUNDED) {
            return unbounded;
        }
        return result.getState().isOptimal() ? result.getValue() : Double.NaN;
    }

    private static Variable variable(Part part, int cell) {
        return java.util.Objects.requireNonNull(part.variables.get(cell));
    }

    /**
     * A table of whole numbers in which the sum of some cells is this much off.
     *
     * @return null when there is none, or the solver gives up
     */
    @Nullable
    Witness witness(int[] cells, long change) {
        TreeSet<Integer> together = new TreeSet<>();
        for (int cell : cells) {
            if (open[cell]) {
                together.addAll(reach(cell));
            }
        }
        Part part = build(together);
        Expression sum = part.model.addExpression("sum").level(change);
        part.variables.values().forEach(Variable::integer);
        for (int cell : cells) {
            if (open[cell]) {
                sum.set(variable(part, cell), 1);
            }
        }
        // The least change in all: of the cells that must go down, as those that go up follow.
        int n = 0;
        for (Map.Entry<Integer, Variable> variable : List.copyOf(part.variables.entrySet())) {
            Variable size = part.model.addVariable("size" + n).lower(0).weight(1);
            part.model.addExpression("above" + n).lower(0).set(size, 1).set(variable.getValue(), -1);
            part.model.addExpression("below" + n++).lower(0).set(size, 1).set(variable.getValue(), 1);
        }
        part.model.options.integer(IntegerStrategy.DEFAULT.withParallelism(() -> 1));
        Optimisation.Result result = part.model.minimise();
        if (!result.getState().isFeasible()) {
            return null;
        }
        Map<Integer, Long> net = new HashMap<>();
        part.variables.forEach(
                (cell, variable) -> net.put(cell, Math.round(result.doubleValue(part.model.indexOf(variable)))));
        return new Witness(net);
    }

    private Part partOf(int cell) {
        Part known = partOf.get(cell);
        if (known != null) {
            return known;
        }
        TreeSet<Integer> together = reach(cell);
        Part part = build(together);
        together.forEach(member -> partOf.put(member, part));
        return part;
    }

    /** All open cells that hang together with a cell. */
    private TreeSet<Integer> reach(int cell) {
        TreeSet<Integer> reached = new TreeSet<>();
        java.util.ArrayDeque<Integer> next = new java.util.ArrayDeque<>();
        next.add(cell);
        reached.add(cell);
        while (!next.isEmpty()) {
            grid.equationsOf(next.remove(), (equation, total) -> {
                for (int member : grid.members(equation)) {
                    if (open[member] && reached.add(member)) {
                        next.add(member);
                    }
                }
            });
        }
        return reached;
    }

    private Part build(TreeSet<Integer> cells) {
        Part part = new Part();
        TreeSet<Integer> equations = new TreeSet<>();
        for (int cell : cells) {
            Variable variable = part.model.addVariable("x" + cell);
            if (low[cell] > -NO_BOUND) {
                variable.lower(low[cell]);
            }
            if (high[cell] < NO_BOUND) {
                variable.upper(high[cell]);
            }
            part.variables.put(cell, variable);
            grid.equationsOf(cell, (equation, total) -> equations.add(equation));
        }
        for (int equation : equations) {
            int[] members = grid.members(equation);
            if (Arrays.stream(members).anyMatch(part.variables::containsKey)) {
                Expression row = part.model.addExpression("e" + equation).level(0);
                for (int i = 0; i < members.length; i++) {
                    Variable variable = part.variables.get(members[i]);
                    if (variable != null) {
                        row.set(variable, i == 0 ? 1 : -1);
                    }
                }
            }
        }
        return part;
    }
}
