package nl.leercirkel.statistics.effect;

import java.util.Set;
import java.util.function.DoubleUnaryOperator;
import nl.leercirkel.statistics.Caveat;
import nl.leercirkel.statistics.Estimate;
import nl.leercirkel.statistics.Interval;
import nl.leercirkel.statistics.Outcome;
import nl.leercirkel.statistics.Reason;
import nl.leercirkel.statistics.support.Dist;
import nl.leercirkel.statistics.support.Roots;
import org.apache.commons.statistics.distribution.TDistribution;

/** Several t distributions with weights that add up to 1: what is known of one number. With one part it is plain t. */
final class StudentMixture {

    private static final double ROUNDING = 1e-12;

    private final double[] weights;
    private final double[] centres;
    private final double[] errors;
    private final TDistribution t;

    StudentMixture(double[] weights, double[] centres, double[] errors, double degreesOfFreedom) {
        this.weights = weights;
        this.centres = centres;
        this.errors = errors;
        this.t = TDistribution.of(degreesOfFreedom);
    }

    double mean() {
        double mean = 0;
        for (int i = 0; i < weights.length; i++) {
            mean += weights[i] * centres[i];
        }
        return mean;
    }

    /** The root of the mean squared error around the mean, by the errors of the parts. */
    double error() {
        double mean = mean();
        double variance = 0;
        for (int i = 0; i < weights.length; i++) {
            variance += weights[i] * (errors[i] * errors[i] + (centres[i] - mean) * (centres[i] - mean));
        }
        return Math.sqrt(variance);
    }

    double below(double value) {
        double below = 0;
        for (int i = 0; i < weights.length; i++) {
            below += weights[i] * t.cumulativeProbability((value - centres[i]) / errors[i]);
        }
        return below;
    }

    double quantile(double probability) {
        double z = t.inverseCumulativeProbability(probability);
        double low = Double.POSITIVE_INFINITY;
        double high = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < weights.length; i++) {
            low = Math.min(low, centres[i] + z * errors[i]);
            high = Math.max(high, centres[i] + z * errors[i]);
        }
        if (!(low < high)) {
            return low;
        }
        double from = low;
        double scale = high - low;
        DoubleUnaryOperator distance = share -> below(from + share * scale) - probability;
        return from + scale * Roots.between(distance, 0, 1).orElse(.5);
    }

    /**
     * As an effect.
     *
     * @param scale the largest size of an outcome, beside which an error may count as none
     */
    Outcome<Effect> effect(double level, double scale, long n, String method, Set<Caveat> caveats) {
        double error = error();
        if (!(error > ROUNDING * scale)) {
            return Outcome.failed(Reason.CONSTANT, "the series lies on the line: standard error " + error);
        }
        double tail = (1 - level) / 2;
        double mean = mean();
        double lower = Math.min(mean, quantile(tail));
        double upper = Math.max(mean, quantile(1 - tail));
        double below = below(0);
        return Outcome.of(new Effect(
                new Estimate(mean, new Interval(lower, upper, level), n, method, caveats),
                error,
                t.getDegreesOfFreedom(),
                Dist.clamp01(2 * Math.min(below, 1 - below))));
    }
}
