package nl.leercirkel.source;

import static nl.leercirkeldb.source.Tables.LINE;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import nl.leercirkel.source.check.Definition;
import nl.leercirkel.source.check.Field;
import nl.leercirkel.source.check.FieldType;
import nl.leercirkel.source.quality.ChangeInspection;
import nl.leercirkel.source.quality.QualityReport;
import nl.leercirkel.source.quality.QualityReport.Comparison;
import nl.leercirkel.source.quality.QualityReport.Example;
import nl.leercirkel.source.quality.QualityReport.Orphans;
import nl.leercirkel.source.quality.QualityReport.UnknownCodes;
import nl.leercirkel.source.quality.RowsInspection;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.springframework.stereotype.Component;

/** Makes the quality report of a version out of its rows. Needs a transaction around it. */
@Component
class QualityCheck {
    private static final int FETCH = 5_000;

    private final DSLContext sql;
    private final VersionStore versions;
    private final DatasetStore datasets;

    QualityCheck(DSLContext sql, VersionStore versions, DatasetStore datasets) {
        this.sql = sql;
        this.versions = versions;
        this.datasets = datasets;
    }

    /** @param heartbeat called every now and then, with the number of rows looked at */
    QualityReport report(
            UUID datasetId, UUID version, Definition definition, java.util.function.LongConsumer heartbeat) {
        RowsInspection inspection = new RowsInspection(definition);
        try (Stream<nl.leercirkeldb.source.tables.records.LineRecord> rows = sql.selectFrom(LINE)
                .where(LINE.VERSION_ID.eq(version))
                .orderBy(LINE.ROW_NUMBER)
                .fetchSize(FETCH)
                .fetchStream()) {
            rows.forEach(row -> {
                inspection.row(row.getRowNumber(), row.getCells());
                if (inspection.rows() % FETCH == 0) {
                    heartbeat.accept(inspection.rows());
                }
            });
        }
        return new QualityReport(
                inspection.rows(),
                inspection.fields(),
                inspection.parts(),
                unknownCodes(version, definition),
                orphans(version, definition),
                versions.current(datasetId)
                        .filter(before -> !before.id().equals(version))
                        .flatMap(before -> comparison(version, definition, before))
                        .orElse(null));
    }

    private List<UnknownCodes> unknownCodes(UUID version, Definition definition) {
        List<UnknownCodes> found = new ArrayList<>();
        for (int at = 0; at < definition.fields().size(); at++) {
            Field field = definition.fields().get(at);
            boolean coded = field.type() == FieldType.MUNICIPALITY
                    || (field.type() == FieldType.CODE && !field.codes().isEmpty());
            if (!coded) {
                continue;
            }
            List<Example> examples = new ArrayList<>();
            long[] count = {0};
            sql.resultQuery("""
                    select row_number, written[?] as written, count(*) over () as count from source.refused
                    where version_id = ? and errors @> ?::jsonb order by row_number limit ?
                    """, at + 1, version, "{\"errors\":[{\"field\":" + at + "}]}", QualityReport.EXAMPLES)
                    .forEach(row -> {
                        examples.add(new Example(row.get("row_number", Long.class), row.get("written", String.class)));
                        count[0] = row.get("count", Long.class);
                    });
            if (count[0] > 0) {
                found.add(new UnknownCodes(field.name(), count[0], examples));
            }
        }
        return found;
    }

    private List<Orphans> orphans(UUID version, Definition definition) {
        List<Orphans> found = new ArrayList<>();
        for (int at = 0; at < definition.fields().size(); at++) {
            Field field = definition.fields().get(at);
            UUID target = field.refersTo();
            if (target == null) {
                continue;
            }
            Optional<Dataset> dataset = datasets.find(target);
            Optional<Version> current = versions.current(target);
            if (dataset.isEmpty() || current.isEmpty()) {
                continue;
            }
            List<Example> examples = new ArrayList<>();
            long[] count = {0};
            sql.resultQuery("""
                    select l.row_number, l.cells[?] as value, count(*) over () as count from source.line l
                    where l.version_id = ? and l.cells[?] is not null and not exists (
                      select from source.line t where t.version_id = ? and t.row_key = l.cells[?])
                    order by l.row_number limit ?
                    """, at + 1, version, at + 1, current.get().id(), at + 1, QualityReport.EXAMPLES)
                    .forEach(row -> {
                        examples.add(new Example(row.get("row_number", Long.class), row.get("value", String.class)));
                        count[0] = row.get("count", Long.class);
                    });
            found.add(new Orphans(field.name(), dataset.get().name(), count[0], examples));
        }
        return found;
    }

    private Optional<Comparison> comparison(UUID version, Definition definition, Version before) {
        List<String> keysNow = keys(definition);
        if (keysNow.isEmpty() || !keysNow.equals(keys(before.definition()))) {
            return Optional.empty();
        }
        ChangeInspection inspection = new ChangeInspection(definition, before.definition());
        var earlier = LINE.as("earlier");
        try (var rows = sql.select(LINE.ROW_NUMBER, LINE.CELLS, earlier.CELLS)
                .from(LINE)
                .join(earlier)
                .on(earlier.VERSION_ID.eq(before.id()), earlier.ROW_KEY.eq(LINE.ROW_KEY))
                .where(LINE.VERSION_ID.eq(version))
                .fetchSize(FETCH)
                .fetchStream()) {
            rows.forEach(row -> inspection.row(row.value1(), row.value2(), row.value3()));
        }
        long matched = inspection.same() + inspection.changed();
        long now = count(version);
        long then = count(before.id());
        return Optional.of(new Comparison(
                before.number(),
                inspection.same(),
                inspection.changed(),
                now - matched,
                then - matched,
                inspection.jumps()));
    }

    private long count(UUID version) {
        return sql.select(DSL.count().cast(SQLDataType.BIGINT))
                .from(LINE)
                .where(LINE.VERSION_ID.eq(version))
                .fetchSingle()
                .value1();
    }

    private static List<String> keys(Definition definition) {
        return definition.keys().stream()
                .map(at -> definition.fields().get(at).name())
                .toList();
    }
}
