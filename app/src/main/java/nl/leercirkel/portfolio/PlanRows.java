package nl.leercirkel.portfolio;

import static nl.leercirkeldb.portfolio.Tables.INTENDED_EFFECT;
import static nl.leercirkeldb.portfolio.Tables.PROJECT_AREA;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import nl.leercirkel.organisation.Municipality;
import nl.leercirkel.organisation.Regions;
import nl.leercirkeldb.portfolio.tables.records.CriterionLessonRecord;
import nl.leercirkeldb.portfolio.tables.records.IntendedEffectRecord;
import nl.leercirkeldb.portfolio.tables.records.ProjectAreaRecord;
import nl.leercirkeldb.portfolio.tables.records.ProjectRelationRecord;
import org.jooq.TableRecord;

/** The rows of areas, intended effects, lessons and relations of one project, to and from the database. */
final class PlanRows {
    static final PeriodColumns AREA_PERIOD = new PeriodColumns(PROJECT_AREA);
    static final ValueColumns TARGET = new ValueColumns(INTENDED_EFFECT, "target");
    static final ValueColumns BASELINE = new ValueColumns(INTENDED_EFFECT, "baseline");

    private PlanRows() {}

    static List<TableRecord<?>> of(
            UUID authority, UUID project, ProjectData data, Map<String, UUID> projects, Regions regions) {
        List<TableRecord<?>> rows = new ArrayList<>();
        for (int i = 0; i < data.plan().areas().size(); i++) {
            rows.add(area(authority, project, i, data.plan().areas().get(i), regions));
        }
        for (int i = 0; i < data.effects().size(); i++) {
            rows.add(effect(authority, project, i, data.effects().get(i)));
        }
        for (int i = 0; i < data.criterionLessons().size(); i++) {
            CriterionLesson lesson = data.criterionLessons().get(i);
            rows.add(new CriterionLessonRecord(authority, project, i, lesson.criterion(), lesson.lesson()));
        }
        for (int i = 0; i < data.relations().size(); i++) {
            Relation relation = data.relations().get(i);
            rows.add(new ProjectRelationRecord(
                    authority,
                    project,
                    i,
                    relation.kind().name(),
                    projects.get(relation.name().toLowerCase(Locale.ROOT)),
                    relation.name(),
                    relation.note()));
        }
        return rows;
    }

    private static ProjectAreaRecord area(UUID authority, UUID project, int position, Area area, Regions regions) {
        ProjectAreaRecord row = new ProjectAreaRecord();
        row.setAuthorityId(authority);
        row.setProjectId(project);
        row.setPosition(position);
        row.setName(area.name());
        row.setMunicipalityCode(
                regions.municipalityNamed(area.name()).map(Municipality::code).orElse(null));
        AREA_PERIOD.write(row, area.period());
        row.setNote(area.note());
        return row;
    }

    private static IntendedEffectRecord effect(UUID authority, UUID project, int position, IntendedEffect effect) {
        IntendedEffectRecord row = new IntendedEffectRecord();
        row.setAuthorityId(authority);
        row.setProjectId(project);
        row.setPosition(position);
        row.setWhat(effect.what());
        TARGET.write(row, effect.target());
        row.setUnit(effect.unit());
        row.setTargetAt(PeriodColumns.code(effect.targetAt()));
        BASELINE.write(row, effect.baseline());
        row.setBaselineAt(PeriodColumns.code(effect.baselineAt()));
        row.setNote(effect.note());
        return row;
    }

    static Area area(ProjectAreaRecord row) {
        return new Area(row.getName(), row.getMunicipalityCode(), AREA_PERIOD.read(row), row.getNote());
    }

    static IntendedEffect effect(IntendedEffectRecord row) {
        return new IntendedEffect(
                row.getWhat(),
                TARGET.read(row),
                row.getUnit(),
                PeriodColumns.part(row.getTargetAt()),
                BASELINE.read(row),
                PeriodColumns.part(row.getBaselineAt()),
                row.getNote());
    }
}
