package nl.leercirkel.statistics.support;

import nl.leercirkel.statistics.Alternative;
import org.apache.commons.statistics.distribution.BetaDistribution;
import org.apache.commons.statistics.distribution.ChiSquaredDistribution;
import org.apache.commons.statistics.distribution.ContinuousDistribution;
import org.apache.commons.statistics.distribution.GammaDistribution;
import org.apache.commons.statistics.distribution.NormalDistribution;
import org.apache.commons.statistics.distribution.TDistribution;

/** Distribution functions of commons-statistics under the names this library uses. */
public final class Dist {

    private static final NormalDistribution NORMAL = NormalDistribution.of(0, 1);

    private static final double LARGEST_SHAPE = 1e8;

    private Dist() {}

    /** The standard normal value with this much below it. */
    public static double normalQuantile(double probability) {
        return NORMAL.inverseCumulativeProbability(probability);
    }

    /** The half-width in standard errors of a two-sided interval: 1.96 for .95. */
    public static double normalHalfWidth(double level) {
        return NORMAL.inverseSurvivalProbability((1 - level) / 2);
    }

    public static double normalBelow(double z) {
        return NORMAL.cumulativeProbability(z);
    }

    public static double normalPValue(double z, Alternative alternative) {
        return pValue(NORMAL, z, alternative);
    }

    public static double tHalfWidth(double level, double degreesOfFreedom) {
        return TDistribution.of(degreesOfFreedom).inverseSurvivalProbability((1 - level) / 2);
    }

    public static double tPValue(double t, double degreesOfFreedom, Alternative alternative) {
        return pValue(TDistribution.of(degreesOfFreedom), t, alternative);
    }

    /** The chance of a chi-squared at least this large. */
    public static double chiSquaredAbove(double chiSquared, double degreesOfFreedom) {
        return ChiSquaredDistribution.of(degreesOfFreedom).survivalProbability(chiSquared);
    }

    public static double betaQuantile(double probability, double a, double b) {
        BetaDistribution beta = BetaDistribution.of(a, b);
        return polish(beta, beta.inverseCumulativeProbability(probability), probability, 0, 1);
    }

    /** The quantile of a gamma distribution with scale 1. */
    public static double gammaQuantile(double probability, double shape) {
        if (shape > LARGEST_SHAPE) {
            // Wilson and Hilferty (1931): here off by less than 1e-11 of the quantile, where the series takes a million
            // terms
            double root = 1 - 1 / (9 * shape) + normalQuantile(probability) / (3 * Math.sqrt(shape));
            return shape * root * root * root;
        }
        GammaDistribution gamma = GammaDistribution.of(shape, 1);
        return polish(gamma, gamma.inverseCumulativeProbability(probability), probability, 0, Double.MAX_VALUE);
    }

    public static double clamp01(double probability) {
        return Math.clamp(probability, 0, 1);
    }

    private static double pValue(ContinuousDistribution symmetric, double statistic, Alternative alternative) {
        return switch (alternative) {
            case TWO_SIDED -> clamp01(2 * symmetric.survivalProbability(Math.abs(statistic)));
            case LESS -> symmetric.cumulativeProbability(statistic);
            case GREATER -> symmetric.survivalProbability(statistic);
        };
    }

    /** The library's root finder stops at an absolute 1e-9; two Newton steps give the remaining digits. */
    private static double polish(
            ContinuousDistribution distribution, double start, double probability, double least, double most) {
        double x = start;
        for (int step = 0; step < 3; step++) {
            double density = distribution.density(x);
            double next = x - (distribution.cumulativeProbability(x) - probability) / density;
            if (!(next > least && next < most) || Math.abs(next - x) > 1e-6 * Math.max(1, Math.abs(x))) {
                return x;
            }
            x = next;
        }
        return x;
    }
}
