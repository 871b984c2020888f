package nl.leercirkel.source;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import nl.leercirkel.spreadsheet.CsvWriter;

/** CSV that a Dutch spreadsheet opens as it is: semicolons, a byte order mark, no cell that is a formula. */
final class TableText {
    private final StringBuilder text = new StringBuilder("\ufeff");

    void row(List<String> cells) {
        text.append(cells.stream().map(TableText::cell).collect(Collectors.joining(";")))
                .append("\r\n");
    }

    byte[] bytes() {
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    static String cell(String value) {
        return CsvWriter.cell(value, ';');
    }
}
