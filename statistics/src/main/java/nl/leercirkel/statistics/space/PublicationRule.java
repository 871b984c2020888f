package nl.leercirkel.statistics.space;

import java.util.Optional;
import nl.leercirkel.statistics.Failure;
import nl.leercirkel.statistics.Reason;
import nl.leercirkel.statistics.support.Check;

/**
 * What a cluster must have to be named outside the circle of those who may see cases.
 *
 * @param minimumPlaces at least 2: one place is never named
 * @param minimumPopulation in the cluster, and in the rest of the map
 * @param minimumCases in the cluster, and in the rest of the map; also in the cluster without its largest place, so that two places of which one
 *     has nearly all cases are not in fact one. At least 2
 * @param largestShare the most of the cluster's cases that one place may have, above 0 and below 1
 * @param roundTo counts are shown as multiples of this, at least 1; 1 shows them as they are
 * @param maximumPValue clusters with a larger p-value are left to chance and not shown, above 0 and at most 1
 */
public record PublicationRule(
        int minimumPlaces,
        double minimumPopulation,
        long minimumCases,
        double largestShare,
        int roundTo,
        double maximumPValue) {

    /** Two places, 500 people, 10 cases, none with more than 80%, rounded to fives, p at most .05. */
    public static PublicationRule standard() {
        return new PublicationRule(2, 500, 10, .8, 5, .05);
    }

    Optional<Failure> check() {
        return Check.first(
                Check.that(minimumPlaces >= 2, Reason.OUT_OF_RANGE, minimumPlaces + " places, needs 2"),
                Check.that(
                        minimumPopulation >= 0 && Double.isFinite(minimumPopulation),
                        Reason.OUT_OF_RANGE,
                        "minimum population " + minimumPopulation),
                Check.that(minimumCases >= 2, Reason.OUT_OF_RANGE, minimumCases + " cases, needs 2"),
                Check.that(
                        largestShare > 0 && largestShare < 1,
                        Reason.OUT_OF_RANGE,
                        "largest share " + largestShare + " is not between 0 and 1"),
                Check.that(roundTo >= 1, Reason.OUT_OF_RANGE, "rounding to " + roundTo),
                Check.that(
                        maximumPValue > 0 && maximumPValue <= 1,
                        Reason.OUT_OF_RANGE,
                        "p-value " + maximumPValue + " is not above 0 and at most 1"));
    }
}
