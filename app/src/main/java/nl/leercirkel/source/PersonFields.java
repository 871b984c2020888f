package nl.leercirkel.source;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import nl.leercirkel.privacy.BirthPrecision;
import nl.leercirkel.privacy.Pseudonyms;
import nl.leercirkel.privacy.Purpose;
import nl.leercirkel.source.check.CheckedRow;
import nl.leercirkel.source.check.Definition;
import nl.leercirkel.source.check.FieldType;
import nl.leercirkel.source.check.RowChecker;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Puts persons in the place of citizen service numbers, in rows that are about to be stored. Each dataset is a purpose of its
 * own: somebody is another person in each, until a linking says otherwise.
 */
@Component
class PersonFields {
    private static final int NUMBER = 9;

    private final Pseudonyms pseudonyms;

    PersonFields(Pseudonyms pseudonyms) {
        this.pseudonyms = pseudonyms;
    }

    /** Rows without numbers. */
    record Rows(List<CheckedRow.Good> good, List<CheckedRow.Refused> refused) {}

    static Purpose purpose(Dataset dataset) {
        return purpose(dataset.id(), dataset.name(), dataset.about().purpose());
    }

    private static Purpose purpose(UUID datasetId, String name, String why) {
        return new Purpose("bron-" + datasetId, "Bron: " + name, why, BirthPrecision.YEAR);
    }

    static boolean any(Definition definition) {
        return definition.first(FieldType.BSN).isPresent();
    }

    /**
     * Needs a transaction around it.
     *
     * @throws nl.leercirkel.privacy.KeysUnavailableException when the keys are not there
     */
    Rows exchange(Import of, Definition definition, List<CheckedRow.Good> good, List<CheckedRow.Refused> refused) {
        int[] places = IntStream.range(0, definition.fields().size())
                .filter(at -> definition.fields().get(at).type() == FieldType.BSN)
                .toArray();
        if (places.length == 0 || (good.isEmpty() && refused.isEmpty())) {
            return new Rows(good, refused);
        }
        Pseudonyms.Reading reading = pseudonyms.open(purpose(of.datasetId(), "", ""));
        Map<String, String> codes = new HashMap<>();
        for (CheckedRow.Good row : good) {
            for (int at : places) {
                ask(reading, codes, of, row.number(), at, row.values()[at]);
            }
        }
        for (CheckedRow.Refused row : refused) {
            for (int at : places) {
                ask(reading, codes, of, row.number(), at, row.written().get(at));
            }
        }
        Map<String, UUID> persons = reading.persons();
        List<CheckedRow.Good> kept = new ArrayList<>(good.size());
        for (CheckedRow.Good row : good) {
            @Nullable String[] values = row.values().clone();
            for (int at : places) {
                values[at] = person(codes, persons, row.number(), at, values[at]);
            }
            kept.add(new CheckedRow.Good(row.number(), values, RowChecker.key(definition, values)));
        }
        List<CheckedRow.Refused> keptToMend = new ArrayList<>(refused.size());
        for (CheckedRow.Refused row : refused) {
            List<String> written = new ArrayList<>(row.written());
            for (int at : places) {
                String person = person(codes, persons, row.number(), at, written.get(at));
                written.set(at, person == null ? "" : person);
            }
            keptToMend.add(new CheckedRow.Refused(row.number(), written, row.errors()));
        }
        return new Rows(kept, keptToMend);
    }

    private static void ask(
            Pseudonyms.Reading reading,
            Map<String, String> codes,
            Import of,
            long row,
            int at,
            @Nullable String number) {
        if (number != null && isNumber(number)) {
            String occurrence = of.datasetId() + ":" + of.fileHash() + ":" + row + ":" + at;
            codes.put(row + ":" + at, reading.code(number, occurrence));
        }
    }

    private static @Nullable String person(
            Map<String, String> codes, Map<String, UUID> persons, long row, int at, @Nullable String value) {
        if (!isNumber(value)) {
            return value;
        }
        UUID person = persons.get(codes.get(row + ":" + at));
        if (person == null) {
            throw new IllegalStateException("No person was made for row " + row);
        }
        return person.toString();
    }

    /** Else it is a person already, or nothing. */
    private static boolean isNumber(@Nullable String value) {
        return value != null && value.length() == NUMBER;
    }
}
