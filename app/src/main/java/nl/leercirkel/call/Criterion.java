package nl.leercirkel.call;

import java.math.BigDecimal;
import java.util.UUID;

/**
 * What applications are scored on: on a scale from 1 to scaleMax, or yes (1) or no (0) with a reference.
 *
 * @param low what the lowest score stands for
 * @param high what the highest score stands for
 * @param weight how much it counts beside the others; 0 counts for nothing
 */
public record Criterion(
        UUID id, String name, String explanation, Kind kind, int scaleMax, String low, String high, BigDecimal weight) {

    static final int LARGEST_SCALE = 10;

    /** How a criterion is scored. */
    public enum Kind {
        SCALE,
        YES_NO
    }

    public Criterion {
        weight = weight.setScale(2);
        boolean scaleFits = switch (kind) {
            case SCALE -> scaleMax >= 2 && scaleMax <= LARGEST_SCALE;
            case YES_NO -> scaleMax == 1;
        };
        if (name.isBlank() || !scaleFits || weight.signum() < 0) {
            throw new IllegalArgumentException("A criterion has a name, a scale that fits and a weight of 0 or more");
        }
    }

    public static Criterion scale(String name, String explanation, int scaleMax, String low, String high, int weight) {
        return new Criterion(
                UUID.randomUUID(), name, explanation, Kind.SCALE, scaleMax, low, high, BigDecimal.valueOf(weight));
    }

    public static Criterion yesNo(String name, String explanation, int weight) {
        return new Criterion(UUID.randomUUID(), name, explanation, Kind.YES_NO, 1, "", "", BigDecimal.valueOf(weight));
    }

    public boolean isYesNo() {
        return kind == Kind.YES_NO;
    }

    int lowest() {
        return isYesNo() ? 0 : 1;
    }

    boolean allows(int value) {
        return value >= lowest() && value <= scaleMax;
    }
}
