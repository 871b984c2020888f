package nl.leercirkel.source;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import nl.leercirkel.job.Job;
import nl.leercirkel.job.JobId;
import nl.leercirkel.job.Jobs;
import nl.leercirkel.privacy.SealedFiles;
import nl.leercirkel.privacy.SealedUpload;
import nl.leercirkel.security.Actor;
import nl.leercirkel.security.ActorContext;
import nl.leercirkel.security.Right;
import nl.leercirkel.shell.NotFoundException;
import nl.leercirkel.source.Import.State;
import nl.leercirkel.source.check.Definition;
import nl.leercirkel.source.check.Mapping;
import nl.leercirkel.source.quality.QualityReport;
import nl.leercirkel.source.table.Preview;
import nl.leercirkel.source.table.TableFile;
import nl.leercirkel.source.table.TableInspector;
import nl.leercirkel.source.table.TableOptions;
import nl.leercirkel.spreadsheet.FileContent;
import nl.leercirkel.spreadsheet.RefusedFileException;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The way of a file into a dataset: brought, looked at, checked in the background, decided about. */
@Service
class Imports {
    /** However often somebody looks at a file, it is kept no longer than this. */
    private static final Duration LONGEST_KEPT = SourceCleaning.PATIENCE.multipliedBy(2);

    private final DatasetStore datasets;
    private final VersionStore versions;
    private final ImportStore store;
    private final Staging staging;
    private final QualityCheck quality;
    private final ImportFiles files;
    private final SealedFiles sealed;
    private final FileHash hashes;
    private final ImportCheck check;
    private final Jobs jobs;
    private final Clock clock;

    Imports(
            DatasetStore datasets,
            VersionStore versions,
            ImportStore store,
            Staging staging,
            QualityCheck quality,
            ImportFiles files,
            SealedFiles sealed,
            FileHash hashes,
            ImportCheck check,
            Jobs jobs,
            Clock clock) {
        this.datasets = datasets;
        this.versions = versions;
        this.store = store;
        this.staging = staging;
        this.quality = quality;
        this.files = files;
        this.sealed = sealed;
        this.hashes = hashes;
        this.check = check;
        this.jobs = jobs;
        this.clock = clock;
    }

    /** What became of a file that was brought. */
    sealed interface Brought {
        record Kept(Import kept) implements Brought {}

        /** It is a version already. */
        record Known(Version version) implements Brought {}
    }

    /** What became of a decision. */
    sealed interface Decided {
        record Stored(int number, long rows, long refused) implements Decided {}

        /** The same was stored before, perhaps by somebody else a moment ago. */
        record Same(Version version) implements Decided {}

        /** Somebody stored another version since the file was looked at. */
        record Overtaken(Version by) implements Decided {}

        record NotAllGood() implements Decided {}

        record NotReady() implements Decided {}
    }

    /**
     * Looks at a file and keeps it, encrypted; what cannot be read is not kept.
     *
     * @throws nl.leercirkel.privacy.KeysUnavailableException when there is no key to keep it with
     */
    @Transactional(rollbackFor = RefusedFileException.class)
    public Brought bring(UUID datasetId, String fileName, SealedUpload upload, boolean again)
            throws IOException, RefusedFileException {
        Actor actor = requireRight();
        Dataset dataset = dataset(datasetId);
        String keyed = hashes.keyed(upload);
        Optional<Version> known = again
                ? Optional.empty()
                : versions.ofFile(datasetId, List.of(upload.hash(), keyed), dataset.revision());
        if (known.isPresent()) {
            return new Brought.Known(known.get());
        }
        FileContent file = TableFile.of(upload);
        TableOptions options = TableInspector.guess(file);
        Preview preview = TableInspector.preview(file, options, TableInspector.ROWS);
        boolean persons = PersonFields.any(dataset.definition())
                || !ShownRows.numbers(preview).isEmpty();
        Import kept = new Import(
                UUID.randomUUID(),
                actor.authorityId(),
                datasetId,
                null,
                versions.current(datasetId).map(Version::id).orElse(null),
                null,
                sealed.keep(upload, LONGEST_KEPT),
                actor.accountId(),
                actor.name(),
                fileName,
                persons ? keyed : upload.hash(),
                upload.size(),
                options,
                Mapping.proposed(dataset.definition(), preview.columns(), dataset.mapping()),
                State.LOOKED_AT,
                "",
                null,
                0,
                0,
                0,
                clock.instant());
        store.insert(kept);
        return new Brought.Kept(kept);
    }

    @Transactional(readOnly = true)
    public Optional<Import> find(UUID datasetId, UUID importId) {
        return store.find(datasetId, importId);
    }

    @Transactional(readOnly = true)
    public List<Import> ofDataset(UUID datasetId) {
        return store.ofDataset(datasetId);
    }

    /** The work that checks it, as far as the acting person may see it. */
    Optional<Job> job(Import of) {
        JobId id = of.job();
        return id == null ? Optional.empty() : jobs.find(id);
    }

    /** The beginning of the file, read in the given way. */
    @Transactional(readOnly = true)
    public Preview preview(Import of, TableOptions options) throws RefusedFileException {
        return inMemory(of, file -> TableInspector.preview(file, options, TableInspector.ROWS));
    }

    /** How another sheet is probably to be read. */
    @Transactional(readOnly = true)
    public TableOptions guess(Import of, String sheet) throws RefusedFileException {
        return inMemory(of, file -> TableInspector.guess(file, of.options().kind(), sheet));
    }

    @Transactional(readOnly = true)
    public List<String> sheets(Import of) throws RefusedFileException {
        if (!of.options().kind().hasSheets()) {
            return List.of();
        }
        return inMemory(of, file -> TableFile.sheets(file, of.options().kind()));
    }

    private interface OnFile<T> {
        T apply(FileContent file) throws IOException, RefusedFileException;
    }

    private <T> T inMemory(Import of, OnFile<T> work) throws RefusedFileException {
        try {
            return work.apply(files.find(of).orElseThrow(ImportFiles::gone));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** Keeps how the file is read and which column goes where, without checking yet. */
    @Transactional
    public void choose(Import of, TableOptions options, Mapping mapping) {
        requireRight();
        Import locked = store.lock(of.id()).orElseThrow(() -> new NotFoundException("import " + of.id()));
        unstage(locked);
        store.choose(of.id(), options, mapping);
        store.settle(of.id(), State.LOOKED_AT, "");
    }

    /** Begins checking all rows in the background. */
    @Transactional
    public JobId start(Import of) {
        requireRight();
        Dataset dataset = dataset(of.datasetId());
        JobId job =
                jobs.start(check, "Inlezen: " + dataset.name() + ", " + of.fileName(), new ImportCheck.Work(of.id()));
        store.begin(of.id(), job);
        return job;
    }

    /** Decides about a file that was checked. One transaction: before it the old version counts, after it the new one. */
    @Transactional
    public Decided decide(UUID datasetId, UUID importId, boolean onlyWhenAllGood) {
        Actor actor = requireRight();
        // everybody who decides about this dataset waits here
        if (datasets.lock(datasetId).isEmpty()) {
            throw new NotFoundException("dataset " + datasetId);
        }
        Optional<Import> found =
                store.lock(importId).filter(of -> of.datasetId().equals(datasetId));
        if (found.isEmpty() || found.get().state() != State.CHECKED) {
            return new Decided.NotReady();
        }
        Import of = found.get();
        UUID version = of.versionId();
        if (version == null || of.rowsGood() == 0) {
            return new Decided.NotReady();
        }
        if (onlyWhenAllGood && of.rowsRefused() > 0) {
            return new Decided.NotAllGood();
        }
        Optional<Version> same = versions.withFingerprint(datasetId, versions.fingerprint(version));
        if (same.isPresent()) {
            remove(of);
            return new Decided.Same(same.get());
        }
        Optional<Version> current = versions.current(datasetId);
        UUID currentId = current.map(Version::id).orElse(null);
        if (currentId != null && !currentId.equals(of.baseVersionId())) {
            store.rebase(of.id(), currentId);
            describe(datasetId, version, versions.definition(version));
            return new Decided.Overtaken(current.get());
        }
        if (versions.quality(version).isEmpty()) {
            describe(datasetId, version, versions.definition(version));
        }
        int number = versions.makeCurrent(actor, datasetId, version, of.rowsGood(), of.rowsRefused());
        datasets.remember(datasetId, of.mapping());
        store.delete(of);
        return new Decided.Stored(number, of.rowsGood(), of.rowsRefused());
    }

    private void describe(UUID datasetId, UUID version, Definition definition) {
        QualityReport report = quality.report(datasetId, version, definition, rows -> {});
        versions.describe(version, report);
    }

    @Transactional(readOnly = true)
    public Optional<QualityReport> quality(Import of) {
        UUID version = of.versionId();
        return version == null ? Optional.empty() : versions.quality(version);
    }

    @Transactional(readOnly = true)
    public List<Staging.Refusal> refusals(@Nullable UUID version, int offset, int limit) {
        return version == null ? List.of() : staging.refusals(version, offset, limit);
    }

    /** What the rows are or will be checked by. */
    @Transactional(readOnly = true)
    public Definition definition(Import of) {
        UUID version = of.versionId();
        return version == null ? dataset(of.datasetId()).definition() : versions.definition(version);
    }

    /** Throws the file away, with what was checked of it. */
    @Transactional
    public void discard(Import of) {
        requireRight();
        store.lock(of.id()).ifPresent(this::remove);
    }

    private void remove(Import of) {
        store.delete(of);
        if (of.versionId() != null) {
            versions.discard(of.versionId());
        }
    }

    private void unstage(Import of) {
        if (of.versionId() != null) {
            store.setVersion(of.id(), null);
            versions.discard(of.versionId());
        }
    }

    /** Opens the refused rows of the current version to be mended: a new version, of the same rows to begin with. */
    @Transactional
    public Import mend(UUID datasetId, Version version, TableOptions options, Mapping mapping) {
        Actor actor = requireRight();
        Import mending = new Import(
                UUID.randomUUID(),
                actor.authorityId(),
                datasetId,
                null,
                version.id(),
                version.id(),
                null,
                actor.accountId(),
                actor.name(),
                version.fileName(),
                version.fileHash(),
                version.fileSize(),
                options,
                mapping,
                State.LOOKED_AT,
                "",
                null,
                0,
                0,
                0,
                clock.instant());
        store.insert(mending);
        start(mending);
        return mending;
    }

    private Dataset dataset(UUID id) {
        return datasets.find(id).orElseThrow(() -> new NotFoundException("dataset " + id));
    }

    static Actor requireRight() {
        Actor actor = ActorContext.required();
        if (!actor.may(Right.DATASET_MANAGE)) {
            throw new AccessDeniedException("May not manage datasets");
        }
        return actor;
    }
}
