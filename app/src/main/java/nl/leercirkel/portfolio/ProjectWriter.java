package nl.leercirkel.portfolio;

import static nl.leercirkeldb.portfolio.Tables.CRITERION_LESSON;
import static nl.leercirkeldb.portfolio.Tables.DECISION;
import static nl.leercirkeldb.portfolio.Tables.DISRUPTION;
import static nl.leercirkeldb.portfolio.Tables.FUNDING;
import static nl.leercirkeldb.portfolio.Tables.INTENDED_EFFECT;
import static nl.leercirkeldb.portfolio.Tables.LINE;
import static nl.leercirkeldb.portfolio.Tables.PROJECT;
import static nl.leercirkeldb.portfolio.Tables.PROJECT_AREA;
import static nl.leercirkeldb.portfolio.Tables.PROJECT_PARTNER;
import static nl.leercirkeldb.portfolio.Tables.PROJECT_RELATION;
import static nl.leercirkeldb.portfolio.Tables.RESULT;

import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import nl.leercirkel.organisation.Partners;
import nl.leercirkel.organisation.Regions;
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
    private final ProjectNames projectNames;
    private final Regions regions;

    ProjectWriter(DSLContext database, Partners partnerNames, ProjectNames projectNames, Regions regions) {
        this.database = database;
        this.partnerNames = partnerNames;
        this.projectNames = projectNames;
        this.regions = regions;
    }

    UUID insert(Actor actor, UUID programmeId, ProjectData data, OffsetDateTime now) {
        return insert(actor, programmeId, List.of(data), now).getFirst();
    }

    /** Inserts projects that may name each other: first all of them, then what belongs to each. */
    List<UUID> insert(Actor actor, UUID programmeId, List<ProjectData> projects, OffsetDateTime now) {
        List<UUID> ids = projects.stream()
                .map(data -> insertRow(actor, programmeId, data, now))
                .toList();
        Map<String, UUID> partners = partnersOf(projects);
        for (int i = 0; i < ids.size(); i++) {
            insertChildren(actor, ids.get(i), programmeId, projects.get(i), partners, Map.of());
        }
        return ids;
    }

    private Map<String, UUID> partnersOf(List<ProjectData> projects) {
        return projects.stream().allMatch(data -> data.partners().isEmpty()) ? Map.of() : partnerNames.byName();
    }

    private UUID insertRow(Actor actor, UUID programmeId, ProjectData data, OffsetDateTime now) {
        UUID id = UUID.randomUUID();
        ProjectRecord row = record(actor, programmeId, data, now);
        row.setProjectId(id);
        row.setAuthorityId(actor.authorityId());
        row.setProgrammeId(programmeId);
        row.setVersion(1);
        row.insert();
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
        clear(PROJECT_AREA, PROJECT_AREA.PROJECT_ID, stored.id());
        clear(INTENDED_EFFECT, INTENDED_EFFECT.PROJECT_ID, stored.id());
        clear(CRITERION_LESSON, CRITERION_LESSON.PROJECT_ID, stored.id());
        clear(PROJECT_RELATION, PROJECT_RELATION.PROJECT_ID, stored.id());
        insertChildren(actor, stored.id(), stored.programmeId(), data, partnersOf(List.of(data)), links(stored.data()));
        return true;
    }

    /**
     * The projects that this one already points at. A link stays when the other project was renamed meanwhile, and when
     * the person who saves does not see it.
     */
    private static Map<String, UUID> links(ProjectData stored) {
        Map<String, UUID> known = new HashMap<>();
        for (Relation relation : stored.relations()) {
            if (relation.projectId() != null) {
                known.put(relation.name().toLowerCase(Locale.ROOT), relation.projectId());
            }
        }
        for (Decision decision : stored.decisions()) {
            if (decision.destinationProjectId() != null) {
                known.put(decision.destination().toLowerCase(Locale.ROOT), decision.destinationProjectId());
            }
        }
        return known;
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
        ProjectPlan plan = data.plan();
        row.setActionLines(plan.actionLines().toArray(Integer[]::new));
        row.setTheoreticalBasis(plan.theoreticalBasis());
        row.setMonitoring(plan.monitoring().toArray(String[]::new));
        row.setEndProduct(plan.endProduct());
        row.setCircleStep(plan.step() == null ? null : plan.step().name());
        row.setChainPlace(plan.chainPlace());
        List<Check> checks = ProjectChecks.of(data);
        int contradictions =
                (int) checks.stream().filter(Check::isContradiction).count();
        row.setContradictions(contradictions);
        row.setGaps(checks.size() - contradictions);
        row.setChecksVersion(ProjectChecks.VERSION);
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

    private void insertChildren(
            Actor actor,
            UUID id,
            UUID programmeId,
            ProjectData data,
            Map<String, UUID> known,
            Map<String, UUID> links) {
        List<String> named = Stream.concat(
                        data.relations().stream().map(Relation::name),
                        data.decisions().stream()
                                .filter(decision -> decision.destinationKind() == Destination.PROJECT)
                                .map(Decision::destination))
                .toList();
        Map<String, UUID> projects = new HashMap<>(links);
        projectNames.find(named, programmeId, id).forEach(projects::putIfAbsent);
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
            rows.add(decision(actor, id, i, data.decisions().get(i), projects));
        }
        for (int i = 0; i < data.disruptions().size(); i++) {
            rows.add(disruption(actor, id, i, data.disruptions().get(i)));
        }
        rows.addAll(PlanRows.of(actor.authorityId(), id, data, projects, regions));
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
        row.setPreviousAt(PeriodColumns.code(result.wasAt()));
        row.setWhole(result.whole());
        row.setN(result.n());
        ProjectReader.TARGET.write(row, result.target());
        ProjectReader.REFERENCE.write(row, result.reference());
        row.setBreakdown(result.breakdown());
        row.setSource(result.source());
        row.setNote(result.note());
        return row;
    }

    private static DecisionRecord decision(
            Actor actor, UUID id, int position, Decision decision, Map<String, UUID> projects) {
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
        row.setDestinationProjectId(
                destination == Destination.PROJECT
                        ? projects.get(decision.destination().toLowerCase(Locale.ROOT))
                        : null);
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
