package nl.leercirkel.statistics.sample;

import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import nl.leercirkel.statistics.Alternative;
import nl.leercirkel.statistics.Caveat;
import nl.leercirkel.statistics.Estimate;
import nl.leercirkel.statistics.Failure;
import nl.leercirkel.statistics.Interval;
import nl.leercirkel.statistics.Outcome;
import nl.leercirkel.statistics.Reason;
import nl.leercirkel.statistics.TestResult;
import nl.leercirkel.statistics.support.Check;
import nl.leercirkel.statistics.support.Dist;
import org.apache.commons.statistics.distribution.PoissonDistribution;

/**
 * Counts of events over an exposure (person-years, inhabitants, months): events independent, at one rate.
 *
 * <p>All methods fail with OUT_OF_RANGE for negative counts or exposure and with NOTHING_TO_DIVIDE_BY for zero exposure.
 * Rates are events per unit of the exposure given.
 */
public final class Counts {

    /** Above this the Poisson functions of the library lose digits and no municipality has such counts. */
    private static final long MOST_EVENTS = 1_000_000_000L;

    private Counts() {}

    /**
     * The rate with its exact interval: never below the stated coverage.
     *
     * @return the estimate's n is the number of events
     * @see "Garwood (1936), Fiducial limits for the Poisson distribution, Biometrika 28"
     */
    public static Outcome<Estimate> rate(long events, double exposure, double level) {
        Optional<Failure> failure =
                Check.first(events(events), Check.exposure("exposure", exposure), Check.level(level));
        if (failure.isPresent()) {
            return Outcome.failed(failure.get());
        }
        Interval count = garwood(events, level);
        return Outcome.of(new Estimate(
                events / exposure,
                new Interval(count.lower() / exposure, count.upper() / exposure, level),
                events,
                "garwood",
                caveats(events)));
    }

    /**
     * The exact test of a rate against a reference; two-sided by the likelihood of outcomes, as R's poisson.test.
     *
     * @param reference the rate under the hypothesis, above 0
     * @return the statistic is the number of events
     */
    public static Outcome<TestResult> test(long events, double exposure, double reference, Alternative alternative) {
        Optional<Failure> failure = Check.first(
                events(events),
                Check.exposure("exposure", exposure),
                Check.finite("reference", reference),
                Check.that(reference > 0, Reason.OUT_OF_RANGE, "reference is " + reference),
                Check.that(
                        reference * exposure < MOST_EVENTS,
                        Reason.TOO_LARGE,
                        "expects " + reference * exposure + " events"));
        if (failure.isPresent()) {
            return Outcome.failed(failure.get());
        }
        double expected = reference * exposure;
        PoissonDistribution chance = PoissonDistribution.of(expected);
        int seen = (int) events;
        double p = switch (alternative) {
            case LESS -> chance.cumulativeProbability(seen);
            case GREATER -> chance.survivalProbability(seen - 1);
            case TWO_SIDED ->
                Proportions.twoTails(
                        seen,
                        0,
                        // Beyond this the chance is below the smallest double.
                        (int) Math.max(seen, expected + 60 * Math.sqrt(expected) + 1000),
                        (int) Math.floor(expected),
                        chance::probability,
                        k -> chance.cumulativeProbability(k),
                        k -> chance.survivalProbability(k - 1));
        };
        return Outcome.of(new TestResult(
                events, 0, Dist.clamp01(p), alternative, events, "poisson-exact", EnumSet.noneOf(Caveat.class)));
    }

    /**
     * The first rate over the second with its exact interval, given the total number of events.
     *
     * <p>With no events in the second the ratio has no upper end and no estimate: NOTHING_TO_DIVIDE_BY.
     *
     * @see "Przyborowski and Wilenski (1940), Homogeneity of results in testing samples from Poisson series, Biometrika 31"
     */
    public static Outcome<Estimate> rateRatio(
            long firstEvents, double firstExposure, long secondEvents, double secondExposure, double level) {
        Optional<Failure> failure = Check.first(
                two(firstEvents, firstExposure, secondEvents, secondExposure),
                Check.level(level),
                Check.that(secondEvents > 0, Reason.NOTHING_TO_DIVIDE_BY, "no events in the second group"));
        if (failure.isPresent()) {
            return Outcome.failed(failure.get());
        }
        double weight = secondExposure / firstExposure;
        Interval share = Proportions.exact(firstEvents, firstEvents + secondEvents, level);
        return Outcome.of(new Estimate(
                firstEvents / (double) secondEvents * weight,
                new Interval(odds(share.lower()) * weight, odds(share.upper()) * weight, level),
                firstEvents + secondEvents,
                "conditional-exact",
                caveats(Math.min(firstEvents, secondEvents))));
    }

    /** The exact test that two rates are equal, given the total number of events. */
    public static Outcome<TestResult> compare(
            long firstEvents, double firstExposure, long secondEvents, double secondExposure, Alternative alternative) {
        Optional<Failure> failure = two(firstEvents, firstExposure, secondEvents, secondExposure);
        if (failure.isPresent()) {
            return Outcome.failed(failure.get());
        }
        double expected = firstExposure / (firstExposure + secondExposure);
        return Proportions.test(firstEvents, firstEvents + secondEvents, expected, alternative)
                .map(test -> new TestResult(
                        test.statistic(), 0, test.pValue(), alternative, test.n(), "conditional-exact", Set.of()));
    }

    static Interval garwood(long events, double level) {
        double tail = (1 - level) / 2;
        double lower = events == 0 ? 0 : Dist.gammaQuantile(tail, events);
        return new Interval(lower, Dist.gammaQuantile(1 - tail, events + 1.0), level);
    }

    private static Optional<Failure> two(
            long firstEvents, double firstExposure, long secondEvents, double secondExposure) {
        return Check.first(
                events(firstEvents),
                Check.exposure("first exposure", firstExposure),
                events(secondEvents),
                Check.exposure("second exposure", secondExposure),
                Check.that(firstEvents + secondEvents > 0, Reason.NO_DATA, "no events in either group"));
    }

    private static Optional<Failure> events(long events) {
        return Check.first(
                Check.notNegative("events", events),
                Check.that(events < MOST_EVENTS, Reason.TOO_LARGE, events + " events"));
    }

    private static Set<Caveat> caveats(long events) {
        if (events == 0) {
            return EnumSet.of(Caveat.AT_THE_EDGE, Caveat.FEW_OBSERVATIONS);
        }
        return events < 10 ? EnumSet.of(Caveat.FEW_OBSERVATIONS) : EnumSet.noneOf(Caveat.class);
    }

    private static double odds(double share) {
        return share == 1 ? Double.POSITIVE_INFINITY : share / (1 - share);
    }
}
