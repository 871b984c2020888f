package nl.leercirkel.statistics.disclosure;

import java.util.Map;
import java.util.TreeMap;
import java.util.function.IntPredicate;
import org.ojalgo.optimisation.Expression;
import org.ojalgo.optimisation.ExpressionsBasedModel;
import org.ojalgo.optimisation.Optimisation;
import org.ojalgo.optimisation.Variable;

/**
 * Why an attacker can bound a secret: the equations, each with a factor, that together bound it. By linear programming duality the
 * bound is the sum over the unknown cells of their factor times how far they can go down; a published cell with a factor would, if it
 * were suppressed, loosen the bound.
 */
final class DualAttack {

    /** The price of leaning on a published cell, so that inequalities name few cells. */
    private static final double LEANING = 1e-4;

    private DualAttack() {}

    /**
     * Adds, per cell, by how much the bound would at most loosen were the cell suppressed; infinite when without bound.
     *
     * @param side 1 for the bound from above, -1 from below
     * @param unknown cells the attacker does not know
     * @param candidate published cells that might be suppressed
     * @return false when the solver gives up
     */
    static boolean addTo(
            double[] factor, Table table, Target target, int side, IntPredicate unknown, IntPredicate candidate) {
        Grid grid = table.grid();
        ExpressionsBasedModel model = new ExpressionsBasedModel();
        Map<Integer, Variable> multipliers = new TreeMap<>();
        Map<Integer, Double> gain = new TreeMap<>();
        double[] own = new double[grid.cells()];
        for (int cell : target.cells()) {
            own[cell] = side;
        }
        for (int cell = 0; cell < own.length; cell++) {
            boolean here = unknown.test(cell);
            if (!here && !candidate.test(cell)) {
                continue;
            }
            Map<Integer, Integer> signs = signs(grid, cell);
            signs.keySet().forEach(e -> multipliers.computeIfAbsent(e, none -> model.addVariable("m" + e)));
            if (here) {
                Expression row = model.addExpression("u" + cell).upper(-own[cell]);
                boolean bottomless = table.floor(cell) == Table.NO_FLOOR;
                if (bottomless) {
                    row.lower(-own[cell]);
                }
                double room = bottomless ? 0 : (double) table.values()[cell] - table.floor(cell);
                signs.forEach((e, sign) -> {
                    row.set(multipliers.get(e), sign);
                    gain.merge(e, -room * sign, Double::sum);
                });
            } else {
                Variable size = model.addVariable("s" + cell).lower(0).weight(LEANING);
                Expression above =
                        model.addExpression("a" + cell).lower(own[cell]).set(size, 1);
                Expression below =
                        model.addExpression("b" + cell).lower(-own[cell]).set(size, 1);
                signs.forEach((e, sign) -> {
                    above.set(multipliers.get(e), -sign);
                    below.set(multipliers.get(e), sign);
                });
            }
        }
        multipliers.forEach((e, multiplier) -> multiplier.weight(gain.getOrDefault(e, 0.0)));
        Optimisation.Result result = model.minimise();
        if (!result.getState().isOptimal()) {
            return false;
        }
        for (int cell = 0; cell < own.length; cell++) {
            if (unknown.test(cell) || candidate.test(cell)) {
                double sum = own[cell];
                for (Map.Entry<Integer, Integer> sign : signs(grid, cell).entrySet()) {
                    Variable multiplier = multipliers.get(sign.getKey());
                    sum += sign.getValue() * result.doubleValue(model.indexOf(multiplier));
                }
                factor[cell] += loosening(table, cell, sum);
            }
        }
        return true;
    }

    private static double loosening(Table table, int cell, double sum) {
        if (Math.abs(sum) < 1e-7) {
            return 0;
        }
        boolean bottomless = table.floor(cell) == Table.NO_FLOOR;
        if (sum > 0 || bottomless) {
            return Double.POSITIVE_INFINITY;
        }
        return -sum * (table.values()[cell] - table.floor(cell));
    }

    private static Map<Integer, Integer> signs(Grid grid, int cell) {
        Map<Integer, Integer> signs = new TreeMap<>();
        grid.equationsOf(cell, (equation, total) -> signs.put(equation, total ? 1 : -1));
        return signs;
    }
}
