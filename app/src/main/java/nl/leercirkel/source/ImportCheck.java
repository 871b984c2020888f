package nl.leercirkel.source;

import java.io.IOException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import nl.leercirkel.job.JobKind;
import nl.leercirkel.job.JobProgress;
import nl.leercirkel.job.JobResult;
import nl.leercirkel.privacy.KeysUnavailableException;
import nl.leercirkel.security.Right;
import nl.leercirkel.source.Import.State;
import nl.leercirkel.source.check.Definition;
import nl.leercirkel.source.quality.QualityReport;
import nl.leercirkel.source.table.TableFile;
import nl.leercirkel.spreadsheet.FileContent;
import nl.leercirkel.spreadsheet.RefusedFileException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Checks all rows of a file and brings the good ones into a staged version, which nobody sees before it is decided about.
 * Broken off at any moment it goes on where its last batch was committed: batch and mark are one transaction.
 */
@Component
class ImportCheck implements JobKind<ImportCheck.Work> {
    private static final ZoneId ZONE = ZoneId.of("Europe/Amsterdam");

    private final DatasetStore store;
    private final ImportStore imports;
    private final VersionStore versions;
    private final Staging staging;
    private final QualityCheck quality;
    private final ImportFiles files;
    private final PersonFields persons;
    private final TransactionTemplate transactions;
    private final Clock clock;

    ImportCheck(
            DatasetStore store,
            ImportStore imports,
            VersionStore versions,
            Staging staging,
            QualityCheck quality,
            ImportFiles files,
            PersonFields persons,
            PlatformTransactionManager transactionManager,
            Clock clock) {
        this.store = store;
        this.imports = imports;
        this.versions = versions;
        this.staging = staging;
        this.quality = quality;
        this.files = files;
        this.persons = persons;
        this.transactions = new TransactionTemplate(transactionManager);
        this.clock = clock;
    }

    record Work(UUID importId) {}

    /** What a run knows of its import when it begins. */
    private record Begun(Import from, UUID version, Definition definition) {}

    @Override
    public String name() {
        return "source-import-check";
    }

    @Override
    public Class<Work> parameterType() {
        return Work.class;
    }

    @Override
    public Right right() {
        return Right.DATASET_MANAGE;
    }

    @Override
    public boolean restartable() {
        return true;
    }

    @Override
    public JobResult run(Work work, JobProgress progress) throws IOException {
        Optional<Begun> found = transactions.execute(status -> begin(work.importId()));
        if (found.isEmpty()) {
            return new JobResult.Failed("Dit bestand wacht niet meer op controle: het is al opgeslagen of weggegooid.");
        }
        Begun begun = found.get();
        try {
            List<String> notes = begun.from.mendsVersionId() == null ? read(begun, progress) : copy(begun, progress);
            return finish(begun, notes, progress);
        } catch (RefusedFileException refused) {
            transactions.executeWithoutResult(status -> refuse(begun, refused.reason()));
            return new JobResult.Failed(refused.reason() + " Er is niets opgeslagen.");
        } catch (KeysUnavailableException unavailable) {
            return new JobResult.Failed(unavailable.dutchMessage());
        }
    }

    private Optional<Begun> begin(UUID importId) {
        Optional<Import> locked = imports.lock(importId).filter(from -> from.state() == State.CHECKING);
        if (locked.isEmpty()) {
            return Optional.empty();
        }
        Import from = locked.get();
        Dataset dataset = store.find(from.datasetId()).orElseThrow();
        UUID version = from.versionId();
        if (version == null) {
            version = versions.stage(from, dataset);
            imports.setVersion(importId, version);
        }
        // what was promised when the checking began holds until its end
        Definition definition = versions.definition(version);
        return Optional.of(new Begun(from, version, definition));
    }

    private List<String> read(Begun begun, JobProgress progress) throws IOException, RefusedFileException {
        Optional<FileContent> found = transactions.execute(status -> files.find(begun.from));
        FileContent file = found.orElseThrow(ImportFiles::gone);
        Intake intake = new Intake(
                begun.from,
                begun.definition,
                LocalDate.ofInstant(clock.instant(), ZONE),
                batch -> store(begun, batch, progress));
        TableFile.read(file, begun.from.options(), intake);
        intake.end();
        return intake.notes();
    }

    private void store(Begun begun, Intake.Batch batch, JobProgress progress) {
        transactions.executeWithoutResult(status -> {
            boolean ours = imports.advance(
                    begun.from.id(),
                    batch.from(),
                    batch.to(),
                    batch.good().size(),
                    batch.refused().size());
            if (!ours) {
                throw new IllegalStateException("Import " + begun.from.id() + " goes on elsewhere");
            }
            PersonFields.Rows rows = persons.exchange(begun.from, begun.definition, batch.good(), batch.refused());
            staging.add(begun.from.authorityId(), begun.version, rows.good());
            staging.refuse(begun.from.authorityId(), begun.version, rows.refused());
        });
        progress.update(
                batch.to(), 0, batch.seen() + " rijen gecontroleerd, waarvan " + batch.refusedSoFar() + " geweigerd");
    }

    private List<String> copy(Begun begun, JobProgress progress) {
        progress.update(0, 0, "De opgeslagen rijen worden klaargezet");
        UUID mended = begun.from.mendsVersionId();
        if (mended != null && begun.from.rowReached() == 0) {
            transactions.executeWithoutResult(status -> {
                if (!imports.advance(begun.from.id(), 0, 1, 0, 0)) {
                    throw new IllegalStateException("Import " + begun.from.id() + " goes on elsewhere");
                }
                staging.copyVersion(mended, begun.version);
            });
        }
        return List.of();
    }

    private JobResult finish(Begun begun, List<String> notes, JobProgress progress) {
        progress.update(0, 0, "Dubbele sleutels worden gezocht");
        String keys = begun.definition.keys().stream()
                .map(at -> begun.definition.fields().get(at).name())
                .collect(Collectors.joining(", "));
        String place = begun.from.options().place(0).replaceFirst("0$", "%s");
        transactions.executeWithoutResult(status -> staging.refuseDuplicates(begun.version, keys, place));
        progress.update(0, 0, "Het kwaliteitsrapport wordt gemaakt");
        QualityReport report = transactions.execute(status -> quality.report(
                begun.from.datasetId(),
                begun.version,
                begun.definition,
                rows -> progress.update(rows, 0, "Het kwaliteitsrapport wordt gemaakt")));
        return transactions.execute(status -> {
            long good = staging.countGood(begun.version);
            long refused = staging.countRefused(begun.version);
            versions.describe(begun.version, notes, report);
            imports.count(begun.from.id(), good, refused);
            imports.settle(begun.from.id(), State.CHECKED, "");
            return new JobResult.Done(
                    refused == 0
                            ? "Alle " + good + " rijen zijn goed. Beslis of ze worden opgeslagen."
                            : good + " rijen zijn goed, " + refused + " zijn geweigerd. Beslis wat er gebeurt.",
                    begun.from.path(),
                    null);
        });
    }

    private void refuse(Begun begun, String reason) {
        imports.lock(begun.from.id());
        imports.setVersion(begun.from.id(), null);
        versions.discard(begun.version);
        imports.settle(begun.from.id(), State.REFUSED, reason);
    }
}
