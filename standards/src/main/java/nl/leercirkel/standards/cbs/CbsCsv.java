package nl.leercirkel.standards.cbs;

import java.io.InputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import nl.leercirkel.standards.figure.Figure;
import nl.leercirkel.standards.table.CsvTable;
import nl.leercirkel.standards.table.DutchNumber;
import nl.leercirkel.standards.table.Finding;
import nl.leercirkel.standards.table.Header;
import nl.leercirkel.standards.table.Row;
import org.jspecify.annotations.Nullable;

/**
 * Delimited exports of version 3: columns that end in a position are topics, the others keys. A
 * topic that is a text gives a warning and is left out.
 */
public final class CbsCsv {

    /** More than any topic of CBS has; so a point with three digits is read as a decimal point. */
    private static final int DECIMALS = 6;

    private static final Pattern TOPIC = Pattern.compile("\\D.*_\\d{1,3}");

    private CbsCsv() {}

    /** One row: keys by column, figures by topic without position. */
    public record Line(long line, Map<String, String> keys, Map<String, Figure> figures) {}

    /** Whether this is the header of such an export: a period or region, and topics. */
    public static boolean isHeader(List<String> cells) {
        return HEADER.recognise(cells) != null;
    }

    /** @return whether the end was reached */
    public static boolean read(InputStream in, Consumer<Line> lines, Consumer<? super Finding> findings) {
        return CsvTable.read(in, HEADER, (columns, row) -> line(columns, row, lines, findings), findings);
    }

    private static final Header<List<String>> HEADER = new Header<>() {
        @Override
        public @Nullable List<String> recognise(List<String> cells) {
            List<String> names = cells.stream().map(String::strip).toList();
            boolean keys = names.contains("Perioden") || names.contains("RegioS");
            return keys && names.stream().anyMatch(name -> TOPIC.matcher(name).matches()) ? names : null;
        }

        @Override
        public String expected() {
            return "een kolom Perioden of RegioS, en onderwerpen met een nummer erachter (zoals WmoClienten_89)";
        }
    };

    private static void line(List<String> columns, Row row, Consumer<Line> lines, Consumer<? super Finding> findings) {
        Map<String, String> keys = new LinkedHashMap<>();
        Map<String, Figure> figures = new LinkedHashMap<>();
        List<String> texts = new ArrayList<>();
        for (int i = 0; i < columns.size(); i++) {
            String cell = row.cells().get(i).strip();
            String column = columns.get(i);
            if (!TOPIC.matcher(column).matches()) {
                keys.put(column, cell);
                continue;
            }
            String topic = Description.withoutPosition(column);
            String name = figures.containsKey(topic) ? column : topic;
            Optional<Figure> figure = cell.isEmpty() || cell.length() == 1
                    ? CbsFigures.wide(cell)
                    : DutchNumber.parse(cell, DECIMALS).map(Figure::of);
            figure.ifPresentOrElse(value -> figures.put(name, value), () -> texts.add(column));
        }
        for (String column : texts) {
            findings.accept(Finding.warning(
                    "CBS-GETAL", row.place().field("kolom " + column), "Dit is geen getal en geen teken van het CBS."));
        }
        lines.accept(new Line(row.line(), keys, figures));
    }
}
