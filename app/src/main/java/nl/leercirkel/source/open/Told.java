package nl.leercirkel.source.open;

import java.util.List;
import nl.leercirkel.spreadsheet.RefusedFileException;
import nl.leercirkel.standards.table.Finding;
import nl.leercirkel.standards.table.Findings;

/** What the readers found, as one sentence for the person who set the fetching. */
final class Told {
    private Told() {}

    /** A table of which one value could not be read is not taken: half of it would be stored as if it were all. */
    static void requireGood(Findings findings, boolean complete) throws RefusedFileException {
        if (!complete || !findings.usable()) {
            throw new RefusedFileException(worst(findings.kept()));
        }
    }

    static RefusedFileException refused(Findings findings) {
        return new RefusedFileException(worst(findings.kept()));
    }

    private static String worst(List<Finding> kept) {
        Finding worst = kept.stream()
                .filter(finding -> finding.level() == Finding.Level.FATAL)
                .findFirst()
                .or(() -> kept.stream()
                        .filter(finding -> finding.level() == Finding.Level.ERROR)
                        .findFirst())
                .orElse(null);
        if (worst == null) {
            return "De gegevens zijn niet tot het einde gelezen.";
        }
        String advice = worst.message().contains("(404)")
                ? " Controleer de code; is de tabel vervangen of opgeheven, kies dan bij Wijzigen een andere."
                : "";
        return worst.message() + " (" + worst.place() + ")" + advice;
    }
}
