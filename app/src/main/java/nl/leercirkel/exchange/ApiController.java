package nl.leercirkel.exchange;

import java.net.URI;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import nl.leercirkel.portfolio.FieldError;
import nl.leercirkel.portfolio.Parsed;
import nl.leercirkel.portfolio.PortfolioEditor;
import nl.leercirkel.portfolio.Portfolios;
import nl.leercirkel.portfolio.ProgrammeDossier;
import nl.leercirkel.portfolio.ProgrammeForm;
import nl.leercirkel.portfolio.ProgrammeFrame;
import nl.leercirkel.portfolio.ProgrammeSummary;
import nl.leercirkel.portfolio.ProjectData;
import nl.leercirkel.portfolio.ProjectDossier;
import nl.leercirkel.portfolio.ProjectExchange;
import nl.leercirkel.portfolio.ProjectForm;
import nl.leercirkel.portfolio.SaveOutcome;
import nl.leercirkel.portfolio.TextForm;
import nl.leercirkel.security.Action;
import nl.leercirkel.security.OpenToAll;
import nl.leercirkel.security.Requires;
import nl.leercirkel.security.Right;
import nl.leercirkel.shell.NotFoundException;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;

/**
 * The portfolio as JSON, for people who have signed in: they see and change the same as on the pages. Errors are problem
 * documents (RFC 9457). The description stands in api/openapi.json; a test holds the two together.
 */
@RestController
class ApiController {
    private static final String SUBJECT = "portfolio api";
    private static final String CHANGED_BY_API = "Gewijzigd via de API";
    private static final Pattern VERSION_TAG = Pattern.compile("\"(\\d{1,9})\"");

    private final Portfolios portfolios;
    private final ProjectExchange exchange;
    private final PortfolioEditor editor;

    ApiController(Portfolios portfolios, ProjectExchange exchange, PortfolioEditor editor) {
        this.editor = editor;
        this.portfolios = portfolios;
        this.exchange = exchange;
    }

    @GetMapping(path = "/api/v1/openapi.json", produces = MediaType.APPLICATION_JSON_VALUE)
    @OpenToAll(why = "de beschrijving van de API bevat geen gegevens")
    Resource description() {
        return new ClassPathResource("api/openapi.json");
    }

    /** A programme in the list. */
    record ProgrammeItem(UUID id, String name, String kind, String period, int projects) {
        static ProgrammeItem of(ProgrammeSummary programme) {
            return new ProgrammeItem(
                    programme.id(), programme.name(), programme.kind(), programme.period(), programme.projects());
        }
    }

    record ProgrammeList(List<ProgrammeItem> programmes) {}

    record ProjectList(List<FormResource> projects) {}

    /** A decision in the register, with the project it is about. */
    record DecisionItem(
            UUID projectId,
            String project,
            String programme,
            String kind,
            String decidedAt,
            String destination,
            String followUpOn,
            String followUp,
            String followUpDoneOn) {
        static DecisionItem of(Portfolios.RegisteredDecision registered) {
            var decision = registered.decision();
            return new DecisionItem(
                    registered.projectId(),
                    registered.projectName(),
                    registered.programmeName(),
                    decision.kind().term(),
                    decision.decidedAt() == null ? "" : decision.decidedAt().format(),
                    decision.destination(),
                    text(decision.followUpOn()),
                    decision.followUp(),
                    text(decision.followUpDoneOn()));
        }

        private static String text(@Nullable LocalDate day) {
            return day == null ? "" : day.toString();
        }
    }

    record DecisionList(List<DecisionItem> decisions) {}

    @GetMapping("/api/v1/programmes")
    @Requires(value = Right.PORTFOLIO_READ, subject = SUBJECT)
    ProgrammeList programmes() {
        return new ProgrammeList(
                portfolios.programmes().stream().map(ProgrammeItem::of).toList());
    }

    @GetMapping("/api/v1/programmes/{programmeId}")
    @Requires(value = Right.PORTFOLIO_READ, subject = SUBJECT)
    ResponseEntity<FormResource> programme(@PathVariable UUID programmeId) {
        return tagged(FormResource.of(find(programmeId)));
    }

    @PutMapping("/api/v1/programmes/{programmeId}")
    @Requires(value = Right.PROGRAMME_EDIT, subject = SUBJECT, action = Action.CHANGE)
    ResponseEntity<?> replaceProgramme(
            @PathVariable UUID programmeId,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
            @RequestBody FormBody body) {
        ProgrammeDossier stored = find(programmeId);
        List<FieldError> errors = new ArrayList<>();
        TextForm form = body.form(ProgrammeForm.SHAPE, errors);
        return refusal(ifMatch, stored.version(), errors).orElseGet(() -> switch (ProgrammeForm.parse(form)) {
            case Parsed.Invalid<ProgrammeForm.Draft>(List<FieldError> wrong) -> invalid(wrong);
            case Parsed.Valid<ProgrammeForm.Draft>(ProgrammeForm.Draft draft) ->
                answer(
                        exchange.saveProgramme(programmeId, stored.version(), draft),
                        () -> tagged(FormResource.of(find(programmeId))));
        });
    }

    @GetMapping("/api/v1/programmes/{programmeId}/projects")
    @Requires(value = Right.PORTFOLIO_READ, subject = SUBJECT, action = Action.EXPORT)
    ProjectList projects(@PathVariable UUID programmeId) {
        return new ProjectList(
                find(programmeId).projects().stream().map(FormResource::of).toList());
    }

    @PostMapping("/api/v1/programmes/{programmeId}/projects")
    @Requires(value = Right.PROGRAMME_EDIT, subject = SUBJECT, action = Action.CREATE)
    ResponseEntity<?> addProject(@PathVariable UUID programmeId, @RequestBody FormBody body) {
        List<FieldError> errors = new ArrayList<>();
        TextForm form = body.form(ProjectForm.SHAPE, errors);
        ProgrammeFrame frame = frame(find(programmeId).id());
        if (!errors.isEmpty()) {
            return invalid(errors);
        }
        return switch (ProjectForm.parse(form, frame)) {
            case Parsed.Invalid<ProjectData>(List<FieldError> wrong) -> invalid(wrong);
            case Parsed.Valid<ProjectData>(ProjectData data) ->
                switch (editor.addProject(programmeId, data, CHANGED_BY_API)) {
                    case SaveOutcome.Saved(UUID id) ->
                        tagged(
                                ResponseEntity.created(URI.create("/api/v1/projects/" + id)),
                                FormResource.of(findProject(id)));
                    case SaveOutcome.Conflict ignored -> changedMeanwhile();
                    case SaveOutcome.Refused(List<FieldError> wrong) -> invalid(wrong);
                };
        };
    }

    @GetMapping("/api/v1/projects/{projectId}")
    @Requires(value = Right.PROJECT_READ, subject = SUBJECT)
    ResponseEntity<FormResource> project(@PathVariable UUID projectId) {
        return tagged(FormResource.of(findProject(projectId)));
    }

    @PutMapping("/api/v1/projects/{projectId}")
    @Requires(value = Right.PROJECT_EDIT, subject = SUBJECT, action = Action.CHANGE)
    ResponseEntity<?> replace(
            @PathVariable UUID projectId,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
            @RequestBody FormBody body) {
        ProjectDossier stored = findProject(projectId);
        List<FieldError> errors = new ArrayList<>();
        TextForm form = body.form(ProjectForm.SHAPE, errors);
        ProgrammeFrame frame = frame(stored.programmeId());
        return refusal(ifMatch, stored.version(), errors).orElseGet(() -> switch (ProjectForm.parse(form, frame)) {
            case Parsed.Invalid<ProjectData>(List<FieldError> wrong) -> invalid(wrong);
            case Parsed.Valid<ProjectData>(ProjectData data) ->
                answer(
                        exchange.save(projectId, stored.version(), data, CHANGED_BY_API),
                        () -> tagged(FormResource.of(findProject(projectId))));
        });
    }

    @GetMapping("/api/v1/decisions")
    @Requires(value = Right.PROJECT_READ, subject = SUBJECT, action = Action.EXPORT)
    DecisionList decisions() {
        return new DecisionList(
                portfolios.decisions().stream().map(DecisionItem::of).toList());
    }

    /** What keeps a change from being looked at: no version, another version, or fields that do not exist. */
    private static Optional<ResponseEntity<?>> refusal(@Nullable String ifMatch, int version, List<FieldError> errors) {
        if (ifMatch == null) {
            return Optional.of(problem(
                    HttpStatus.PRECONDITION_REQUIRED,
                    "Stuur in If-Match de ETag mee die u bij het lezen kreeg.",
                    List.of()));
        }
        Matcher tag = VERSION_TAG.matcher(ifMatch.strip());
        if (!tag.matches() || Integer.parseInt(tag.group(1)) != version) {
            return Optional.of(changedMeanwhile());
        }
        return errors.isEmpty() ? Optional.empty() : Optional.of(invalid(errors));
    }

    private static ResponseEntity<?> answer(SaveOutcome outcome, Supplier<ResponseEntity<FormResource>> saved) {
        return switch (outcome) {
            case SaveOutcome.Saved ignored -> saved.get();
            case SaveOutcome.Conflict ignored -> changedMeanwhile();
            case SaveOutcome.Refused(List<FieldError> wrong) -> invalid(wrong);
        };
    }

    private static ResponseEntity<FormResource> tagged(FormResource resource) {
        return tagged(ResponseEntity.ok(), resource);
    }

    private static ResponseEntity<FormResource> tagged(ResponseEntity.BodyBuilder answer, FormResource resource) {
        return answer.cacheControl(CacheControl.noStore())
                .eTag("\"" + resource.version() + "\"")
                .body(resource);
    }

    private static ResponseEntity<ProblemDetail> changedMeanwhile() {
        return problem(
                HttpStatus.PRECONDITION_FAILED,
                "Dit is intussen gewijzigd. Lees het opnieuw en breng uw wijziging daarin aan.",
                List.of());
    }

    private static ResponseEntity<ProblemDetail> invalid(List<FieldError> errors) {
        return problem(HttpStatus.UNPROCESSABLE_CONTENT, "Niet alles klopt; er is niets opgeslagen.", errors);
    }

    private static ResponseEntity<ProblemDetail> problem(HttpStatus status, String detail, List<FieldError> errors) {
        ProblemDetail problem = ProblemDetail.forStatusAndDetail(status, detail);
        if (!errors.isEmpty()) {
            problem.setProperty(
                    "errors", errors.stream().map(ApiController::pointed).toList());
        }
        return ResponseEntity.status(status)
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(problem);
    }

    private static Map<String, String> pointed(FieldError error) {
        Map<String, String> pointed = new LinkedHashMap<>();
        pointed.put("field", error.path());
        pointed.put("detail", error.message());
        return pointed;
    }

    @ExceptionHandler({NotFoundException.class, MethodArgumentTypeMismatchException.class})
    ResponseEntity<ProblemDetail> notFound() {
        return problem(HttpStatus.NOT_FOUND, "Dit bestaat niet, of hoort niet bij uw organisatie.", List.of());
    }

    @ExceptionHandler(HttpMessageNotReadableException.class)
    ResponseEntity<ProblemDetail> unreadable() {
        return problem(HttpStatus.BAD_REQUEST, "De inhoud is geen JSON zoals in de beschrijving.", List.of());
    }

    private ProgrammeDossier find(UUID programmeId) {
        return portfolios.programme(programmeId).orElseThrow(() -> new NotFoundException("programme " + programmeId));
    }

    private ProgrammeFrame frame(UUID programmeId) {
        return portfolios.frame(programmeId).orElseThrow(() -> new NotFoundException("programme " + programmeId));
    }

    private ProjectDossier findProject(UUID projectId) {
        return portfolios.project(projectId).orElseThrow(() -> new NotFoundException("project " + projectId));
    }
}
