package nl.leercirkel.statistics.series;

import java.util.Optional;
import nl.leercirkel.statistics.Interval;
import org.apache.commons.statistics.distribution.NormalDistribution;

/**
 * An estimated coefficient.
 *
 * @param name      as "ar1", "sma1", "drift", or the name of a regressor
 * @param estimate  its value
 * @param precision absent where the likelihood has no curvature there, as at the edge of what is invertible
 */
public record Coefficient(String name, double estimate, Optional<Precision> precision) {

    /** How sure: normal approximation at the maximum of the likelihood. */
    public record Precision(double standardError, Interval interval, double pValue) {}

    static Coefficient of(String name, double estimate, double variance) {
        if (!(variance > 0) || Double.isInfinite(variance)) {
            return new Coefficient(name, estimate, Optional.empty());
        }
        double error = Math.sqrt(variance);
        NormalDistribution normal = NormalDistribution.of(0, 1);
        double z = normal.inverseCumulativeProbability(.975);
        return new Coefficient(
                name,
                estimate,
                Optional.of(new Precision(
                        error,
                        new Interval(estimate - z * error, estimate + z * error, .95),
                        2 * normal.survivalProbability(Math.abs(estimate) / error))));
    }
}
