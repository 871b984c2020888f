package nl.leercirkel.statistics.series;

import java.util.Optional;
import nl.leercirkel.statistics.Failure;
import nl.leercirkel.statistics.Reason;
import nl.leercirkel.statistics.support.Check;

/** What the methods for series ask of their input, beside what {@link Check} has for all. */
final class Checks {

    private Checks() {}

    /** Finite values that differ: a model of variation has nothing to learn from a constant. */
    static Optional<Failure> varying(double[] values, int atLeast) {
        return Check.values("values", values, atLeast)
                .or(() -> Check.that(
                        !isConstant(values), Reason.CONSTANT, "all " + values.length + " values are " + values[0]));
    }

    static boolean isConstant(double[] values) {
        double scale = 0;
        double low = values[0];
        double high = values[0];
        for (double value : values) {
            low = Math.min(low, value);
            high = Math.max(high, value);
            scale = Math.max(scale, Math.abs(value));
        }
        return high - low <= 1e-13 * scale;
    }

    static Optional<Failure> horizon(int horizon) {
        return Check.that(
                horizon >= 1 && horizon <= 1000,
                Reason.OUT_OF_RANGE,
                "horizon " + horizon + " is not between 1 and 1000");
    }

    static Optional<Failure> period(int period, int atMost) {
        return Check.that(
                period >= 1 && period <= atMost,
                Reason.OUT_OF_RANGE,
                "period " + period + " is not between 1 and " + atMost);
    }

    static Optional<Failure> counts(long[] counts, int atLeast) {
        if (counts.length == 0) {
            return Optional.of(new Failure(Reason.NO_DATA, "no counts"));
        }
        for (int i = 0; i < counts.length; i++) {
            Optional<Failure> failure = Check.notNegative("count " + i, counts[i]);
            if (failure.isPresent()) {
                return failure;
            }
        }
        return Check.that(
                counts.length >= atLeast, Reason.TOO_FEW, counts.length + " counts, at least " + atLeast + " needed");
    }
}
