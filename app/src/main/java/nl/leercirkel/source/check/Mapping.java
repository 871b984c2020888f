package nl.leercirkel.source.check;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalInt;

/**
 * Which column of a file goes into which field.
 *
 * @param columns the name of a column by the name of a field; a field that is not in it stays empty
 */
public record Mapping(Map<String, String> columns) {
    public static final Mapping NONE = new Mapping(Map.of());

    public Mapping {
        columns = Map.copyOf(columns);
    }

    /** As it was last time where the columns are still there, else by names that are alike. */
    public static Mapping proposed(Definition definition, List<String> columns, Mapping earlier) {
        Map<String, String> found = new LinkedHashMap<>();
        for (Field field : definition.fields()) {
            String before = earlier.columns().get(field.name());
            if (before != null && columns.contains(before)) {
                found.put(field.name(), before);
                continue;
            }
            columns.stream()
                    .filter(column -> alike(column).equals(alike(field.name())))
                    .findFirst()
                    .ifPresent(column -> found.put(field.name(), column));
        }
        return new Mapping(found);
    }

    private static String alike(String name) {
        return name.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]", "");
    }

    /** What is wrong with it, in Dutch. */
    public List<String> errors(Definition definition, List<String> available) {
        List<String> wrong = new ArrayList<>();
        for (Field field : definition.fields()) {
            String column = columns.get(field.name());
            if (column == null) {
                if (field.required()) {
                    wrong.add("Veld " + field.name() + " is verplicht. Kies de kolom waarin het staat.");
                }
            } else if (!available.contains(column)) {
                wrong.add("Kolom " + column + " staat niet (meer) in het bestand. Kies een andere voor veld "
                        + field.name() + ".");
            }
        }
        columns.values().stream()
                .filter(column ->
                        columns.values().stream().filter(column::equals).count() > 1)
                .distinct()
                .sorted()
                .forEach(column -> wrong.add("Kolom " + column + " is bij meer dan één veld gekozen."));
        if (columns.isEmpty()) {
            wrong.add("Kies bij ten minste één veld een kolom.");
        }
        return wrong;
    }

    /** The place of each field's column in the file; -1 for a field without one. */
    int[] places(Definition definition, List<String> available) {
        int[] places = new int[definition.fields().size()];
        for (int at = 0; at < places.length; at++) {
            String column = columns.get(definition.fields().get(at).name());
            OptionalInt place = column == null ? OptionalInt.empty() : indexOf(available, column);
            places[at] = place.orElse(-1);
        }
        return places;
    }

    private static OptionalInt indexOf(List<String> available, String column) {
        int at = available.indexOf(column);
        return at < 0 ? OptionalInt.empty() : OptionalInt.of(at);
    }
}
