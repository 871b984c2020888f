package nl.leercirkel.report;

import java.text.Normalizer;
import java.util.Locale;
import nl.leercirkel.report.document.Document;
import nl.leercirkel.report.document.Metadata;

/**
 * A report as a file. Making one needs nothing but the document, so that background work can do it as well as a request.
 *
 * @param name readable, in letters that every system accepts
 */
@SuppressWarnings("ArrayRecordComponent") // bytes on their way out; nobody compares two files
public record ReportFile(String name, ReportFormat format, byte[] bytes) {
    private static final int LONGEST_NAME = 80;

    static ReportFile of(Document document, ReportFormat format) {
        return new ReportFile(name(document.metadata(), format), format, format.render(document));
    }

    /** "tussenevaluatie-opgave-zorgzame-stad-2026-11-22.pdf". */
    static String name(Metadata metadata, ReportFormat format) {
        String title = Normalizer.normalize(metadata.title(), Normalizer.Form.NFD)
                .replaceAll("\\p{M}", "")
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^a-z0-9]+", "-");
        if (title.length() > LONGEST_NAME) {
            title = title.substring(0, LONGEST_NAME);
        }
        return title.replaceAll("^-|-$", "") + "-" + metadata.date() + format.extension();
    }
}
