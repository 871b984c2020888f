package nl.leercirkel.source.open;

import java.util.Locale;
import java.util.regex.Pattern;
import nl.leercirkel.source.check.Field;
import nl.leercirkel.source.check.FieldType;

/** Which figures of parts may be added up, by their unit. */
public final class Units {
    private static final String AVERAGE = "gemiddelde";
    private static final Pattern RELATIVE = Pattern.compile("\\bper\\b|%|/|gemiddeld|mediaan|index|dichtheid|promille");
    /** Titles of averages whose unit does not tell: an income in euros, a distance in kilometres. */
    private static final Pattern RELATIVE_TITLE =
            Pattern.compile("gemiddeld|mediaan|afstand|relatief|\\bper\\b|dichtheid|aandeel|percentage|index");

    private Units() {}

    /** Whether amounts of this field, of municipalities that merged, together are the amount of the whole. */
    public static boolean adds(Field field) {
        return field.type().isAmount()
                && !RELATIVE.matcher(field.unit().toLowerCase(Locale.ROOT)).find();
    }

    /** The unit of a topic, in which it can be seen whether it adds up. */
    static String of(String title, String unit) {
        boolean told = RELATIVE.matcher(unit.toLowerCase(Locale.ROOT)).find();
        boolean relative =
                RELATIVE_TITLE.matcher(title.toLowerCase(Locale.ROOT)).find();
        return told || !relative ? unit : unit.isEmpty() ? AVERAGE : unit + ", " + AVERAGE;
    }

    static FieldType type(String unit, int decimals) {
        return switch (unit.toLowerCase(Locale.ROOT)) {
            case "%" -> FieldType.PERCENTAGE;
            case "euro" -> FieldType.MONEY;
            case "aantal" -> decimals == 0 ? FieldType.WHOLE : FieldType.NUMBER;
            default -> FieldType.NUMBER;
        };
    }
}
