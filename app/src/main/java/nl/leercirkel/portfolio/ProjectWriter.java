package nl.leercirkel.portfolio;

import static nl.leercirkeldb.portfolio.Tables.DECISION;
import static nl.leercirkeldb.portfolio.Tables.DISRUPTION;
import static nl.leercirkeldb.portfolio.Tables.FUNDING;
import static nl.leercirkeldb.portfolio.Tables.LINE;
import static nl.leercirkeldb.portfolio.Tables.PROJECT;
import static nl.leercirkeldb.portfolio.Tables.PROJECT_PARTNER;
import static nl.leercirkeldb.portfolio.Tables.RESULT;

import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import nl.leercirkel.organisation.Partners;
import nl.leercirkel.security.Actor;
import nl.leercirkeldb.portfolio.tables.records.DecisionRecord;
import nl.leercirkeldb.portfolio.tables.records.DisruptionRecord;
import nl.leercirkeldb.portfolio.tables.records.FundingRecord;
import nl.leercirkeldb.portfolio.tables.records.ProjectPartnerRecord;
import nl.leercirkeldb.portfolio.tables.records.ProjectRecord;
import nl.leercirkeldb.portfolio.tables.records.ResultRecord;
import org.jooq.DSLContext;
import org.jooq.Table;
import org.jooq.TableField;
import org.jooq.TableRecord;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Writes a project with all that belongs to it: one statement per table. */
@Component
class ProjectWriter {
    private final DSLContext database;
    private final Partners partnerNames;

    ProjectWriter(DSLContext database, Partners partnerNames) {
        this.database = database;
        this.partnerNames = partnerNames;
    }

    UUID insert(Actor actor, UUID programmeId, ProjectData data, OffsetDateTime now) {
        UUID id = UUID.randomUUID();
        ProjectRecord row = record(actor, programmeId, data, now);
        row.setProjectId(id);
        row.setAuthorityId(actor.authorityId());
        row.setProgrammeId(programmeId);
        row.setVersion(1);
        row.insert();
        insertChildren(actor, id, data);
        return id;
    }

    /** Writes the project when it still has the expected version. */
    boolean update(Actor actor, ProjectDossier stored, int expectedVersion, ProjectData data, OffsetDateTime now) {
        ProjectRecord row = record(actor, stored.programmeId(), data, now);
        row.setVersion(expectedVersion + 1);
        int changed = database.update(PROJECT)
                .set(row)
                .where(PROJECT.PROJECT_ID.eq(stored.id()), PROJECT.VERSION.eq(expectedVersion))
                .execute();
        if (changed == 0) {
            return false;
        }
        clear(PROJECT_PARTNER, PROJECT_PARTNER.PROJECT_ID, stored.id());
        clear(FUNDING, FUNDING.PROJECT_ID, stored.id());
        clear(RESULT, RESULT.PROJECT_ID, stored.id());
        clear(DECISION, DECISION.PROJECT_ID, stored.id());
        clear(DISRUPTION, DISRUPTION.PROJECT_ID, stored.id());
        insertChildren(actor, stored.id(), data);
        return true;
    }

    boolean delete(UUID projectId, int expectedVersion) {
        return database.deleteFrom(PROJECT)
                        .where(PROJECT.PROJECT_ID.eq(projectId), PROJECT.VERSION.eq(expectedVersion))
                        .execute()
                == 1;
    }

    private <R extends TableRecord<R>> void clear(Table<R> table, TableField<R, UUID> project, UUID id) {
        database.deleteFrom(table).where(project.eq(id)).execute();
    }

    private ProjectRecord record(Actor actor, UUID programmeId, ProjectData data, OffsetDateTime now) {
        ProjectRecord row = database.newRecord(PROJECT);
        row.setLineId(data.line().isEmpty() ? null : lineId(programmeId, data.line()));
        row.setNumber(data.number());
        row.setName(data.name());
        row.setDomain(data.domain());
        row.setState(data.state().name());
        ProjectReader.PROJECT_PERIOD.write(row, data.period());
        row.setGoal(data.goal());
        row.setTargetGroup(data.targetGroup());
        row.setDescription(data.description());
        row.setCurrentState(data.currentState());
        row.setEmbedding(data.embedding());
        row.setLessons(data.lessons());
        row.setNote(data.note());
        row.setChangedAt(now);
        row.setChangedBy(actor.name());
        return row;
    }

    private @Nullable UUID lineId(UUID programmeId, String name) {
        return database.select(LINE.LINE_ID)
                .from(LINE)
                .where(LINE.PROGRAMME_ID.eq(programmeId), DSL.lower(LINE.NAME).eq(name.toLowerCase(Locale.ROOT)))
                .fetchSingle(LINE.LINE_ID);
    }

    private void insertChildren(Actor actor, UUID id, ProjectData data) {
        Map<String, UUID> known = data.partners().isEmpty() ? Map.of() : partnerNames.byName();
        List<TableRecord<?>> rows = new ArrayList<>();
        for (int i = 0; i < data.partners().size(); i++) {
            rows.add(partner(actor, id, i, data.partners().get(i), known));
        }
        for (int i = 0; i < data.funding().size(); i++) {
            rows.add(funding(actor, id, i, data.funding().get(i)));
        }
        for (int i = 0; i < data.results().size(); i++) {
            rows.add(result(actor, id, i, data.results().get(i)));
        }
        for (int i = 0; i < data.decisions().size(); i++) {
            rows.add(decision(actor, id, i, data.decisions().get(i)));
        }
        for (int i = 0; i < data.disruptions().size(); i++) {
            rows.add(disruption(actor, id, i, data.disruptions().get(i)));
        }
        database.batchInsert(rows).execute();
    }

    private static ProjectPartnerRecord partner(
            Actor actor, UUID id, int position, Partnership partner, Map<String, UUID> known) {
        ProjectPartnerRecord row = new ProjectPartnerRecord();
        row.setAuthorityId(actor.authorityId());
        row.setProjectId(id);
        row.setPosition(position);
        row.setPartnerId(known.get(partner.name().toLowerCase(Locale.ROOT)));
        row.setName(partner.name());
        row.setRole(partner.role().name());
        return row;
    }

    private static FundingRecord funding(Actor actor, UUID id, int position, Funding money) {
        FundingRecord row = new FundingRecord();
        row.setAuthorityId(actor.authorityId());
        row.setProjectId(id);
        row.setPosition(position);
        row.setSourceName(money.sourceName());
        row.setKind(money.kind().name());
        ProjectReader.FUNDING_PERIOD.write(row, money.period());
        row.setMeasure(money.measure().name());
        ProjectReader.FUNDING_AMOUNT.write(row, money.amount());
        row.setFromProgrammeBudget(money.fromProgrammeBudget());
        Funding.Basis basis = money.basis();
        row.setBasisFactor(basis == null ? null : basis.factor());
        row.setBasisAmount(basis == null ? null : basis.base());
        row.setNote(money.note());
        return row;
    }

    private static ResultRecord result(Actor actor, UUID id, int position, Result result) {
        ResultRecord row = new ResultRecord();
        row.setAuthorityId(actor.authorityId());
        row.setProjectId(id);
        row.setPosition(position);
        row.setIndicator(result.indicator());
        row.setStatistic(result.statistic().name());
        ProjectReader.VALUE.write(row, result.value());
        row.setUnit(result.unit());
        ProjectReader.RESULT_PERIOD.write(row, result.period());
        row.setMeasuredAt(PeriodColumns.code(result.at()));
        row.setPrevious(result.was());
        row.setWhole(result.whole());
        row.setN(result.n());
        ProjectReader.TARGET.write(row, result.target());
        ProjectReader.REFERENCE.write(row, result.reference());
        row.setBreakdown(result.breakdown());
        row.setSource(result.source());
        row.setNote(result.note());
        return row;
    }

    private static DecisionRecord decision(Actor actor, UUID id, int position, Decision decision) {
        DecisionRecord row = new DecisionRecord();
        row.setAuthorityId(actor.authorityId());
        row.setProjectId(id);
        row.setPosition(position);
        row.setKind(decision.kind().name());
        row.setDecidedAt(PeriodColumns.code(decision.decidedAt()));
        row.setReason(decision.reason());
        row.setHow(decision.how());
        Destination destination = decision.destinationKind();
        row.setDestinationKind(destination == null ? null : destination.name());
        row.setDestination(decision.destination());
        row.setFollowUpOn(decision.followUpOn());
        row.setFollowUp(decision.followUp());
        row.setFollowUpDoneOn(decision.followUpDoneOn());
        return row;
    }

    private static DisruptionRecord disruption(Actor actor, UUID id, int position, Disruption disruption) {
        DisruptionRecord row = new DisruptionRecord();
        row.setAuthorityId(actor.authorityId());
        row.setProjectId(id);
        row.setPosition(position);
        row.setWhat(disruption.what());
        ProjectReader.DISRUPTION_PERIOD.write(row, disruption.period());
        row.setEffect(disruption.effect());
        return row;
    }
}
