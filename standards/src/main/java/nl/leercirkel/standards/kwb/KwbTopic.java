package nl.leercirkel.standards.kwb;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What a column measures.
 *
 * @param id our own name ("jeugdzorg_aandeel")
 * @param unit of CBS; a relative figure can be per hundred ("%") or per thousand
 * @param breaks first edition with another definition -> what changed, in Dutch
 */
public record KwbTopic(String id, String label, String unit, Kind kind, Map<Integer, String> breaks) {

    /** How figures of parts relate to the figure of the whole. */
    public enum Kind {
        /** People, homes, hectares: parts add up, except for rounding. */
        COUNT,
        /** Of hundred. */
        SHARE,
        /** Of thousand. */
        PER_THOUSAND,
        /** An average, median, density or distance. */
        AVERAGE,
        /** A class. */
        CODE
    }

    public KwbTopic {
        breaks = Map.copyOf(breaks);
    }

    /** Why figures of two editions may not be compared; empty where they may, as far as known. */
    public Optional<String> breakBetween(int edition, int other) {
        int first = Math.min(edition, other);
        int last = Math.max(edition, other);
        return new TreeMap<>(breaks)
                .entrySet().stream()
                        .filter(change -> change.getKey() > first && change.getKey() <= last)
                        .map(change -> change.getKey() + ": " + change.getValue())
                        .findFirst();
    }
}
