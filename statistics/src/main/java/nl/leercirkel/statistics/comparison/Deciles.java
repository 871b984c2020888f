package nl.leercirkel.statistics.comparison;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import nl.leercirkel.statistics.Failure;
import nl.leercirkel.statistics.Outcome;
import nl.leercirkel.statistics.Reason;
import nl.leercirkel.statistics.support.Check;

/**
 * The place of each area among all, in ten parts of equal size as far as ties allow. Decile 1 holds the areas that come first in
 * the stated direction.
 *
 * <p>The decile is ceil(10 (rank - 1/2) / n) with rank 1 for the first, so areas with equal values always share a decile.
 */
public final class Deciles {

    /** What comes first. */
    public enum Direction {
        LOWEST_FIRST,
        HIGHEST_FIRST
    }

    /** Which rank areas with equal values share. */
    public enum Ties {
        /** The best of their ranks. */
        FIRST,
        /** The mean of their ranks. */
        MEAN,
        /** The worst of their ranks. */
        LAST
    }

    /**
     * The place of one area.
     *
     * @param rank from 1; may be a half with mean ranks
     * @param decile 1 to 10
     * @param tied how many areas have this value, itself included
     */
    public record Place(double rank, int decile, int tied) {}

    private Deciles() {}

    /**
     * Places all areas.
     *
     * @param values per area, any order
     * @return the same areas in the same order; TOO_FEW below ten areas, CONSTANT when all values are equal
     */
    public static Outcome<Map<String, Place>> of(Map<String, Double> values, Direction direction, Ties ties) {
        double[] all = values.values().stream().mapToDouble(Double::doubleValue).toArray();
        Optional<Failure> failure = Check.values("values", all, 10);
        if (failure.isPresent()) {
            return Outcome.failed(failure.get());
        }
        double[] sorted = all.clone();
        Arrays.sort(sorted);
        int n = sorted.length;
        if (sorted[0] == sorted[n - 1]) {
            return Outcome.failed(Reason.CONSTANT, "all " + n + " areas have " + sorted[0]);
        }
        Map<String, Place> places = new LinkedHashMap<>();
        values.forEach((area, value) -> {
            int below = 0;
            int equal = 0;
            for (double other : sorted) {
                below += other < value ? 1 : 0;
                // == and not compare: 0.0 and -0.0 are the same value
                equal += other == value ? 1 : 0;
            }
            int ahead = direction == Direction.LOWEST_FIRST ? below : n - below - equal;
            double rank = switch (ties) {
                case FIRST -> ahead + 1;
                case MEAN -> ahead + (equal + 1) / 2.0;
                case LAST -> ahead + equal;
            };
            places.put(area, new Place(rank, (int) Math.ceil(10 * (rank - .5) / n), equal));
        });
        return Outcome.of(java.util.Collections.unmodifiableMap(places));
    }
}
