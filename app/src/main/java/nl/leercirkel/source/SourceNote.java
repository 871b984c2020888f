package nl.leercirkel.source;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** What stands below a figure. */
final class SourceNote {
    private static final ZoneId ZONE = ZoneId.of("Europe/Amsterdam");
    private static final Locale DUTCH = Locale.of("nl", "NL");
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM yyyy", DUTCH);
    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("d MMMM yyyy HH:mm", DUTCH);

    private SourceNote() {}

    static String of(Dataset dataset, Version version) {
        String note = dataset.about().sourceNote().isEmpty()
                ? dataset.name()
                : dataset.about().sourceNote();
        String licence = dataset.about().licence().isEmpty()
                ? ""
                : ", licentie " + dataset.about().licence();
        return note + ", versie " + version.number() + " van "
                + DAY.format(version.storedAt().atZone(ZONE)) + licence;
    }

    static String moment(Instant instant) {
        return MOMENT.format(instant.atZone(ZONE));
    }
}
