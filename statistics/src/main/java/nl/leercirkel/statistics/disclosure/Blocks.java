package nl.leercirkel.statistics.disclosure;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The moves that are one block: the product of one choice per dimension ({@link Choices}). In a plain table these are the corners of a
 * block, two codes per dimension, that go up and down in turn; in a table with levels also the totals that hold one corner and not its
 * opposite. The blocks are those of the hypercube method (Repsilber 1994; Giessing and Repsilber 2002), here with levels and with the
 * possibility to change a total instead of an opposite corner.
 */
final class Blocks {

    /** Above this many combinations of choices, one dimension at a time is improved. */
    private static final int ALL_COMBINATIONS = 300_000;

    private static final int STARTS = 12;

    /**
     * A block in which one cell is too dear.
     *
     * @param dearest place of that cell
     * @param rest price of the others
     */
    @SuppressWarnings("ArrayRecordComponent") // inside this class only
    record Nearly(int[] cells, int[] changes, int dearest, double rest) {}

    private final Grid grid;
    private final double[] price;
    private final long[] room;
    private final long @Nullable [] rise;
    private final Choices[] choices;
    private final int[][] partial;
    private final int[] ownFrom;

    // Of the search going on.
    private int sign;
    private boolean both;
    private long amount;
    private double best;
    private int[] bestCells = {};
    private int wanted;
    private final List<Nearly> nearly = new ArrayList<>();
    private double worstNearly;

    /** @param rise per cell how far it can go up; null when there is no bound */
    Blocks(Grid grid, double[] price, long[] room, long @Nullable [] rise) {
        this.rise = rise;
        this.grid = grid;
        this.price = price;
        this.room = room;
        choices = new Choices[grid.dimensions()];
        Arrays.setAll(choices, d -> new Choices(grid.dimension(d)));
        ownFrom = new int[choices.length + 1];
        partial = new int[choices.length + 1][];
        partial[0] = new int[] {0};
    }

    List<Nearly> nearly() {
        return nearly;
    }

    @Nullable
    Move cheapest(int cell, MoveSearch.Direction direction, long amount, double limit, int joined) {
        this.sign = direction == MoveSearch.Direction.DOWN ? 1 : 0;
        this.both = direction == MoveSearch.Direction.BOTH;
        this.amount = amount;
        this.best = limit;
        this.bestCells = new int[0];
        this.wanted = joined;
        nearly.clear();
        worstNearly = joined > 0 ? limit : 0;
        int[][][] options = new int[choices.length][][];
        double combinations = 1;
        int own = 0;
        for (int d = choices.length - 1; d >= 0; d--) {
            options[d] = choices[d].of(grid.code(cell, d));
            combinations *= options[d].length;
            ownFrom[d + 1] = own;
            own += grid.code(cell, d) * grid.stride(d);
        }
        if (combinations <= ALL_COMBINATIONS) {
            tryAll(options, 0);
        } else {
            improve(options);
        }
        if (bestCells.length == 0) {
            climb(cell);
        }
        if (bestCells.length == 0) {
            return null;
        }
        return new Move(cells(bestCells), changes(bestCells), best);
    }

    private static int[] cells(int[] combined) {
        return Arrays.stream(combined).map(one -> one >> 1).toArray();
    }

    private int[] changes(int[] combined) {
        return Arrays.stream(combined).map(one -> (one & 1) == sign ? 1 : -1).toArray();
    }

    private void tryAll(int[][][] options, int d) {
        int[] before = partial[d];
        for (int[] choice : options[d]) {
            if (d == options.length - 1) {
                consider(before, choice, d);
            } else {
                if (isPromising(before, choice, d)) {
                    partial[d + 1] = product(before, choice, d);
                    tryAll(options, d + 1);
                }
            }
            if (best <= 0) {
                return;
            }
        }
    }

    /** Every choice that follows keeps the cell's own code: are the cells with those codes cheap enough to go on? */
    private boolean isPromising(int[] before, int[] choice, int d) {
        int own = ownFrom[d + 1] << 1;
        double rest = 0;
        double dearest = 0;
        // From behind: the codes outside the cell's own come last, and they decide.
        for (int i = choice.length - 1; i >= 0; i--) {
            for (int cell : before) {
                double here = priceOf(combine(cell, choice[i], d) + own);
                if (here > dearest) {
                    rest += dearest;
                    dearest = here;
                } else {
                    rest += here;
                }
                if (rest + dearest >= best && rest >= worstNearly) {
                    return false;
                }
            }
        }
        return true;
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

    private double priceOf(int combined) {
        int number = combined >> 1;
        boolean tooLow = (both || (combined & 1) != sign) && room[number] < amount;
        boolean tooHigh = rise != null && (both || (combined & 1) == sign) && rise[number] < amount;
        return tooLow || tooHigh ? MoveSearch.BLOCKED : price[number];
    }

    private void consider(int[] before, int[] choice, int d) {
        double rest = 0;
        double dearest = 0;
        for (int i = choice.length - 1; i >= 0; i--) {
            for (int cell : before) {
                double here = priceOf(combine(cell, choice[i], d));
                if (here > dearest) {
                    rest += dearest;
                    dearest = here;
                } else {
                    rest += here;
                }
                if (rest + dearest >= best && rest >= worstNearly) {
                    return;
                }
            }
        }
        if (rest + dearest < best) {
            best = rest + dearest;
            bestCells = product(before, choice, d);
        }
        if (rest < Math.min(worstNearly, best) && dearest > 0) {
            remember(product(before, choice, d), rest);
        }
    }

    /** Keeps the wanted number of blocks whose other cells cost least. */
    private void remember(int[] combined, double rest) {
        int dearest = 0;
        for (int i = 1; i < combined.length; i++) {
            if (priceOf(combined[i]) > priceOf(combined[dearest])) {
                dearest = i;
            }
        }
        int at = nearly.size();
        while (at > 0 && nearly.get(at - 1).rest() > rest) {
            at--;
        }
        nearly.add(at, new Nearly(cells(combined), changes(combined), dearest, rest));
        if (nearly.size() > wanted) {
            nearly.remove(wanted);
        }
        if (nearly.size() == wanted) {
            worstNearly = nearly.get(wanted - 1).rest();
        }
    }

    /** What a combination costs, with a million for each cell that may not change. */
    private double penalised(int[] cells) {
        double sum = 0;
        for (int combined : cells) {
            sum += Math.min(1e6, priceOf(combined));
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
            double reached = descend(options, chosen);
            if (reached < Math.min(best, 1e6)) {
                best = reached;
                bestCells = cells(options, chosen);
            }
        }
    }

    private double descend(int[][][] options, int[] chosen) {
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
        return reached;
    }

    private int[] cells(int[][][] options, int[] chosen) {
        int[] cells = {0};
        for (int d = 0; d < options.length; d++) {
            cells = product(cells, options[d][chosen[d]], d);
        }
        return cells;
    }

    /** The last resort: the largest leaf cell below the cell changes, with all that holds it, up to the grand total. */
    private void climb(int cell) {
        int largest = largestLeaf(cell, 0, cell, -1);
        int[] cells = {0};
        for (int d = 0; d < choices.length; d++) {
            int leaf = Arrays.binarySearch(grid.dimension(d).leaves(), grid.code(largest, d));
            cells = product(cells, choices[d].only(leaf), d);
        }
        double cost = 0;
        for (int combined : cells) {
            cost += priceOf(combined);
        }
        if (cost < best) {
            best = cost;
            bestCells = cells;
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
