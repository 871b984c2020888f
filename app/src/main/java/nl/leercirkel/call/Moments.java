package nl.leercirkel.call;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Optional;

/** Moments as pages show and take them, in Dutch time. */
final class Moments {
    static final ZoneId ZONE = ZoneId.of("Europe/Amsterdam");
    private static final Locale DUTCH = Locale.of("nl", "NL");
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM yyyy", DUTCH);
    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("d MMMM yyyy 'om' HH:mm", DUTCH);
    private static final DateTimeFormatter INPUT = DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm");

    private Moments() {}

    static String moment(Instant moment) {
        return MOMENT.format(moment.atZone(ZONE));
    }

    static String day(Instant moment) {
        return DAY.format(moment.atZone(ZONE));
    }

    static LocalDate dayOf(Instant moment) {
        return LocalDate.ofInstant(moment, ZONE);
    }

    /** As a field of the type datetime-local holds it. */
    static String input(Instant moment) {
        return INPUT.format(moment.atZone(ZONE).truncatedTo(ChronoUnit.MINUTES));
    }

    static Optional<Instant> parse(String input) {
        try {
            return Optional.of(LocalDateTime.parse(input.strip()).atZone(ZONE).toInstant());
        } catch (DateTimeParseException notAMoment) {
            return Optional.empty();
        }
    }

    /** As the database keeps it. */
    static OffsetDateTime stored(Instant moment) {
        return moment.atOffset(ZoneOffset.UTC);
    }
}
