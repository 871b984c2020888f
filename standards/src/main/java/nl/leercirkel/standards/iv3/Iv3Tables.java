package nl.leercirkel.standards.iv3;

import java.io.InputStream;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import nl.leercirkel.standards.figure.Figure;
import nl.leercirkel.standards.region.Municipalities;
import nl.leercirkel.standards.table.CsvTable;
import nl.leercirkel.standards.table.DutchNumber;
import nl.leercirkel.standards.table.Finding;
import nl.leercirkel.standards.table.Header;
import nl.leercirkel.standards.table.Row;
import org.jspecify.annotations.Nullable;

/**
 * Reads delimited tables of amounts of many municipalities: exports of the table of CBS (columns {@code TaakveldBalanspost},
 * {@code Categorie}, {@code Verslagsoort}, {@code Gemeenten} and two placements in thousands of euros, of which the second
 * replaces the first), and tables with the columns {@code gemeente, jaar, verslagsoort, taakveld, categorie} and {@code
 * bedrag} or {@code bedrag_x1000}.
 */
public final class Iv3Tables {

    private static final int CENTS = 2;
    private static final BigDecimal THOUSAND = BigDecimal.valueOf(1_000);

    private Iv3Tables() {}

    /** Whether this is the header of such a table. */
    public static boolean isHeader(List<String> cells) {
        return HEADER.recognise(cells) != null;
    }

    /**
     * @param year of the amounts where the table has no column for it; 0 where it should have one
     * @return whether the end was reached
     */
    public static boolean read(InputStream in, int year, Consumer<Iv3Row> rows, Consumer<? super Finding> findings) {
        return CsvTable.read(in, HEADER, (columns, row) -> row(columns, row, year, rows, findings), findings);
    }

    private record Columns(
            int taskField,
            int category,
            int report,
            int municipality,
            int year,
            int first,
            int second,
            boolean thousands) {}

    private static final Header<Columns> HEADER = new Header<>() {
        @Override
        public @Nullable Columns recognise(List<String> cells) {
            List<String> names = cells.stream().map(Iv3Tables::plain).toList();
            int first = index(names, Set.of("k_1eplaatsing", "1eplaatsing", "bedrag_x1000", "bedrag"));
            int second = index(names, Set.of("k_2eplaatsing", "2eplaatsing"));
            int taskField = index(names, Set.of("taakveldbalanspost", "taakveld"));
            int category = index(names, Set.of("categorie"));
            int report = index(names, Set.of("verslagsoort"));
            int municipality = index(names, Set.of("gemeenten", "gemeente"));
            if (first < 0 || taskField < 0 || category < 0 || report < 0 || municipality < 0) {
                return null;
            }
            return new Columns(
                    taskField,
                    category,
                    report,
                    municipality,
                    index(names, Set.of("jaar", "boekjaar")),
                    first,
                    second,
                    !names.get(first).equals("bedrag"));
        }

        @Override
        public String expected() {
            return "de kolommen gemeente, verslagsoort, taakveld, categorie en bedrag (euro) of bedrag_x1000, of die van"
                    + " de tabel van het CBS";
        }
    };

    private static String plain(String column) {
        return column.strip().toLowerCase(Locale.ROOT).replaceAll("_\\d$", "");
    }

    private static int index(List<String> names, Set<String> wanted) {
        for (int i = 0; i < names.size(); i++) {
            if (wanted.contains(names.get(i))) {
                return i;
            }
        }
        return -1;
    }

    private static void row(
            Columns columns, Row row, int known, Consumer<Iv3Row> rows, Consumer<? super Finding> findings) {
        List<String> cells = row.cells().stream().map(String::strip).toList();
        String code = cells.get(columns.municipality());
        String municipality = code.startsWith("GM") ? code.substring(2) : code;
        if (Municipalities.register().municipality(municipality).isEmpty()) {
            findings.accept(Finding.error(
                    "IV3-GEMEENTE", row.place().field("kolom gemeente"), "Er is geen gemeente met deze CBS-code."));
            return;
        }
        String yearText = columns.year() < 0 ? Integer.toString(known) : cells.get(columns.year());
        if (!yearText.matches("20\\d\\d")) {
            findings.accept(Finding.error(
                    "IV3-JAAR",
                    row.place().field("kolom jaar"),
                    "Het jaar van de bedragen is niet bekend. Geef het op, of zet het in een kolom jaar."));
            return;
        }
        String category = cells.get(columns.category());
        Iv3Section section = category.startsWith("B") ? Iv3Section.INCOME : Iv3Section.COSTS;
        Optional<Figure> amount = amount(columns, cells);
        if (amount.isEmpty()) {
            findings.accept(
                    Finding.error("IV3-BEDRAG", row.place().field("kolom bedrag"), "Het bedrag is geen getal."));
            return;
        }
        rows.accept(new Iv3Row(
                municipality,
                Integer.parseInt(yearText),
                cells.get(columns.report()),
                section,
                cells.get(columns.taskField()),
                category.replaceFirst("^[LB]", ""),
                amount.get()));
    }

    private static Optional<Figure> amount(Columns columns, List<String> cells) {
        String second = columns.second() < 0 ? "" : cells.get(columns.second());
        String text = isEmpty(second) ? cells.get(columns.first()) : second;
        if (isEmpty(text)) {
            return Optional.of(new Figure.Missing("niet gegeven"));
        }
        return DutchNumber.parse(text, CENTS)
                .map(number -> Figure.of(columns.thousands() ? number.multiply(THOUSAND) : number));
    }

    private static boolean isEmpty(String text) {
        return text.isEmpty() || text.equals(".") || text.equalsIgnoreCase("null");
    }
}
