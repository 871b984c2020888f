package nl.leercirkel.source.check;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.function.IntFunction;
import java.util.regex.Pattern;
import nl.leercirkel.privacy.BirthPrecision;
import nl.leercirkel.source.table.DecimalMark;
import nl.leercirkel.source.table.TableOptions;
import nl.leercirkel.spreadsheet.SheetCell;
import org.jspecify.annotations.Nullable;

/** Holds rows of a file against the definition of a dataset. For one reader at a time. */
public final class RowChecker {
    /** Between the parts of a key; cannot be part of a cell that was read. */
    public static final char KEY_SEPARATOR = '\u001F';

    private static final Pattern PERSON = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");
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
     */
    public RowChecker(
            Definition definition, Mapping mapping, TableOptions options, List<String> columns, LocalDate today) {
        this.definition = definition;
        this.options = options;
        this.places = mapping.places(definition, columns);
        this.today = today;
        this.readers = definition.fields().stream()
                .map(field -> new CellReader(field, options.decimal()))
                .toList();
        this.period = definition.first(FieldType.PERIOD);
        this.date = definition.first(FieldType.DATE);
    }

    /** A row of the file, with a cell for each of its columns. */
    public CheckedRow check(long number, List<SheetCell> cells) {
        return check(
                number,
                at -> places[at] < 0 ? SheetCell.EMPTY : cells.get(places[at]),
                (at, cell) -> readers.get(at).read(cell));
    }

    /**
     * A row that somebody mended, with a text for each field.
     *
     * @param before what was kept of the row: where a person stands in the place of a number, that is the same person again
     */
    public CheckedRow checkMended(long number, List<String> written, List<String> before) {
        return check(number, at -> SheetCell.text(written.get(at)), (at, cell) -> {
            boolean samePerson = definition.fields().get(at).type() == FieldType.BSN
                    && PERSON.matcher(cell.text()).matches()
                    && cell.text().equals(before.get(at));
            return samePerson
                    ? new CellValue.Known(cell.text())
                    : readers.get(at).read(cell);
        });
    }

    private interface Reading {
        CellValue of(int at, SheetCell cell);
    }

    private CheckedRow check(long number, IntFunction<SheetCell> cells, Reading reading) {
        @Nullable String[] values = new String[places.length];
        List<CellError> errors = new ArrayList<>();
        for (int at = 0; at < places.length; at++) {
            switch (reading.of(at, cells.apply(at))) {
                case CellValue.Known(String text) -> values[at] = text;
                case CellValue.Empty() -> values[at] = null;
                case CellValue.Wrong(String message) -> errors.add(error(number, at, message));
            }
        }
        placeInTime(number, values, errors);
        if (!errors.isEmpty()) {
            return new CheckedRow.Refused(number, written(cells, values), errors);
        }
        String key = key(definition, values);
        if (key != null && key.length() > LONGEST_KEY) {
            CellError tooLong = new CellError(
                    -1,
                    options.place(number),
                    "De sleutel van deze rij is langer dan 500 tekens. Kies kortere velden als sleutel.");
            return new CheckedRow.Refused(number, written(cells, values), List.of(tooLong));
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
            FieldType type = definition.fields().get(at).type();
            if (text != null && type == FieldType.AGE_GROUP) {
                ageGroup(number, at, text, values, errors);
            }
            if (text == null || type != FieldType.MUNICIPALITY) {
                continue;
            }
            switch (municipalities.read(text, day(values))) {
                case CellValue.Known(String code) -> values[at] = code;
                case CellValue.Empty() -> values[at] = null;
                case CellValue.Wrong(String message) -> errors.add(error(number, at, message));
            }
        }
    }

    /** The age on the day of the row: in the period or on the date that it names, else today. */
    private void ageGroup(long number, int at, String text, @Nullable String[] values, List<CellError> errors) {
        if (BirthPrecision.AGE_GROUPS.contains(text)) {
            return;
        }
        LocalDate birth = LocalDate.parse(text);
        LocalDate day = day(values);
        values[at] = birth.isAfter(day) ? null : BirthPrecision.AGE_GROUP.cut(birth, day);
        if (birth.isAfter(day)) {
            errors.add(error(
                    number,
                    at,
                    "De geboortedatum ligt na de dag van deze rij (" + day + "). De datum is niet bewaard."));
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

    private List<String> written(IntFunction<SheetCell> cells, @Nullable String[] values) {
        List<String> written = new ArrayList<>();
        for (int at = 0; at < places.length; at++) {
            Field field = definition.fields().get(at);
            if (field.type().isPersonal()) {
                String value = values[at];
                written.add(value == null ? "" : value);
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

    /** What tells a row from others by its values; null where the dataset has no key. */
    public static @Nullable String key(Definition definition, @Nullable String[] values) {
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
