package nl.leercirkel.statistics.disclosure;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.IntPredicate;
import nl.leercirkel.statistics.Outcome;
import nl.leercirkel.statistics.Reason;
import nl.leercirkel.statistics.disclosure.Suppression.Method;

/**
 * A new version of a table that was published before: corrected, later, or with more cells. What is published already cannot be taken
 * back, and whoever has both versions can subtract them. So both are treated as one table with a dimension more: earlier, change, and
 * now, where now is the sum of the other two.
 *
 * <p>The attacker knows which cells did not change at all, and nothing about how much others did. Two different tables over the same
 * people are no versions: make one {@link Table} of them, with {@link Table#publishing} and {@link Dimension#withDifferences}.
 */
public final class Versions {

    /** What is secret about the changes between two versions. */
    public enum Changes {
        /** Nothing: only the cells of both versions are protected. */
        OPEN,
        /** A change of fewer people than the minimum is as secret as a cell with so few people. */
        SECRET
    }

    private static final String EARLIER = "eerder";
    private static final String CHANGE = "verschil";
    private static final String NOW = "nu";

    private Versions() {}

    /**
     * Protects a new version.
     *
     * @param earlier what is published already, with its suppressed cells
     * @param now the same dimensions with the same codes; counts, or amounts that did not change
     * @return the new version with the proof for both together; NOT_PROTECTED with the cell where the earlier version leaves no way;
     *     DO_NOT_MATCH for other dimensions or changed amounts; other failures as {@link Suppression#protect}
     */
    public static Outcome<PublishedTable> next(PublishedTable earlier, Table now, Policy policy, Changes changes) {
        if (!sameDimensions(earlier.table(), now)) {
            return Outcome.failed(Reason.DO_NOT_MATCH, "the versions do not have the same dimensions and codes");
        }
        Set<Proof.Attacker> both = EnumSet.of(Proof.Attacker.EARLIER_VERSION);
        int cells = now.size();
        boolean[] suppressed = new boolean[cells];
        boolean[] published = new boolean[cells];
        for (int cell = 0; cell < cells; cell++) {
            suppressed[cell] = earlier.isSuppressed(cell);
            published[cell] = earlier.isPublished(cell);
        }
        if (Arrays.equals(earlier.table().values(), now.values())) {
            return Suppression.protect(now, policy, Method.BEST, new Earlier(suppressed, published, all -> true, both));
        }
        if (now.isAmounts() || earlier.table().isAmounts()) {
            return Outcome.failed(Reason.DO_NOT_MATCH, "amounts changed between the versions");
        }
        return joint(earlier.table(), now)
                .flatMap(joint -> protect(joint, now, policy, changes, suppressed, published, both));
    }

    private static Outcome<PublishedTable> protect(
            Table joint,
            Table now,
            Policy policy,
            Changes changes,
            boolean[] suppressed,
            boolean[] published,
            Set<Proof.Attacker> both) {
        int last = joint.dimensions().size() - 1;
        Dimension version = joint.dimensions().get(last);
        boolean[] suppressedBefore = new boolean[joint.size()];
        boolean[] publishedBefore = new boolean[joint.size()];
        for (int cell = 0; cell < now.size(); cell++) {
            int before = cell * version.size() + version.number(EARLIER);
            suppressedBefore[before] = suppressed[cell];
            publishedBefore[before] = published[cell];
        }
        IntPredicate watched =
                cell -> changes == Changes.SECRET || joint.grid().code(cell, last) != version.number(CHANGE);
        return Suppression.protect(
                        joint, policy, Method.BEST, new Earlier(suppressedBefore, publishedBefore, watched, both))
                .map(found -> {
                    boolean[] hiddenNow = new boolean[now.size()];
                    boolean[] primaryNow = new boolean[now.size()];
                    for (int cell = 0; cell < now.size(); cell++) {
                        int here = cell * version.size() + version.number(NOW);
                        hiddenNow[cell] = found.isUnknown(here);
                        primaryNow[cell] = found.isPrimary(here);
                    }
                    return new PublishedTable(now, hiddenNow, primaryNow, found.proof());
                });
    }

    /** Both versions as one table. The last dimension has stride 1, so a cell of a version is cell x 3 + version. */
    private static Outcome<Table> joint(Table earlier, Table now) {
        List<Dimension> dimensions = new ArrayList<>(now.dimensions());
        dimensions.add(Dimension.of(
                        "versie " + now.dimensions().size(),
                        List.of(EARLIER, CHANGE, NOW),
                        List.of(Dimension.Total.of(NOW, EARLIER, CHANGE)))
                .get());
        List<Table.Cell> cells = new ArrayList<>();
        List<List<String>> unchanged = new ArrayList<>();
        boolean[] changed = changed(earlier, now);
        for (int cell = 0; cell < now.size(); cell++) {
            List<String> codes = now.grid().codes(cell);
            if (now.grid().isLeaf(cell)) {
                long before = earlier.values()[cell];
                cells.add(new Table.Cell(with(codes, EARLIER), before));
                cells.add(new Table.Cell(with(codes, CHANGE), now.values()[cell] - before));
            }
            if (!changed[cell]) {
                unchanged.add(with(codes, CHANGE));
            }
            if (earlier.isImpossible(cell)) {
                unchanged.add(with(codes, EARLIER));
            }
            if (now.isImpossible(cell)) {
                unchanged.add(with(codes, NOW));
            }
        }
        return Table.counts(dimensions, cells, true).map(table -> {
            long[] floor = new long[table.size()];
            boolean[] impossible = new boolean[table.size()];
            unchanged.forEach(codes -> impossible[table.grid().cell(codes)] = true);
            boolean[] hidden = new boolean[table.size()];
            for (int cell = 0; cell < floor.length; cell++) {
                String version = table.grid().codes(cell).getLast();
                int plain = cell / 3;
                floor[cell] = version.equals(CHANGE) ? Table.NO_FLOOR : 0;
                hidden[cell] = switch (version) {
                    case EARLIER -> earlier.isHidden(plain);
                    case NOW -> now.isHidden(plain);
                    case CHANGE -> true;
                    default -> throw new IllegalStateException(version);
                };
            }
            return table.with(impossible, hidden, floor);
        });
    }

    /** Cells in which a leaf changed: a total of changes that cancel out is not unchanged. */
    private static boolean[] changed(Table earlier, Table now) {
        long[] changes = new long[now.size()];
        for (int cell = 0; cell < changes.length; cell++) {
            changes[cell] = now.grid().isLeaf(cell) && earlier.values()[cell] != now.values()[cell] ? 1 : 0;
        }
        now.grid().sumUp(changes, Long::sum);
        boolean[] changed = new boolean[changes.length];
        for (int cell = 0; cell < changes.length; cell++) {
            changed[cell] = changes[cell] > 0;
        }
        return changed;
    }

    private static List<String> with(List<String> codes, String version) {
        List<String> all = new ArrayList<>(codes);
        all.add(version);
        return all;
    }

    private static boolean sameDimensions(Table one, Table other) {
        if (one.dimensions().size() != other.dimensions().size()) {
            return false;
        }
        for (int d = 0; d < one.dimensions().size(); d++) {
            if (!one.dimensions().get(d).isSameAs(other.dimensions().get(d))) {
                return false;
            }
        }
        return true;
    }
}
