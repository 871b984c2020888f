package nl.leercirkel.source;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import nl.leercirkel.source.check.Definition;
import nl.leercirkel.source.check.Field;
import nl.leercirkel.source.check.FieldType;
import nl.leercirkel.source.check.Guess;
import nl.leercirkel.source.check.PersonalNames;
import nl.leercirkel.source.table.Preview;
import nl.leercirkel.spreadsheet.SheetCell;

/** Fields for a dataset that has none yet, by the first rows of a file. A person changes them; nothing rests on them yet. */
final class FieldProposal {
    private static final Set<FieldType> DIMENSIONS = Set.of(FieldType.MUNICIPALITY, FieldType.PERIOD);

    private FieldProposal() {}

    /** Columns that are not proposed, since they say who or where a person is. */
    static List<String> leftOut(Preview preview) {
        return PersonalNames.among(
                preview.columns(), !ShownRows.numbers(preview).isEmpty());
    }

    static Definition of(Preview preview) {
        List<Field> fields = new ArrayList<>();
        List<String> leftOut = leftOut(preview);
        for (int column = 0; column < preview.columns().size(); column++) {
            int at = column;
            List<SheetCell> cells =
                    preview.rows().stream().map(row -> row.cells().get(at)).toList();
            String name = preview.columns().get(column);
            if (leftOut.contains(name)) {
                continue;
            }
            fields.add(Field.of(
                    name,
                    Guess.type(
                            name.toLowerCase(Locale.ROOT),
                            cells,
                            preview.options().decimal())));
        }
        return new Definition(withKey(fields, preview));
    }

    /** Municipality and period, where together they tell the rows apart. */
    private static List<Field> withKey(List<Field> fields, Preview preview) {
        List<Integer> dimensions = new ArrayList<>();
        for (int at = 0; at < fields.size(); at++) {
            if (DIMENSIONS.contains(fields.get(at).type())) {
                dimensions.add(at);
            }
        }
        if (dimensions.isEmpty()) {
            return fields;
        }
        List<Integer> columns = dimensions.stream()
                .map(at -> preview.columns().indexOf(fields.get(at).name()))
                .toList();
        Set<List<String>> seen = new HashSet<>();
        for (Preview.Row row : preview.rows()) {
            List<String> key =
                    columns.stream().map(at -> row.cells().get(at).text()).toList();
            if (key.stream().anyMatch(String::isEmpty) || !seen.add(key)) {
                return fields;
            }
        }
        List<Field> result = new ArrayList<>(fields);
        dimensions.forEach(at -> result.set(at, fields.get(at).asKey()));
        return result;
    }
}
