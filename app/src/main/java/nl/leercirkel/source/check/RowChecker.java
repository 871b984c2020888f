package nl.leercirkel.source.check;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.function.IntFunction;
import nl.leercirkel.source.table.DecimalMark;
import nl.leercirkel.source.table.TableOptions;
import nl.leercirkel.spreadsheet.SheetCell;
import org.jspecify.annotations.Nullable;

/** Holds rows of a file against the definition of a dataset. For one reader at a time. */
public final class RowChecker {
    /** Between the parts of a key; cannot be part of a cell that was read. */
    public static final char KEY_SEPARATOR = '\u001F';
    /** What an index of the database takes, with room to spare. */
    private static final int LONGEST_KEY = 500;

    private final Definition definition;
    private final TableOptions options;
    private final List<CellReader> readers;
    private final MunicipalityReader municipalities = new MunicipalityReader();
    private final int[] places;
    private final OptionalInt period;
    private final OptionalInt date;
    private final LocalDate today;

    /**
     * @param columns of the file, in their order
     * @param today the day to judge municipalities by where a row names no period
     * @param pseudonyms null where there are no keys
     */
    public RowChecker(
            Definition definition,
            Mapping mapping,
            TableOptions options,
            List<String> columns,
            LocalDate today,
            @Nullable Pseudonyms pseudonyms,
            String purpose) {
        this.definition = definition;
        this.options = options;
        this.places = mapping.places(definition, columns);
        this.today = today;
        this.readers = definition.fields().stream()
                .map(field -> new CellReader(field, options.decimal(), pseudonyms, purpose))
                .toList();
        this.period = definition.first(FieldType.PERIOD);
        this.date = definition.first(FieldType.DATE);
    }

    /** A row of the file, with a cell for each of its columns. */
    public CheckedRow check(long number, List<SheetCell> cells) {
        return check(number, (IntFunction<SheetCell>) at -> places[at] < 0 ? SheetCell.EMPTY : cells.get(places[at]));
    }

    /** A row that somebody mended, with a text for each field. */
    public CheckedRow checkMended(long number, List<String> written) {
        return check(number, (IntFunction<SheetCell>) at -> SheetCell.text(written.get(at)));
    }

    private CheckedRow check(long number, IntFunction<SheetCell> cells) {
        @Nullable String[] values = new String[places.length];
        List<CellError> errors = new ArrayList<>();
        for (int at = 0; at < places.length; at++) {
            switch (readers.get(at).read(cells.apply(at))) {
                case CellValue.Known(String text) -> values[at] = text;
                case CellValue.Empty() -> values[at] = null;
                case CellValue.Wrong(String message) -> errors.add(error(number, at, message));
            }
        }
        placeInTime(number, values, errors);
        if (!errors.isEmpty()) {
            return new CheckedRow.Refused(number, written(cells), errors);
        }
        String key = key(values);
        if (key != null && key.length() > LONGEST_KEY) {
            CellError tooLong = new CellError(
                    -1,
                    options.place(number),
                    "De sleutel van deze rij is langer dan 500 tekens. Kies kortere velden als sleutel.");
            return new CheckedRow.Refused(number, written(cells), List.of(tooLong));
        }
        return new CheckedRow.Good(number, values, key);
    }

    public CheckedRow.Refused unreadable(long number, String message) {
        List<String> nothing = new ArrayList<>();
        definition.fields().forEach(field -> nothing.add(""));
        return new CheckedRow.Refused(number, nothing, List.of(new CellError(-1, options.place(number), message)));
    }

    private void placeInTime(long number, @Nullable String[] values, List<CellError> errors) {
        for (int at = 0; at < values.length; at++) {
            String text = values[at];
            if (text == null || definition.fields().get(at).type() != FieldType.MUNICIPALITY) {
                continue;
            }
            switch (municipalities.read(text, day(values))) {
                case CellValue.Known(String code) -> values[at] = code;
                case CellValue.Empty() -> values[at] = null;
                case CellValue.Wrong(String message) -> errors.add(error(number, at, message));
            }
        }
    }

    private LocalDate day(@Nullable String[] values) {
        String inPeriod = period.isPresent() ? values[period.getAsInt()] : null;
        if (inPeriod != null) {
            return PeriodReader.start(inPeriod);
        }
        String onDate = date.isPresent() ? values[date.getAsInt()] : null;
        return onDate != null ? LocalDate.parse(onDate) : today;
    }

    private CellError error(long number, int at, String message) {
        String name = definition.fields().get(at).name();
        String place = places[at] < 0 ? options.place(number) : options.place(number, places[at]);
        return new CellError(at, place + " (" + name + ")", message);
    }

    private List<String> written(IntFunction<SheetCell> cells) {
        List<String> written = new ArrayList<>();
        for (int at = 0; at < places.length; at++) {
            Field field = definition.fields().get(at);
            if (field.type() == FieldType.BSN) {
                written.add("");
                continue;
            }
            SheetCell cell = cells.apply(at);
            boolean number =
                    cell.kind() == SheetCell.Kind.NUMBER && field.type().isNumeric();
            String text = number && options.decimal() == DecimalMark.COMMA
                    ? cell.text().replace('.', ',')
                    : cell.text();
            written.add(StorableText.of(text));
        }
        return written;
    }

    private @Nullable String key(@Nullable String[] values) {
        List<Integer> keys = definition.keys();
        if (keys.isEmpty()) {
            return null;
        }
        StringBuilder key = new StringBuilder();
        for (int i = 0; i < keys.size(); i++) {
            String value = values[keys.get(i)];
            key.append(i == 0 ? "" : String.valueOf(KEY_SEPARATOR)).append(value == null ? "" : value);
        }
        return key.toString();
    }
}
