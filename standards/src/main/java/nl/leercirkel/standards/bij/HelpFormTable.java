package nl.leercirkel.standards.bij;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import nl.leercirkel.standards.ijw.episode.HelpForms;
import nl.leercirkel.standards.ijw.message.Product;
import nl.leercirkel.standards.table.CsvTable;
import nl.leercirkel.standards.table.Finding;
import nl.leercirkel.standards.table.NamedColumns;
import nl.leercirkel.standards.table.Place;
import nl.leercirkel.standards.table.Row;
import org.jspecify.annotations.Nullable;

/**
 * Which form of help a product of a message is, as a table that a user can read, change and load: the standard product codes
 * (JZ21), to which a municipality adds codes of its own, for instance of a pilot. A row may also stand for a whole category, for
 * allocations without a product code.
 */
public final class HelpFormTable {

    private static final NamedColumns HEADER = NamedColumns.of("product", "uitkomst", "hulpvorm", "motivering");
    private static final String TRANSPORT = "42";

    private final Map<String, Entry> entries;

    private HelpFormTable(Map<String, Entry> entries) {
        this.entries = entries;
    }

    /** What a product means for the delivery. */
    public enum Effect {
        /** It is youth help of the form given. */
        FORM("hulpvorm"),
        /** It is no youth help of the record JH: no record comes of it. */
        NO_HELP("geen"),
        /** It may be any form: someone has to say. */
        QUESTION("vraag");

        private final String word;

        Effect(String word) {
            this.word = word;
        }

        private static Optional<Effect> of(String word) {
            for (Effect effect : values()) {
                if (effect.word.equals(word)) {
                    return Optional.of(effect);
                }
            }
            return Optional.empty();
        }
    }

    /**
     * One row.
     *
     * @param product a product code, or a category of two digits
     * @param form for {@link Effect#FORM}; else null
     * @param reasoning why, in Dutch
     */
    public record Entry(
            String product, Effect effect, @Nullable HelpForm form, String reasoning) {

        public Entry {
            if ((effect == Effect.FORM) != (form != null)) {
                throw new IllegalArgumentException("the form of " + product + " does not fit " + effect);
            }
        }
    }

    /** Our own: the standard product codes of February 2025. */
    public static HelpFormTable own() {
        Map<String, Entry> entries = new LinkedHashMap<>();
        for (HelpForms.StandardProduct product : HelpForms.jz21().all()) {
            entries.put(product.code(), entry(product));
        }
        return new HelpFormTable(entries);
    }

    private static Entry entry(HelpForms.StandardProduct product) {
        String record = product.record();
        String code = product.form();
        if (RecordType.JH.name().equals(record) && code != null) {
            return new Entry(
                    product.code(),
                    Effect.FORM,
                    Coded.of(HelpForm.class, code).orElseThrow(),
                    "JZ21 (februari 2025): " + product.description());
        }
        if (record != null) {
            return new Entry(
                    product.code(),
                    Effect.NO_HELP,
                    null,
                    "JZ21 (februari 2025): hoort bij record " + record + ", niet bij jeugdhulp");
        }
        if (TRANSPORT.equals(product.category())) {
            return new Entry(product.code(), Effect.NO_HELP, null, "Vervoer is op zichzelf geen vorm van jeugdhulp");
        }
        return new Entry(
                product.code(), Effect.QUESTION, null, "JZ21 (februari 2025) geeft bij deze code geen hulpvorm");
    }

    /**
     * Reads a table as {@link #write} makes it.
     *
     * @return empty where a row is wrong; the findings say which
     */
    public static Optional<HelpFormTable> load(InputStream in, Consumer<? super Finding> findings) {
        Map<String, Entry> entries = new LinkedHashMap<>();
        WatchedFindings seen = new WatchedFindings(findings);
        boolean complete = CsvTable.read(in, HEADER, (order, row) -> row(order, row, entries, seen), seen);
        if (complete && entries.isEmpty()) {
            seen.accept(Finding.error("BIJ-HULPVORMEN", Place.FILE, "De tabel heeft geen producten."));
        }
        return complete && !seen.isWrong() ? Optional.of(new HelpFormTable(entries)) : Optional.empty();
    }

    private static void row(
            List<Integer> order, Row row, Map<String, Entry> entries, Consumer<? super Finding> findings) {
        List<String> cells = NamedColumns.cells(order, row);
        String product = cells.getFirst();
        Effect effect = Effect.of(cells.get(1)).orElse(null);
        HelpForm form = Coded.of(HelpForm.class, cells.get(2)).orElse(null);
        boolean fits = effect != null
                && (effect == Effect.FORM) == (form != null)
                && (form != null || cells.get(2).isEmpty())
                && product.matches("[0-9A-Za-z]{2,5}");
        if (!fits) {
            findings.accept(
                    Finding.error(
                            "BIJ-HULPVORMEN",
                            row.place(),
                            "Verwacht: een productcode of categorie van 2 tot en met 5 letters en cijfers; als uitkomst 'hulpvorm' met een"
                                    + " code van het protocol (01 tot en met 04, 11 tot en met 14), of 'geen' of 'vraag' zonder code."));
            return;
        }
        Entry entry = new Entry(product, Objects.requireNonNull(effect), form, cells.get(3));
        if (entries.putIfAbsent(product, entry) != null) {
            findings.accept(Finding.error(
                    "BIJ-HULPVORMEN", row.place(), "Product " + product + " staat twee keer in de tabel."));
        }
    }

    /** Whether these cells are the header of such a table. */
    public static boolean isHeader(List<String> cells) {
        return HEADER.recognise(cells) != null;
    }

    public List<Entry> entries() {
        return List.copyOf(entries.values());
    }

    /** The row of the product's code, or without one that of its category. */
    public Optional<Entry> entry(Product product) {
        String code = product.code();
        Entry byCode = code == null ? null : entries.get(code);
        return Optional.ofNullable(byCode != null ? byCode : entries.get(product.category()));
    }

    /** As a table that {@link #load} reads. */
    public void write(OutputStream out) throws IOException {
        CsvWriter csv = CsvWriter.builder().build(out, StandardCharsets.UTF_8);
        csv.writeRecord(HEADER.names());
        for (Entry entry : entries.values()) {
            HelpForm form = entry.form();
            csv.writeRecord(entry.product(), entry.effect().word, form == null ? "" : form.code(), entry.reasoning());
        }
        csv.flush();
    }
}
