package nl.leercirkel.statistics.effect;

import java.util.Optional;
import java.util.Set;
import nl.leercirkel.statistics.Alternative;
import nl.leercirkel.statistics.Caveat;
import nl.leercirkel.statistics.Estimate;
import nl.leercirkel.statistics.Finding;
import nl.leercirkel.statistics.Interval;
import nl.leercirkel.statistics.Outcome;
import nl.leercirkel.statistics.Reason;
import nl.leercirkel.statistics.support.Dist;

/**
 * An estimated effect with its error: what all methods of this package answer.
 *
 * @param estimate the effect and its interval
 * @param standardError above 0, in the unit of the outcome
 * @param degreesOfFreedom of the t distribution that the interval and p-value use; infinite for the normal distribution
 * @param pValue two-sided, that there is no effect
 */
public record Effect(Estimate estimate, double standardError, double degreesOfFreedom, double pValue) {

    /** An error this small beside the outcome is the rounding of its sums, not variation. */
    private static final double ROUNDING = 1e-12;

    public Effect {
        if (!(standardError > 0) || !(degreesOfFreedom > 0) || !(pValue >= 0 && pValue <= 1)) {
            throw new IllegalArgumentException(
                    "no effect: error " + standardError + " on " + degreesOfFreedom + ", p " + pValue);
        }
    }

    /** A value with its error, before the interval is made. */
    record Draft(double value, double error, double degrees) {}

    /**
     * CONSTANT when the error is 0 beside the scale of the outcome: nothing varies, so nothing can be said of chance.
     *
     * @param scale the largest size of an outcome
     */
    static Outcome<Effect> of(Draft draft, double scale, double level, long n, String method, Set<Caveat> caveats) {
        double value = draft.value();
        double error = draft.error();
        double degrees = draft.degrees();
        if (!Double.isFinite(value) || !Double.isFinite(error)) {
            return Outcome.failed(Reason.NOT_IDENTIFIED, "effect " + value + " has standard error " + error);
        }
        if (!(error > ROUNDING * scale) || !(error > 0)) {
            return Outcome.failed(Reason.CONSTANT, "effect " + value + " has standard error " + error);
        }
        if (!(degrees > 0)) {
            return Outcome.failed(Reason.NOT_IDENTIFIED, "effect " + value + " has " + degrees + " degrees of freedom");
        }
        double half = Dist.tHalfWidth(level, degrees) * error;
        Interval interval = new Interval(value - half, value + half, level);
        return Outcome.of(new Effect(
                new Estimate(value, interval, n, method, caveats),
                error,
                degrees,
                Dist.tPValue(value / error, degrees, Alternative.TWO_SIDED)));
    }

    public double value() {
        return estimate.value();
    }

    public Interval interval() {
        return estimate.interval();
    }

    /**
     * The smallest effect, in size, that a design with this error shows with the given power: (t(1 - significance/2) +
     * t(power)) x standard error.
     *
     * @param significance two-sided, as .05
     * @param power as .80
     * @see "Bloom (1995), Minimum detectable effects, Evaluation Review 19"
     */
    public Outcome<Double> smallestDetectable(double significance, double power) {
        if (!(significance > 0 && significance < power && power < 1)) {
            return Outcome.failed(Reason.OUT_OF_RANGE, "significance " + significance + ", power " + power);
        }
        double reach = Dist.tHalfWidth(1 - significance, degreesOfFreedom)
                + Dist.tHalfWidth(Math.abs(2 * power - 1), degreesOfFreedom) * Math.signum(power - .5);
        return Outcome.of(reach * standardError);
    }

    /**
     * What may be said of it.
     *
     * @param significance two-sided, as .05
     * @param power at which the smallest effect that could have been shown is stated, as .80
     * @return OUT_OF_RANGE as {@link #smallestDetectable}
     */
    public Outcome<Finding> finding(double significance, double power) {
        return smallestDetectable(significance, power)
                .map(smallest -> Finding.of(estimate, pValue, significance, Optional.of(smallest), power));
    }
}
