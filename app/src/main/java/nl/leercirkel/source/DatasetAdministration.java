package nl.leercirkel.source;

import static nl.leercirkeldb.source.Tables.DATASET;
import static nl.leercirkeldb.source.Tables.VERSION;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import nl.leercirkel.security.Actor;
import nl.leercirkel.source.check.Definition;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The datasets of the authority: which there are, what they promise, which version counts. */
@Service
class DatasetAdministration {
    private final DSLContext sql;
    private final DatasetStore datasets;
    private final VersionStore versions;

    DatasetAdministration(DSLContext sql, DatasetStore datasets, VersionStore versions) {
        this.sql = sql;
        this.datasets = datasets;
        this.versions = versions;
    }

    /** A dataset in the list. */
    record Line(
            UUID id,
            String name,
            String owner,
            String supplier,
            Refresh refresh,
            @Nullable Integer version,
            @Nullable Instant storedAt,
            @Nullable Long rows,
            @Nullable Long refused) {
        public String path() {
            return Dataset.path(id);
        }

        public String storedOn() {
            return storedAt == null ? "" : SourceNote.moment(storedAt);
        }
    }

    /** What became of a change of the definition. */
    enum Saved {
        DONE,
        NAME_TAKEN,
        CHANGED_MEANWHILE
    }

    @Transactional(readOnly = true)
    public List<Line> list(String text) {
        return sql.select(
                        DATASET.DATASET_ID,
                        DATASET.NAME,
                        DATASET.OWNER,
                        DATASET.SUPPLIER,
                        DATASET.REFRESH,
                        VERSION.NUMBER,
                        VERSION.STORED_AT,
                        VERSION.ROWS_STORED,
                        VERSION.ROWS_REFUSED)
                .from(DATASET)
                .leftJoin(VERSION)
                .on(VERSION.DATASET_ID.eq(DATASET.DATASET_ID), VERSION.STATUS.eq(VersionStore.CURRENT))
                .where(DATASET.NAME
                        .containsIgnoreCase(text)
                        .or(DATASET.DESCRIPTION.containsIgnoreCase(text))
                        .or(DATASET.SUPPLIER.containsIgnoreCase(text)))
                .orderBy(DATASET.NAME)
                .limit(500)
                .fetch(row -> new Line(
                        row.value1(),
                        row.value2(),
                        row.value3(),
                        row.value4(),
                        Refresh.valueOf(row.value5()),
                        row.value6(),
                        row.value7() == null ? null : row.value7().toInstant(),
                        row.value8(),
                        row.value9()));
    }

    @Transactional(readOnly = true)
    public Optional<Dataset> find(UUID id) {
        return datasets.find(id);
    }

    /** Those with a field for a citizen service number. */
    @Transactional(readOnly = true)
    public List<Dataset> withPersons() {
        return datasets.withPersons();
    }

    @Transactional(readOnly = true)
    public List<Version> versions(UUID id) {
        return versions.all(id);
    }

    @Transactional(readOnly = true)
    public Optional<Version> version(UUID datasetId, UUID versionId) {
        return versions.stored(datasetId, versionId);
    }

    @Transactional(readOnly = true)
    public VersionStore.Reading reading(Version version) {
        return versions.reading(version.id());
    }

    /** Empty where the name is taken. */
    @Transactional
    public Optional<UUID> add(Dataset.About about) {
        Actor actor = Imports.requireRight();
        return datasets.named(about.name()).isPresent() ? Optional.empty() : Optional.of(datasets.insert(actor, about));
    }

    @Transactional
    public Saved change(UUID id, int revision, Dataset.About about, Definition definition) {
        Actor actor = Imports.requireRight();
        Optional<UUID> named = datasets.named(about.name());
        if (named.isPresent() && !named.get().equals(id)) {
            return Saved.NAME_TAKEN;
        }
        return datasets.update(actor, id, revision, about, definition) ? Saved.DONE : Saved.CHANGED_MEANWHILE;
    }

    /** Lets figures rest on a former version again. */
    @Transactional
    public void reinstate(UUID datasetId, UUID versionId) {
        Imports.requireRight();
        if (datasets.lock(datasetId).isPresent()
                && versions.stored(datasetId, versionId).isPresent()) {
            versions.reinstate(datasetId, versionId);
        }
    }
}
