package nl.leercirkel.statistics;

import java.util.EnumSet;
import java.util.Set;

/**
 * An estimate with what makes it readable.
 *
 * @param value the estimate, in the unit of the method's answer; finite
 * @param interval the interval around it
 * @param n the number of observations, trials or units it rests on
 * @param method the code of the method, in lower case with hyphens, such as "wilson"
 * @param caveats what must be said beside it
 */
public record Estimate(double value, Interval interval, long n, String method, Set<Caveat> caveats) {

    public Estimate {
        if (!Double.isFinite(value)) {
            throw new IllegalArgumentException("no estimate: " + value);
        }
        caveats = caveats.isEmpty() ? Set.of() : Set.copyOf(EnumSet.copyOf(caveats));
    }

    public static Estimate of(double value, Interval interval, long n, String method, Caveat... caveats) {
        return new Estimate(value, interval, n, method, Set.of(caveats));
    }
}
