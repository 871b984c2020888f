package nl.leercirkel.job;

import java.util.Locale;

/** A file as the page shows it. */
record FileLine(String name, String size, String expires, String path) {

    static FileLine of(StoredFile file, Locale locale) {
        return new FileLine(
                file.name(),
                size(file.size(), locale),
                JobLine.time(file.expiresAt(), locale),
                file.jobId().path() + "/bestand");
    }

    private static String size(long bytes, Locale locale) {
        return bytes < 1_000_000
                ? String.format(locale, "%.0f kB", Math.max(1.0, bytes / 1e3))
                : String.format(locale, "%.1f MB", bytes / 1e6);
    }
}
