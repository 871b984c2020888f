package nl.leercirkel.source.check;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import nl.leercirkel.spreadsheet.SheetCell;
import nl.leercirkel.standards.bij.Bsn;

/**
 * Notices citizen service numbers in columns that were not said to hold them, before a row of them is kept. One such number
 * may be chance: of all numbers of nine digits one in eleven passes the test.
 */
public final class BsnWatch {
    private static final int FEWEST = 3;
    private static final Pattern NAME =
            Pattern.compile("\\bbsn\\b|bsn-?nummer|burgerservicenummer|sofi-?nummer", Pattern.CASE_INSENSITIVE);

    private final List<String> columns;
    private final int[] places;
    private final long[] numbers;
    private final long[] filled;

    /** @param columns of the file, in their order */
    public BsnWatch(Definition definition, Mapping mapping, List<String> columns) {
        this.columns = List.copyOf(columns);
        int[] all = mapping.places(definition, columns);
        this.places = java.util.stream.IntStream.range(0, all.length)
                .filter(at -> all[at] >= 0 && definition.fields().get(at).type() != FieldType.BSN)
                .map(at -> all[at])
                .toArray();
        this.numbers = new long[places.length];
        this.filled = new long[places.length];
    }

    public void row(List<SheetCell> cells) {
        for (int i = 0; i < places.length; i++) {
            String text = cells.get(places[i]).text();
            if (!text.isEmpty()) {
                filled[i]++;
                if (isNumber(text)) {
                    numbers[i]++;
                }
            }
        }
    }

    /** The first column that holds them, of the rows since the last time this was asked. */
    public Optional<String> column() {
        Optional<String> found = Optional.empty();
        for (int i = 0; i < places.length && found.isEmpty(); i++) {
            boolean named = numbers[i] > 0 && isNamed(columns.get(places[i]));
            if (named || areNumbers(numbers[i], filled[i])) {
                found = Optional.of(columns.get(places[i]));
            }
        }
        Arrays.fill(numbers, 0);
        Arrays.fill(filled, 0);
        return found;
    }

    /** Whether the cells of one column, as they are shown, are such numbers. */
    public static boolean areNumbers(List<SheetCell> cells) {
        long filled = cells.stream().filter(cell -> !cell.text().isEmpty()).count();
        return areNumbers(cells.stream().filter(cell -> isNumber(cell.text())).count(), filled);
    }

    /** Whether a column says so itself; then one number is enough. */
    public static boolean isNamed(String column) {
        return NAME.matcher(column).find();
    }

    private static boolean areNumbers(long numbers, long filled) {
        return numbers >= FEWEST && numbers * 5 >= filled * 4;
    }

    private static boolean isNumber(String text) {
        int length = text.length();
        if ((length != 8 && length != 9) || !text.chars().allMatch(c -> c >= '0' && c <= '9')) {
            return false;
        }
        return Bsn.of(length == 8 ? "0" + text : text).filter(Bsn::identifies).isPresent();
    }

    /** What to do, in Dutch. */
    public static String refusal(String column) {
        return "Kolom " + column
                + " bevat burgerservicenummers. Kies er een veld van de soort burgerservicenummer voor (dan wordt er een pseudoniem van bewaard), of kies de kolom niet.";
    }
}
