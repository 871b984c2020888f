package nl.leercirkel.source;

import static nl.leercirkeldb.source.Tables.DATASET;
import static nl.leercirkeldb.source.Tables.FIELD;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import nl.leercirkel.security.Actor;
import nl.leercirkel.source.check.Definition;
import nl.leercirkel.source.check.Field;
import nl.leercirkel.source.check.FieldType;
import nl.leercirkel.source.check.Mapping;
import nl.leercirkeldb.source.tables.records.DatasetRecord;
import nl.leercirkeldb.source.tables.records.FieldRecord;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

/** The tables of datasets and their fields. Each method needs a transaction around it. */
@Component
class DatasetStore {
    private final DSLContext sql;
    private final Clock clock;

    DatasetStore(DSLContext sql, Clock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    Optional<Dataset> find(UUID id) {
        return sql.fetchOptional(DATASET, DATASET.DATASET_ID.eq(id)).map(this::dataset);
    }

    /** The same, while nobody else may store a version of it. */
    Optional<Dataset> lock(UUID id) {
        return sql.selectFrom(DATASET)
                .where(DATASET.DATASET_ID.eq(id))
                .forUpdate()
                .fetchOptional()
                .map(this::dataset);
    }

    Optional<UUID> named(String name) {
        return sql.select(DATASET.DATASET_ID)
                .from(DATASET)
                .where(DATASET.NAME.equalIgnoreCase(name))
                .fetchOptional(DATASET.DATASET_ID);
    }

    List<Dataset> withPersons() {
        return sql.selectFrom(DATASET)
                .whereExists(sql.selectOne()
                        .from(FIELD)
                        .where(FIELD.DATASET_ID.eq(DATASET.DATASET_ID), FIELD.TYPE.eq(FieldType.BSN.name())))
                .orderBy(DATASET.NAME)
                .fetch(this::dataset);
    }

    private Dataset dataset(DatasetRecord row) {
        List<Field> fields = sql.selectFrom(FIELD)
                .where(FIELD.DATASET_ID.eq(row.getDatasetId()))
                .orderBy(FIELD.POSITION)
                .fetch(DatasetStore::field);
        return new Dataset(
                row.getDatasetId(),
                about(row),
                new Definition(fields),
                Json.read(row.getMapping(), Mapping.class),
                row.getRevision(),
                row.getChangedAt().toInstant(),
                row.getChangedBy());
    }

    static Dataset.About about(DatasetRecord row) {
        return new Dataset.About(
                row.getName(),
                row.getDescription(),
                row.getOwner(),
                row.getPurpose(),
                row.getSupplier(),
                row.getAgreement(),
                Refresh.valueOf(row.getRefresh()),
                row.getLicence(),
                row.getSourceNote());
    }

    private static Field field(FieldRecord row) {
        return new Field(
                row.getName(),
                FieldType.valueOf(row.getType()),
                row.getUnit(),
                row.getDecimals(),
                row.getRequired(),
                row.getIsKey(),
                row.getMinimum(),
                row.getMaximum(),
                List.of(row.getCodes()),
                List.of(row.getParts()),
                row.getTotalCode(),
                row.getRefersTo(),
                row.getWhy());
    }

    UUID insert(Actor actor, Dataset.About about) {
        UUID id = UUID.randomUUID();
        OffsetDateTime now = now();
        sql.insertInto(DATASET)
                .set(DATASET.DATASET_ID, id)
                .set(DATASET.AUTHORITY_ID, actor.authorityId())
                .set(values(about))
                .set(DATASET.MAPPING, Json.of(Mapping.NONE))
                .set(DATASET.CREATED_AT, now)
                .set(DATASET.CREATED_BY, actor.name())
                .set(DATASET.CHANGED_AT, now)
                .set(DATASET.CHANGED_BY, actor.name())
                .execute();
        return id;
    }

    /** @return whether it was still as it was when the form was opened */
    boolean update(Actor actor, UUID id, int revision, Dataset.About about, Definition definition) {
        int changed = sql.update(DATASET)
                .set(values(about))
                .set(DATASET.REVISION, DATASET.REVISION.plus(1))
                .set(DATASET.CHANGED_AT, now())
                .set(DATASET.CHANGED_BY, actor.name())
                .where(DATASET.DATASET_ID.eq(id), DATASET.REVISION.eq(revision))
                .execute();
        if (changed == 1) {
            sql.deleteFrom(FIELD).where(FIELD.DATASET_ID.eq(id)).execute();
            insertFields(actor, id, definition);
        }
        return changed == 1;
    }

    void remember(UUID id, Mapping mapping) {
        sql.update(DATASET)
                .set(DATASET.MAPPING, Json.of(mapping))
                .where(DATASET.DATASET_ID.eq(id))
                .execute();
    }

    void insertFields(Actor actor, UUID id, Definition definition) {
        List<FieldRecord> rows = new java.util.ArrayList<>();
        for (Field field : definition.fields()) {
            FieldRecord row = sql.newRecord(FIELD);
            row.setAuthorityId(actor.authorityId());
            row.setDatasetId(id);
            row.setPosition(rows.size());
            row.setName(field.name());
            row.setType(field.type().name());
            row.setUnit(field.unit());
            row.setDecimals(field.decimals());
            row.setRequired(field.required());
            row.setIsKey(field.key());
            row.setMinimum(field.minimum());
            row.setMaximum(field.maximum());
            row.setCodes(field.codes().toArray(String[]::new));
            row.setParts(field.parts().toArray(String[]::new));
            row.setTotalCode(field.totalCode());
            row.setRefersTo(field.refersTo());
            row.setWhy(field.why());
            rows.add(row);
        }
        sql.batchInsert(rows).execute();
    }

    private static java.util.Map<org.jooq.Field<?>, Object> values(Dataset.About about) {
        java.util.Map<org.jooq.Field<?>, Object> values = new java.util.HashMap<>();
        values.put(DATASET.NAME, about.name());
        values.put(DATASET.DESCRIPTION, about.description());
        values.put(DATASET.OWNER, about.owner());
        values.put(DATASET.PURPOSE, about.purpose());
        values.put(DATASET.SUPPLIER, about.supplier());
        values.put(DATASET.AGREEMENT, about.agreement());
        values.put(DATASET.REFRESH, about.refresh().name());
        values.put(DATASET.LICENCE, about.licence());
        values.put(DATASET.SOURCE_NOTE, about.sourceNote());
        return values;
    }

    private OffsetDateTime now() {
        return OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC);
    }
}
