package nl.leercirkel.organisation;

import java.time.LocalDate;
import java.util.List;

/** Which municipalities of an earlier day make up the present territory of a municipality or youth region. */
public sealed interface History {

    /**
     * The territory is exactly these municipalities together. Their counts and amounts may be added; percentages,
     * averages and rounded or suppressed figures never.
     *
     * @param parts municipalities of that day, by code
     * @param notes what the reader must know, in Dutch
     */
    record Exact(List<Municipality> parts, List<String> notes) implements History {

        public Exact {
            parts = List.copyOf(parts);
            notes = List.copyOf(notes);
        }
    }

    /**
     * Part of a municipality of that day went elsewhere, so no older figure fits the present territory.
     *
     * @param reason in Dutch, to show in place of a figure
     * @param comparableFrom first day from which the history is exact
     */
    record NotComparable(String reason, LocalDate comparableFrom) implements History {}
}
