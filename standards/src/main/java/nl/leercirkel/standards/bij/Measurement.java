package nl.leercirkel.standards.bij;

import org.jspecify.annotations.Nullable;

/**
 * What one informant answered.
 *
 * @param usefulness report mark from 1 (no use at all) to 10; null where not answered
 * @param selfReliance null where not answered
 */
public record Measurement(
        Informant informant,
        @Nullable Integer usefulness,
        @Nullable SelfReliance selfReliance) {

    public Measurement {
        if (usefulness == null && selfReliance == null) {
            throw new IllegalArgumentException("a measurement has an answer");
        }
        if (usefulness != null && (usefulness < 1 || usefulness > 10)) {
            throw new IllegalArgumentException("a report mark is 1 to 10");
        }
    }
}
