package nl.leercirkel.exchange;

import static nl.leercirkeldb.exchange.Tables.UPLOAD;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import nl.leercirkel.exchange.ImportPlan.Kind;
import nl.leercirkel.exchange.ImportPlan.Step;
import nl.leercirkel.portfolio.FieldError;
import nl.leercirkel.portfolio.PortfolioEditor;
import nl.leercirkel.portfolio.Portfolios;
import nl.leercirkel.portfolio.ProgrammeDossier;
import nl.leercirkel.portfolio.ProgrammeFrame;
import nl.leercirkel.portfolio.ProjectExchange;
import nl.leercirkel.portfolio.SaveOutcome;
import nl.leercirkel.security.Actor;
import nl.leercirkel.security.ActorContext;
import nl.leercirkel.security.Right;
import nl.leercirkel.shell.NotFoundException;
import nl.leercirkel.spreadsheet.RefusedFileException;
import org.jooq.DSLContext;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.interceptor.TransactionAspectSupport;

/** The workbook of a programme out and in. Storing is one transaction: everything of a file, or nothing. */
@Service
class Exchange {
    private final DSLContext database;
    private final Portfolios portfolios;
    private final PortfolioEditor editor;
    private final ProjectExchange projects;
    private final Planner planner;
    private final Clock clock;

    Exchange(
            DSLContext database,
            Portfolios portfolios,
            PortfolioEditor editor,
            ProjectExchange projects,
            Planner planner,
            Clock clock) {
        this.database = database;
        this.portfolios = portfolios;
        this.editor = editor;
        this.projects = projects;
        this.planner = planner;
        this.clock = clock;
    }

    /** A file that waits for its person to store it or not. */
    record Upload(UUID id, UUID programmeId, String fileName, byte[] content) {}

    /** The workbook with the programme and all its projects, or (template) without projects. */
    @Transactional(readOnly = true)
    public byte[] workbook(UUID programmeId, boolean template) {
        ProgrammeDossier programme = programme(programmeId);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            WorkbookWriter.write(
                    programme,
                    template ? List.of() : programme.projects(),
                    template ? Map.of() : portfolios.statusReportsOf(programmeId),
                    projects.choices(frame(programmeId)),
                    bytes);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        return bytes.toByteArray();
    }

    /** Keeps a file that can be read; an earlier one of the same person, and files of more than a day, go. */
    @Transactional
    public UUID keep(UUID programmeId, String fileName, byte[] content) {
        Actor actor = requireRight();
        OffsetDateTime now = OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC);
        database.deleteFrom(UPLOAD)
                .where(UPLOAD.ACCOUNT_ID.eq(actor.accountId()).or(UPLOAD.UPLOADED_AT.lt(now.minusDays(1))))
                .execute();
        UUID id = UUID.randomUUID();
        database.insertInto(UPLOAD)
                .set(UPLOAD.UPLOAD_ID, id)
                .set(UPLOAD.AUTHORITY_ID, actor.authorityId())
                .set(UPLOAD.PROGRAMME_ID, programme(programmeId).id())
                .set(UPLOAD.ACCOUNT_ID, actor.accountId())
                .set(UPLOAD.FILE_NAME, fileName)
                .set(UPLOAD.CONTENT, content)
                .set(UPLOAD.UPLOADED_AT, now)
                .execute();
        return id;
    }

    /** A file that the acting person brought; nobody else can see or store it. */
    @Transactional(readOnly = true)
    public Optional<Upload> upload(UUID programmeId, UUID uploadId) {
        return database.selectFrom(UPLOAD)
                .where(UPLOAD.UPLOAD_ID.eq(uploadId), UPLOAD.PROGRAMME_ID.eq(programmeId))
                .and(UPLOAD.ACCOUNT_ID.eq(ActorContext.required().accountId()))
                .fetchOptional(row ->
                        new Upload(row.getUploadId(), row.getProgrammeId(), row.getFileName(), row.getContent()));
    }

    /** What a file would change. Nothing is stored. */
    @Transactional(readOnly = true)
    public ImportPlan preview(UUID programmeId, byte[] content) throws RefusedFileException {
        return planner.plan(programme(programmeId), WorkbookParser.parse(read(content)));
    }

    /** Stores all that a file changes, or nothing when something is in the way; the plan then says what. */
    @Transactional(rollbackFor = RefusedFileException.class)
    public ImportPlan store(UUID programmeId, Upload upload) throws RefusedFileException {
        requireRight();
        ImportPlan plan = preview(programmeId, upload.content());
        if (!plan.isSound()) {
            return plan;
        }
        List<CellError> refused = plan.programme(Kind.CHANGED).stream()
                .flatMap(step -> refusals(
                        Layout.PROGRAMME, step.row(), projects.saveProgramme(programmeId, step.version(), step.draft()))
                        .stream())
                .toList();
        if (!refused.isEmpty()) {
            TransactionAspectSupport.currentTransactionStatus().setRollbackOnly();
            return plan.with(refused);
        }
        String remark = "Ingelezen uit " + upload.fileName();
        List<Step> added = plan.of(Kind.ADDED);
        editor.addProjects(programmeId, added.stream().map(Step::data).toList(), remark);
        List<CellError> errors = new ArrayList<>();
        for (Step step : plan.of(Kind.CHANGED)) {
            UUID projectId = step.projectId();
            if (projectId != null) {
                errors.addAll(refusals(
                        Layout.PROJECTS, step.row(), projects.save(projectId, step.version(), step.data(), remark)));
            }
        }
        if (!errors.isEmpty()) {
            TransactionAspectSupport.currentTransactionStatus().setRollbackOnly();
            return plan.with(errors);
        }
        database.deleteFrom(UPLOAD).where(UPLOAD.UPLOAD_ID.eq(upload.id())).execute();
        return plan;
    }

    private static List<CellError> refusals(String sheet, int row, SaveOutcome outcome) {
        return switch (outcome) {
            case SaveOutcome.Saved ignored -> List.of();
            case SaveOutcome.Conflict ignored ->
                List.of(new CellError(sheet, row, "", "Dit is zojuist door iemand anders gewijzigd."));
            case SaveOutcome.Refused(List<FieldError> errors) ->
                errors.stream()
                        .map(error -> new CellError(sheet, row, "", error.message()))
                        .toList();
        };
    }

    /** The wanted sheets of a file. It goes through a file on disk, so that memory does not grow with what it unpacks to. */
    private static List<RawSheet> read(byte[] content) throws RefusedFileException {
        Set<String> wanted = new LinkedHashSet<>();
        Layout.sheets().forEach(sheet -> wanted.add(sheet.name()));
        try {
            Path file = Files.createTempFile("leercirkel-", ".xlsx");
            try {
                Files.write(file, content);
                return WorkbookReader.read(file, wanted);
            } finally {
                Files.deleteIfExists(file);
            }
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private ProgrammeDossier programme(UUID programmeId) {
        return portfolios.programme(programmeId).orElseThrow(() -> new NotFoundException("programme " + programmeId));
    }

    private ProgrammeFrame frame(UUID programmeId) {
        return portfolios.frame(programmeId).orElseThrow(() -> new NotFoundException("programme " + programmeId));
    }

    private static Actor requireRight() {
        Actor actor = ActorContext.required();
        if (!actor.may(Right.PROGRAMME_EDIT) || !actor.may(Right.PROJECT_EDIT)) {
            throw new AccessDeniedException("May not import projects");
        }
        return actor;
    }
}
