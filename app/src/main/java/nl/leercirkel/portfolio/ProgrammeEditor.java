package nl.leercirkel.portfolio;

import static nl.leercirkeldb.portfolio.Tables.LINE;
import static nl.leercirkeldb.portfolio.Tables.PROGRAMME;
import static nl.leercirkeldb.portfolio.Tables.PROJECT;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import nl.leercirkel.security.Actor;
import nl.leercirkel.security.ActorContext;
import nl.leercirkel.security.Right;
import nl.leercirkeldb.portfolio.tables.records.LineRecord;
import nl.leercirkeldb.portfolio.tables.records.ProgrammeRecord;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Changes to programmes and their lines. */
@Service
@Transactional
public class ProgrammeEditor {
    private final DSLContext database;
    private final Clock clock;

    ProgrammeEditor(DSLContext database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** Whether the acting person's authority has a programme of this name. */
    @Transactional(readOnly = true)
    public boolean exists(String name) {
        return nameTaken(null, name);
    }

    public SaveOutcome addProgramme(ProgrammeForm.Draft draft) {
        Actor actor = requireRight();
        if (nameTaken(null, draft.data().name())) {
            return duplicate();
        }
        UUID id = UUID.randomUUID();
        ProgrammeRecord row = record(actor, draft.data());
        row.setProgrammeId(id);
        row.setAuthorityId(actor.authorityId());
        row.setVersion(1);
        row.insert();
        for (int i = 0; i < draft.lines().size(); i++) {
            insertLine(actor, id, i, draft.lines().get(i));
        }
        ProgrammePlanRows.replace(database, actor, id, draft.data());
        return new SaveOutcome.Saved(id);
    }

    SaveOutcome saveProgramme(UUID programmeId, int expectedVersion, ProgrammeForm.Draft draft) {
        Actor actor = requireRight();
        if (nameTaken(programmeId, draft.data().name())) {
            return duplicate();
        }
        ProgrammeRecord row = record(actor, draft.data());
        row.setVersion(expectedVersion + 1);
        int changed = database.update(PROGRAMME)
                .set(row)
                .where(PROGRAMME.PROGRAMME_ID.eq(programmeId), PROGRAMME.VERSION.eq(expectedVersion))
                .execute();
        if (changed == 0) {
            return new SaveOutcome.Conflict();
        }
        ProgrammePlanRows.replace(database, actor, programmeId, draft.data());
        List<FieldError> errors = new ArrayList<>(actionLinesInUse(programmeId, draft.data()));
        errors.addAll(saveLines(actor, programmeId, draft.lines()));
        if (!errors.isEmpty()) {
            // nothing of the programme may be stored when its lines are refused
            org.springframework.transaction.interceptor.TransactionAspectSupport.currentTransactionStatus()
                    .setRollbackOnly();
            return new SaveOutcome.Refused(errors);
        }
        return new SaveOutcome.Saved(programmeId);
    }

    /** An action line that projects point at stays. */
    private List<FieldError> actionLinesInUse(UUID programmeId, ProgrammeData data) {
        Set<Integer> kept = data.actionLines().stream().map(ActionLine::number).collect(Collectors.toSet());
        Field<Integer> number = DSL.field(DSL.name("used", "number"), Integer.class);
        return database
                .selectDistinct(number)
                .from(PROJECT, DSL.unnest(PROJECT.ACTION_LINES).as("used", "number"))
                .where(PROJECT.PROGRAMME_ID.eq(programmeId))
                .orderBy(number)
                .fetch(number)
                .stream()
                .filter(used -> !kept.contains(used))
                .map(used -> new FieldError(
                        ProgrammeForm.ACTION_LINES,
                        "Bij actielijn " + used + " horen nog projecten. Haal haar eerst bij die projecten weg."))
                .toList();
    }

    private List<FieldError> saveLines(Actor actor, UUID programmeId, List<ProgrammeForm.LineDraft> drafts) {
        List<LineRecord> stored = database.selectFrom(LINE)
                .where(LINE.PROGRAMME_ID.eq(programmeId))
                .fetch();
        Set<UUID> used = new HashSet<>(database.selectDistinct(PROJECT.LINE_ID)
                .from(PROJECT)
                .where(PROJECT.PROGRAMME_ID.eq(programmeId), PROJECT.LINE_ID.isNotNull())
                .fetch(PROJECT.LINE_ID));
        List<FieldError> errors = new ArrayList<>();
        Set<UUID> kept = new HashSet<>();
        drafts.stream()
                .map(ProgrammeForm.LineDraft::id)
                .filter(Objects::nonNull)
                .forEach(kept::add);
        for (LineRecord line : stored) {
            if (kept.contains(line.getLineId())) {
                continue;
            }
            if (used.contains(line.getLineId())) {
                errors.add(new FieldError(
                        ProgrammeForm.LINES,
                        "De lijn „" + line.getName() + "” heeft nog projecten. Geef die eerst een andere lijn."));
            } else {
                line.delete();
            }
        }
        Set<UUID> known =
                new HashSet<>(stored.stream().map(LineRecord::getLineId).toList());
        // two lines may swap names: give each a name of its own before the new names are set
        database.update(LINE)
                .set(LINE.NAME, LINE.LINE_ID.cast(String.class))
                .where(LINE.PROGRAMME_ID.eq(programmeId))
                .execute();
        for (int i = 0; i < drafts.size(); i++) {
            ProgrammeForm.LineDraft draft = drafts.get(i);
            if (draft.id() == null || !known.contains(draft.id())) {
                insertLine(actor, programmeId, i, draft);
            } else {
                database.update(LINE)
                        .set(LINE.NAME, draft.name())
                        .set(LINE.POSITION, i)
                        .set(LINE.BUDGET, draft.budget().inEuro().orElse(null))
                        .where(LINE.PROGRAMME_ID.eq(programmeId), LINE.LINE_ID.eq(draft.id()))
                        .execute();
            }
        }
        return errors;
    }

    private void insertLine(Actor actor, UUID programmeId, int position, ProgrammeForm.LineDraft draft) {
        database.insertInto(LINE)
                .set(LINE.AUTHORITY_ID, actor.authorityId())
                .set(LINE.PROGRAMME_ID, programmeId)
                .set(LINE.POSITION, position)
                .set(LINE.NAME, draft.name())
                .set(LINE.BUDGET, draft.budget().inEuro().orElse(null))
                .execute();
    }

    private ProgrammeRecord record(Actor actor, ProgrammeData data) {
        ProgrammeRecord row = database.newRecord(PROGRAMME);
        row.setName(data.name());
        row.setKind(data.kind());
        ProgrammeReader.BUDGET.write(row, data.totalBudget());
        ProgrammeReader.PERIOD.write(row, data.period());
        row.setCalled(PeriodColumns.code(data.called()));
        row.setAwarded(PeriodColumns.code(data.awarded()));
        row.setEvaluated(PeriodColumns.code(data.evaluated()));
        row.setReported(PeriodColumns.code(data.reported()));
        row.setSourceKey(data.sourceKey());
        row.setSourceTitle(data.sourceTitle());
        row.setDescription(data.description());
        row.setFinancing(data.financing());
        row.setCriteria(data.criteria().toArray(String[]::new));
        row.setQuestions(data.questions().toArray(String[]::new));
        row.setLessons(data.lessons().toArray(String[]::new));
        row.setChangedAt(OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC));
        row.setChangedBy(actor.name());
        return row;
    }

    private boolean nameTaken(@Nullable UUID self, String name) {
        return database.fetchExists(
                PROGRAMME,
                DSL.lower(PROGRAMME.NAME).eq(name.toLowerCase(Locale.ROOT)),
                self == null ? DSL.noCondition() : PROGRAMME.PROGRAMME_ID.ne(self));
    }

    private static SaveOutcome duplicate() {
        return new SaveOutcome.Refused(List.of(new FieldError("naam", "Er is al een programma dat zo heet.")));
    }

    private static Actor requireRight() {
        Actor actor = ActorContext.required();
        if (!actor.may(Right.PROGRAMME_EDIT)) {
            throw new AccessDeniedException("May not change programmes");
        }
        return actor;
    }
}
