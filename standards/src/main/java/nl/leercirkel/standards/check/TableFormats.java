package nl.leercirkel.standards.check;

import java.io.InputStream;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.function.Predicate;
import nl.leercirkel.standards.bij.BijCheck;
import nl.leercirkel.standards.bij.BijLayout;
import nl.leercirkel.standards.bij.BijReader;
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
            new BijColumns(),
            new BijPositions(),
            new KwbWide(),
            new KwbLong(),
            new Iv3DefinitionFile(),
            new Iv3DataFile(),
            new Iv3Table(),
            new CbsExport(),
            new CbsAnswerFile());

    private TableFormats() {}

    public static List<FileFormat> all() {
        return ALL;
    }

    public static Optional<FileFormat> detect(FileStart start, CheckOptions options) {
        return ALL.stream().filter(format -> format.recognises(start, options)).findFirst();
    }

    private static boolean anyHeader(FileStart start, Predicate<List<String>> header) {
        return start.headers().stream().anyMatch(header);
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
        AtomicLong records = new AtomicLong();
        boolean complete = new BijReader(layout)
                .read(
                        in,
                        (record, place) -> {
                            records.incrementAndGet();
                            check.accept(record, place);
                        },
                        findings);
        return new FileFormat.Checked(records.get(), complete);
    }

    private static BijLayout layout(CheckOptions options, BijLayout.Kind kind, BijLayout own) {
        return options.layout().filter(given -> given.kind() == kind).orElse(own);
    }

    private record BijColumns() implements FileFormat {
        @Override
        public String name() {
            return "Beleidsinformatie Jeugd, in kolommen";
        }

        @Override
        public boolean recognises(FileStart start, CheckOptions options) {
            return anyHeader(start, new BijReader(layout(options))::isHeader);
        }

        @Override
        public Checked check(InputStream in, CheckOptions options, Consumer<? super Finding> findings) {
            return bij(layout(options), in, options, findings);
        }

        private static BijLayout layout(CheckOptions options) {
            return TableFormats.layout(options, BijLayout.Kind.COLUMNS, BijLayout.ownColumns());
        }
    }

    private record BijPositions() implements FileFormat {
        @Override
        public String name() {
            return "Beleidsinformatie Jeugd, op vaste posities";
        }

        @Override
        public boolean recognises(FileStart start, CheckOptions options) {
            return start.text().replaceFirst("^ï»¿", "").matches("(?s)\\s*(JH |JB |JR |PJK|ORG)[\\d ].*");
        }

        @Override
        public Checked check(InputStream in, CheckOptions options, Consumer<? super Finding> findings) {
            return bij(
                    TableFormats.layout(options, BijLayout.Kind.POSITIONS, BijLayout.ownPositions()),
                    in,
                    options,
                    findings);
        }
    }

    private record KwbWide() implements FileFormat {
        @Override
        public String name() {
            return "Kerncijfers wijken en buurten";
        }

        @Override
        public boolean recognises(FileStart start, CheckOptions options) {
            return anyHeader(start, KwbReader::isWide);
        }

        @Override
        public Checked check(InputStream in, CheckOptions options, Consumer<? super Finding> findings) {
            AtomicLong rows = new AtomicLong();
            // the edition changes nothing about what is right within a file
            int year = options.year() == 0 ? KwbEdition.FIRST : options.year();
            boolean complete = KwbReader.read(in, new KwbEdition(year, ""), row -> rows.incrementAndGet(), findings);
            return new Checked(rows.get(), complete);
        }
    }

    private record KwbLong() implements FileFormat {
        @Override
        public String name() {
            return "Kerncijfers wijken en buurten, waarnemingen";
        }

        @Override
        public boolean recognises(FileStart start, CheckOptions options) {
            return anyHeader(start, KwbReader::isLong);
        }

        @Override
        public Checked check(InputStream in, CheckOptions options, Consumer<? super Finding> findings) {
            AtomicLong cells = new AtomicLong();
            boolean complete = KwbReader.readObservations(in, cell -> cells.incrementAndGet(), findings);
            return new Checked(cells.get(), complete);
        }
    }

    private record Iv3DefinitionFile() implements FileFormat {
        @Override
        public String name() {
            return "Iv3, definitiebestand";
        }

        @Override
        public boolean recognises(FileStart start, CheckOptions options) {
            return start.isJson() && start.text().contains("\"codelijsten\"");
        }

        @Override
        public Checked check(InputStream in, CheckOptions options, Consumer<? super Finding> findings) {
            Optional<Iv3Definition> definition = Iv3Definition.read(in, findings);
            return new Checked(
                    definition
                            .map(d -> d.lists().values().stream()
                                    .mapToLong(List::size)
                                    .sum())
                            .orElse(0L),
                    definition.isPresent());
        }
    }

    private record Iv3DataFile() implements FileFormat {
        @Override
        public String name() {
            return "Iv3, gegevens van een gemeente";
        }

        @Override
        public boolean recognises(FileStart start, CheckOptions options) {
            return start.isJson() && start.text().contains("\"overheidsnummer\"");
        }

        @Override
        public Checked check(InputStream in, CheckOptions options, Consumer<? super Finding> findings) {
            Optional<Iv3Data> data = Iv3Files.read(in, findings);
            data.ifPresent(file -> Iv3Check.check(file, options.definition().orElse(null), findings));
            return new Checked(data.map(file -> (long) file.cells().size()).orElse(0L), data.isPresent());
        }
    }

    private record Iv3Table() implements FileFormat {
        @Override
        public String name() {
            return "Iv3, tabel van gemeenten";
        }

        @Override
        public boolean recognises(FileStart start, CheckOptions options) {
            return anyHeader(start, Iv3Tables::isHeader);
        }

        @Override
        public Checked check(InputStream in, CheckOptions options, Consumer<? super Finding> findings) {
            AtomicLong rows = new AtomicLong();
            if (options.year() == 0) {
                findings.accept(Finding.note(
                        "IV3-GEEN-JAAR",
                        Place.FILE,
                        "Het jaar is niet opgegeven; als de tabel geen kolom jaar heeft, weet niemand van wanneer de bedragen"
                                + " zijn."));
            }
            // what is right within a table does not depend on the year
            int year = options.year() == 0 ? TaskFields.LAST_YEAR : options.year();
            boolean complete = Iv3Tables.read(in, year, row -> rows.incrementAndGet(), findings);
            return new Checked(rows.get(), complete);
        }
    }

    private record CbsExport() implements FileFormat {
        @Override
        public String name() {
            return "CBS-tabel, export";
        }

        @Override
        public boolean recognises(FileStart start, CheckOptions options) {
            return anyHeader(start, CbsCsv::isHeader);
        }

        @Override
        public Checked check(InputStream in, CheckOptions options, Consumer<? super Finding> findings) {
            AtomicLong lines = new AtomicLong();
            boolean complete = CbsCsv.read(in, line -> lines.incrementAndGet(), findings);
            return new Checked(lines.get(), complete);
        }
    }

    private record CbsAnswerFile() implements FileFormat {
        @Override
        public String name() {
            return "CBS-tabel, opgeslagen antwoord";
        }

        @Override
        public boolean recognises(FileStart start, CheckOptions options) {
            String text = start.text();
            return start.isJson() && (text.contains("odata.metadata") || text.contains("@odata.context"));
        }

        @Override
        public Checked check(InputStream in, CheckOptions options, Consumer<? super Finding> findings) {
            AtomicLong rows = new AtomicLong();
            boolean complete = CbsFiles.read(in, row -> rows.incrementAndGet(), findings);
            return new Checked(rows.get(), complete);
        }
    }
}
