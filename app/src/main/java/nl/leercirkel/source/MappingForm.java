package nl.leercirkel.source;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import nl.leercirkel.source.check.BsnWatch;
import nl.leercirkel.source.check.Definition;
import nl.leercirkel.source.check.Field;
import nl.leercirkel.source.check.FieldType;
import nl.leercirkel.source.check.Mapping;
import nl.leercirkel.source.table.DecimalMark;
import nl.leercirkel.source.table.Preview;
import nl.leercirkel.source.table.TableKind;
import nl.leercirkel.source.table.TableOptions;

/** How a file is read and which column goes where, as typed. */
final class MappingForm {
    private static final List<Choice> SEPARATORS = List.of(
            new Choice(";", "puntkomma (;)"),
            new Choice(",", "komma (,)"),
            new Choice("tab", "tab"),
            new Choice("|", "rechte streep (|)"));

    private MappingForm() {}

    /** A field with the column that is chosen for it. */
    record Line(String input, String name, String type, boolean required, boolean key, String chosen) {}

    static List<Line> lines(Definition definition, Mapping mapping) {
        List<Line> lines = new ArrayList<>();
        for (int at = 0; at < definition.fields().size(); at++) {
            Field field = definition.fields().get(at);
            lines.add(new Line(
                    "kolom" + at,
                    field.name(),
                    field.type().label(),
                    field.required(),
                    field.key(),
                    mapping.columns().getOrDefault(field.name(), "")));
        }
        return lines;
    }

    static List<Choice> separators() {
        return SEPARATORS;
    }

    static List<Choice> decimals() {
        return Arrays.stream(DecimalMark.values())
                .map(mark -> new Choice(mark.name(), mark.label()))
                .toList();
    }

    static String shownSeparator(TableOptions options) {
        return options.separator().equals("\t") ? "tab" : options.separator();
    }

    /** What was chosen; where the form says nothing sensible it stays as it was. */
    static TableOptions options(Map<String, String> form, TableOptions before) {
        String sheet = form.getOrDefault("blad", before.sheet());
        String typed = form.getOrDefault("scheiding", shownSeparator(before));
        String separator = SEPARATORS.stream().anyMatch(choice -> choice.value().equals(typed))
                ? (typed.equals("tab") ? "\t" : typed)
                : before.separator();
        DecimalMark decimal = Arrays.stream(DecimalMark.values())
                .filter(mark -> mark.name().equals(form.get("decimaal")))
                .findFirst()
                .orElse(before.decimal());
        return new TableOptions(
                before.kind(),
                before.kind().hasSheets() ? sheet : "",
                before.kind() == TableKind.JSON ? 0 : Typed.number(form, "kopregel", before.headerRow()),
                before.kind() == TableKind.CSV ? separator : "",
                decimal);
    }

    static Mapping mapping(Map<String, String> form, Definition definition) {
        Map<String, String> columns = new LinkedHashMap<>();
        for (int at = 0; at < definition.fields().size(); at++) {
            String column = form.getOrDefault("kolom" + at, "");
            if (!column.isEmpty()) {
                columns.put(definition.fields().get(at).name(), column);
            }
        }
        return new Mapping(columns);
    }

    /** Columns of citizen service numbers that were chosen for a field that would keep them as they are. */
    static List<String> unprotected(Definition definition, Mapping mapping, Preview preview) {
        return definition.fields().stream()
                .filter(field -> field.type() != FieldType.BSN)
                .map(field -> mapping.columns().getOrDefault(field.name(), ""))
                .filter(ShownRows.numbers(preview)::contains)
                .map(BsnWatch::refusal)
                .toList();
    }
}
