package nl.leercirkel.statistics.disclosure;

import org.jspecify.annotations.Nullable;

/**
 * Finds the cheapest move through a cell. A move is the product of one choice per dimension ({@link Choices}): in a plain table the
 * corners of a block, two codes per dimension, that go up and down in turn; in a table with levels also the totals that hold one
 * corner and not its opposite. The blocks are those of the hypercube method (Repsilber 1994; Giessing and Repsilber 2002), here with
 * levels and with the possibility to change a total instead of an opposite corner.
 */
final class MoveSearch {

    /** The price of a cell that may not change. */
    static final double BLOCKED = Double.POSITIVE_INFINITY;

    /** Above this many combinations of choices, one dimension at a time is improved. */
    private static final int ALL_COMBINATIONS = 60_000;

    private static final int STARTS = 12;

    /** What a move must do with the cell. */
    enum Direction {
        UP,
        DOWN,
        /** The move and its reverse are both possible. */
        BOTH
    }

    private final Grid grid;
    private final double[] price;
    private final long[] room;
    private final Choices[] choices;

    // Of the search going on.
    private int sign;
    private boolean both;
    private long amount;
    private double best;
    private int[] bestCells = {};
    private int bestSize;
    private int[][] partial = {};

    /**
     * @param price per cell of letting it change; the caller changes it between searches
     * @param room per cell how far it can go down
     */
    MoveSearch(Grid grid, double[] price, long[] room) {
        this.grid = grid;
        this.price = price;
        this.room = room;
        choices = new Choices[grid.dimensions()];
        for (int d = 0; d < choices.length; d++) {
            choices[d] = new Choices(grid.dimension(d));
        }
        partial = new int[choices.length + 1][];
        partial[0] = new int[] {0};
    }

    /**
     * @param amount by which the cell changes, and with it every cell of the move
     * @param limit the price must stay below this
     * @return null when there is none among the moves that were tried
     */
    @Nullable
    Move cheapest(int cell, Direction direction, long amount, double limit) {
        this.sign = direction == Direction.DOWN ? 1 : 0;
        this.both = direction == Direction.BOTH;
        this.amount = amount;
        this.best = limit;
        this.bestSize = 0;
        if (price[cell] >= limit || (direction != Direction.UP && room[cell] < amount)) {
            return null;
        }
        int[][][] options = new int[choices.length][][];
        double combinations = 1;
        for (int d = 0; d < choices.length; d++) {
            options[d] = choices[d].of(grid.code(cell, d));
            combinations *= options[d].length;
        }
        if (combinations <= ALL_COMBINATIONS) {
            tryAll(options, 0);
        } else {
            improve(options);
        }
        if (bestSize == 0) {
            climb(cell);
        }
        return bestSize == 0 ? null : move();
    }

    private Move move() {
        int[] cells = new int[bestSize];
        int[] changes = new int[bestSize];
        for (int i = 0; i < bestSize; i++) {
            cells[i] = bestCells[i] >> 1;
            changes[i] = (bestCells[i] & 1) == sign ? 1 : -1;
        }
        return new Move(cells, changes, best);
    }

    private void tryAll(int[][][] options, int d) {
        int[] before = partial[d];
        if (d == options.length - 1) {
            for (int[] choice : options[d]) {
                consider(before, choice, d);
                if (best <= 0) {
                    return;
                }
            }
            return;
        }
        for (int[] choice : options[d]) {
            partial[d + 1] = product(before, choice, d);
            tryAll(options, d + 1);
            if (best <= 0) {
                return;
            }
        }
    }

    /** Cells so far, times the codes of the next dimension. */
    private int[] product(int[] before, int[] choice, int d) {
        int[] product = new int[before.length * choice.length];
        int n = 0;
        for (int cell : before) {
            for (int code : choice) {
                product[n++] = combine(cell, code, d);
            }
        }
        return product;
    }

    private int combine(int cell, int code, int d) {
        return ((cell >> 1) + (code >> 1) * grid.stride(d)) << 1 | ((cell ^ code) & 1);
    }

    private void consider(int[] before, int[] choice, int d) {
        double sum = 0;
        for (int cell : before) {
            for (int code : choice) {
                int combined = combine(cell, code, d);
                int number = combined >> 1;
                sum += price[number];
                if (sum >= best || ((both || (combined & 1) != sign) && room[number] < amount)) {
                    return;
                }
            }
        }
        best = sum;
        bestCells = product(before, choice, d);
        bestSize = bestCells.length;
    }

    /** What a combination costs, with a million for each cell that may not change. */
    private double penalised(int[] cells) {
        double sum = 0;
        for (int combined : cells) {
            int number = combined >> 1;
            boolean blocked = price[number] == BLOCKED || ((both || (combined & 1) != sign) && room[number] < amount);
            sum += blocked ? 1e6 : price[number];
        }
        return sum;
    }

    /** From several starts: the best choice in one dimension, then in the next, until nothing gets better. */
    private void improve(int[][][] options) {
        for (int start = 0; start < STARTS && best > 0; start++) {
            int[] chosen = new int[options.length];
            for (int d = 0; d < options.length; d++) {
                chosen[d] = (int) ((long) start * options[d].length / STARTS);
            }
            double reached = penalised(cells(options, chosen));
            boolean better = true;
            while (better) {
                better = false;
                for (int d = 0; d < options.length; d++) {
                    int kept = chosen[d];
                    for (int option = 0; option < options[d].length; option++) {
                        chosen[d] = option;
                        double cost = penalised(cells(options, chosen));
                        if (cost < reached) {
                            reached = cost;
                            kept = option;
                            better = true;
                        }
                    }
                    chosen[d] = kept;
                }
            }
            if (reached < Math.min(best, 1e6)) {
                best = reached;
                bestCells = cells(options, chosen);
                bestSize = bestCells.length;
            }
        }
    }

    private int[] cells(int[][][] options, int[] chosen) {
        int[] cells = {0};
        for (int d = 0; d < options.length; d++) {
            cells = product(cells, options[d][chosen[d]], d);
        }
        return cells;
    }

    /** The last resort: the largest leaf cell below the cell changes, with everything that holds it, up to the grand total. */
    private void climb(int cell) {
        int largest = largestLeaf(cell, 0, cell, -1);
        int[] cells = {0};
        for (int d = 0; d < choices.length; d++) {
            int leaf = java.util.Arrays.binarySearch(grid.dimension(d).leaves(), grid.code(largest, d));
            cells = product(cells, choices[d].only(leaf), d);
        }
        double cost = 0;
        for (int combined : cells) {
            int number = combined >> 1;
            cost += price[number];
            if ((both || (combined & 1) != sign) && room[number] < amount) {
                return;
            }
        }
        if (cost < best) {
            best = cost;
            bestCells = cells;
            bestSize = cells.length;
        }
    }

    private int largestLeaf(int cell, int d, int at, int found) {
        if (d == choices.length) {
            return found < 0 || room[at] > room[found] ? at : found;
        }
        Dimension dimension = grid.dimension(d);
        int largest = found;
        for (int leaf : dimension.below(grid.code(cell, d)).stream().toArray()) {
            largest = largestLeaf(cell, d + 1, grid.with(at, d, dimension.leaves()[leaf]), largest);
        }
        return largest;
    }
}
