package nl.leercirkel.standards.iv3;

import static nl.leercirkel.standards.facts.Facts.field;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import nl.leercirkel.standards.facts.Facts;

/** The task fields of 2017 to 2026, for who has no definition file at hand. Source: CBS, CC BY 4.0. */
public final class TaskFields {

    public static final int FIRST_YEAR = 2017;
    public static final int LAST_YEAR = 2026;

    private static final List<TaskField> ALL = Facts.rows(TaskFields.class, "task-fields.csv").stream()
            .map(TaskFields::of)
            .toList();

    private TaskFields() {}

    /**
     * A task field in the years in which it had this name.
     *
     * @param open whether a cell of costs is open; a code kept above its parts has none
     */
    public record TaskField(String code, String name, int first, int last, boolean open) {}

    public static List<TaskField> of(int year) {
        return ALL.stream()
                .filter(entry -> entry.first() <= year && year <= entry.last())
                .toList();
    }

    public static Optional<TaskField> of(int year, String code) {
        return of(year).stream().filter(entry -> entry.code().equals(code)).findFirst();
    }

    private static TaskField of(Map<String, String> row) {
        return new TaskField(
                field(row, "code"),
                field(row, "name"),
                Integer.parseInt(field(row, "first")),
                Integer.parseInt(field(row, "last")),
                field(row, "open").equals("yes"));
    }
}
