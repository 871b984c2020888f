package nl.leercirkel.statistics.linear;

import nl.leercirkel.statistics.Alternative;
import nl.leercirkel.statistics.Interval;
import nl.leercirkel.statistics.support.Dist;

/**
 * One coefficient of a fitted model.
 *
 * @param value change of the outcome (or its logit or log hazard) per unit of the predictor
 * @param standardError above or equal to 0
 * @param statistic value over standard error: t in least squares, z elsewhere
 * @param pValue two-sided
 * @param interval around the value
 */
public record Coefficient(double value, double standardError, double statistic, double pValue, Interval interval) {

    /** By the normal approximation, as where a likelihood is at its maximum. */
    public static Coefficient normal(double value, double standardError, double level) {
        double z = value / standardError;
        double half = Dist.normalHalfWidth(level) * standardError;
        return new Coefficient(
                value,
                standardError,
                z,
                Dist.normalPValue(z, Alternative.TWO_SIDED),
                new Interval(value - half, value + half, level));
    }
}
