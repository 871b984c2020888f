package nl.leercirkel.standards.cbs;

import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Which figures of a table.
 *
 * @param keys per dimension, trimmed; a dimension that is not named is taken whole
 * @param topics all where empty
 */
public record CbsSelection(Map<String, Set<String>> keys, List<CbsTopic> topics) {

    public static final CbsSelection ALL = new CbsSelection(Map.of(), List.of());

    public CbsSelection {
        keys = Map.copyOf(keys);
        topics = List.copyOf(topics);
    }
}
