package nl.leercirkel.source;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** CSV that a Dutch spreadsheet opens as it is: semicolons, a byte order mark, no cell that is a formula. */
final class TableText {
    private static final Pattern NUMBER = Pattern.compile("[-+]?\\d[\\d.,]*");

    private final StringBuilder text = new StringBuilder("\ufeff");

    void row(List<String> cells) {
        text.append(cells.stream().map(TableText::cell).collect(Collectors.joining(";")))
                .append("\r\n");
    }

    byte[] bytes() {
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    /** A cell that starts like a formula gets an apostrophe; a negative number is none. */
    static String cell(String value) {
        if (value.isEmpty()) {
            return "";
        }
        boolean formula = "=+-@\t\r".indexOf(value.charAt(0)) >= 0
                && !NUMBER.matcher(value).matches();
        String safe = formula ? "'" + value : value;
        boolean plain = safe.chars().noneMatch(c -> c == ';' || c == '"' || c == '\n' || c == '\r');
        return plain ? safe : '"' + safe.replace("\"", "\"\"") + '"';
    }
}
