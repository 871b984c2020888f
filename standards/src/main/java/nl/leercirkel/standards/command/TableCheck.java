package nl.leercirkel.standards.command;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import nl.leercirkel.standards.check.CheckOptions;
import nl.leercirkel.standards.check.FileStart;
import nl.leercirkel.standards.check.TableFileCheck;
import nl.leercirkel.standards.check.TableFormats;
import nl.leercirkel.standards.table.Finding;
import nl.leercirkel.standards.table.Findings;

/** Checks a table: a delivery to CBS, key figures, Iv3 or a table of CBS. */
final class TableCheck implements FileCheck {
    @Override
    public boolean recognises(Path file, byte[] start) {
        String name = String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT);
        return name.endsWith(".csv")
                || name.endsWith(".json")
                || TableFormats.detect(start(file), CheckOptions.NONE).isPresent();
    }

    /** The names of columns can take more than the bytes the command looks at. */
    private static FileStart start(Path file) {
        try (InputStream in = Files.newInputStream(file)) {
            return new FileStart(in.readNBytes(FileStart.LENGTH));
        } catch (IOException _) {
            return new FileStart(new byte[0]);
        }
    }

    @Override
    public boolean check(Path file, ValidateOptions options, PrintStream out) throws IOException {
        TableFileCheck.Report report = TableFileCheck.check(file, options.tables());
        Findings findings = report.findings();
        out.println(report.summary());
        for (Finding finding : findings.kept()) {
            out.println("  " + level(finding.level()) + "  " + finding);
        }
        long all = 0;
        for (Finding.Level level : Finding.Level.values()) {
            all += findings.count(level);
        }
        if (all > findings.kept().size()) {
            out.println("… en nog " + (all - findings.kept().size()) + ".");
        }
        return findings.usable() && findings.count(Finding.Level.WARNING) == 0;
    }

    private static String level(Finding.Level level) {
        return switch (level) {
            case NOTE -> "opmerking    ";
            case WARNING -> "waarschuwing ";
            case ERROR -> "fout         ";
            case FATAL -> "gestopt      ";
        };
    }
}
