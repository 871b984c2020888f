package nl.leercirkel.source;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import nl.leercirkel.source.check.Definition;
import nl.leercirkel.source.check.Field;
import nl.leercirkel.source.check.FieldType;
import org.jspecify.annotations.Nullable;

/** A field of a dataset as typed. */
record FieldForm(
        String name,
        String type,
        String unit,
        String decimals,
        boolean required,
        boolean key,
        String minimum,
        String maximum,
        String codes,
        String parts,
        String totalCode,
        String refersTo,
        String why) {
    private static final int LONGEST_CODES = 100_000;

    static FieldForm empty() {
        return new FieldForm("", FieldType.TEXT.name(), "", "", false, false, "", "", "", "", "", "", "");
    }

    static FieldForm of(Field field) {
        UUID target = field.refersTo();
        return new FieldForm(
                field.name(),
                field.type().name(),
                field.unit(),
                Integer.toString(field.decimals()),
                field.required(),
                field.key(),
                plain(field.minimum()),
                plain(field.maximum()),
                String.join("; ", field.codes()),
                String.join("; ", field.parts()),
                field.totalCode(),
                target == null ? "" : target.toString(),
                field.why());
    }

    private static String plain(@Nullable BigDecimal number) {
        return number == null ? "" : number.toPlainString().replace('.', ',');
    }

    /** All fields of a form; those without a name are left out, which is how a field is taken away. */
    static List<FieldForm> read(Map<String, String> form) {
        List<FieldForm> fields = new ArrayList<>();
        int count = Math.min(Typed.number(form, "velden", 0), Definition.MOST_FIELDS);
        for (int at = 0; at < count; at++) {
            String prefix = "veld" + at + "-";
            FieldForm field = new FieldForm(
                    Typed.line(form, prefix + "naam"),
                    Typed.line(form, prefix + "soort"),
                    Typed.line(form, prefix + "eenheid"),
                    Typed.line(form, prefix + "decimalen"),
                    form.containsKey(prefix + "verplicht"),
                    form.containsKey(prefix + "sleutel"),
                    Typed.line(form, prefix + "laagste"),
                    Typed.line(form, prefix + "hoogste"),
                    Typed.lines(form, prefix + "codes"),
                    Typed.line(form, prefix + "delen"),
                    Typed.line(form, prefix + "totaal"),
                    Typed.line(form, prefix + "verwijst"),
                    Typed.line(form, prefix + "waarom"));
            if (!field.name().isEmpty()) {
                fields.add(field);
            }
        }
        return fields;
    }

    /** What is wrong, by the name of the input. */
    static Map<String, String> errors(List<FieldForm> fields) {
        Map<String, String> errors = new LinkedHashMap<>();
        Set<String> names = new HashSet<>();
        for (int at = 0; at < fields.size(); at++) {
            FieldForm field = fields.get(at);
            String prefix = "veld" + at + "-";
            if (!names.add(field.name.toLowerCase(Locale.ROOT))) {
                errors.put(prefix + "naam", "Er is al een veld dat " + field.name + " heet.");
            } else if (field.name.length() > Field.LONGEST_NAME) {
                errors.put(prefix + "naam", "Gebruik ten hoogste " + Field.LONGEST_NAME + " tekens.");
            }
            if (typeOf(field.type) == null) {
                errors.put(prefix + "soort", "Kies wat er in veld " + field.name + " staat.");
            }
            if (!field.decimals.isEmpty()
                    && (!field.decimals.matches("\\d{1,2}")
                            || Integer.parseInt(field.decimals) > Field.MOST_DECIMALS)) {
                errors.put(prefix + "decimalen", "Vul bij veld " + field.name + " 0 tot 10 decimalen in.");
            }
            field.bounds(prefix, errors);
            if (field.codes.length() > LONGEST_CODES) {
                errors.put(prefix + "codes", "De lijst van codes is te lang (meer dan 100.000 tekens).");
            }
            if (!field.refersTo.isEmpty() && field.target() == null) {
                errors.put(prefix + "verwijst", "Kies een bron uit de lijst.");
            }
        }
        return errors;
    }

    private void bounds(String prefix, Map<String, String> errors) {
        BigDecimal low = number(minimum);
        BigDecimal high = number(maximum);
        if (!minimum.isEmpty() && low == null) {
            errors.put(prefix + "laagste", "Vul bij veld " + name + " een getal in, bijvoorbeeld 0.");
        }
        if (!maximum.isEmpty() && high == null) {
            errors.put(prefix + "hoogste", "Vul bij veld " + name + " een getal in, bijvoorbeeld 100.");
        }
        if (low != null && high != null && low.compareTo(high) > 0) {
            errors.put(prefix + "hoogste", "Het hoogste van veld " + name + " is lager dan het laagste.");
        }
    }

    private static @Nullable BigDecimal number(String text) {
        String plain = text.replace(".", "").replace(',', '.');
        return plain.matches("-?\\d{1,20}(\\.\\d{1,10})?") ? new BigDecimal(plain) : null;
    }

    private @Nullable UUID target() {
        try {
            return refersTo.isEmpty() ? null : UUID.fromString(refersTo);
        } catch (IllegalArgumentException forged) {
            return null;
        }
    }

    private static @Nullable FieldType typeOf(String name) {
        for (FieldType type : FieldType.values()) {
            if (type.name().equals(name)) {
                return type;
            }
        }
        return null;
    }

    /** Only for fields without errors. */
    static Definition definition(List<FieldForm> fields) {
        return new Definition(fields.stream().map(FieldForm::field).toList());
    }

    private Field field() {
        FieldType kind = typeOf(type);
        if (kind == null) {
            throw new IllegalStateException("a form with errors has no field");
        }
        Field plain = Field.of(name, kind);
        return new Field(
                name,
                kind,
                unit,
                kind == FieldType.WHOLE ? 0 : decimals.isEmpty() ? plain.decimals() : Integer.parseInt(decimals),
                required || key,
                key,
                number(minimum),
                number(maximum),
                Typed.list(codes),
                Typed.list(parts),
                totalCode,
                target(),
                why);
    }
}
