package nl.leercirkel.statistics.series;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A control chart: which periods differ more from the rest than chance explains.
 *
 * @param kind           what was charted
 * @param n              periods
 * @param baseline       the first periods, from which centre and limits were computed
 * @param centre         mean of the baseline, in the unit of the values
 * @param sigma          standard deviation within, for the individuals chart; for shares and rates that of the standardised
 *                       values (1 where chance alone makes them differ, above it overdispersed)
 * @param movingRangeLimit for the individuals chart: a step between neighbours above it is itself a signal; 0 otherwise
 * @param points         one per period
 * @param runs           run rules over all periods; absent with fewer than 10 beside the median
 */
public record ControlChart(
        Kind kind,
        int n,
        int baseline,
        double centre,
        double sigma,
        double movingRangeLimit,
        List<Point> points,
        Optional<Runs> runs) {

    /** What is charted. */
    public enum Kind {
        INDIVIDUALS,
        PROPORTION,
        RATE
    }

    /** What to do with more variation between periods than binomial or Poisson chance allows. */
    public enum Overdispersion {
        /** Limits of pure chance: with large denominators nearly every period is outside. */
        IGNORED,
        /** Limits widened (or narrowed) by the variation seen between neighbours (Laney 2002). */
        LANEY
    }

    /** Patterns that a stable process rarely shows (Western Electric 1956; Nelson 1984). */
    public enum Rule {
        /** Beyond three sigma: 3 in 1000. */
        BEYOND_LIMIT,
        /** Two of three in a row beyond two sigma on one side. */
        TWO_OF_THREE,
        /** Four of five in a row beyond one sigma on one side. */
        FOUR_OF_FIVE,
        /** Eight in a row on one side of the centre. */
        EIGHT_ON_ONE_SIDE,
        /** Six in a row that each rise, or each fall. */
        SIX_IN_ONE_DIRECTION,
        /** Fifteen in a row within one sigma: limits too wide, or the periods mix two processes. */
        FIFTEEN_NEAR_CENTRE
    }

    /**
     * One period.
     *
     * @param value   the value, share or rate
     * @param lower   lower limit, three sigma; not below 0 for shares and rates
     * @param upper   upper limit, three sigma; not above 1 for shares
     * @param z       distance from the centre in sigma
     * @param signals patterns that end in this period
     */
    public record Point(double value, double lower, double upper, double z, Set<Rule> signals) {}

    public ControlChart {
        points = List.copyOf(points);
    }

    /** Whether any period signals. */
    public boolean hasSignal() {
        return points.stream().anyMatch(point -> !point.signals().isEmpty());
    }
}
