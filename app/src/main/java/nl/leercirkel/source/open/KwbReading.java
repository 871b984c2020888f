package nl.leercirkel.source.open;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongConsumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import nl.leercirkel.source.check.Field;
import nl.leercirkel.source.check.FieldType;
import nl.leercirkel.spreadsheet.RefusedFileException;
import nl.leercirkel.standards.cbs.CbsClient;
import nl.leercirkel.standards.cbs.CbsTables;
import nl.leercirkel.standards.figure.Figure;
import nl.leercirkel.standards.kwb.Area;
import nl.leercirkel.standards.kwb.KwbEdition;
import nl.leercirkel.standards.kwb.KwbReader;
import nl.leercirkel.standards.kwb.KwbRow;
import nl.leercirkel.standards.kwb.KwbTopic;
import nl.leercirkel.standards.kwb.KwbTopics;
import nl.leercirkel.standards.table.Findings;

/**
 * Key figures of one or more yearly editions. A figure of an edition before CBS redefined it keeps its number, with the
 * reason why it does not stand in one line with the latest edition.
 */
final class KwbReading {
    private static final Pattern TABLE = Pattern.compile("(\\w{1,100})(?:[ =]+(20\\d\\d))?");
    private static final Pattern YEAR = Pattern.compile("(?<!\\d)(20\\d\\d)(?!\\d)");
    private static final String SERIES = "wijken en buurten";

    private final Wanted wanted;
    private final Filter filter;
    private final List<KwbTopic> topics;
    private final int latest;
    private final TableWriter out;

    private KwbReading(Wanted wanted, List<KwbTopic> topics, int latest, TableWriter out) throws RefusedFileException {
        this.wanted = wanted;
        this.filter = new Filter(wanted.filters());
        this.topics = topics;
        this.latest = latest;
        this.out = out;
        filter.requireKnown(List.of(Fields.MUNICIPALITY, "Gebied"));
    }

    static Taken fromService(Wanted wanted, CbsClient client, Path target, Path scratch, LongConsumer progress)
            throws IOException, RefusedFileException {
        List<KwbEdition> editions = new ArrayList<>();
        for (String typed : wanted.tables()) {
            editions.add(edition(typed));
        }
        int latest = editions.stream().mapToInt(KwbEdition::year).max().orElse(0);
        List<KwbTopic> topics = topics(wanted);
        List<Field> fields = fields(wanted, topics);
        try (TableWriter out = new TableWriter(target, progress)) {
            out.header(fields);
            KwbReading reading = new KwbReading(wanted, topics, latest, out);
            for (KwbEdition edition : editions) {
                RawTable.save(client, edition.table(), false, scratch, progress);
                reading.read(scratch, edition);
            }
            requireRows(out);
        }
        return new Taken("kerncijfers-" + latest + ".csv", false, fields, true);
    }

    static Taken fromFile(Wanted wanted, Path file, String name, Path target, LongConsumer progress)
            throws IOException, RefusedFileException {
        int year = wanted.year() > 0 ? wanted.year() : yearIn(name);
        List<KwbTopic> topics = topics(wanted);
        List<Field> fields = fields(wanted, topics);
        try (TableWriter out = new TableWriter(target, progress)) {
            out.header(fields);
            new KwbReading(wanted, topics, year, out).read(file, new KwbEdition(year, ""));
            requireRows(out);
        }
        return new Taken(name, false, fields, true);
    }

    private static void requireRows(TableWriter out) throws RefusedFileException {
        if (out.rows() == 0) {
            throw new RefusedFileException(
                    "De kerncijfers geven geen enkele rij met deze keuze. Controleer bij Wijzigen het filter.");
        }
    }

    /** Files do not say of which year they are. */
    static int yearIn(String name) throws RefusedFileException {
        Matcher matcher = YEAR.matcher(name);
        if (!matcher.find()) {
            throw new RefusedFileException(
                    "In " + name
                            + " staat niet van welk jaar het is. Zet het jaar in de naam van het bestand, of vul het bij Wijzigen in.");
        }
        return Integer.parseInt(matcher.group(1));
    }

    private static KwbEdition edition(String typed) throws RefusedFileException {
        Matcher matcher = TABLE.matcher(typed);
        if (!matcher.matches()) {
            throw new RefusedFileException("\"" + typed + "\" is geen code van een tabel, zoals 84799NED.");
        }
        String id = matcher.group(1);
        int year = matcher.group(2) != null
                ? Integer.parseInt(matcher.group(2))
                : CbsTables.of(id)
                        .filter(table -> table.series().equals(SERIES))
                        .map(CbsTables.Known::from)
                        .orElse(0);
        if (year == 0) {
            throw new RefusedFileException("Van welk jaar tabel " + id
                    + " is, is niet bekend. Schrijf het jaar erachter, bijvoorbeeld " + id + " 2024.");
        }
        return new KwbEdition(year, id);
    }

    private static List<KwbTopic> topics(Wanted wanted) throws RefusedFileException {
        List<KwbTopic> topics = new ArrayList<>();
        for (String typed : wanted.topics()) {
            topics.add(
                    KwbTopics.all().stream()
                            .filter(topic -> topic.label().equalsIgnoreCase(typed))
                            .findFirst()
                            .or(() -> KwbTopics.byColumn(typed))
                            .orElseThrow(
                                    () -> new RefusedFileException(
                                            "Onderwerp " + typed
                                                    + " kent Leercirkel niet bij kerncijfers. Kies bij Wijzigen bijvoorbeeld Aantal inwoners.")));
        }
        return topics.isEmpty() ? KwbTopics.all() : topics.stream().distinct().toList();
    }

    private static List<Field> fields(Wanted wanted, List<KwbTopic> topics) throws RefusedFileException {
        Fields fields = new Fields();
        if (wanted.areas()) {
            fields.key("Gebied", FieldType.TEXT);
            fields.optional("Soort gebied", FieldType.TEXT);
            fields.optional(Fields.MUNICIPALITY, FieldType.MUNICIPALITY);
        } else {
            fields.key(Fields.MUNICIPALITY, FieldType.MUNICIPALITY);
        }
        fields.key(Fields.PERIOD, FieldType.PERIOD);
        for (KwbTopic topic : topics) {
            switch (topic.kind()) {
                case COUNT -> fields.number(topic.label(), topic.id(), topic.unit(), FieldType.WHOLE);
                case SHARE -> fields.number(topic.label(), topic.id(), "%", FieldType.PERCENTAGE);
                case PER_THOUSAND -> fields.number(topic.label(), topic.id(), "per 1.000", FieldType.NUMBER);
                case AVERAGE ->
                    fields.number(topic.label(), topic.id(), Units.of("gemiddeld", topic.unit()), FieldType.NUMBER);
                case CODE -> fields.text(topic.label(), topic.id());
            }
        }
        return fields.list();
    }

    private void read(Path file, KwbEdition edition) throws IOException, RefusedFileException {
        Findings findings = new Findings();
        try (InputStream in = new BufferedInputStream(Files.newInputStream(file), 1 << 16)) {
            boolean complete = KwbReader.read(in, edition, this::row, findings);
            Told.requireGood(findings, complete);
        }
    }

    private void row(KwbRow row) {
        Area area = row.area();
        if (!wanted.areas() && area.kind() != Area.Kind.MUNICIPALITY) {
            return;
        }
        String municipality = area.municipalityCode().orElse("");
        if (!filter.accepts(Fields.MUNICIPALITY, municipality) || !filter.accepts("Gebied", area.code())) {
            return;
        }
        List<String> cells = new ArrayList<>();
        if (wanted.areas()) {
            cells.add(area.code());
            cells.add(label(area.kind()));
        }
        cells.add(municipality);
        cells.add(Integer.toString(row.edition().year()));
        for (KwbTopic topic : topics) {
            Figure published = row.figure(topic);
            cells.add(TableWriter.number(published));
            if (topic.kind() != KwbTopic.Kind.CODE) {
                cells.add(reason(row, topic, published));
            }
        }
        out.row(cells);
    }

    private String reason(KwbRow row, KwbTopic topic, Figure published) {
        int year = row.edition().year();
        boolean number = published instanceof Figure.Known;
        return Reasons.text(number && year != latest ? row.comparedWith(topic, latest) : published);
    }

    private static String label(Area.Kind kind) {
        return switch (kind) {
            case COUNTRY -> "land";
            case MUNICIPALITY -> "gemeente";
            case DISTRICT -> "wijk";
            case NEIGHBOURHOOD -> "buurt";
        };
    }
}
