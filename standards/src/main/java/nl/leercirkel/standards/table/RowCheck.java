package nl.leercirkel.standards.table;

import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Whether each row has the cells its header promises, and whether the last one looks broken off. */
final class RowCheck {

    private final int expected;
    private final Consumer<? super Finding> findings;
    private @Nullable Finding pending;
    private boolean footer;

    RowCheck(int expected, Consumer<? super Finding> findings) {
        this.expected = expected;
        this.findings = findings;
    }

    boolean accepts(long line, List<String> cells) {
        flush();
        if (cells.size() == expected) {
            return true;
        }
        if (cells.stream().allMatch(String::isBlank)) {
            return false;
        }
        if (isSource(cells.getFirst())) {
            footer = true;
            return false;
        }
        pending = Finding.error(
                "CSV-KOLOMMEN",
                Place.line(line),
                "De regel heeft " + cells.size() + " kolommen, de kop heeft er " + expected
                        + ". Staat er een scheidingsteken in een tekst zonder aanhalingstekens?");
        return false;
    }

    /** Whether the file looks whole. */
    boolean end(boolean lineEnd) {
        Finding last = pending;
        if (last != null && !lineEnd) {
            findings.accept(Finding.fatal(
                    "CSV-AFGEBROKEN",
                    last.place(),
                    "Het bestand is afgebroken: de laatste regel is onvolledig en heeft geen regeleinde. Haal het"
                            + " bestand opnieuw op."));
            return false;
        }
        flush();
        if (!lineEnd && !footer) {
            findings.accept(Finding.note(
                    "CSV-REGELEINDE",
                    Place.FILE,
                    "De laatste regel heeft geen regeleinde. Controleer of het bestand compleet is."));
        }
        return true;
    }

    private void flush() {
        if (pending != null) {
            findings.accept(pending);
            pending = null;
        }
    }

    /** The line with the source that StatLine puts below a table. */
    private static boolean isSource(String cell) {
        String text = cell.strip().toLowerCase(Locale.ROOT);
        return text.startsWith("bron:") || text.startsWith("©") || text.startsWith("(c)");
    }
}
