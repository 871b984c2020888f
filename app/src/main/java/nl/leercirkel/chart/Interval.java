package nl.leercirkel.chart;

import java.math.BigDecimal;

/** The uncertainty around a value; what the bounds mean (95%-betrouwbaarheidsinterval) is said by the chart. */
public record Interval(BigDecimal low, BigDecimal high) {

    public Interval {
        if (low.compareTo(high) > 0) {
            throw new IllegalArgumentException("interval turned around: " + low + " to " + high);
        }
        Point.requireDrawable(low);
        Point.requireDrawable(high);
    }

    public static Interval of(String low, String high) {
        return new Interval(new BigDecimal(low), new BigDecimal(high));
    }
}
