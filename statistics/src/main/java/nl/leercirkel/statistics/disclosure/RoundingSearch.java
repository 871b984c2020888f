package nl.leercirkel.statistics.disclosure;

import java.util.ArrayList;
import java.util.List;
import nl.leercirkel.statistics.Randomness;
import org.apache.commons.rng.UniformRandomProvider;

/**
 * Rounds tables of any size so that they add up: every leaf cell to one of the two multiples next to it, every total the sum of its
 * parts. Which of the two is sought by simulated annealing, so that totals too stay within the base. The random numbers have a fixed
 * seed.
 */
final class RoundingSearch {

    private static final long SEED = 5;
    private static final int SWEEPS = 600;
    private static final int MOST_STEPS = 3_000_000;

    // Settled by trial on a table of 10,944 cells in three dimensions: what is beyond the base counts, the rest hardly.
    private static final double HOT = .5;
    private static final double COLD = .05;
    private static final double WITHIN = .02;

    private final Grid grid;
    private final int base;
    private final long[] values;
    private final long[] deviation;
    private final int[] free;
    private final boolean[] up;
    private final int[][] holding;
    private final int[] number;

    private RoundingSearch(Table table, int base) {
        this.grid = table.grid();
        this.base = base;
        values = table.values();
        long[] floor = new long[values.length];
        List<Integer> open = new ArrayList<>();
        for (int cell = 0; cell < values.length; cell++) {
            if (grid.isLeaf(cell)) {
                floor[cell] = values[cell] - values[cell] % base;
                if (values[cell] % base != 0) {
                    open.add(cell);
                }
            }
        }
        grid.sumUp(floor, Math::addExact);
        deviation = new long[values.length];
        for (int cell = 0; cell < values.length; cell++) {
            deviation[cell] = floor[cell] - values[cell];
        }
        free = open.stream().mapToInt(Integer::intValue).toArray();
        up = new boolean[free.length];
        holding = new int[free.length][];
        number = new int[values.length];
        java.util.Arrays.fill(number, -1);
        for (int i = 0; i < free.length; i++) {
            number[free[i]] = i;
            holding[i] = grid.holding(free[i]);
        }
    }

    static long[] round(Table table, int base) {
        RoundingSearch search = new RoundingSearch(table, base);
        search.spread();
        search.anneal();
        long[] rounded = new long[search.values.length];
        for (int cell = 0; cell < rounded.length; cell++) {
            rounded[cell] = search.values[cell] + search.deviation[cell];
        }
        return rounded;
    }

    /** A start: each cell goes where it does least harm to the totals so far. */
    private void spread() {
        for (int i = 0; i < free.length; i++) {
            if (change(i) < 0) {
                flip(i);
            }
        }
    }

    private void anneal() {
        if (free.length == 0) {
            return;
        }
        UniformRandomProvider random = Randomness.of(SEED).stream();
        int steps = (int) Math.min((long) SWEEPS * free.length, MOST_STEPS);
        for (int step = 0; step < steps; step++) {
            double heat = HOT * Math.pow(COLD / HOT, (double) step / steps);
            int i = random.nextInt(free.length);
            int other = random.nextBoolean() ? neighbour(i, random) : -1;
            double change = change(i);
            flip(i);
            if (other >= 0) {
                change += change(other);
                flip(other);
            }
            if (change > 0 && random.nextDouble() >= Math.exp(-change / heat)) {
                flip(i);
                if (other >= 0) {
                    flip(other);
                }
            }
        }
        boolean better = true;
        while (better) {
            better = false;
            for (int i = 0; i < free.length; i++) {
                if (change(i) < -1e-9) {
                    flip(i);
                    better = true;
                }
            }
        }
    }

    /** A cell with another code in one dimension that is rounded the other way; -1 when the one drawn is not. */
    private int neighbour(int i, UniformRandomProvider random) {
        int d = random.nextInt(grid.dimensions());
        int[] leaves = grid.dimension(d).leaves();
        int other = number[grid.with(free[i], d, leaves[random.nextInt(leaves.length)])];
        return other >= 0 && up[other] != up[i] ? other : -1;
    }

    private double change(int i) {
        long by = up[i] ? -base : base;
        double change = 0;
        for (int cell : holding[i]) {
            change += cost(deviation[cell] + by) - cost(deviation[cell]);
        }
        return change;
    }

    private double cost(long off) {
        double bases = (double) Math.abs(off) / base;
        return WITHIN * bases * bases + (Math.abs(off) >= base ? bases : 0);
    }

    private void flip(int i) {
        long by = up[i] ? -base : base;
        for (int cell : holding[i]) {
            deviation[cell] += by;
        }
        up[i] = !up[i];
    }
}
