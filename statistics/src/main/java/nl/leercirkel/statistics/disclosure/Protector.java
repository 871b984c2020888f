package nl.leercirkel.statistics.disclosure;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntPredicate;
import org.jspecify.annotations.Nullable;

/**
 * A table with some cells suppressed, to which cells are added until a target is protected. Mutable; every addition can be taken
 * back.
 */
final class Protector {

    /**
     * How a target is protected.
     *
     * @param witnesses that together show it
     * @param added cells that were suppressed for it
     * @param cost of those
     */
    record Protected(List<Witness> witnesses, List<Integer> added, double cost) {}

    private final Table table;
    private final Sensitivity sensitivity;
    private final double[] weight;
    private final double[] price;
    private final long[] room;
    private final boolean[] suppressed;
    private final int[] known;
    private final MoveSearch search;
    private final int joined;

    /**
     * @param primary cells that are suppressed from the start
     * @param fixed cells that are published already and cannot be suppressed any more
     * @param weights per cell what is lost when it is suppressed
     * @param joined how hard to search, see {@link MoveSearch#cheapest}
     */
    Protector(
            Table table,
            Policy policy,
            Sensitivity sensitivity,
            boolean[] primary,
            boolean[] fixed,
            double[] weights,
            int joined) {
        this.joined = joined;
        this.table = table;
        this.sensitivity = sensitivity;
        int cells = table.grid().cells();
        weight = weights.clone();
        price = new double[cells];
        room = new long[cells];
        suppressed = new boolean[cells];
        for (int cell = 0; cell < cells; cell++) {
            room[cell] = table.values()[cell] - table.floor(cell);
            boolean never = fixed[cell] || table.isImpossible(cell);
            if (never || (table.values()[cell] == 0 && policy.zeros() == Policy.Zeros.SHOWN)) {
                weight[cell] = MoveSearch.BLOCKED;
            }
            if (table.isHidden(cell) && !never) {
                weight[cell] = 0;
            }
            suppressed[cell] = primary[cell];
            price[cell] = primary[cell] && !never ? 0 : weight[cell];
        }
        known = java.util.stream.IntStream.range(0, cells)
                .filter(sensitivity::isKnownToSomebody)
                .toArray();
        search = new MoveSearch(table.grid(), price, room);
    }

    boolean isSuppressed(int cell) {
        return suppressed[cell];
    }

    /** What it costs to suppress a cell; {@link MoveSearch#BLOCKED} where that may not be. */
    double weight(int cell) {
        return weight[cell];
    }

    void suppress(int cell) {
        suppressed[cell] = true;
        price[cell] = 0;
    }

    void publish(int cell) {
        suppressed[cell] = false;
        price[cell] = weight[cell];
    }

    /** Forbids a cell that is not suppressed to be so, until it is published or suppressed again. */
    void forbid(int cell) {
        suppressed[cell] = false;
        price[cell] = MoveSearch.BLOCKED;
    }

    /**
     * Protects a target at the least cost that the search finds, and suppresses what that needs.
     *
     * @param limit the cost must stay below this
     * @return null, with nothing changed, when that cannot be
     */
    @Nullable
    Protected protect(Target target, double limit) {
        Protected best = null;
        double least = limit;
        for (int anchor : target.cells()) {
            Map<Integer, Double> blocked = block(target, anchor);
            Protected found = cheapest(anchor, target, least);
            blocked.forEach((cell, before) -> price[cell] = before);
            if (found != null) {
                takeBack(found.added());
                best = found;
                least = found.cost();
                if (least <= 0) {
                    break;
                }
            }
        }
        if (best != null) {
            best.added().forEach(this::suppress);
        }
        return best;
    }

    /** Cells that may not change: what an attacker may know, and the other cells of a group. */
    private Map<Integer, Double> block(Target target, int anchor) {
        Map<Integer, Double> blocked = new HashMap<>();
        IntPredicate knownToOthers = sensitivity.knownToOthers(target);
        for (int cell : known) {
            if (knownToOthers.test(cell)) {
                blocked.put(cell, price[cell]);
            }
        }
        for (int cell : target.cells()) {
            if (cell != anchor) {
                blocked.put(cell, price[cell]);
            }
        }
        blocked.keySet().forEach(cell -> price[cell] = MoveSearch.BLOCKED);
        return blocked;
    }

    /** The cheapest of raising the upper or the lower side to the width asked for; suppresses what it needs. */
    private @Nullable Protected cheapest(int anchor, Target target, double limit) {
        long lower = target.lower();
        long upper = target.upper();
        Protected raised = sides(anchor, lower, Math.max(upper, target.width() - lower), limit);
        if (target.width() <= lower + upper || (raised != null && raised.cost() <= 0)) {
            return raised;
        }
        if (raised != null) {
            takeBack(raised.added());
        }
        Protected lowered =
                sides(anchor, Math.max(lower, target.width() - upper), upper, raised == null ? limit : raised.cost());
        if (lowered == null && raised != null) {
            raised.added().forEach(this::suppress);
            return raised;
        }
        return lowered;
    }

    private @Nullable Protected sides(int anchor, long lower, long upper, double limit) {
        if (lower <= 0 || upper <= 0) {
            return upper > 0
                    ? oneSide(anchor, MoveSearch.Direction.UP, upper, limit)
                    : oneSide(anchor, MoveSearch.Direction.DOWN, lower, limit);
        }
        Protected both = null;
        Move move = search.cheapest(anchor, MoveSearch.Direction.BOTH, Math.max(lower, upper), limit, joined);
        if (move != null) {
            Witness witness = new Witness(net(move, Math.max(lower, upper)));
            both = new Protected(List.of(witness, witness.reversed()), added(move), move.price());
            if (move.price() <= 0) {
                return both;
            }
        }
        Protected apart = apart(anchor, lower, upper, both == null ? limit : both.cost());
        if (apart == null && both != null) {
            both.added().forEach(this::suppress);
            return both;
        }
        return apart;
    }

    private @Nullable Protected apart(int anchor, long lower, long upper, double limit) {
        Protected up = oneSide(anchor, MoveSearch.Direction.UP, upper, limit);
        if (up == null) {
            return null;
        }
        Protected down = oneSide(anchor, MoveSearch.Direction.DOWN, lower, limit - up.cost());
        if (down == null) {
            takeBack(up.added());
            return null;
        }
        List<Witness> witnesses = new ArrayList<>(up.witnesses());
        witnesses.addAll(down.witnesses());
        List<Integer> added = new ArrayList<>(up.added());
        added.addAll(down.added());
        return new Protected(witnesses, added, up.cost() + down.cost());
    }

    /** In one move where one can carry the whole amount, else in several of half, a quarter and so on. */
    private @Nullable Protected oneSide(int anchor, MoveSearch.Direction direction, long amount, double limit) {
        Map<Integer, Long> net = new HashMap<>();
        List<Integer> added = new ArrayList<>();
        double cost = 0;
        long rest = amount;
        long step = amount;
        while (rest > 0 && step > 0) {
            Move move = search.cheapest(anchor, direction, step, limit - cost, joined);
            if (move == null) {
                step /= 2;
                continue;
            }
            List<Integer> more = added(move);
            more.forEach(this::suppress);
            added.addAll(more);
            cost += move.price();
            rest -= step;
            net(move, step).forEach((cell, change) -> {
                net.merge(cell, change, Long::sum);
                room[cell] += change;
            });
            step = Math.min(step, rest);
        }
        net.forEach((cell, change) -> room[cell] -= change);
        if (rest > 0) {
            takeBack(added);
            return null;
        }
        return new Protected(List.of(new Witness(net)), added, cost);
    }

    private List<Integer> added(Move move) {
        return Arrays.stream(move.cells())
                .filter(cell -> !suppressed[cell] && !table.isHidden(cell))
                .boxed()
                .toList();
    }

    private static Map<Integer, Long> net(Move move, long amount) {
        Map<Integer, Long> net = new HashMap<>();
        for (int i = 0; i < move.cells().length; i++) {
            net.put(move.cells()[i], move.changes()[i] * amount);
        }
        return net;
    }

    void takeBack(List<Integer> added) {
        added.forEach(this::publish);
    }
}
