package nl.leercirkel.source;

import java.io.IOException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import nl.leercirkel.security.Sha256;
import nl.leercirkel.shell.NotFoundException;
import nl.leercirkel.source.Import.State;
import nl.leercirkel.source.check.CellError;
import nl.leercirkel.source.check.CheckedRow;
import nl.leercirkel.source.check.Definition;
import nl.leercirkel.source.check.Mapping;
import nl.leercirkel.source.check.RowChecker;
import nl.leercirkel.source.table.Preview;
import nl.leercirkel.source.table.TableInspector;
import nl.leercirkel.source.table.TableOptions;
import nl.leercirkel.spreadsheet.FileContent;
import nl.leercirkel.spreadsheet.RefusedFileException;
import nl.leercirkel.spreadsheet.SheetCell;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Mends refused rows of an import before it is decided about: one on the page, or many by a file. */
@Service
class Mending {
    /** The column of the file with refused rows that says which row it was. */
    static final String ROW = "Rij";

    static final String ERROR = "Wat er niet klopt";
    private static final ZoneId ZONE = ZoneId.of("Europe/Amsterdam");
    private static final int MOST = 100_000;

    private final ImportStore imports;
    private final VersionStore versions;
    private final Staging staging;
    private final PersonFields persons;
    private final Clock clock;

    Mending(ImportStore imports, VersionStore versions, Staging staging, PersonFields persons, Clock clock) {
        this.imports = imports;
        this.versions = versions;
        this.staging = staging;
        this.persons = persons;
        this.clock = clock;
    }

    /** How many rows were mended, and how many are still wrong. */
    record Mended(int good, int wrong) {}

    @Transactional
    public Mended mend(UUID importId, Map<Long, List<String>> rows) {
        Imports.requireRight();
        Import of = imports.lock(importId)
                .filter(found -> found.state() == State.CHECKED)
                .orElseThrow(() -> new NotFoundException("import " + importId));
        UUID version = of.versionId();
        if (version == null) {
            throw new NotFoundException("import " + importId);
        }
        Definition definition = versions.definition(version);
        RowChecker checker = checker(of, definition, LocalDate.ofInstant(clock.instant(), ZONE));
        List<CheckedRow.Good> good = new ArrayList<>();
        int wrong = 0;
        StringBuilder content = new StringBuilder(versions.fingerprint(version));
        Map<String, Long> keys = new LinkedHashMap<>();
        for (Map.Entry<Long, List<String>> row : rows.entrySet()) {
            Optional<Staging.Refusal> before = staging.refusal(version, row.getKey());
            if (before.isEmpty()) {
                continue;
            }
            CheckedRow checked = withPersons(
                    of,
                    definition,
                    checker.checkMended(
                            row.getKey(), row.getValue(), before.get().written()));
            if (checked instanceof CheckedRow.Good fine) {
                checked = unlessKnown(of, version, definition, fine, row.getValue(), keys);
            }
            switch (checked) {
                case CheckedRow.Good fine -> {
                    good.add(fine);
                    staging.removeRefusal(version, fine.number());
                    content.append('\n').append(fine.number()).append(Arrays.toString(fine.values()));
                }
                case CheckedRow.Refused refused -> {
                    staging.updateRefusal(version, refused);
                    wrong++;
                }
            }
        }
        if (!good.isEmpty()) {
            staging.add(of.authorityId(), version, good);
            versions.setFingerprint(version, Sha256.hexOf(content.toString()));
            versions.forgetQuality(version);
            imports.count(importId, of.rowsGood() + good.size(), of.rowsRefused() - good.size());
        }
        return new Mended(good.size(), wrong);
    }

    private CheckedRow unlessKnown(
            Import of,
            UUID version,
            Definition definition,
            CheckedRow.Good row,
            List<String> written,
            Map<String, Long> keys) {
        String key = row.key();
        if (key == null) {
            return row;
        }
        Optional<Long> other =
                staging.withKey(version, key).or(() -> Optional.ofNullable(keys.putIfAbsent(key, row.number())));
        return other.<CheckedRow>map(taken -> new CheckedRow.Refused(
                        row.number(),
                        kept(definition, row, written),
                        List.of(new CellError(
                                -1,
                                of.options().place(row.number()),
                                "De sleutel van deze rij staat al op rij " + taken
                                        + ". Wijzig de sleutel, of laat de rij weg."))))
                .orElse(row);
    }

    private CheckedRow withPersons(Import of, Definition definition, CheckedRow row) {
        return switch (row) {
            case CheckedRow.Good good ->
                persons.exchange(of, definition, List.of(good), List.of())
                        .good()
                        .getFirst();
            case CheckedRow.Refused refused ->
                persons.exchange(of, definition, List.of(), List.of(refused))
                        .refused()
                        .getFirst();
        };
    }

    /** What was typed, but for what is not kept as it was typed. */
    private static List<String> kept(Definition definition, CheckedRow.Good row, List<String> written) {
        List<String> kept = new ArrayList<>(written);
        for (int at = 0; at < kept.size(); at++) {
            if (definition.fields().get(at).type().isPersonal()) {
                String value = row.values()[at];
                kept.set(at, value == null ? "" : value);
            }
        }
        return kept;
    }

    private static RowChecker checker(Import of, Definition definition, LocalDate today) {
        return new RowChecker(definition, Mapping.NONE, of.options(), List.of(), today);
    }

    /** Mends by a file with the columns of {@link RefusedRowsFile}. */
    @Transactional(rollbackFor = RefusedFileException.class)
    public Mended mend(Import of, FileContent file) throws IOException, RefusedFileException {
        Imports.requireRight();
        UUID version = of.versionId();
        if (version == null) {
            throw new NotFoundException("import " + of.id());
        }
        Definition definition = versions.definition(version);
        TableOptions options = TableInspector.guess(file);
        Preview content = TableInspector.preview(file, options, MOST);
        int number = content.columns().indexOf(ROW);
        if (number < 0) {
            throw new RefusedFileException("In dit bestand ontbreekt de kolom " + ROW
                    + ". Gebruik het bestand met geweigerde rijen dat u hier kunt meenemen.");
        }
        Map<Long, List<String>> rows = new LinkedHashMap<>();
        for (Preview.Row row : content.rows()) {
            long which = rowNumber(row.cells().get(number), options.place(row.number(), number));
            Optional<Staging.Refusal> before = staging.refusal(version, which);
            if (before.isEmpty()) {
                throw new RefusedFileException(options.place(row.number(), number) + ": rij " + which
                        + " is niet (meer) geweigerd. Neem de geweigerde rijen opnieuw mee.");
            }
            List<String> written = new ArrayList<>();
            for (int at = 0; at < definition.fields().size(); at++) {
                int place =
                        content.columns().indexOf(definition.fields().get(at).name());
                SheetCell cell = place < 0 ? SheetCell.EMPTY : row.cells().get(place);
                written.add(place < 0 ? before.get().written().get(at) : text(cell, of));
            }
            rows.put(which, written);
        }
        return mend(of.id(), rows);
    }

    /** As it would stand in the file of the import. An apostrophe was put before what looks like a formula. */
    private static String text(SheetCell cell, Import of) {
        boolean number = cell.kind() == SheetCell.Kind.NUMBER;
        boolean comma = of.options().decimal() == nl.leercirkel.source.table.DecimalMark.COMMA;
        String text = number && comma ? cell.text().replace('.', ',') : cell.text();
        return text.startsWith("'") ? text.substring(1) : text;
    }

    private static long rowNumber(SheetCell cell, String place) throws RefusedFileException {
        if (!cell.text().matches("\\d{1,9}")) {
            throw new RefusedFileException(place + ": verwacht het nummer van een geweigerde rij.");
        }
        return Long.parseLong(cell.text());
    }
}
