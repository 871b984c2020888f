package nl.leercirkel.statistics.disclosure;

import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Finds a cheap move through a cell. The simple moves are blocks ({@link Blocks}). Where the best of them costs something, two blocks
 * are joined: the second one undoes the change of the dearest cell of the first, which so need not be suppressed. Joined blocks are
 * the six-cornered rings that a table with many zeros or large totals needs.
 */
final class MoveSearch {

    /** The price of a cell that may not change. */
    static final double BLOCKED = Double.POSITIVE_INFINITY;

    /** What a move must do with the cell. */
    enum Direction {
        UP,
        DOWN,
        /** The move and its reverse are both possible. */
        BOTH
    }

    private final Blocks first;
    private final Blocks second;
    private final double[] price;
    private final long[] room;

    /**
     * @param price per cell of letting it change; the caller changes it between searches
     * @param room per cell how far it can go down
     */
    MoveSearch(Grid grid, double[] price, long[] room) {
        this.price = price;
        this.room = room;
        first = new Blocks(grid, price, room, null);
        second = new Blocks(grid, price, room, null);
    }

    /**
     * @param amount by which the cell changes
     * @param limit the price must stay below this
     * @param joined how many first blocks are tried for joining; 0 for simple moves only
     * @return null when there is none among the moves that were tried
     */
    @Nullable
    Move cheapest(int cell, Direction direction, long amount, double limit, int joined) {
        if (price[cell] >= limit || (direction != Direction.UP && room[cell] < amount)) {
            return null;
        }
        Move best = first.cheapest(cell, direction, amount, limit, joined);
        if (best != null && best.price() <= 0) {
            return best;
        }
        for (Blocks.Nearly nearly : first.nearly()) {
            double below = best == null ? limit : best.price();
            if (nearly.rest() >= below) {
                break;
            }
            Move more = join(cell, nearly, direction, amount, below);
            if (more != null) {
                best = more;
                if (more.price() <= 0) {
                    break;
                }
            }
        }
        return best;
    }

    /** The first block, and the cheapest second one that undoes the change of its dearest cell. */
    private @Nullable Move join(int cell, Blocks.Nearly nearly, Direction direction, long amount, double limit) {
        int dearest = nearly.cells()[nearly.dearest()];
        if (dearest == cell) {
            return null;
        }
        int[] cells = nearly.cells();
        double[] prices = new double[cells.length];
        for (int i = 0; i < cells.length; i++) {
            prices[i] = price[cells[i]];
            price[cells[i]] = 0;
        }
        // Or the first block backwards, which costs nothing and moves nothing, would be the cheapest.
        price[cell] = BLOCKED;
        long kept = room[dearest];
        room[dearest] = Long.MAX_VALUE;
        boolean rises = nearly.changes()[nearly.dearest()] > 0;
        Move undoing =
                second.cheapest(dearest, rises ? Direction.DOWN : Direction.UP, amount, limit - nearly.rest(), 0);
        for (int i = 0; i < cells.length; i++) {
            price[cells[i]] = prices[i];
        }
        room[dearest] = kept;
        return undoing == null ? null : sum(cell, nearly, undoing, direction, amount, limit);
    }

    /** Both moves together, if no cell goes too far and the price is right. */
    private @Nullable Move sum(
            int cell, Blocks.Nearly nearly, Move undoing, Direction direction, long amount, double limit) {
        TreeMap<Integer, Integer> net = new TreeMap<>();
        for (int i = 0; i < nearly.cells().length; i++) {
            net.merge(nearly.cells()[i], nearly.changes()[i], Integer::sum);
        }
        for (int i = 0; i < undoing.cells().length; i++) {
            net.merge(undoing.cells()[i], undoing.changes()[i], Integer::sum);
        }
        net.values().removeIf(change -> change == 0);
        double sum = 0;
        for (var entry : net.entrySet()) {
            int change = entry.getValue();
            int down = direction == Direction.BOTH ? Math.abs(change) : Math.max(0, -change);
            if (down > 0 && room[entry.getKey()] / down < amount) {
                return null;
            }
            sum += price[entry.getKey()];
        }
        int own = net.getOrDefault(cell, 0);
        if (sum >= limit || own != (direction == Direction.DOWN ? -1 : 1)) {
            return null;
        }
        return new Move(
                net.keySet().stream().mapToInt(Integer::intValue).toArray(),
                net.values().stream().mapToInt(Integer::intValue).toArray(),
                sum);
    }
}
