package nl.leercirkel.progress;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Days and moments in Dutch time, as pages show them. */
final class DutchTime {
    private static final ZoneId ZONE = ZoneId.of("Europe/Amsterdam");
    private static final Locale DUTCH = Locale.of("nl", "NL");
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM yyyy", DUTCH);
    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("d MMMM yyyy 'om' HH:mm", DUTCH);

    private DutchTime() {}

    static LocalDate today(Clock clock) {
        return LocalDate.ofInstant(clock.instant(), ZONE);
    }

    static OffsetDateTime now(Clock clock) {
        return OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC);
    }

    static String day(LocalDate day) {
        return DAY.format(day);
    }

    static String day(@Nullable Instant moment) {
        return moment == null ? "" : DAY.format(moment.atZone(ZONE));
    }

    static String moment(@Nullable Instant moment) {
        return moment == null ? "" : MOMENT.format(moment.atZone(ZONE));
    }
}
