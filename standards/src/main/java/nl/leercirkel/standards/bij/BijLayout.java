package nl.leercirkel.standards.bij;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import nl.leercirkel.standards.table.CsvTable;
import nl.leercirkel.standards.table.Finding;
import nl.leercirkel.standards.table.Findings;
import nl.leercirkel.standards.table.NamedColumns;
import nl.leercirkel.standards.table.Place;
import nl.leercirkel.standards.table.Row;

/**
 * How the fields of the protocol stand in a file: as columns with a header, or on positions.
 *
 * <p>The layout that CBS prescribes is published apart from the protocol and not known to this library. Who has it writes it
 * down as a table with the columns {@code record,veld,kop,positie,lengte} and loads it; {@link #ownColumns()} and {@link
 * #ownPositions()} are our own.
 *
 * @param kind columns or positions
 * @param columns per record, in the order of the file
 */
public record BijLayout(Kind kind, Map<RecordType, List<Column>> columns) {

    /** How a field is found. */
    public enum Kind {
        /** A delimited file per record, with a header. */
        COLUMNS,
        /** One file; each line begins with the code of its record in three positions. */
        POSITIONS
    }

    /** Positions that the record's code takes at the start of a line. */
    static final int CODE_LENGTH = 3;

    /**
     * One field in a file.
     *
     * @param header the column's name; empty on positions
     * @param position from 1; 0 in columns
     * @param length 0 in columns
     */
    public record Column(BijField field, String header, int position, int length) {}

    public BijLayout {
        columns = Map.copyOf(columns);
    }

    /** Our own columns: the names of the fields. */
    public static BijLayout ownColumns() {
        return bundled("layout-csv.csv");
    }

    /** Our own positions. */
    public static BijLayout ownPositions() {
        return bundled("layout-vast.csv");
    }

    private static BijLayout bundled(String name) {
        try (InputStream in = BijLayout.class.getResourceAsStream(name)) {
            Findings findings = new Findings();
            return load(Objects.requireNonNull(in), findings)
                    .orElseThrow(() -> new IllegalStateException(findings.kept().toString()));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /**
     * Reads a definition.
     *
     * @return empty where it cannot be used; the findings say why
     */
    public static Optional<BijLayout> load(InputStream in, Consumer<? super Finding> findings) {
        Loader loader = new Loader(findings);
        boolean complete = CsvTable.read(in, Loader.HEADER, (order, row) -> loader.row(order, row), loader.seen);
        return complete ? loader.layout() : Optional.empty();
    }

    List<Column> of(RecordType type) {
        return columns.getOrDefault(type, List.of());
    }

    /** Collects the rows of a definition and checks that they fit together. */
    private static final class Loader {

        static final NamedColumns HEADER = NamedColumns.of("record", "veld", "kop", "positie", "lengte");

        private final Consumer<Finding> seen;
        private final Map<RecordType, List<Column>> columns = new EnumMap<>(RecordType.class);
        private boolean wrong;

        Loader(Consumer<? super Finding> findings) {
            seen = finding -> {
                wrong |= finding.level().compareTo(Finding.Level.ERROR) >= 0;
                findings.accept(finding);
            };
        }

        void row(List<Integer> order, Row row) {
            List<String> cells = NamedColumns.cells(order, row);
            Optional<RecordType> type = type(cells.get(0));
            Optional<BijField> field = BijField.of(cells.get(1));
            Optional<Integer> position = number(cells.get(3));
            Optional<Integer> length = number(cells.get(4));
            if (type.isEmpty() || field.isEmpty()) {
                error(
                        row,
                        "Onbekend record of veld: kies uit JH, JB, JR, PJK en ORG, en uit de veldnamen van de documentatie.");
            } else if (position.isEmpty() || length.isEmpty() || (position.get() == 0) != (length.get() == 0)) {
                error(row, "Positie en lengte zijn allebei een getal van 1 tot en met 9999, of allebei leeg.");
            } else if (position.get() > 0 && position.get() <= CODE_LENGTH) {
                error(row, "De posities 1 tot en met 3 zijn voor de code van het record.");
            } else if (position.get() == 0 && cells.get(2).isEmpty()) {
                error(row, "Een veld zonder positie heeft een kop.");
            } else {
                add(row, type.get(), new Column(field.get(), cells.get(2), position.get(), length.get()));
            }
        }

        private void add(Row row, RecordType type, Column column) {
            List<Column> known = columns.computeIfAbsent(type, t -> new ArrayList<>());
            for (Column other : known) {
                if (other.field() == column.field()
                        || (column.position() == 0 && other.header().equalsIgnoreCase(column.header()))) {
                    error(row, "Veld " + column.field().key() + " of deze kop staat twee keer in record " + type + ".");
                    return;
                }
                if (column.position() > 0
                        && column.position() < other.position() + other.length()
                        && other.position() < column.position() + column.length()) {
                    error(
                            row,
                            "Veld " + column.field().key() + " overlapt met "
                                    + other.field().key() + ".");
                    return;
                }
            }
            known.add(column);
        }

        Optional<BijLayout> layout() {
            List<Column> all = columns.values().stream().flatMap(List::stream).toList();
            boolean positions = all.stream().anyMatch(column -> column.position() > 0);
            if (positions && all.stream().anyMatch(column -> column.position() == 0)) {
                seen.accept(Finding.error(
                        "BIJ-INDELING",
                        Place.FILE,
                        "Een indeling heeft voor alle velden posities, of voor geen enkel."));
            }
            columns.forEach(this::requireMandatory);
            if (all.isEmpty()) {
                seen.accept(Finding.error("BIJ-INDELING", Place.FILE, "De indeling heeft geen velden."));
            }
            if (wrong) {
                return Optional.empty();
            }
            return Optional.of(new BijLayout(positions ? Kind.POSITIONS : Kind.COLUMNS, columns));
        }

        private void requireMandatory(RecordType type, List<Column> known) {
            for (BijField field : BijFields.mandatory(type)) {
                if (known.stream().noneMatch(column -> column.field() == field)) {
                    seen.accept(Finding.error(
                            "BIJ-INDELING",
                            Place.FILE,
                            "Record " + type + " mist het verplichte veld " + field.key() + "."));
                }
            }
        }

        private void error(Row row, String message) {
            seen.accept(Finding.error("BIJ-INDELING", row.place(), message));
        }

        private static Optional<RecordType> type(String text) {
            for (RecordType type : RecordType.values()) {
                if (type.name().equals(text)) {
                    return Optional.of(type);
                }
            }
            return Optional.empty();
        }

        private static Optional<Integer> number(String text) {
            return text.isEmpty()
                    ? Optional.of(0)
                    : text.matches("[1-9]\\d{0,3}") ? Optional.of(Integer.parseInt(text)) : Optional.empty();
        }
    }
}
