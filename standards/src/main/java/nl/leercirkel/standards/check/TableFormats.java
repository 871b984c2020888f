package nl.leercirkel.standards.check;

import java.io.InputStream;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BiPredicate;
import java.util.function.Consumer;
import java.util.function.Predicate;
import nl.leercirkel.standards.bij.BijCheck;
import nl.leercirkel.standards.bij.BijLayout;
import nl.leercirkel.standards.bij.BijReader;
import nl.leercirkel.standards.bij.EndReasonMapping;
import nl.leercirkel.standards.bij.HelpFormTable;
import nl.leercirkel.standards.cbs.CbsCsv;
import nl.leercirkel.standards.cbs.CbsFiles;
import nl.leercirkel.standards.iv3.Iv3Check;
import nl.leercirkel.standards.iv3.Iv3Data;
import nl.leercirkel.standards.iv3.Iv3Definition;
import nl.leercirkel.standards.iv3.Iv3Files;
import nl.leercirkel.standards.iv3.Iv3Tables;
import nl.leercirkel.standards.iv3.TaskFields;
import nl.leercirkel.standards.kwb.KwbEdition;
import nl.leercirkel.standards.kwb.KwbReader;
import nl.leercirkel.standards.table.Finding;
import nl.leercirkel.standards.table.Place;

/** The table files this library knows, in the order in which they are tried. */
public final class TableFormats {

    private static final List<FileFormat> ALL = List.of(
            new Known(
                    "Beleidsinformatie Jeugd, in kolommen",
                    (start, options) -> anyHeader(start, new BijReader(columns(options))::isHeader),
                    (in, options, findings) -> bij(columns(options), in, options, findings)),
            new Known(
                    "Beleidsinformatie Jeugd, op vaste posities",
                    (start, options) ->
                            start.text().replaceFirst("^ï»¿", "").matches("(?s)\\s*(JH |JB |JR |PJK|ORG)[\\d ].*"),
                    (in, options, findings) -> bij(
                            layout(options, BijLayout.Kind.POSITIONS, BijLayout.ownPositions()),
                            in,
                            options,
                            findings)),
            byHeader(
                    "Beleidsinformatie Jeugd, redenen van beëindiging",
                    EndReasonMapping::isHeader,
                    (in, options, findings) -> ofOptional(EndReasonMapping.load(in, findings)
                            .map(table -> table.entries().size()))),
            byHeader(
                    "Beleidsinformatie Jeugd, hulpvormen van producten",
                    HelpFormTable::isHeader,
                    (in, options, findings) -> ofOptional(HelpFormTable.load(in, findings)
                            .map(table -> table.entries().size()))),
            byHeader("Kerncijfers wijken en buurten", KwbReader::isWide, TableFormats::keyFigures),
            byHeader(
                    "Kerncijfers wijken en buurten, waarnemingen",
                    KwbReader::isLong,
                    (in, options, findings) ->
                            counted(seen -> KwbReader.readObservations(in, cell -> seen.run(), findings))),
            new Known(
                    "Iv3, definitiebestand",
                    (start, options) -> start.isJson() && start.text().contains("\"codelijsten\""),
                    (in, options, findings) ->
                            ofOptional(Iv3Definition.read(in, findings).map(TableFormats::codes))),
            new Known(
                    "Iv3, gegevens van een gemeente",
                    (start, options) -> start.isJson() && start.text().contains("\"overheidsnummer\""),
                    TableFormats::municipalData),
            byHeader("Iv3, tabel van gemeenten", Iv3Tables::isHeader, TableFormats::municipalTable),
            byHeader(
                    "CBS-tabel, export",
                    CbsCsv::isHeader,
                    (in, options, findings) -> counted(seen -> CbsCsv.read(in, line -> seen.run(), findings))),
            new Known(
                    "CBS-tabel, opgeslagen antwoord",
                    (start, options) -> start.isJson()
                            && (start.text().contains("odata.metadata")
                                    || start.text().contains("@odata.context")),
                    (in, options, findings) -> counted(seen -> CbsFiles.read(in, row -> seen.run(), findings))));

    private TableFormats() {}

    /** Checks a file from its first byte. */
    @FunctionalInterface
    private interface Check {
        FileFormat.Checked check(InputStream in, CheckOptions options, Consumer<? super Finding> findings);
    }

    private record Known(String name, BiPredicate<FileStart, CheckOptions> recognised, Check reading)
            implements FileFormat {
        @Override
        public boolean recognises(FileStart start, CheckOptions options) {
            return recognised.test(start, options);
        }

        @Override
        public Checked check(InputStream in, CheckOptions options, Consumer<? super Finding> findings) {
            return reading.check(in, options, findings);
        }
    }

    public static List<FileFormat> all() {
        return ALL;
    }

    public static Optional<FileFormat> detect(FileStart start, CheckOptions options) {
        return ALL.stream().filter(format -> format.recognises(start, options)).findFirst();
    }

    private static FileFormat byHeader(String name, Predicate<List<String>> header, Check reading) {
        return new Known(name, (start, options) -> anyHeader(start, header), reading);
    }

    private static boolean anyHeader(FileStart start, Predicate<List<String>> header) {
        return start.headers().stream().anyMatch(header);
    }

    /** Reads with a counter that runs once for each record, and answers whether the end was reached. */
    private static FileFormat.Checked counted(Predicate<Runnable> reading) {
        AtomicLong records = new AtomicLong();
        boolean complete = reading.test(records::incrementAndGet);
        return new FileFormat.Checked(records.get(), complete);
    }

    private static FileFormat.Checked ofOptional(Optional<Integer> records) {
        return new FileFormat.Checked(records.orElse(0), records.isPresent());
    }

    private static FileFormat.Checked bij(
            BijLayout layout, InputStream in, CheckOptions options, Consumer<? super Finding> findings) {
        if (options.period().isEmpty()) {
            findings.accept(Finding.note(
                    "BIJ-GEEN-PERIODE",
                    Place.FILE,
                    "De periode van de levering is niet opgegeven; regels over de periode zijn niet gecontroleerd."));
        }
        BijCheck check = new BijCheck(options.period().orElse(null), findings);
        return counted(seen -> new BijReader(layout)
                .read(
                        in,
                        (record, place) -> {
                            seen.run();
                            check.accept(record, place);
                        },
                        findings));
    }

    private static BijLayout columns(CheckOptions options) {
        return layout(options, BijLayout.Kind.COLUMNS, BijLayout.ownColumns());
    }

    private static BijLayout layout(CheckOptions options, BijLayout.Kind kind, BijLayout own) {
        return options.layout().filter(given -> given.kind() == kind).orElse(own);
    }

    private static FileFormat.Checked keyFigures(
            InputStream in, CheckOptions options, Consumer<? super Finding> findings) {
        // the edition changes nothing about what is right within a file
        int year = options.year() == 0 ? KwbEdition.FIRST : options.year();
        return counted(seen -> KwbReader.read(in, new KwbEdition(year, ""), row -> seen.run(), findings));
    }

    private static int codes(Iv3Definition definition) {
        return definition.lists().values().stream().mapToInt(List::size).sum();
    }

    private static FileFormat.Checked municipalData(
            InputStream in, CheckOptions options, Consumer<? super Finding> findings) {
        Optional<Iv3Data> data = Iv3Files.read(in, findings);
        data.ifPresent(file -> Iv3Check.check(file, options.definition().orElse(null), findings));
        return ofOptional(data.map(file -> file.cells().size()));
    }

    private static FileFormat.Checked municipalTable(
            InputStream in, CheckOptions options, Consumer<? super Finding> findings) {
        if (options.year() == 0) {
            findings.accept(Finding.note(
                    "IV3-GEEN-JAAR",
                    Place.FILE,
                    "Het jaar is niet opgegeven; als de tabel geen kolom jaar heeft, weet niemand van wanneer de bedragen"
                            + " zijn."));
        }
        // what is right within a table does not depend on the year
        int year = options.year() == 0 ? TaskFields.LAST_YEAR : options.year();
        return counted(seen -> Iv3Tables.read(in, year, row -> seen.run(), findings));
    }
}
