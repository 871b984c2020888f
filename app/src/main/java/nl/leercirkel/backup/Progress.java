package nl.leercirkel.backup;

import java.io.PrintStream;
import java.util.Locale;

/** What a command shows while it works. */
final class Progress {

    private static final Locale DUTCH = Locale.of("nl", "NL");

    private Progress() {}

    static void table(PrintStream out, Manifest.Content content) {
        out.printf("  %-45s %12s rijen%n", content.table(), count(content.rows()));
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
