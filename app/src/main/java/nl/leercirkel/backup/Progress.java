package nl.leercirkel.backup;

import java.io.PrintStream;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** What a command shows while it works. */
final class Progress {

    private static final Locale DUTCH = Locale.of("nl", "NL");

    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("d MMMM yyyy 'om' HH:mm", DUTCH);

    private Progress() {}

    static void table(PrintStream out, Manifest.Content content) {
        out.printf("  %-45s %12s rijen%n", content.table(), count(content.rows()));
    }

    static String moment(Instant instant) {
        return MOMENT.format(instant.atZone(ZoneId.systemDefault()));
    }

    static String count(long number) {
        return String.format(DUTCH, "%,d", number);
    }

    static String size(long bytes) {
        if (bytes < 1_000_000) {
            return String.format(DUTCH, "%,.0f kB", bytes / 1e3);
        }
        return String.format(DUTCH, "%,.1f MB", bytes / 1e6);
    }
}
