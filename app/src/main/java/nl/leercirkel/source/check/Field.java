package nl.leercirkel.source.check;

import java.math.BigDecimal;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A field of a dataset.
 *
 * @param unit what is counted ("jeugdigen"); empty where there is none
 * @param decimals the most that a number has
 * @param required whether every row has a value
 * @param key whether it is part of what tells one row from another
 * @param codes the values that a code can have; empty where any will do
 * @param parts names of fields whose sum this one is
 * @param totalCode the value in this field that stands for all others together; empty where there is none
 * @param refersTo the dataset in whose key this value must be found
 * @param why what the field is needed for
 */
public record Field(
        String name,
        FieldType type,
        String unit,
        int decimals,
        boolean required,
        boolean key,
        @Nullable BigDecimal minimum,
        @Nullable BigDecimal maximum,
        List<String> codes,
        List<String> parts,
        String totalCode,
        @Nullable UUID refersTo,
        String why) {
    public static final int LONGEST_NAME = 200;
    public static final int MOST_DECIMALS = 10;

    public Field {
        if (name.isBlank() || name.length() > LONGEST_NAME) {
            throw new IllegalArgumentException("a field has a name of at most 200 characters");
        }
        if (decimals < 0 || decimals > MOST_DECIMALS) {
            throw new IllegalArgumentException("decimals are 0 to 10, not " + decimals);
        }
        if (minimum != null && maximum != null && minimum.compareTo(maximum) > 0) {
            throw new IllegalArgumentException("the lowest value is above the highest");
        }
        codes = List.copyOf(codes);
        parts = List.copyOf(parts);
    }

    /** A field without further demands. */
    public static Field of(String name, FieldType type) {
        int decimals = type == FieldType.WHOLE ? 0 : type == FieldType.MONEY ? 2 : MOST_DECIMALS;
        return new Field(name, type, "", decimals, false, false, null, null, List.of(), List.of(), "", null, "");
    }

    public Field asKey() {
        return new Field(
                name, type, unit, decimals, true, true, minimum, maximum, codes, parts, totalCode, refersTo, why);
    }
}
