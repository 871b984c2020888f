package nl.leercirkel.statistics.comparison;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import nl.leercirkel.statistics.Caveat;
import nl.leercirkel.statistics.Estimate;
import nl.leercirkel.statistics.Failure;
import nl.leercirkel.statistics.Interval;
import nl.leercirkel.statistics.Outcome;
import nl.leercirkel.statistics.Reason;
import nl.leercirkel.statistics.support.Check;
import nl.leercirkel.statistics.support.Dist;
import nl.leercirkel.statistics.support.Roots;
import org.hipparchus.special.Gamma;

/**
 * Rates of many areas, small ones pulled towards the common rate: with five events in a village, most of a high rate is
 * chance. True rates are taken to follow a gamma distribution over areas, fitted to the counts by maximum likelihood.
 *
 * @param estimates per area, in the order given, n is its events; the interval does not count that the distribution itself is
 *     estimated (PRIOR_ESTIMATED), so with few areas it is a little too narrow
 * @param commonRate mean of the true rates
 * @param shape of the gamma distribution: events' worth of prior; infinite when areas do not differ more than by chance,
 *     then every area gets the common rate
 * @see "Clayton and Kaldor (1987), Empirical Bayes estimates of age-standardized relative risks, Biometrics 43"
 */
public record Shrinkage(List<Estimate> estimates, double commonRate, double shape) {

    private static final double LARGEST_SHAPE = 1e6;

    /**
     * Shrinks rates.
     *
     * @param events per area, at least 0
     * @param exposures per area, above 0 (inhabitants, or expected events for standardised ratios)
     * @return TOO_FEW below five areas, CONSTANT without any event
     */
    public static Outcome<Shrinkage> rates(long[] events, double[] exposures, double level) {
        Optional<Failure> failure = Check.first(
                Check.level(level),
                Check.sameLength("events", events.length, "exposures", exposures.length),
                Check.that(events.length > 0, Reason.NO_DATA, "no areas"));
        for (int i = 0; i < Math.min(events.length, exposures.length); i++) {
            int area = i;
            failure = failure.or(() -> Check.first(
                    Check.notNegative("events of area " + area, events[area]),
                    Check.exposure("exposure of area " + area, exposures[area])));
        }
        failure = failure.or(() -> Check.first(
                Check.that(events.length >= 5, Reason.TOO_FEW, events.length + " areas, needs 5"),
                Check.that(Arrays.stream(events).sum() > 0, Reason.CONSTANT, "no events anywhere")));
        if (failure.isPresent()) {
            return Outcome.failed(failure.get());
        }
        double pooled = Arrays.stream(events).sum() / Arrays.stream(exposures).sum();
        // In terms of expected events at the pooled rate, the mean is near 1 and the shape is a number of events.
        double[] expected = Arrays.stream(exposures).map(e -> e * pooled).toArray();
        double[] best = maximise(events, expected);
        double mean = best[0];
        double shape = best[1];
        double tail = (1 - level) / 2;
        List<Estimate> estimates = new ArrayList<>();
        for (int i = 0; i < events.length; i++) {
            double a = shape + events[i];
            double rate = shape / mean + expected[i];
            double value = pooled * a / rate;
            Interval interval = new Interval(
                    pooled * Dist.gammaQuantile(tail, a) / rate,
                    pooled * Dist.gammaQuantile(1 - tail, a) / rate,
                    level);
            estimates.add(new Estimate(
                    value, interval, events[i], "gamma-poisson-shrinkage", Set.of(Caveat.PRIOR_ESTIMATED)));
        }
        boolean none = shape >= LARGEST_SHAPE;
        return Outcome.of(
                new Shrinkage(List.copyOf(estimates), pooled * mean, none ? Double.POSITIVE_INFINITY : shape));
    }

    /** Mean and shape with the highest likelihood: the best shape by golden section on its logarithm. */
    private static double[] maximise(long[] events, double[] expected) {
        double low = Math.log(1e-3);
        double high = Math.log(LARGEST_SHAPE);
        double best = low;
        double bestValue = Double.NEGATIVE_INFINITY;
        int grid = 60;
        for (int i = 0; i <= grid; i++) {
            double x = low + (high - low) * i / grid;
            double value = profile(events, expected, x);
            if (value > bestValue) {
                bestValue = value;
                best = x;
            }
        }
        double step = (high - low) / grid;
        double left = Math.max(low, best - step);
        double right = Math.min(high, best + step);
        double golden = (Math.sqrt(5) - 1) / 2;
        for (int i = 0; i < 60; i++) {
            double a = right - golden * (right - left);
            double b = left + golden * (right - left);
            if (profile(events, expected, a) > profile(events, expected, b)) {
                right = b;
            } else {
                left = a;
            }
        }
        double shape = Math.exp((left + right) / 2);
        // No shape does better than the largest: no spread between areas.
        if (shape > .5 * LARGEST_SHAPE
                || profile(events, expected, high) >= profile(events, expected, Math.log(shape))) {
            return new double[] {meanAt(events, expected, LARGEST_SHAPE), LARGEST_SHAPE};
        }
        return new double[] {meanAt(events, expected, shape), shape};
    }

    private static double profile(long[] events, double[] expected, double logShape) {
        double shape = Math.exp(logShape);
        double mean = meanAt(events, expected, shape);
        double sum = 0;
        for (int i = 0; i < events.length; i++) {
            double scaled = mean * expected[i];
            double y = events[i];
            sum += logRising(shape, events[i]) - shape * Math.log1p(scaled / shape) - y * Math.log(shape + scaled);
            sum += y * Math.log(scaled);
        }
        return sum;
    }

    /** log of shape (shape + 1) ... (shape + count - 1): the difference of log gammas, without its cancellation. */
    private static double logRising(double shape, long count) {
        if (count > 2000) {
            return Gamma.logGamma(shape + count) - Gamma.logGamma(shape);
        }
        double sum = 0;
        for (long k = 0; k < count; k++) {
            sum += Math.log(shape + k);
        }
        return sum;
    }

    /** The best mean for a shape: where the slope in log mean is 0; it falls in the mean. */
    private static double meanAt(long[] events, double[] expected, double shape) {
        OptionalDouble logMean = Roots.between(
                x -> {
                    double mean = Math.exp(x);
                    double slope = 0;
                    for (int i = 0; i < events.length; i++) {
                        slope += shape * (events[i] - mean * expected[i]) / (shape + mean * expected[i]);
                    }
                    return slope;
                },
                -30,
                30);
        return Math.exp(logMean.orElse(0));
    }
}
