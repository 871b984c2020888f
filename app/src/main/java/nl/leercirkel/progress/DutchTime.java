package nl.leercirkel.progress;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import nl.leercirkel.portfolio.DutchMoments;
import org.jspecify.annotations.Nullable;

/** Days and moments of a round, which may not have come yet, in Dutch time. */
final class DutchTime {
    private DutchTime() {}

    static LocalDate today(Clock clock) {
        return LocalDate.ofInstant(Retelling.now(clock), DutchMoments.ZONE);
    }

    static OffsetDateTime now(Clock clock) {
        return OffsetDateTime.ofInstant(Retelling.now(clock), ZoneOffset.UTC);
    }

    static String day(LocalDate day) {
        return DutchMoments.day(day);
    }

    static String day(@Nullable Instant moment) {
        return moment == null ? "" : DutchMoments.day(moment);
    }

    static String moment(@Nullable Instant moment) {
        return moment == null ? "" : DutchMoments.moment(moment);
    }
}
