package nl.leercirkel.standards.bij;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import nl.leercirkel.standards.table.CsvTable;
import nl.leercirkel.standards.table.Finding;
import nl.leercirkel.standards.table.Findings;
import nl.leercirkel.standards.table.NamedColumns;
import nl.leercirkel.standards.table.Place;
import nl.leercirkel.standards.table.Row;

/**
 * What a reason of ending in a message (code list JZ588) means for the delivery to CBS, as a table that a user can read,
 * change and load. Neither standard defines it: every row is a reasoned choice, written beside it.
 */
public final class EndReasonMapping {

    private static final NamedColumns HEADER = NamedColumns.of("jz588", "uitkomst", "reden", "zekerheid", "motivering");

    private final Map<String, Entry> entries;

    private EndReasonMapping(Map<String, Entry> entries) {
        this.entries = entries;
    }

    /** What to do with the record. */
    public enum Effect {
        /** It ends for the reason given. */
        REASON("reden"),
        /** It may end for one of the reasons given, but someone has to choose. */
        QUESTION("vraag"),
        /** It has not ended. */
        GOES_ON("loopt_door"),
        /** Only the allocation ended; what follows decides. */
        ADMINISTRATIVE("administratief");

        private final String word;

        Effect(String word) {
            this.word = word;
        }
    }

    /**
     * One row.
     *
     * @param reasons one for {@link Effect#REASON}, the likely ones for {@link Effect#QUESTION}, none otherwise
     * @param certainty how sure we are, in a word
     * @param reasoning why, in Dutch
     */
    public record Entry(String code, Effect effect, List<EndReason> reasons, String certainty, String reasoning) {

        public Entry {
            reasons = List.copyOf(reasons);
            if ((effect == Effect.REASON && reasons.size() != 1)
                    || (effect == Effect.QUESTION && reasons.isEmpty())
                    || (effect != Effect.REASON && effect != Effect.QUESTION && !reasons.isEmpty())) {
                throw new IllegalArgumentException("the reasons of " + code + " do not fit " + effect);
            }
        }
    }

    /** Our own. */
    public static EndReasonMapping own() {
        try (InputStream in = Objects.requireNonNull(EndReasonMapping.class.getResourceAsStream("jz588.csv"))) {
            Findings findings = new Findings();
            return load(in, findings)
                    .orElseThrow(() -> new IllegalStateException(findings.kept().toString()));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /**
     * Reads a table as {@link #write} makes it.
     *
     * @return empty where a row is wrong or a code of our own table is missing; the findings say which
     */
    public static Optional<EndReasonMapping> load(InputStream in, Consumer<? super Finding> findings) {
        Map<String, Entry> entries = new LinkedHashMap<>();
        WatchedFindings seen = new WatchedFindings(findings);
        boolean complete = CsvTable.read(in, HEADER, (order, row) -> row(order, row, entries, seen), seen);
        for (String code : List.of("02", "20", "31", "32", "33", "34", "35", "36", "37", "38", "39")) {
            if (complete && !entries.containsKey(code)) {
                seen.accept(Finding.error("BIJ-JZ588", Place.FILE, "De tabel mist code " + code + "."));
            }
        }
        return complete && !seen.isWrong() ? Optional.of(new EndReasonMapping(entries)) : Optional.empty();
    }

    private static void row(
            List<Integer> order, Row row, Map<String, Entry> entries, Consumer<? super Finding> findings) {
        List<String> cells = NamedColumns.cells(order, row);
        Effect effect = null;
        for (Effect candidate : Effect.values()) {
            effect = candidate.word.equals(cells.get(1)) ? candidate : effect;
        }
        List<EndReason> reasons = new ArrayList<>();
        boolean known = true;
        for (String code : cells.get(2).isEmpty() ? new String[0] : cells.get(2).split("\\|", -1)) {
            Optional<EndReason> reason = Coded.of(EndReason.class, code.strip());
            known &= reason.isPresent();
            reason.ifPresent(reasons::add);
        }
        try {
            if (effect == null || !known || !cells.getFirst().matches("\\d\\d")) {
                throw new IllegalArgumentException("unknown word or code");
            }
            Entry entry = new Entry(cells.get(0), effect, reasons, cells.get(3), cells.get(4));
            if (entries.putIfAbsent(entry.code(), entry) != null) {
                findings.accept(Finding.error("BIJ-JZ588", row.place(), "Code " + entry.code() + " staat twee keer."));
            }
        } catch (IllegalArgumentException _) {
            findings.accept(Finding.error(
                    "BIJ-JZ588",
                    row.place(),
                    "Verwacht: een code van twee cijfers; als uitkomst 'reden' met één reden, 'vraag' met één of meer"
                            + " redenen gescheiden door |, of 'loopt_door' of 'administratief' zonder reden. Redenen zijn 01"
                            + " tot en met 05."));
        }
    }

    /** Whether these cells are the header of such a table. */
    public static boolean isHeader(List<String> cells) {
        return HEADER.recognise(cells) != null;
    }

    public List<Entry> entries() {
        return List.copyOf(entries.values());
    }

    public Optional<Entry> entry(String jz588) {
        return Optional.ofNullable(entries.get(jz588));
    }

    /** As a table that {@link #load} reads. */
    public void write(OutputStream out) throws IOException {
        CsvWriter csv = CsvWriter.builder().build(out, StandardCharsets.UTF_8);
        csv.writeRecord(HEADER.names());
        for (Entry entry : entries.values()) {
            csv.writeRecord(
                    entry.code(),
                    entry.effect().word,
                    String.join(
                            "|", entry.reasons().stream().map(EndReason::code).toList()),
                    entry.certainty(),
                    entry.reasoning());
        }
        csv.flush();
    }
}
