package nl.leercirkel.source;

import static nl.leercirkeldb.source.Tables.FIGURE;
import static nl.leercirkeldb.source.Tables.LINE;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;
import nl.leercirkel.security.Actor;
import nl.leercirkel.source.check.Definition;
import nl.leercirkel.source.check.Field;
import nl.leercirkel.source.check.FieldType;
import nl.leercirkel.source.open.Reasons;
import nl.leercirkeldb.source.tables.records.FigureRecord;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Figures of datasets, made anew of the current version each time they are looked at. */
@Service
class Figures {
    private static final ZoneId ZONE = ZoneId.of("Europe/Amsterdam");

    private final DSLContext sql;
    private final VersionStore versions;
    private final SourceUses uses;
    private final Clock clock;

    Figures(DSLContext sql, VersionStore versions, SourceUses uses, Clock clock) {
        this.sql = sql;
        this.versions = versions;
        this.uses = uses;
        this.clock = clock;
    }

    /** What a figure shows now, or why it cannot be made. */
    sealed interface Made {
        record Series(Version version, MunicipalitySeries series) implements Made {}

        record Impossible(String reason) implements Made {}
    }

    @Transactional
    public UUID add(Dataset dataset, String title, String field, List<String> municipalities) {
        Actor actor = Imports.requireRight();
        UUID id = UUID.randomUUID();
        sql.insertInto(FIGURE)
                .set(FIGURE.FIGURE_ID, id)
                .set(FIGURE.AUTHORITY_ID, actor.authorityId())
                .set(FIGURE.DATASET_ID, dataset.id())
                .set(FIGURE.TITLE, title)
                .set(FIGURE.FIELD, field)
                .set(FIGURE.MUNICIPALITIES, municipalities.toArray(String[]::new))
                .set(FIGURE.CREATED_AT, OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC))
                .set(FIGURE.CREATED_BY, actor.name())
                .execute();
        return id;
    }

    @Transactional(readOnly = true)
    public List<Figure> ofDataset(UUID datasetId) {
        return sql.selectFrom(FIGURE)
                .where(FIGURE.DATASET_ID.eq(datasetId))
                .orderBy(FIGURE.TITLE)
                .fetch(Figures::figure);
    }

    @Transactional(readOnly = true)
    public Optional<Figure> find(UUID datasetId, UUID figureId) {
        return sql.fetchOptional(FIGURE, FIGURE.DATASET_ID.eq(datasetId), FIGURE.FIGURE_ID.eq(figureId))
                .map(Figures::figure);
    }

    private static Figure figure(FigureRecord row) {
        return new Figure(
                row.getFigureId(),
                row.getDatasetId(),
                row.getTitle(),
                row.getField(),
                List.of(row.getMunicipalities()),
                row.getCreatedBy());
    }

    /** Makes the figure, and keeps that it rests on this version. */
    @Transactional
    public Made make(Figure figure) {
        Optional<Version> current = versions.current(figure.datasetId());
        if (current.isEmpty()) {
            return new Made.Impossible("Er is nog geen versie van deze bron. Lees eerst een bestand in.");
        }
        Version version = current.get();
        Definition definition = version.definition();
        OptionalInt field = definition.indexOf(figure.field());
        OptionalInt municipality = definition.first(FieldType.MUNICIPALITY);
        OptionalInt period = definition.first(FieldType.PERIOD);
        if (field.isEmpty() || municipality.isEmpty() || period.isEmpty()) {
            return new Made.Impossible("Versie " + version.number() + " heeft geen veld " + figure.field()
                    + ", of geen gemeente en periode. Pas de velden van de bron aan en lees opnieuw in.");
        }
        Field measured = definition.fields().get(field.getAsInt());
        Condition totals = DSL.noCondition();
        for (int key : definition.keys()) {
            if (key == municipality.getAsInt() || key == period.getAsInt()) {
                continue;
            }
            Field dimension = definition.fields().get(key);
            if (dimension.codes().size() == 1) {
                // only one value can stand there
                continue;
            }
            if (dimension.totalCode().isEmpty()) {
                return new Made.Impossible(
                        "Deze bron heeft per gemeente en periode meer rijen, naar " + dimension.name()
                                + ". Zeg bij dat veld welke code het totaal is; dan toont dit cijfer het totaal.");
            }
            totals = totals.and(DSL.arrayGet(LINE.CELLS, key + 1).eq(dimension.totalCode()));
        }
        MunicipalitySeries series =
                new MunicipalitySeries(measured, figure.municipalities(), LocalDate.ofInstant(clock.instant(), ZONE));
        OptionalInt reason = definition.indexOf(Reasons.nameFor(measured.name()));
        read(version, municipality.getAsInt(), period.getAsInt(), field.getAsInt(), reason, totals, series);
        uses.use(version.id(), "source", figure.id().toString(), figure.title(), figure.path());
        return new Made.Series(version, series);
    }

    private void read(
            Version version,
            int municipality,
            int period,
            int field,
            OptionalInt reason,
            Condition totals,
            MunicipalitySeries series) {
        var code = DSL.arrayGet(LINE.CELLS, municipality + 1);
        var why = reason.isPresent() ? DSL.arrayGet(LINE.CELLS, reason.getAsInt() + 1) : DSL.inline((String) null);
        sql.select(code, DSL.arrayGet(LINE.CELLS, period + 1), DSL.arrayGet(LINE.CELLS, field + 1), why)
                .from(LINE)
                .where(LINE.VERSION_ID.eq(version.id()), code.in(series.codes()))
                .and(totals)
                .forEach(row -> {
                    if (row.value1() != null && row.value2() != null) {
                        series.add(
                                row.value1(),
                                row.value2(),
                                row.value3() == null ? null : new BigDecimal(row.value3()),
                                row.value4());
                    }
                });
    }
}
