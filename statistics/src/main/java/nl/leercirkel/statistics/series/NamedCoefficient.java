package nl.leercirkel.statistics.series;

import java.util.Optional;
import nl.leercirkel.statistics.linear.Coefficient;

/**
 * An estimated coefficient of a model for a series.
 *
 * @param name      as "ar1", "sma1", "drift", or the name of a regressor
 * @param estimate  its value
 * @param precision its standard error, 95% interval and p-value by the normal approximation; absent where the likelihood has no
 *     curvature there, as at the edge of what is invertible
 */
public record NamedCoefficient(String name, double estimate, Optional<Coefficient> precision) {

    static NamedCoefficient of(String name, double estimate, double variance) {
        return new NamedCoefficient(
                name,
                estimate,
                variance > 0 && Double.isFinite(variance)
                        ? Optional.of(Coefficient.normal(estimate, Math.sqrt(variance), .95))
                        : Optional.empty());
    }
}
