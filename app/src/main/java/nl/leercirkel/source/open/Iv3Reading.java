package nl.leercirkel.source.open;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.LongConsumer;
import nl.leercirkel.source.check.Field;
import nl.leercirkel.source.check.FieldType;
import nl.leercirkel.source.table.TableFile;
import nl.leercirkel.source.table.TableKind;
import nl.leercirkel.spreadsheet.FileContent;
import nl.leercirkel.spreadsheet.RefusedFileException;
import nl.leercirkel.standards.cbs.CbsClient;
import nl.leercirkel.standards.figure.Figure;
import nl.leercirkel.standards.iv3.Iv3Cell;
import nl.leercirkel.standards.iv3.Iv3Data;
import nl.leercirkel.standards.iv3.Iv3Files;
import nl.leercirkel.standards.iv3.Iv3Row;
import nl.leercirkel.standards.iv3.Iv3Section;
import nl.leercirkel.standards.iv3.Iv3Tables;
import nl.leercirkel.standards.table.Findings;

/** What municipalities spend and receive, per task field and category, in euros. Task fields stay as those of their year. */
final class Iv3Reading {
    private static final String REPORT = "Verslagsoort";
    private static final String SECTION = "Onderdeel";
    private static final String TASK_FIELD = "Taakveld";
    private static final String CATEGORY = "Categorie";
    private static final String COSTS = "lasten";
    private static final String INCOME = "baten";

    private final Filter filter;
    private final TableWriter out;

    private Iv3Reading(Wanted wanted, TableWriter out) throws RefusedFileException {
        this.filter = new Filter(wanted.filters());
        this.out = out;
        filter.requireKnown(List.of(Fields.MUNICIPALITY, Fields.PERIOD, REPORT, SECTION, TASK_FIELD, CATEGORY));
    }

    static Taken fromService(Wanted wanted, CbsClient client, Path target, Path scratch, LongConsumer progress)
            throws IOException, RefusedFileException {
        String id = wanted.tables().getFirst();
        RawTable.save(client, id, true, scratch, progress);
        return table(wanted, scratch, "iv3-" + id + ".csv", wanted.year(), target, progress);
    }

    static Taken fromFile(Wanted wanted, Path file, String name, Path target, LongConsumer progress)
            throws IOException, RefusedFileException {
        if (TableFile.kind(FileContent.of(file)) == TableKind.JSON) {
            return data(wanted, file, name, target, progress);
        }
        return table(wanted, file, name, wanted.year(), target, progress);
    }

    private static Taken table(Wanted wanted, Path file, String name, int year, Path target, LongConsumer progress)
            throws IOException, RefusedFileException {
        return taken(
                wanted,
                file,
                name,
                target,
                progress,
                (in, reading, findings) -> Iv3Tables.read(in, year, reading::row, findings));
    }

    /** The data file of one municipality. */
    private static Taken data(Wanted wanted, Path file, String name, Path target, LongConsumer progress)
            throws IOException, RefusedFileException {
        return taken(wanted, file, name, target, progress, (in, reading, findings) -> {
            Optional<Iv3Data> data = Iv3Files.read(in, findings);
            Told.requireGood(findings, data.isPresent());
            data.ifPresent(reading::cells);
            return true;
        });
    }

    /** Hands the rows of a file to the reading; false where the file could not be read to its end. */
    private interface Rows {
        boolean read(InputStream in, Iv3Reading reading, Findings findings) throws IOException, RefusedFileException;
    }

    private static Taken taken(Wanted wanted, Path file, String name, Path target, LongConsumer progress, Rows rows)
            throws IOException, RefusedFileException {
        Findings findings = new Findings();
        List<Field> fields = fields();
        try (TableWriter out = new TableWriter(target, progress);
                InputStream in = new BufferedInputStream(Files.newInputStream(file), 1 << 16)) {
            out.header(fields);
            boolean complete = rows.read(in, new Iv3Reading(wanted, out), findings);
            Told.requireGood(findings, complete);
            requireRows(out, name);
        }
        return new Taken(name, false, fields, true);
    }

    private static void requireRows(TableWriter out, String name) throws RefusedFileException {
        if (out.rows() == 0) {
            throw new RefusedFileException(
                    name + " geeft geen enkele rij met deze keuze. Controleer bij Wijzigen het filter.");
        }
    }

    private static List<Field> fields() throws RefusedFileException {
        Fields fields = new Fields();
        fields.key(Fields.MUNICIPALITY, FieldType.MUNICIPALITY);
        fields.key(Fields.PERIOD, FieldType.PERIOD);
        fields.dimension(REPORT, List.of(), "");
        fields.dimension(SECTION, List.of(), "");
        fields.dimension(TASK_FIELD, List.of(), "");
        fields.dimension(CATEGORY, List.of(), "");
        fields.number("Bedrag", "euro", "euro", FieldType.MONEY);
        return fields.list();
    }

    private void row(Iv3Row row) {
        String section = row.section() == Iv3Section.INCOME ? INCOME : COSTS;
        write(row.municipality(), row.year(), row.report(), section, row.taskField(), row.category(), row.euros());
    }

    private void cells(Iv3Data data) {
        String report = data.metadata().report().label()
                + (data.metadata().period() > 0 && data.metadata().period() < 5
                        ? " " + data.metadata().period()
                        : "");
        for (Iv3Section section : List.of(Iv3Section.COSTS, Iv3Section.INCOME)) {
            for (Iv3Cell cell : data.cells(section)) {
                write(
                        data.metadata().number(),
                        data.metadata().year(),
                        report,
                        section == Iv3Section.INCOME ? INCOME : COSTS,
                        cell.row(),
                        cell.column(),
                        Figure.of(cell.value()));
            }
        }
    }

    private void write(
            String municipality,
            int year,
            String report,
            String section,
            String taskField,
            String category,
            Figure amount) {
        if (filter.accepts(Fields.MUNICIPALITY, municipality)
                && filter.accepts(Fields.PERIOD, Integer.toString(year))
                && filter.accepts(REPORT, report)
                && filter.accepts(SECTION, section)
                && filter.accepts(TASK_FIELD, taskField)
                && filter.accepts(CATEGORY, category)) {
            out.row(List.of(
                    municipality,
                    Integer.toString(year),
                    report,
                    section,
                    taskField,
                    category,
                    TableWriter.number(amount),
                    Reasons.text(amount)));
        }
    }
}
