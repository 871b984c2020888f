package nl.leercirkel.standards.region;

import java.time.LocalDate;
import java.util.List;

/** Which municipalities of one day make up the territory that something has on another day. */
public sealed interface Composition {

    /**
     * Exactly these together; their counts and amounts may be added.
     *
     * @param parts by code
     * @param notes what a reader must know, in Dutch
     */
    record Exact(List<Municipality> parts, List<String> notes) implements Composition {

        public Exact {
            parts = List.copyOf(parts);
            notes = List.copyOf(notes);
        }
    }

    /**
     * No set of municipalities of that day has this territory.
     *
     * @param reason in Dutch, to show in place of a figure
     * @param comparableFrom first day from which figures fit
     */
    record NotComparable(String reason, LocalDate comparableFrom) implements Composition {}
}
