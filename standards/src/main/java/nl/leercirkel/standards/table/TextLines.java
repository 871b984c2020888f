package nl.leercirkel.standards.table;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.util.function.Consumer;

/** A text file line by line, as fixed-width files are read. */
public final class TextLines {

    /** Longer than any record of the formats this reads. */
    public static final int MAX_LINE = 10_000;

    private TextLines() {}

    /** One line without its end. */
    public record Line(long number, String text, boolean ended) {

        public Place place() {
            return Place.line(number);
        }
    }

    /**
     * Reads to the end of the file, or to where it can no longer be read. Empty lines are skipped.
     *
     * @return whether the end was reached
     */
    public static boolean read(InputStream in, Consumer<Line> lines, Consumer<? super Finding> findings) {
        try {
            return read(new BufferedReader(new TextSource(in), 1 << 16), lines, findings);
        } catch (UnreadableText unreadable) {
            findings.accept(unreadable.finding());
        } catch (IOException broken) {
            findings.accept(Finding.fatal(
                    "BESTAND-LEZEN", Place.FILE, "Het bestand kan niet worden gelezen: " + broken.getMessage()));
        }
        return false;
    }

    private static boolean read(BufferedReader reader, Consumer<Line> lines, Consumer<? super Finding> findings)
            throws IOException {
        StringBuilder line = new StringBuilder();
        long number = 1;
        for (int c = reader.read(); c >= 0; c = reader.read()) {
            if (c == '\n') {
                give(line, number++, true, lines);
            } else if (c != '\r') {
                line.append((char) c);
            }
            if (line.length() > MAX_LINE) {
                findings.accept(Finding.fatal(
                        "REGEL-LANG",
                        Place.line(number),
                        "Regel " + number + " is langer dan " + MAX_LINE
                                + " tekens: dit is geen bestand met vaste posities."));
                return false;
            }
        }
        give(line, number, false, lines);
        return true;
    }

    private static void give(StringBuilder line, long number, boolean ended, Consumer<Line> lines) {
        String text = line.toString();
        line.setLength(0);
        if (!text.isBlank()) {
            lines.accept(new Line(number, text, ended));
        }
    }
}
