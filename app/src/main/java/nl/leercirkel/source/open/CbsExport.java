package nl.leercirkel.source.open;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.LongConsumer;
import nl.leercirkel.source.check.Field;
import nl.leercirkel.source.check.FieldType;
import nl.leercirkel.spreadsheet.RefusedFileException;
import nl.leercirkel.standards.cbs.CbsCsv;
import nl.leercirkel.standards.figure.Figure;
import nl.leercirkel.standards.table.Findings;
import org.jspecify.annotations.Nullable;

/**
 * A delimited export of CBS. It does not say in which unit its figures are, so a person looks at the fields before the first
 * version is stored.
 */
final class CbsExport {
    private static final String REGION = "RegioS";
    private static final String PERIOD = "Perioden";
    /** Columns beside the keys that say nothing of their own. */
    private static final Set<String> NO_KEY = Set.of("id", "naam", "name", "titel", "omschrijving");

    private final Filter filter;
    private final TableWriter out;
    private List<String> keys = List.of();
    private List<String> topics = List.of();
    private @Nullable List<Field> fields;
    private @Nullable RefusedFileException refusal;

    private CbsExport(Filter filter, TableWriter out) {
        this.filter = filter;
        this.out = out;
    }

    static Taken take(Wanted wanted, InputStream in, String name, Path target, LongConsumer progress)
            throws IOException, RefusedFileException {
        Findings findings = new Findings();
        try (TableWriter out = new TableWriter(target, progress)) {
            CbsExport export = new CbsExport(new Filter(wanted.filters()), out);
            boolean complete = CbsCsv.read(in, line -> export.line(wanted, line), findings);
            if (export.refusal != null) {
                throw export.refusal;
            }
            Told.requireGood(findings, complete);
            List<Field> known = export.fields;
            if (known == null || out.rows() == 0) {
                throw new RefusedFileException("Bestand " + name + " geeft geen enkele rij met deze keuze.");
            }
            return new Taken(name, false, known, false);
        }
    }

    private void line(Wanted wanted, CbsCsv.Line line) {
        if (refusal != null) {
            return;
        }
        if (fields == null) {
            try {
                begin(wanted, line);
            } catch (RefusedFileException refused) {
                refusal = refused;
                return;
            }
        }
        String region = line.keys().getOrDefault(REGION, "");
        if (line.keys().containsKey(REGION) && !region.matches("GM\\d{4}")) {
            return;
        }
        for (String key : keys) {
            if (!filter.accepts(key, line.keys().getOrDefault(key, ""))) {
                return;
            }
        }
        write(line);
    }

    private void begin(Wanted wanted, CbsCsv.Line first) throws RefusedFileException {
        keys = first.keys().keySet().stream()
                .filter(key -> !NO_KEY.contains(key.toLowerCase(Locale.ROOT)))
                .toList();
        filter.requireKnown(keys);
        topics = chosen(wanted, List.copyOf(first.figures().keySet()));
        Fields made = new Fields();
        for (String key : keys) {
            switch (key) {
                case REGION -> made.key(Fields.MUNICIPALITY, FieldType.MUNICIPALITY);
                case PERIOD -> made.key(Fields.PERIOD, FieldType.PERIOD);
                default -> made.dimension(key, List.of(), "");
            }
        }
        topics.forEach(topic -> made.number(topic, topic, "", FieldType.NUMBER));
        List<Field> known = made.list();
        fields = known;
        out.header(known);
    }

    private static List<String> chosen(Wanted wanted, List<String> there) throws RefusedFileException {
        for (String typed : wanted.topics()) {
            if (!there.contains(typed)) {
                throw new RefusedFileException("Onderwerp " + typed + " staat niet (meer) in het bestand. Er is: "
                        + String.join(", ", there) + ".");
            }
        }
        return wanted.topics().isEmpty() ? there : wanted.topics();
    }

    private void write(CbsCsv.Line line) {
        List<String> cells = new ArrayList<>();
        for (String key : keys) {
            String value = line.keys().getOrDefault(key, "");
            cells.add(key.equals(PERIOD) ? CbsReading.period(value) : value);
        }
        boolean anything = false;
        for (String topic : topics) {
            Figure figure = line.figures().getOrDefault(topic, new Figure.Missing("geen getal in het bestand"));
            anything |= figure instanceof Figure.Known;
            cells.add(TableWriter.number(figure));
            cells.add(Reasons.text(figure));
        }
        String region = line.keys().get(REGION);
        String period = line.keys().get(PERIOD);
        if (anything || region == null || period == null || CbsReading.existed(region, period)) {
            out.row(cells);
        }
    }
}
