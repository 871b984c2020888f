package nl.leercirkel.statistics.comparison;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import nl.leercirkel.statistics.Caveat;
import nl.leercirkel.statistics.Estimate;
import nl.leercirkel.statistics.Failure;
import nl.leercirkel.statistics.Interval;
import nl.leercirkel.statistics.Outcome;
import nl.leercirkel.statistics.Reason;
import nl.leercirkel.statistics.sample.Counts;
import nl.leercirkel.statistics.support.Check;
import nl.leercirkel.statistics.support.Dist;

/**
 * Rates of areas whose populations differ in age or sex, made comparable.
 *
 * <p>Methods fail with NO_DATA for no strata, OUT_OF_RANGE for negative numbers and NOTHING_TO_DIVIDE_BY without population.
 */
public final class StandardisedRates {

    private StandardisedRates() {}

    /**
     * One stratum of an area, as an age group.
     *
     * @param events at least 0, as published
     * @param population of the area in the stratum, above 0 for the direct method
     * @param standard size of the stratum in the standard population (direct), or the standard's rate per inhabitant
     *     (indirect); at least 0
     */
    public record Stratum(RoundedCount events, double population, double standard) {}

    /**
     * The direct method: the area's own rates, weighted by a standard population. Interval by the gamma method; with rounded
     * counts its lower end comes from the lowest and its upper end from the highest counts possible.
     *
     * @param per such as 1000
     * @return the estimate's n is the number of events
     * @see "Fay and Feuer (1997), Confidence intervals for directly standardized rates, Statistics in Medicine 16"
     */
    public static Outcome<Estimate> direct(List<Stratum> strata, double per, double level) {
        double total = strata.stream().mapToDouble(Stratum::standard).sum();
        Optional<Failure> failure = check(strata, level)
                .or(() -> Check.first(Check.exposure("per", per), Check.exposure("standard population", total)));
        for (Stratum stratum : strata) {
            failure = failure.or(() -> Check.exposure("population", stratum.population()));
        }
        if (failure.isPresent()) {
            return Outcome.failed(failure.get());
        }
        double[] weights = strata.stream()
                .mapToDouble(stratum -> stratum.standard() / total / stratum.population() * per)
                .toArray();
        double tail = (1 - level) / 2;
        Weighted published = Weighted.of(strata, weights, 0);
        double lower = Weighted.of(strata, weights, -1).gamma(tail, 0);
        double largest = java.util.Arrays.stream(weights).max().orElseThrow();
        double upper = Weighted.of(strata, weights, 1).gamma(1 - tail, largest);
        return Outcome.of(new Estimate(
                published.rate(),
                new Interval(Math.min(lower, published.rate()), upper, level),
                published.events(),
                "direct-standardisation-gamma",
                caveats(strata, published.events())));
    }

    /**
     * The indirect method: events over what the standard's rates would give, 1 when equal (times 100 for an index). Interval by
     * Garwood on the events; with rounded counts from the lowest and the highest total possible.
     *
     * @return NOTHING_TO_DIVIDE_BY when nothing is expected
     * @see "Breslow and Day (1987), Statistical methods in cancer research II, 2.3"
     */
    public static Outcome<Estimate> indirect(List<Stratum> strata, double level) {
        double expected = strata.stream()
                .mapToDouble(stratum -> stratum.population() * stratum.standard())
                .sum();
        Optional<Failure> failure = check(strata, level).or(() -> Check.exposure("expected events", expected));
        if (failure.isPresent()) {
            return Outcome.failed(failure.get());
        }
        Range events = strata.stream().map(s -> s.events().range()).reduce(Range.exactly(0), Range::plus);
        long published = Math.round(events.value());
        // Garwood needs whole counts; outwards, so that no possible count is left out.
        Outcome<Estimate> lowest = Counts.rate((long) Math.floor(events.lowest()), expected, level);
        Outcome<Estimate> highest = Counts.rate((long) Math.ceil(events.highest()), expected, level);
        return lowest.flatMap(low -> highest.map(high -> new Estimate(
                events.value() / expected,
                new Interval(low.interval().lower(), high.interval().upper(), level),
                published,
                "indirect-standardisation-garwood",
                caveats(strata, published))));
    }

    private static Set<Caveat> caveats(List<Stratum> strata, long events) {
        Set<Caveat> caveats = EnumSet.noneOf(Caveat.class);
        if (strata.stream().anyMatch(stratum -> stratum.events().isRounded())) {
            caveats.add(Caveat.ROUNDED_INPUT);
        }
        if (events < 10) {
            caveats.add(Caveat.FEW_OBSERVATIONS);
        }
        return caveats;
    }

    private static Optional<Failure> check(List<Stratum> strata, double level) {
        Optional<Failure> failure =
                Check.first(Check.that(!strata.isEmpty(), Reason.NO_DATA, "no strata"), Check.level(level));
        for (Stratum stratum : strata) {
            double population = stratum.population();
            double standard = stratum.standard();
            failure = failure.or(() -> Check.first(
                    Check.finite("population", population),
                    Check.that(population >= 0, Reason.OUT_OF_RANGE, "population is " + population),
                    Check.finite("standard", standard),
                    Check.that(standard >= 0, Reason.OUT_OF_RANGE, "standard is " + standard)));
        }
        return failure;
    }

    /** A weighted sum of Poisson counts and its variance. */
    private record Weighted(double rate, double variance, long events) {

        static Weighted of(List<Stratum> strata, double[] weights, int side) {
            double rate = 0;
            double variance = 0;
            double events = 0;
            for (int i = 0; i < weights.length; i++) {
                Range range = strata.get(i).events().range();
                double count = side == 0 ? range.value() : side < 0 ? range.lowest() : range.highest();
                rate += weights[i] * count;
                variance += weights[i] * weights[i] * count;
                events += count;
            }
            return new Weighted(rate, variance, Math.round(events));
        }

        /** A gamma quantile with this mean and variance, one more event of this weight added. */
        double gamma(double probability, double weight) {
            double mean = rate + weight;
            double spread = variance + weight * weight;
            return spread == 0 ? 0 : spread / mean * Dist.gammaQuantile(probability, mean * mean / spread);
        }
    }
}
