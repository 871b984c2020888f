package nl.leercirkel.statistics.disclosure;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The attacker without any cleverness: tries every table of whole numbers. For tiny tables only; shares nothing with the code under
 * test but the numbering of the cells.
 */
final class BruteForce {

    private final Grid grid;
    private final long[] values;
    private final boolean[] unknown;
    private final int[] leaves;
    private final int[][] holding;
    private final long[] least;
    private final long[] most;
    private final List<long[]> tables = new ArrayList<>();

    private BruteForce(Table table, boolean[] unknown) {
        grid = table.grid();
        values = table.values();
        this.unknown = unknown;
        leaves = java.util.stream.IntStream.range(0, values.length)
                .filter(grid::isLeaf)
                .toArray();
        holding = Arrays.stream(leaves)
                .mapToObj(leaf -> java.util.stream.IntStream.range(0, values.length)
                        .filter(cell -> grid.contains(cell, leaf))
                        .toArray())
                .toArray(int[][]::new);
        least = values.clone();
        most = values.clone();
    }

    /** Least and most of each cell over all tables of whole numbers, none below 0, with these published values. */
    static long[][] ends(Table table, boolean[] unknown) {
        BruteForce force = new BruteForce(table, unknown);
        force.fill(0, new long[force.values.length]);
        if (force.tables.isEmpty()) {
            throw new IllegalStateException("the true table was not found");
        }
        return new long[][] {force.least, force.most};
    }

    /** All tables of whole numbers with these published values, none more than three above an unknown true value. */
    static List<long[]> tables(Table table, boolean[] unknown) {
        BruteForce force = new BruteForce(table, unknown);
        force.fill(0, new long[force.values.length]);
        return force.tables;
    }

    private void fill(int i, long[] sums) {
        if (i == leaves.length) {
            for (int cell = 0; cell < sums.length; cell++) {
                if (!unknown[cell] && sums[cell] != values[cell]) {
                    return;
                }
            }
            tables.add(sums.clone());
            for (int cell = 0; cell < sums.length; cell++) {
                least[cell] = Math.min(least[cell], sums[cell]);
                most[cell] = Math.max(most[cell], sums[cell]);
            }
            return;
        }
        long bound = Long.MAX_VALUE;
        for (int cell : holding[i]) {
            if (!unknown[cell]) {
                bound = Math.min(bound, values[cell] - sums[cell]);
            }
        }
        // Without a published total above it, any number goes; three more than the true one show that there is room.
        long from = unknown[leaves[i]] ? 0 : values[leaves[i]];
        long to = Math.min(unknown[leaves[i]] ? values[leaves[i]] + 3 : values[leaves[i]], bound);
        for (long value = from; value <= to; value++) {
            for (int cell : holding[i]) {
                sums[cell] += value;
            }
            fill(i + 1, sums);
            for (int cell : holding[i]) {
                sums[cell] -= value;
            }
        }
    }

    /** The cheapest pattern of all: every set of cells that may be suppressed is tried. */
    static double optimum(Table table, Policy policy) {
        List<Target> targets = new Sensitivity(table, policy).cells();
        boolean[] primary = new boolean[table.size()];
        targets.forEach(target -> primary[target.cell()] = true);
        List<Integer> open = new ArrayList<>();
        for (int cell = 0; cell < primary.length; cell++) {
            if (!primary[cell] && table.values()[cell] > 0) {
                open.add(cell);
            }
        }
        double[] weights = Weights.of(table, policy);
        double best = Double.POSITIVE_INFINITY;
        for (int set = 0; set < 1 << open.size(); set++) {
            boolean[] unknown = primary.clone();
            double cost = 0;
            for (int i = 0; i < open.size(); i++) {
                if ((set >> i & 1) == 1) {
                    unknown[open.get(i)] = true;
                    cost += weights[open.get(i)];
                }
            }
            if (cost < best && protects(table, targets, unknown)) {
                best = cost;
            }
        }
        return best;
    }

    private static boolean protects(Table table, List<Target> targets, boolean[] unknown) {
        long[][] ends = ends(table, unknown);
        return targets.stream()
                .allMatch(target -> table.values()[target.cell()] - ends[0][target.cell()] >= target.lower()
                        && ends[1][target.cell()] - table.values()[target.cell()] >= target.upper()
                        && ends[1][target.cell()] - ends[0][target.cell()] >= target.width());
    }
}
