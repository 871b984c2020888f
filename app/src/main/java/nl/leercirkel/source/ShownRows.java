package nl.leercirkel.source;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import nl.leercirkel.source.check.BsnWatch;
import nl.leercirkel.source.check.Definition;
import nl.leercirkel.source.check.Field;
import nl.leercirkel.source.check.Mapping;
import nl.leercirkel.source.check.PersonalNames;
import nl.leercirkel.source.table.Preview;
import nl.leercirkel.spreadsheet.SheetCell;

/** The beginning of a file as a page shows it: to choose columns by, nobody has to see who is in it. */
final class ShownRows {
    private static final SheetCell COVERED = SheetCell.text("•••");

    private ShownRows() {}

    static List<Preview.Row> of(Preview preview, Definition definition, Mapping mapping, int most) {
        Set<String> covered = new HashSet<>(numbers(preview));
        covered.addAll(PersonalNames.among(preview.columns(), !covered.isEmpty()));
        preview.columns().stream()
                .filter(column -> column.toLowerCase(Locale.ROOT).contains("geboorte"))
                .forEach(covered::add);
        for (Field field : definition.fields()) {
            if (field.type().isPersonal()) {
                covered.add(mapping.columns().getOrDefault(field.name(), ""));
            }
        }
        List<Preview.Row> shown = new ArrayList<>();
        preview.rows().stream().limit(most).forEach(row -> {
            List<SheetCell> cells = new ArrayList<>(row.cells());
            for (int at = 0; at < cells.size(); at++) {
                if (covered.contains(preview.columns().get(at))
                        && !cells.get(at).isEmpty()) {
                    cells.set(at, COVERED);
                }
            }
            shown.add(new Preview.Row(row.number(), cells));
        });
        return shown;
    }

    /** The columns that, by their name or content, hold citizen service numbers. */
    static Set<String> numbers(Preview preview) {
        Set<String> numbers = new HashSet<>();
        for (int column = 0; column < preview.columns().size(); column++) {
            int at = column;
            String name = preview.columns().get(column);
            if (BsnWatch.isNamed(name)
                    || BsnWatch.areNumbers(preview.rows().stream()
                            .map(row -> row.cells().get(at))
                            .toList())) {
                numbers.add(name);
            }
        }
        return numbers;
    }
}
