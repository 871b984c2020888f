package nl.leercirkel.source.open;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import nl.leercirkel.source.check.Definition;
import nl.leercirkel.source.check.Field;
import nl.leercirkel.source.check.FieldType;
import nl.leercirkel.spreadsheet.RefusedFileException;

/** The fields of a table that is being made, each with a name of its own. */
final class Fields {
    static final String MUNICIPALITY = "Gemeente";
    static final String PERIOD = "Periode";

    private final List<Field> fields = new ArrayList<>();
    private final Set<String> taken = new HashSet<>();

    void key(String name, FieldType type) {
        add(Field.of(unique(name, ""), type).asKey());
    }

    /**
     * A dimension beside municipality and period.
     *
     * @param codes the one code that was chosen, or none
     * @param totalCode of the value that stands for all others; may be empty
     */
    void dimension(String name, List<String> codes, String totalCode) {
        add(new Field(
                unique(name, ""),
                codes.isEmpty() ? FieldType.TEXT : FieldType.CODE,
                "",
                0,
                true,
                true,
                null,
                null,
                codes,
                List.of(),
                totalCode,
                null,
                ""));
    }

    void text(String name, String other) {
        add(Field.of(unique(name, other), FieldType.TEXT));
    }

    void optional(String name, FieldType type) {
        add(Field.of(unique(name, ""), type));
    }

    /** A number and the reason why it is not there. */
    void number(String name, String other, String unit, FieldType type) {
        Field plain = Field.of(unique(name, other), type);
        add(new Field(
                plain.name(),
                type,
                unit,
                plain.decimals(),
                false,
                false,
                null,
                null,
                List.of(),
                List.of(),
                "",
                null,
                ""));
        add(Reasons.fieldFor(plain.name()));
    }

    private void add(Field field) {
        fields.add(field);
    }

    /** @param other what tells it from a column with the same title */
    private String unique(String name, String other) {
        String plain = shortened(name.replaceAll("\\s+", " ").strip());
        String found = plain.isEmpty() ? shortened(other) : plain;
        if (!taken.add(found.toLowerCase(Locale.ROOT))) {
            String tail = " (" + (other.isBlank() ? "2" : other) + ")";
            found = found.substring(0, Math.max(1, Math.min(found.length(), Reasons.LONGEST_NAME - tail.length())))
                    + tail;
            for (int number = 2; !taken.add(found.toLowerCase(Locale.ROOT)); number++) {
                found = found + " " + number;
            }
        }
        return found;
    }

    private static String shortened(String name) {
        return name.substring(0, Math.min(name.length(), Reasons.LONGEST_NAME - 10))
                .strip();
    }

    List<Field> list() throws RefusedFileException {
        if (fields.size() > Definition.MOST_FIELDS) {
            throw new RefusedFileException("Dit zijn te veel onderwerpen voor één bron (met de redenen erbij "
                    + fields.size() + " velden; ten hoogste " + Definition.MOST_FIELDS
                    + "). Kies bij Wijzigen de onderwerpen die u nodig hebt.");
        }
        return List.copyOf(fields);
    }
}
