package nl.leercirkel.standards.ijw.message;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A person who stands in some relation to the client, such as a parent or guardian.
 *
 * @param number fixed number of the relation, unique per municipality and client
 * @param order priority as contact person
 * @param kind code of COD472
 */
public record Relation(
        String number,
        @Nullable Long order,
        String kind,
        @Nullable BirthDate birthDate,
        @Nullable String gender,
        PersonName name,
        Contact contact,
        List<String> returnCodes) {
    public Relation {
        returnCodes = List.copyOf(returnCodes);
    }

    @Override
    public String toString() {
        return "Relation[kind=" + kind + "]";
    }
}
