package nl.leercirkel.statistics.disclosure;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/**
 * A table as it may be published, with its proof. Immutable.
 *
 * <p>People without a right to the secrets must see one mark for both kinds of suppression: which cells are secret themselves is
 * known to be below the minimum.
 */
public final class PublishedTable {

    /** What is shown of a cell. */
    public sealed interface Shown {

        /** The true value. */
        record Value(BigDecimal value) implements Shown {}

        /** Nothing: the cell is secret itself, or protects another one. */
        record Suppressed(Kind kind) implements Shown {}

        /** Nothing: the cell is in none of the published views. */
        record NotPublished() implements Shown {}
    }

    /** Why a cell is suppressed. Not for publication. */
    public enum Kind {
        /** Secret itself. */
        PRIMARY,
        /** Without it, a secret could be worked out. */
        SECONDARY
    }

    private final Table table;
    private final boolean[] suppressed;
    private final boolean[] primary;
    private final Proof proof;

    PublishedTable(Table table, boolean[] suppressed, boolean[] primary, Proof proof) {
        this.table = table;
        this.suppressed = suppressed;
        this.primary = primary;
        this.proof = proof;
    }

    /** What is shown of a cell; empty for an unknown cell. */
    public Optional<Shown> cell(String... codes) {
        return cell(List.of(codes));
    }

    /** What is shown of a cell; empty for an unknown cell. */
    public Optional<Shown> cell(List<String> codes) {
        int cell = table.grid().cell(codes);
        return cell < 0 ? Optional.empty() : Optional.of(shown(cell));
    }

    private Shown shown(int cell) {
        if (table.isHidden(cell)) {
            return new Shown.NotPublished();
        }
        if (suppressed[cell]) {
            return new Shown.Suppressed(primary[cell] ? Kind.PRIMARY : Kind.SECONDARY);
        }
        return new Shown.Value(table.value(cell));
    }

    /** The cells that are suppressed for this reason, in a fixed order. */
    public List<List<String>> suppressed(Kind kind) {
        return java.util.stream.IntStream.range(0, suppressed.length)
                .filter(cell -> isSuppressed(cell) && primary[cell] == (kind == Kind.PRIMARY))
                .mapToObj(table.grid()::codes)
                .toList();
    }

    /** How many cells show their value. */
    public int publishedCells() {
        return (int) java.util.stream.IntStream.range(0, suppressed.length)
                .filter(this::isPublished)
                .count();
    }

    public Proof proof() {
        return proof;
    }

    public List<Dimension> dimensions() {
        return table.dimensions();
    }

    Table table() {
        return table;
    }

    boolean isPublished(int cell) {
        return !suppressed[cell] && !table.isHidden(cell);
    }

    boolean isSuppressed(int cell) {
        return suppressed[cell] && !table.isHidden(cell);
    }

    boolean isPrimary(int cell) {
        return primary[cell];
    }

    boolean isUnknown(int cell) {
        return suppressed[cell] || table.isHidden(cell);
    }
}
