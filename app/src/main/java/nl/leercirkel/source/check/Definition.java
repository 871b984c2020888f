package nl.leercirkel.source.check;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.IntStream;

/** The fields of a dataset in their order; the values of a stored row stand in the same order. */
public record Definition(List<Field> fields) {
    public static final int MOST_FIELDS = 500;

    public Definition {
        fields = List.copyOf(fields);
        Set<String> names = new HashSet<>();
        for (Field field : fields) {
            if (!names.add(field.name().toLowerCase(Locale.ROOT))) {
                throw new IllegalArgumentException("two fields are named " + field.name());
            }
        }
    }

    public OptionalInt indexOf(String name) {
        return IntStream.range(0, fields.size())
                .filter(at -> fields.get(at).name().equalsIgnoreCase(name))
                .findFirst();
    }

    public List<Integer> keys() {
        return IntStream.range(0, fields.size())
                .filter(at -> fields.get(at).key())
                .boxed()
                .toList();
    }

    public List<Integer> numeric() {
        return IntStream.range(0, fields.size())
                .filter(at -> fields.get(at).type().isNumeric())
                .boxed()
                .toList();
    }

    public OptionalInt first(FieldType type) {
        return IntStream.range(0, fields.size())
                .filter(at -> fields.get(at).type() == type)
                .findFirst();
    }

    /** What may not be kept beside a person. */
    private static Optional<String> needless(Field field) {
        if (PersonalNames.is(field.name())) {
            return Optional.of("Veld " + field.name()
                    + ": namen, adressen en nummers om iemand te bereiken worden niet bewaard. Haal het veld weg.");
        }
        boolean birth = field.type() == FieldType.DATE
                && field.name().toLowerCase(Locale.ROOT).contains("geboorte");
        return birth
                ? Optional.of("Veld " + field.name() + ": een hele geboortedatum wordt niet bewaard. Kies de soort \""
                        + FieldType.BIRTH_YEAR.label() + "\" of \"" + FieldType.AGE_GROUP.label() + "\".")
                : Optional.empty();
    }

    /** What is wrong with the fields together, in Dutch. */
    public List<String> contradictions() {
        List<String> wrong = new ArrayList<>();
        if (first(FieldType.BSN).isPresent()) {
            fields.forEach(field -> needless(field).ifPresent(wrong::add));
        }
        for (Field field : fields) {
            for (String part : field.parts()) {
                OptionalInt at = indexOf(part);
                if (at.isEmpty()) {
                    wrong.add("Veld " + field.name() + ": het onderdeel " + part + " is geen veld van deze bron.");
                } else if (fields.get(at.getAsInt()).name().equals(field.name())) {
                    wrong.add("Veld " + field.name() + " kan geen onderdeel van zichzelf zijn.");
                } else if (!fields.get(at.getAsInt()).type().isAmount()
                        || !field.type().isAmount()) {
                    wrong.add("Veld " + field.name() + ": alleen aantallen en bedragen tellen op (onderdeel " + part
                            + ").");
                }
            }
        }
        return wrong;
    }
}
