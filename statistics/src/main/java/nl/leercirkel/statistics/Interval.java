package nl.leercirkel.statistics;

/**
 * An interval around an estimate.
 *
 * @param lower lower end; {@link Double#NEGATIVE_INFINITY} where there is none
 * @param upper upper end, not below the lower; {@link Double#POSITIVE_INFINITY} where there is none
 * @param level the stated coverage, as .95
 */
public record Interval(double lower, double upper, double level) {

    public Interval {
        if (Double.isNaN(lower) || Double.isNaN(upper) || lower > upper) {
            throw new IllegalArgumentException("no interval: [" + lower + ", " + upper + "]");
        }
        if (!(level > 0 && level < 1)) {
            throw new IllegalArgumentException("no coverage between 0 and 1: " + level);
        }
    }

    public boolean contains(double value) {
        return lower <= value && value <= upper;
    }

    public double width() {
        return upper - lower;
    }
}
