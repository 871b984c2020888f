package nl.leercirkel.source.open;

import java.util.List;
import nl.leercirkel.source.check.Field;

/**
 * A table that was taken.
 *
 * @param name for the file that it becomes
 * @param asIs whether the file is as somebody made it: how it is to be read is still to be found out
 * @param fields what is known of its columns, in their order; empty for a file as it is
 * @param certain whether the units of the fields come from the publisher, so that nobody has to look at them first
 */
public record Taken(String name, boolean asIs, List<Field> fields, boolean certain) {

    public Taken {
        fields = List.copyOf(fields);
    }
}
