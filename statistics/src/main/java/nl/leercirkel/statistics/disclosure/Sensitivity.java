package nl.leercirkel.statistics.disclosure;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.IntPredicate;
import org.jspecify.annotations.Nullable;

/** The primary rules: is the sum of these cells secret, and how far off must an attacker be kept? */
final class Sensitivity {

    private final Table table;
    private final Policy policy;

    Sensitivity(Table table, Policy policy) {
        this.table = table;
        this.policy = policy;
    }

    /** Every secret cell, also those that are not published: they may be worked out. */
    List<Target> cells() {
        List<Target> targets = new ArrayList<>();
        for (int cell = 0; cell < table.grid().cells(); cell++) {
            if (!table.isImpossible(cell)) {
                of(new int[] {cell}).ifPresent(targets::add);
            }
        }
        return targets;
    }

    Optional<Target> of(int[] cells) {
        long value = 0;
        for (int cell : cells) {
            value += table.values()[cell];
        }
        Contributors contributors = table.contributors();
        long[] largest = contributors == null ? null : contributors.largestFirst(cells);
        // A change between versions may be negative; what counts is how many people it is about.
        long people = largest == null ? Math.abs(value) : largest.length;
        long lower = 0;
        long upper = 0;
        long width = 0;
        boolean secret = false;
        if (people == 0 ? policy.zeros() == Policy.Zeros.SECRET : people < policy.minimum()) {
            secret = true;
            long share =
                    largest == null ? 0 : (long) Math.ceil(policy.protection().percent() * value / 100);
            lower = Math.max(policy.protection().lower(), share);
            upper = Math.max(policy.protection().upper(), share);
            width = policy.protection().width();
        }
        long distance = distance(largest, value);
        if (distance > 0) {
            secret = true;
            lower = Math.max(lower, distance);
            upper = Math.max(upper, distance);
        }
        long room = cells.length == 1 ? table.floor(cells[0]) : 0;
        lower = Math.min(lower, value - room);
        return secret
                ? Optional.of(new Target(cells, lower, upper, Math.max(width, lower + upper == 0 ? 1 : 0)))
                : Optional.empty();
    }

    /** How far off the rules for amounts want an attacker; 0 where they do not make the cell secret. */
    private long distance(long @Nullable [] largest, long value) {
        if (largest == null || largest.length == 0) {
            return 0;
        }
        double distance = 0;
        if (policy.dominance().isPresent()) {
            Policy.Dominance rule = policy.dominance().get();
            long top = 0;
            for (int i = 0; i < Math.min(rule.largest(), largest.length); i++) {
                top += largest[i];
            }
            distance = 100 / rule.percent() * top - value;
        }
        if (policy.percentRule().isPresent()) {
            long second = largest.length > 1 ? largest[1] : 0;
            double rest = (double) value - largest[0] - second;
            distance = Math.max(distance, policy.percentRule().get().percent() / 100 * largest[0] - rest);
        }
        // What is left of rounding does not make a cell secret that lies exactly on the limit.
        return distance > 1e-9 * value ? (long) Math.ceil(distance - 1e-9 * value) : 0;
    }

    /**
     * Whether the attacker who is the only contributor of a cell knows it. The same person or provider stands behind the target too
     * when the cell contains it, and then learns nothing new.
     */
    boolean isKnownToOther(int cell, int target) {
        if (!policy.soleContributors()) {
            return false;
        }
        Contributors contributors = table.contributors();
        if (contributors == null) {
            return table.values()[cell] == 1
                    && !(table.values()[target] == 1
                            && (table.grid().contains(cell, target)
                                    || table.grid().contains(target, cell)));
        }
        Integer only = contributors.only(cell);
        return only != null && !only.equals(contributors.only(target));
    }

    /** The cells an attacker knows who goes for this target, beside those of the target. */
    IntPredicate knownToOthers(Target target) {
        return cell ->
                Arrays.stream(target.cells()).noneMatch(one -> one == cell) && isKnownToOther(cell, target.cell());
    }

    /** Whether a cell has one contributor only, and such attackers are reckoned with. */
    boolean isKnownToSomebody(int cell) {
        Contributors contributors = table.contributors();
        return policy.soleContributors()
                && (contributors == null ? table.values()[cell] == 1 : contributors.only(cell) != null);
    }
}
