package nl.leercirkel.standards.check;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;

/**
 * Files in the grammar of a format, made of the words that its corpus has: delimited files with its columns in any dialect, JSON
 * with its names at any depth, lines of fixed width. Most are nearly right, which is where parsers have their secrets.
 */
final class TableGrammar {
    private static final Pattern DELIMITER = Pattern.compile("[;,\t|]");
    private static final Pattern JSON_NAME = Pattern.compile("\"([^\"\\\\]{1,40})\"\\s*:");
    private static final Pattern JSON_VALUE = Pattern.compile(":\\s*(\"[^\"\\\\]{0,40}\"|-?[0-9.]+|null|true)");
    private static final Pattern DIGITS = Pattern.compile("\\d");
    private static final int DEPTH = 6;

    /** Values that formats of figures, dates and codes stumble over. */
    private static final List<String> ODD = List.of(
            "",
            " ",
            ".",
            "-",
            "0",
            "-0",
            "1e9",
            "1.234,5",
            "1,234.5",
            "99999999999999999999",
            "20240230",
            "00000000",
            "2024-02-29",
            "GM0014",
            "GM9999  ",
            "BU00140001",
            "999999999",
            "6.20",
            "é",
            "０",
            "\"",
            "'",
            "a;b,c\td",
            "regel\nregel",
            "\uFEFF",
            "\u0000",
            "NaN");

    private final String text;

    TableGrammar(List<byte[]> corpus) {
        StringBuilder all = new StringBuilder();
        corpus.forEach(
                file -> all.append(new String(file, StandardCharsets.UTF_8)).append('\n'));
        this.text = all.toString();
    }

    Arbitrary<byte[]> files() {
        String start = text.replace("\uFEFF", "").strip();
        if (start.startsWith("{")) {
            return json().map(json -> json.getBytes(StandardCharsets.UTF_8));
        }
        return DELIMITER.matcher(start.lines().findFirst().orElse("")).find() ? delimited() : fixed();
    }

    private Arbitrary<byte[]> delimited() {
        List<String> lines = text.lines().filter(line -> !line.isBlank()).toList();
        Set<String> words = new LinkedHashSet<>(ODD);
        lines.forEach(line -> words.addAll(List.of(DELIMITER.split(line, -1))));
        List<String> columns = List.of(DELIMITER.split(lines.getFirst(), -1));
        Arbitrary<List<String>> header = Arbitraries.oneOf(
                Arbitraries.just(columns),
                Arbitraries.shuffle(columns),
                Arbitraries.of(words.stream().toList()).list().ofMinSize(1).ofMaxSize(columns.size() + 2));
        Arbitrary<List<List<String>>> rows = Arbitraries.of(words.stream().toList())
                .list()
                .ofMinSize(Math.max(1, columns.size() - 1))
                .ofMaxSize(columns.size() + 1)
                .list()
                .ofMaxSize(8);
        return Combinators.combine(
                        header,
                        rows,
                        Arbitraries.of(";", ",", "\t", "|"),
                        Arbitraries.of("\n", "\r\n", "\r"),
                        Arbitraries.of(true, false),
                        Arbitraries.of("", "\uFEFF", "Titel van de tabel\n", "sep=;\n"),
                        Arbitraries.of("UTF-8", "ISO-8859-1", "UTF-16"))
                .as((names, cells, delimiter, end, quoted, before, encoding) -> {
                    StringBuilder file = new StringBuilder(before);
                    line(file, names, delimiter, end, quoted);
                    cells.forEach(row -> line(file, row, delimiter, end, quoted));
                    return file.toString().getBytes(Charset.forName(encoding));
                });
    }

    private static void line(StringBuilder file, List<String> cells, String delimiter, String end, boolean quoted) {
        for (int i = 0; i < cells.size(); i++) {
            String cell = cells.get(i);
            file.append(i == 0 ? "" : delimiter);
            // Unquoted, a cell with a delimiter or line end in it breaks the row: that happens as well.
            file.append(quoted ? "\"" + cell.replace("\"", "\"\"") + "\"" : cell);
        }
        file.append(end);
    }

    private Arbitrary<String> json() {
        List<String> names = words(JSON_NAME, text);
        List<String> values = words(JSON_VALUE, text);
        Arbitrary<String> value = Arbitraries.oneOf(
                Arbitraries.of(values),
                Arbitraries.of(ODD).map(TableGrammar::jsonText),
                Arbitraries.of("null", "true", "[]", "{}", "1e400", "-1", "0.1"));
        Arbitrary<String> tree = value;
        for (int depth = 0; depth < DEPTH; depth++) {
            tree = Arbitraries.frequencyOf(
                    Tuple.of(2, value), Tuple.of(2, list(tree)), Tuple.of(4, object(names, tree)));
        }
        return Arbitraries.frequencyOf(
                Tuple.of(6, object(names, tree)), Tuple.of(2, changed(names, values)), Tuple.of(1, tree));
    }

    private static Arbitrary<String> list(Arbitrary<String> element) {
        return element.list().ofMaxSize(4).map(elements -> "[" + String.join(",", elements) + "]");
    }

    private static Arbitrary<String> object(List<String> names, Arbitrary<String> value) {
        return Combinators.combine(Arbitraries.of(names), value)
                .as((name, content) -> "\"" + name + "\":" + content)
                .list()
                .ofMaxSize(6)
                .map(fields -> "{" + String.join(",", fields) + "}");
    }

    /** The corpus itself with names or values in places of others. */
    private Arbitrary<String> changed(List<String> names, List<String> values) {
        return Combinators.combine(
                        Arbitraries.of(names), Arbitraries.of(names), Arbitraries.of(values), Arbitraries.of(values))
                .as((name, otherName, value, otherValue) -> text.strip()
                        .replace("\"" + name + "\":", "\"" + otherName + "\":")
                        .replace(": " + value, ":" + otherValue)
                        .replace(":" + value, ":" + otherValue));
    }

    private static String jsonText(String text) {
        return "\""
                + text.replace("\\", "\\\\")
                        .replace("\"", "\\\"")
                        .replace("\n", "\\n")
                        .replace("\t", "\\t")
                        .replace("\u0000", "\\u0000")
                + "\"";
    }

    /** Lines of the corpus with other digits, shorter and longer ones. */
    private Arbitrary<byte[]> fixed() {
        List<String> lines = text.lines().filter(line -> !line.isBlank()).toList();
        Arbitrary<String> line = Combinators.combine(
                        Arbitraries.of(lines),
                        Arbitraries.strings().withCharRange('0', '9').ofLength(200),
                        Arbitraries.integers().between(-3, 3),
                        Arbitraries.of(true, false))
                .as((known, digits, change, replaced) -> {
                    StringBuilder made = new StringBuilder();
                    for (int i = 0; i < known.length(); i++) {
                        boolean digit =
                                DIGITS.matcher(known.substring(i, i + 1)).matches();
                        made.append(digit && replaced ? digits.charAt(i % digits.length()) : known.charAt(i));
                    }
                    return change < 0
                            ? made.substring(0, Math.max(0, made.length() + change))
                            : made + " ".repeat(change);
                });
        return Combinators.combine(line.list().ofMaxSize(6), Arbitraries.of("\n", "\r\n"))
                .as((made, end) -> (String.join(end, made) + end).getBytes(StandardCharsets.UTF_8));
    }

    /** The words that a pattern finds. */
    private static List<String> words(Pattern pattern, String text) {
        return pattern.matcher(text)
                .results()
                .map((MatchResult match) -> match.group(1))
                .distinct()
                .toList();
    }
}
