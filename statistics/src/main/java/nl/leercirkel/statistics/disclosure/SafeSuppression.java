package nl.leercirkel.statistics.disclosure;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import nl.leercirkel.statistics.Outcome;
import nl.leercirkel.statistics.Randomness;
import nl.leercirkel.statistics.Reason;
import org.apache.commons.rng.UniformRandomProvider;

/**
 * Secondary suppression for tables of any size, safe by construction: every target has witnesses, other tables of whole numbers that
 * an attacker cannot tell from the true one and in which the target differs by its protection. The pattern is made target by target,
 * each at the least cost found, and then thinned: every secondary cell is published again where the targets that lean on it can be
 * witnessed otherwise for less. Where the size allows, this is done from several starts with other weights, and the cheapest pattern
 * counts; the random numbers have a fixed seed, so the same table gives the same pattern.
 */
final class SafeSuppression {

    private static final int MOST_THINNINGS = 3;

    /** Of the weights in starts after the first: up to e^(1/2) times more or less. */
    private static final double SPREAD = 1;

    private static final long SEED = 2026;
    private static final int MOST_STARTS = 30;

    /** How many first blocks are tried for joining. */
    private static final int JOINED = 20;

    /** Cells times targets that one start may take for each start that is made. */
    private static final double WORK = 3e6;

    private final Table table;
    private final Protector protector;
    private final Groups groups;
    private final boolean groupsAreSecret;
    private final boolean[] primary;
    private final List<Target> targets = new ArrayList<>();
    private final List<List<Witness>> witnesses = new ArrayList<>();
    private final Map<Integer, Set<Integer>> users = new HashMap<>();

    private SafeSuppression(
            Table table, Policy policy, Sensitivity sensitivity, boolean[] primary, Protector protector) {
        this.table = table;
        this.primary = primary;
        this.groupsAreSecret = policy.groups();
        groups = new Groups(table, sensitivity);
        this.protector = protector;
    }

    /**
     * @param targets the secret cells
     * @param primary cells suppressed from the start: the secret ones, and those suppressed in an earlier publication
     * @param fixed cells that are published already
     * @return NOT_PROTECTED with the first cell that these fixed cells give away
     */
    static Outcome<Pattern> of(Table table, Policy policy, List<Target> targets, boolean[] primary, boolean[] fixed) {
        Sensitivity sensitivity = new Sensitivity(table, policy);
        double[] weights = Weights.of(table, policy);
        UniformRandomProvider stream = Randomness.of(SEED).stream();
        Outcome<Pattern> best = Outcome.failed(Reason.NO_DATA, "no start");
        double least = Double.POSITIVE_INFINITY;
        double work = 1 + (double) table.grid().cells() * targets.size();
        int starts = (int) Math.clamp(WORK / work, 1, MOST_STARTS);
        for (int start = 0; start < starts; start++) {
            double spread = start == 0 ? 0 : SPREAD;
            double[] noised = Arrays.stream(weights)
                    .map(weight -> weight * Math.exp(spread * (stream.nextDouble() - .5)))
                    .toArray();
            Protector protector = new Protector(table, policy, sensitivity, primary, fixed, noised, JOINED);
            Outcome<Pattern> found = new SafeSuppression(table, policy, sensitivity, primary, protector).run(targets);
            if (!found.isAnswer()) {
                return found;
            }
            double cost = cost(found.get(), weights, primary);
            if (cost < least) {
                least = cost;
                best = found;
            }
        }
        return best;
    }

    private static double cost(Pattern pattern, double[] weights, boolean[] primary) {
        double cost = 0;
        for (int cell = 0; cell < weights.length; cell++) {
            cost += pattern.suppressed()[cell] && !primary[cell] ? weights[cell] : 0;
        }
        return cost;
    }

    private Outcome<Pattern> run(List<Target> secret) {
        // Wide totals first: what protects them often protects the small cells below. Of equals, the largest first.
        List<Target> ordered = new ArrayList<>(secret);
        ordered.sort(Comparator.<Target>comparingInt(target -> -leavesBelow(target.cell()))
                .thenComparingLong(target -> -table.values()[target.cell()])
                .thenComparingInt(Target::cell));
        Outcome<Integer> done = addAll(ordered);
        if (!done.isAnswer()) {
            return Outcome.failed(done.failure());
        }
        for (int pass = 0; pass < MOST_THINNINGS; pass++) {
            boolean thinned = thin();
            int before = targets.size();
            done = addAll(List.of());
            if (!done.isAnswer()) {
                return Outcome.failed(done.failure());
            }
            if (!thinned && targets.size() == before) {
                break;
            }
        }
        int cells = table.grid().cells();
        boolean[] suppressed = new boolean[cells];
        for (int cell = 0; cell < cells; cell++) {
            suppressed[cell] = protector.isSuppressed(cell);
        }
        return Outcome.of(new Pattern(suppressed, targets, witnesses, false));
    }

    /** Protects these targets, and then the groups that come of it until there are no new ones. */
    private Outcome<Integer> addAll(List<Target> more) {
        List<Target> next = new ArrayList<>(more);
        do {
            for (Target target : next) {
                Protector.Protected found = protector.protect(target, MoveSearch.BLOCKED);
                if (found == null) {
                    return Outcome.failed(
                            Reason.NOT_PROTECTED,
                            "no way to protect "
                                    + Arrays.stream(target.cells())
                                            .mapToObj(table.grid()::codes)
                                            .toList());
                }
                targets.add(target);
                witnesses.add(found.witnesses());
                register(targets.size() - 1);
            }
            next = groupsAreSecret
                    ? groups.more(cell -> protector.isSuppressed(cell) || table.isHidden(cell))
                    : List.of();
        } while (!next.isEmpty());
        return Outcome.of(targets.size());
    }

    private int leavesBelow(int cell) {
        int product = 1;
        for (int d = 0; d < table.grid().dimensions(); d++) {
            product *=
                    table.grid().dimension(d).below(table.grid().code(cell, d)).cardinality();
        }
        return product;
    }

    private void register(int target) {
        for (Witness witness : witnesses.get(target)) {
            for (int i = 0; i < witness.size(); i++) {
                if (!primary[witness.cell(i)]) {
                    users.computeIfAbsent(witness.cell(i), none -> new HashSet<>())
                            .add(target);
                }
            }
        }
    }

    private void unregister(int target) {
        for (Witness witness : witnesses.get(target)) {
            for (int i = 0; i < witness.size(); i++) {
                Set<Integer> using = users.get(witness.cell(i));
                if (using != null) {
                    using.remove(target);
                }
            }
        }
    }

    /** Publishes secondary cells again where that can be; the dearest first. */
    private boolean thin() {
        List<Integer> secondary = users.keySet().stream()
                .filter(protector::isSuppressed)
                .sorted(Comparator.<Integer>comparingDouble(cell -> -protector.weight(cell))
                        .thenComparingInt(cell -> cell))
                .toList();
        boolean any = false;
        for (int cell : secondary) {
            if (protector.isSuppressed(cell)) {
                any |= free(cell);
            }
        }
        return any;
    }

    /** Publishes one cell if the targets that use it can do without for less than the cell is worth. */
    private boolean free(int cell) {
        Set<Integer> using = new TreeSet<>(users.getOrDefault(cell, Set.of()));
        protector.forbid(cell);
        Map<Integer, List<Witness>> before = new HashMap<>();
        List<Integer> added = new ArrayList<>();
        double budget = protector.weight(cell) * (1 - 1e-9);
        for (int target : using) {
            Protector.Protected found = protector.protect(targets.get(target), budget);
            if (found == null) {
                protector.takeBack(added);
                protector.suppress(cell);
                before.forEach(this::exchange);
                return false;
            }
            added.addAll(found.added());
            budget -= found.cost();
            before.put(target, witnesses.get(target));
            exchange(target, found.witnesses());
        }
        protector.publish(cell);
        dropUnused();
        return true;
    }

    private void exchange(int target, List<Witness> other) {
        unregister(target);
        witnesses.set(target, other);
        register(target);
    }

    private void dropUnused() {
        users.entrySet().removeIf(entry -> {
            if (entry.getValue().isEmpty() && protector.isSuppressed(entry.getKey())) {
                protector.publish(entry.getKey());
                return true;
            }
            return entry.getValue().isEmpty();
        });
    }
}
