package nl.leercirkel.standards.table;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The header of a table of ours: columns by name, in any order, with any others between them. Recognised as the place of each
 * name among the cells.
 */
public record NamedColumns(List<String> names) implements Header<List<Integer>> {

    public NamedColumns {
        names = List.copyOf(names);
    }

    public static NamedColumns of(String... names) {
        return new NamedColumns(List.of(names));
    }

    @Override
    public @Nullable List<Integer> recognise(List<String> cells) {
        List<String> found = cells.stream().map(String::strip).toList();
        return found.containsAll(names) ? names.stream().map(found::indexOf).toList() : null;
    }

    @Override
    public String expected() {
        return "de kolommen " + String.join(", ", names);
    }

    /** The cells of a row in the order of the names, without the space around them. */
    public static List<String> cells(List<Integer> places, Row row) {
        return places.stream().map(place -> row.cells().get(place).strip()).toList();
    }
}
