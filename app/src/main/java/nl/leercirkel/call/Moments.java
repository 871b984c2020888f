package nl.leercirkel.call;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import nl.leercirkel.portfolio.DutchMoments;

/** Moments as pages show and take them, in Dutch time. */
final class Moments {
    private static final DateTimeFormatter INPUT = DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm");

    private Moments() {}

    static String moment(Instant moment) {
        return DutchMoments.moment(moment);
    }

    static String day(Instant moment) {
        return DutchMoments.day(moment);
    }

    static LocalDate dayOf(Instant moment) {
        return LocalDate.ofInstant(moment, DutchMoments.ZONE);
    }

    /** As a field of the type datetime-local holds it. */
    static String input(Instant moment) {
        return INPUT.format(moment.atZone(DutchMoments.ZONE).truncatedTo(ChronoUnit.MINUTES));
    }

    static Optional<Instant> parse(String input) {
        try {
            return Optional.of(
                    LocalDateTime.parse(input.strip()).atZone(DutchMoments.ZONE).toInstant());
        } catch (DateTimeParseException notAMoment) {
            return Optional.empty();
        }
    }

    /** As the database keeps it. */
    static OffsetDateTime stored(Instant moment) {
        return moment.atOffset(ZoneOffset.UTC);
    }
}
