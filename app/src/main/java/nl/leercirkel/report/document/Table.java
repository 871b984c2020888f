package nl.leercirkel.report.document;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A table with a caption and a header row.
 *
 * @param headerColumn whether the first column names the row
 * @param source where the table comes from; shown under it
 */
public record Table(
        String caption,
        List<Column> columns,
        List<Row> rows,
        boolean headerColumn,
        @Nullable SourceNote source) implements Block.Flow {

    /** How the content of a column is set. */
    public enum Alignment {
        TEXT,
        NUMBER
    }

    /** What a row is to the others. */
    public enum Kind {
        NORMAL,
        SUBTOTAL,
        TOTAL
    }

    /**
     * A column.
     *
     * @param weight share of the width, relative to the other columns
     */
    public record Column(String header, Alignment alignment, int weight) {
        public Column {
            header = Plain.required(header, "De kop van een kolom");
            if (weight < 1 || weight > 100) {
                throw new IllegalArgumentException(
                        "De breedte van kolom '" + header + "' is " + weight + "; kies 1 tot en met 100.");
            }
        }

        public static Column text(String header, int weight) {
            return new Column(header, Alignment.TEXT, weight);
        }

        public static Column number(String header, int weight) {
            return new Column(header, Alignment.NUMBER, weight);
        }
    }

    /** What stands where a row and a column meet; may be empty. */
    public record Cell(List<Inline> inlines) {
        public static final Cell EMPTY = new Cell(List.of());

        public Cell {
            inlines = List.copyOf(inlines);
        }

        public static Cell of(String text) {
            return text.isBlank() ? EMPTY : new Cell(List.of(new Inline.Text(text)));
        }

        public static Cell of(Inline... inlines) {
            return new Cell(List.of(inlines));
        }
    }

    /** A row. */
    public record Row(Kind kind, List<Cell> cells) {
        public Row {
            cells = List.copyOf(cells);
        }

        public static Row of(String... texts) {
            return new Row(Kind.NORMAL, Stream.of(texts).map(Cell::of).toList());
        }

        public static Row of(Cell... cells) {
            return new Row(Kind.NORMAL, List.of(cells));
        }

        public static Row subtotal(Cell... cells) {
            return new Row(Kind.SUBTOTAL, List.of(cells));
        }

        public static Row total(Cell... cells) {
            return new Row(Kind.TOTAL, List.of(cells));
        }
    }

    public Table {
        caption = Plain.required(caption, "Het opschrift van een tabel");
        columns = List.copyOf(columns);
        rows = List.copyOf(rows);
        if (columns.isEmpty()) {
            throw new IllegalArgumentException("Tabel '" + caption + "' heeft geen kolommen.");
        }
        boolean totalSeen = false;
        for (int i = 0; i < rows.size(); i++) {
            var row = rows.get(i);
            if (row.cells().size() != columns.size()) {
                throw new IllegalArgumentException(
                        "Tabel '%s', rij %d heeft %d cellen, maar de tabel heeft %d kolommen."
                                .formatted(caption, i + 1, row.cells().size(), columns.size()));
            }
            if (totalSeen && row.kind() != Kind.TOTAL) {
                throw new IllegalArgumentException(
                        "Tabel '%s', rij %d staat na de totaalrij.".formatted(caption, i + 1));
            }
            totalSeen = row.kind() == Kind.TOTAL;
        }
    }

    public static Builder titled(String caption) {
        return new Builder(caption);
    }

    /** Collects columns and rows in the order of reading. */
    public static final class Builder {
        private final String caption;
        private final List<Column> columns = new ArrayList<>();
        private final List<Row> rows = new ArrayList<>();
        private boolean headerColumn = true;
        private @Nullable SourceNote source;

        private Builder(String caption) {
            this.caption = caption;
        }

        public Builder text(String header, int weight) {
            columns.add(Column.text(header, weight));
            return this;
        }

        public Builder number(String header, int weight) {
            columns.add(Column.number(header, weight));
            return this;
        }

        public Builder row(Row row) {
            rows.add(row);
            return this;
        }

        public Builder row(Cell... cells) {
            return row(Row.of(cells));
        }

        public Builder row(String... texts) {
            return row(Row.of(texts));
        }

        public Builder withoutHeaderColumn() {
            headerColumn = false;
            return this;
        }

        public Builder source(SourceNote note) {
            source = note;
            return this;
        }

        public Table build() {
            return new Table(caption, columns, rows, headerColumn, source);
        }
    }
}
