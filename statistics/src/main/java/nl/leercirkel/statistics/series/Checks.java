package nl.leercirkel.statistics.series;

import nl.leercirkel.statistics.Failure;
import nl.leercirkel.statistics.Reason;
import org.jspecify.annotations.Nullable;

/** What every method asks of its input before it computes; null means fine. */
final class Checks {

    private Checks() {}

    static @Nullable Failure finite(double[] values, int atLeast) {
        if (values.length == 0) {
            return new Failure(Reason.NO_DATA, "no values");
        }
        for (int i = 0; i < values.length; i++) {
            if (!Double.isFinite(values[i])) {
                return new Failure(Reason.NOT_A_NUMBER, "value " + i + ": " + values[i]);
            }
        }
        return values.length < atLeast
                ? new Failure(Reason.TOO_FEW, values.length + " values, at least " + atLeast + " needed")
                : null;
    }

    /** As {@link #finite}, and the values must differ: a model of variation has nothing to learn from a constant. */
    static @Nullable Failure varying(double[] values, int atLeast) {
        Failure failure = finite(values, atLeast);
        if (failure != null) {
            return failure;
        }
        return isConstant(values)
                ? new Failure(Reason.CONSTANT, "all " + values.length + " values are " + values[0])
                : null;
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

    static @Nullable Failure level(double level) {
        return level > 0 && level < 1
                ? null
                : new Failure(Reason.OUT_OF_RANGE, "level " + level + " is not between 0 and 1");
    }

    static @Nullable Failure horizon(int horizon) {
        return horizon >= 1 && horizon <= 1000
                ? null
                : new Failure(Reason.OUT_OF_RANGE, "horizon " + horizon + " is not between 1 and 1000");
    }

    static @Nullable Failure period(int period, int atMost) {
        return period >= 1 && period <= atMost
                ? null
                : new Failure(Reason.OUT_OF_RANGE, "period " + period + " is not between 1 and " + atMost);
    }

    static @Nullable Failure counts(long[] counts, int atLeast) {
        if (counts.length == 0) {
            return new Failure(Reason.NO_DATA, "no counts");
        }
        for (int i = 0; i < counts.length; i++) {
            if (counts[i] < 0) {
                return new Failure(Reason.OUT_OF_RANGE, "count " + i + ": " + counts[i]);
            }
        }
        return counts.length < atLeast
                ? new Failure(Reason.TOO_FEW, counts.length + " counts, at least " + atLeast + " needed")
                : null;
    }

    static @Nullable Failure first(@Nullable Failure... failures) {
        for (Failure failure : failures) {
            if (failure != null) {
                return failure;
            }
        }
        return null;
    }
}
