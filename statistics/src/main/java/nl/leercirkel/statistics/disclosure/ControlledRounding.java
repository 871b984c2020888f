package nl.leercirkel.statistics.disclosure;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import nl.leercirkel.statistics.Failure;
import nl.leercirkel.statistics.Outcome;
import nl.leercirkel.statistics.Reason;
import nl.leercirkel.statistics.support.Check;
import org.jspecify.annotations.Nullable;
import org.ojalgo.optimisation.Expression;
import org.ojalgo.optimisation.ExpressionsBasedModel;
import org.ojalgo.optimisation.Optimisation;
import org.ojalgo.optimisation.Variable;
import org.ojalgo.optimisation.integer.IntegerStrategy;

/**
 * Controlled rounding: every cell to a multiple of the base, next to its true value where that can be, and totals that are the sums of
 * their parts (Cox and Ernst 1982, "Controlled rounding"; Salazar 2006, "Controlled rounding and cell perturbation"). For tables of
 * two dimensions without levels a zero-restricted one always exists; for others it may not.
 */
public final class ControlledRounding {

    /** With more cells than this the least deviation is not sought. */
    static final int MOST_FOR_OPTIMUM = 80;

    private ControlledRounding() {}

    /**
     * Rounds a table.
     *
     * @param base 2 to 1000; for amounts in units of the last decimal
     * @param policy what is secret, for the check on what can be worked out
     * @return OUT_OF_RANGE for a base that is none; other failures as {@link Suppression#protect}
     */
    public static Outcome<RoundedTable> round(Table table, int base, Policy policy) {
        Optional<Failure> failure = Check.first(
                Check.that(base >= 2 && base <= 1000, Reason.OUT_OF_RANGE, "base is " + base), policy.check(table));
        if (failure.isPresent()) {
            return Outcome.failed(failure.get());
        }
        long[] optimal = table.size() <= MOST_FOR_OPTIMUM ? optimum(table, base) : null;
        long[] rounded = optimal == null ? RoundingSearch.round(table, base) : optimal;
        return checked(table, base, policy, rounded, optimal != null);
    }

    /** The zero-restricted rounding of least deviation in sum; null when there is none, or the solver gives up. */
    private static long @Nullable [] optimum(Table table, int base) {
        Grid grid = table.grid();
        ExpressionsBasedModel model = new ExpressionsBasedModel();
        Variable[] up = new Variable[grid.cells()];
        long[] floor = new long[grid.cells()];
        for (int cell = 0; cell < up.length; cell++) {
            long rest = table.values()[cell] % base;
            floor[cell] = (table.values()[cell] - rest) / base;
            up[cell] = model.addVariable("u" + cell).binary().weight(base - 2 * rest);
            if (rest == 0) {
                up[cell].upper(0);
            }
        }
        for (int equation = 0; equation < grid.equations(); equation++) {
            int[] members = grid.members(equation);
            long difference = -floor[members[0]];
            Expression row = model.addExpression("e" + equation).set(up[members[0]], 1);
            for (int i = 1; i < members.length; i++) {
                row.set(up[members[i]], -1);
                difference += floor[members[i]];
            }
            row.level(difference);
        }
        model.options.integer(IntegerStrategy.DEFAULT.withParallelism(() -> 1));
        Optimisation.Result result = model.minimise();
        if (!result.getState().isOptimal()) {
            return null;
        }
        long[] rounded = new long[floor.length];
        for (int cell = 0; cell < rounded.length; cell++) {
            rounded[cell] = base * (floor[cell] + Math.round(result.doubleValue(model.indexOf(up[cell]))));
        }
        return rounded;
    }

    /** NO_CONVERGENCE when the rounded table does not add up or holds something that is no multiple, which a fault would be. */
    private static Outcome<RoundedTable> checked(
            Table table, int base, Policy policy, long[] rounded, boolean optimal) {
        Grid grid = table.grid();
        long largest = 0;
        int beyond = 0;
        for (int cell = 0; cell < rounded.length; cell++) {
            if (rounded[cell] % base != 0 || rounded[cell] < 0) {
                return Outcome.failed(Reason.NO_CONVERGENCE, grid.codes(cell) + " became " + rounded[cell]);
            }
            long deviation = Math.abs(rounded[cell] - table.values()[cell]);
            largest = Math.max(largest, deviation);
            beyond += deviation >= base ? 1 : 0;
        }
        for (int equation = 0; equation < grid.equations(); equation++) {
            int[] members = grid.members(equation);
            long sum = rounded[members[0]];
            for (int i = 1; i < members.length; i++) {
                sum -= rounded[members[i]];
            }
            if (sum != 0) {
                return Outcome.failed(Reason.NO_CONVERGENCE, grid.codes(members[0]) + " does not add up");
            }
        }
        List<Target> secrets = new Sensitivity(table, policy).cells();
        List<List<String>> exposed = exposed(table, secrets, rounded, Math.max(largest, base - 1));
        return Outcome.of(new RoundedTable(
                table,
                rounded,
                base,
                new RoundedTable.Check(
                        rounded.length, grid.equations(), largest, beyond, optimal, secrets.size(), exposed)));
    }

    /**
     * Secrets for which no other table was found that rounds to the same. An attacker knows that every true value lies within the
     * largest deviation of its rounded one; what one block cannot show, linear programming decides where the table allows.
     */
    private static List<List<String>> exposed(Table table, List<Target> secrets, long[] rounded, long deviation) {
        int cells = rounded.length;
        double[] price = new double[cells];
        long[] room = new long[cells];
        long[] rise = new long[cells];
        double[] low = new double[cells];
        double[] high = new double[cells];
        for (int cell = 0; cell < cells; cell++) {
            long value = table.values()[cell];
            room[cell] = table.isImpossible(cell) ? 0 : value - Math.max(0, rounded[cell] - deviation);
            rise[cell] = table.isImpossible(cell) ? 0 : rounded[cell] + deviation - value;
            low[cell] = -room[cell];
            high[cell] = rise[cell];
        }
        Blocks blocks = new Blocks(table.grid(), price, room, rise);
        LinearAttack attack = cells <= Attack.MOST_UNKNOWN ? new LinearAttack(table.grid(), low, high) : null;
        List<List<String>> exposed = new ArrayList<>();
        for (Target secret : secrets) {
            boolean moves = Arrays.stream(
                            new MoveSearch.Direction[] {MoveSearch.Direction.UP, MoveSearch.Direction.DOWN})
                    .anyMatch(direction -> blocks.cheapest(secret.cell(), direction, 1, 1, 0) != null);
            if (!moves
                    && (attack == null
                            || attack.range(secret.cell())
                                    .filter(range -> range.most() - range.least() >= 1 - LinearAttack.TOLERANCE)
                                    .isEmpty())) {
                exposed.add(table.grid().codes(secret.cell()));
            }
        }
        return exposed;
    }
}
