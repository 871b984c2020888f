package nl.leercirkel.statistics.comparison;

/**
 * A figure and the values it may have because its inputs were rounded. Not a confidence interval: it has no chance in it,
 * the truth lies inside.
 *
 * @param lowest smallest possible value
 * @param value from the published figures
 * @param highest largest possible value; may be infinite
 */
public record Range(double lowest, double value, double highest) {

    public Range {
        if (!(lowest <= value && value <= highest) || !Double.isFinite(value)) {
            throw new IllegalArgumentException("no range: " + lowest + " <= " + value + " <= " + highest);
        }
    }

    public static Range exactly(double value) {
        return new Range(value, value, value);
    }

    public boolean isExact() {
        return lowest == highest;
    }

    public boolean contains(double candidate) {
        return lowest <= candidate && candidate <= highest;
    }

    /** The sum when both may lie anywhere in their ranges. */
    public Range plus(Range other) {
        return new Range(lowest + other.lowest, value + other.value, highest + other.highest);
    }

    /** Times an exact factor, at least 0. */
    public Range times(double factor) {
        if (!(factor >= 0) || Double.isInfinite(factor)) {
            throw new IllegalArgumentException("factor: " + factor);
        }
        return new Range(lowest * factor, value * factor, highest * factor);
    }
}
