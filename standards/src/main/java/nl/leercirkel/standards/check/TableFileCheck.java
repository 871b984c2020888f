package nl.leercirkel.standards.check;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import nl.leercirkel.standards.table.Finding;
import nl.leercirkel.standards.table.Findings;
import nl.leercirkel.standards.table.Place;

/** Checks a file of whatever kind. */
public final class TableFileCheck {

    private TableFileCheck() {}

    /**
     * What came of it.
     *
     * @param format in Dutch; empty where the file was not recognised
     */
    public record Report(Optional<String> format, long records, Findings findings) {

        /** In one sentence, in Dutch. */
        public String summary() {
            String errors = findings.count(Finding.Level.ERROR) + " fouten en " + findings.count(Finding.Level.WARNING)
                    + " waarschuwingen";
            return format.map(name -> name + ": " + records + " regels of cijfers gelezen, " + errors
                            + (findings.complete() ? "." : "; het lezen stopte voor het einde."))
                    .orElse("Dit bestand is niet herkend.");
        }
    }

    /** @throws IOException where the file cannot be opened */
    public static Report check(Path file, CheckOptions options) throws IOException {
        Findings findings = new Findings();
        FileStart start;
        try (InputStream in = Files.newInputStream(file)) {
            start = new FileStart(in.readNBytes(FileStart.LENGTH));
        }
        Optional<FileFormat> format = TableFormats.detect(start, options);
        if (format.isEmpty()) {
            findings.accept(Finding.fatal(
                    "BESTAND-ONBEKEND",
                    Place.FILE,
                    "Het bestand is niet herkend. Herkend worden: "
                            + String.join(
                                    "; ",
                                    TableFormats.all().stream()
                                            .map(FileFormat::name)
                                            .toList())
                            + "."));
            return new Report(Optional.empty(), 0, findings);
        }
        try (InputStream in = new BufferedInputStream(Files.newInputStream(file), 1 << 16)) {
            FileFormat.Checked checked = format.get().check(in, options, findings);
            return new Report(Optional.of(format.get().name()), checked.records(), findings);
        }
    }
}
