package nl.leercirkel.backup;

import java.util.List;
import java.util.Random;
import java.util.UUID;

/** Values of each type of column, the awkward ones first of all, in PostgreSQL's text form. */
final class SampleValues {

    private static final List<String> AWKWARD_TEXTS = List.of(
            "",
            " ",
            "\\N",
            "\\.",
            "\\",
            "\\\\n",
            "a\tb",
            "regel 1\nregel 2\r\nregel 3",
            "\r",
            "\"aangehaald\" en 'enkel'",
            ",;|",
            "null",
            "Ÿ é ü ß 漢字 \uD83D\uDC69\u200D\uD83D\uDC67 \uD83D\uDE00",
            "\u0001\u0007\u001b[31m\u007f",
            "\uFEFFmet BOM\u00A0\u2028",
            "{\"geen\": json",
            "x".repeat(20_000));

    private static final List<String> PERIODS =
            List.of("2026", "2026-H1", "2026-Q3", "2026-11", "2026-11-22", "2026/2027");

    private final Random random;
    private int counter;

    SampleValues(Random random) {
        this.random = random;
    }

    /**
     * One value.
     *
     * @param length longest text or number of digits; 0 for no limit
     * @param checked whether a check narrows what is allowed
     * @param literals texts that occur in those checks
     */
    String next(String type, int length, int scale, boolean checked, List<String> literals) {
        counter++;
        return switch (type) {
            case "text", "varchar", "bpchar" -> shorten(checked ? checkedText(literals) : awkwardText(), length);
            case "uuid" -> new UUID(random.nextLong(), random.nextLong()).toString();
            case "int2" -> pick("0", "7", "-32768", "32767");
            case "int4" -> pick("0", "1", Integer.toString(counter), "-2147483648", "2147483647");
            case "int8" -> pick("0", "1", Integer.toString(counter), "-9223372036854775808", "9223372036854775807");
            case "numeric" ->
                length == 0
                        ? pick("0", "0.50", "-1e-20", "9".repeat(40) + ".000000001", "NaN")
                        : decimal(length, scale);
            case "float4", "float8" -> pick("0.1", "-0", "1e-30", "NaN", "Infinity", "0.30000000000000004");
            case "bool" -> pick("true", "false");
            case "date" -> pick("2026-11-22", "2024-02-29", "0044-03-15 BC", "infinity", "9999-12-31");
            case "timestamptz", "timestamp" ->
                pick(
                        "2026-11-22 20:45:00.123456+01",
                        "2026-03-29 02:30:00+00",
                        "0044-03-15 00:00:00+00 BC",
                        "infinity",
                        "2026-01-01 00:00:00+00");
            case "time" -> pick("00:00:00", "23:59:59.999999", "24:00:00");
            case "interval" -> pick("1 year 2 mons -3 days 04:05:06.789", "-00:00:01", "0");
            case "jsonb", "json" ->
                pick(
                        "{}",
                        "[]",
                        "null",
                        "{\"a\\tb\": \"\\\"\\\\ \\n é \\u0001 \uD83D\uDE00\", \"n\": null, \"x\": [1, 2.50, true]}",
                        "\"" + counter + "\"");
            case "bytea" -> pick("\\x", "\\x00095c0a0d22ff" + String.format("%08x", counter), "\\x5c4e");
            case "_text" ->
                pick("{}", "{NULL,\"NULL\",\"\"}", "{\"a,b\",\"{x}\",\"\\\\N\",\"tab\t\",\"nieuwe\nregel\",\"\\\"\"}");
            case "_int4", "_int8", "_numeric" -> pick("{}", "{1,NULL,-3}", "{{1,2},{3,4}}");
            case "_uuid" -> pick("{}", "{" + new UUID(1, counter) + "}");
            case "_date" -> pick("{}", "{2026-11-22,infinity,NULL}");
            default -> throw new AssertionError("SampleValues has no values of the type " + type);
        };
    }

    String period() {
        return pick(PERIODS);
    }

    private String checkedText(List<String> literals) {
        if (!literals.isEmpty() && random.nextBoolean()) {
            return literals.get(random.nextInt(literals.size()));
        }
        return random.nextBoolean() ? formal() : awkwardText();
    }

    /** Forms that checks of tables ask for. */
    private String formal() {
        return switch (random.nextInt(7)) {
            case 0 -> "naam%d@voorbeeld.nl".formatted(random.nextInt());
            case 1 -> "#%06x".formatted(random.nextInt(1 << 24));
            case 2 -> "%08d".formatted(random.nextInt(100_000_000));
            case 3 -> "%04d".formatted(random.nextInt(10_000));
            case 4 -> "JZ%02d".formatted(random.nextInt(100));
            case 5 -> pick(PERIODS);
            default -> "een gewone naam %d".formatted(random.nextInt());
        };
    }

    // Half of them are made different, for columns that may not hold a value twice.
    private String awkwardText() {
        String text = pick(AWKWARD_TEXTS);
        return random.nextBoolean() ? text : counter + text;
    }

    private String decimal(int digits, int scale) {
        String largest = "9".repeat(digits - scale) + (scale > 0 ? "." + "9".repeat(scale) : "");
        return pick("0", "1", largest, "-" + largest, Integer.toString(random.nextInt(100)));
    }

    private static String shorten(String text, int length) {
        if (length == 0 || text.codePointCount(0, text.length()) <= length) {
            return text;
        }
        return text.substring(0, text.offsetByCodePoints(0, length));
    }

    private String pick(String... choices) {
        return pick(List.of(choices));
    }

    private String pick(List<String> choices) {
        return choices.get(random.nextInt(choices.size()));
    }
}
