package nl.leercirkel.source;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import org.jspecify.annotations.Nullable;

/** When a dataset is fetched again. */
final class SupplyRhythm {
    private static final ZoneId ZONE = ZoneId.of("Europe/Amsterdam");
    private static final Duration FIRST_WAIT = Duration.ofMinutes(15);
    private static final Duration LONGEST_WAIT = Duration.ofDays(1);
    /** Beyond this many doublings the wait is the longest anyway. */
    private static final int MOST_DOUBLINGS = 10;

    private SupplyRhythm() {}

    /** After something new came: when its supplier has something new again. Null where once was enough. */
    static @Nullable Instant afterNews(Refresh refresh, Instant now) {
        ZonedDateTime from = now.atZone(ZONE);
        return switch (refresh) {
            case ONCE -> null;
            case YEARLY -> from.plusYears(1).toInstant();
            case HALF_YEARLY -> from.plusMonths(6).toInstant();
            case QUARTERLY -> from.plusMonths(3).toInstant();
            case MONTHLY -> from.plusMonths(1).toInstant();
            case WEEKLY -> from.plusWeeks(1).toInstant();
            case DAILY -> from.plusDays(1).toInstant();
        };
    }

    /** After nothing new came: suppliers are late, and a year later would be a year too late. */
    static @Nullable Instant afterNothing(Refresh refresh, Instant now) {
        ZonedDateTime from = now.atZone(ZONE);
        return switch (refresh) {
            case ONCE -> null;
            case YEARLY, HALF_YEARLY, QUARTERLY, MONTHLY -> from.plusWeeks(1).toInstant();
            case WEEKLY, DAILY -> from.plusDays(1).toInstant();
        };
    }

    /** After so many failures in a row. */
    static Instant afterFailure(int failures, Instant now) {
        Duration wait = FIRST_WAIT.multipliedBy(1L << Math.clamp(failures - 1, 0, MOST_DOUBLINGS));
        return now.plus(wait.compareTo(LONGEST_WAIT) > 0 ? LONGEST_WAIT : wait);
    }
}
