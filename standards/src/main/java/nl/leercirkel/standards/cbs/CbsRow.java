package nl.leercirkel.standards.cbs;

import java.util.Map;
import nl.leercirkel.standards.figure.SourcedFigure;

/**
 * Figures of one combination of keys: all topics of it in version 3, one in version 4.
 *
 * @param keys per dimension, trimmed
 * @param texts of topics that are no figures, trimmed
 */
public record CbsRow(Map<String, String> keys, Map<CbsTopic, SourcedFigure> figures, Map<CbsTopic, String> texts) {

    public CbsRow {
        keys = Map.copyOf(keys);
        figures = Map.copyOf(figures);
        texts = Map.copyOf(texts);
    }
}
