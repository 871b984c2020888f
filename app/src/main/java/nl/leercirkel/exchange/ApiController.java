package nl.leercirkel.exchange;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import nl.leercirkel.portfolio.FieldError;
import nl.leercirkel.portfolio.Line;
import nl.leercirkel.portfolio.Parsed;
import nl.leercirkel.portfolio.Portfolios;
import nl.leercirkel.portfolio.ProgrammeDossier;
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
    private static final Pattern VERSION_TAG = Pattern.compile("\"(\\d{1,9})\"");

    private final Portfolios portfolios;
    private final ProjectExchange exchange;

    ApiController(Portfolios portfolios, ProjectExchange exchange) {
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

    record ProjectList(List<ProjectResource> projects) {}

    /** A programme with what its projects choose from. */
    record ProgrammeResource(
            UUID id,
            int version,
            String name,
            String kind,
            String description,
            List<String> lines,
            List<String> criteria,
            List<String> questions) {
        static ProgrammeResource of(ProgrammeDossier programme) {
            return new ProgrammeResource(
                    programme.id(),
                    programme.version(),
                    programme.name(),
                    programme.data().kind(),
                    programme.data().description(),
                    programme.lines().stream().map(Line::name).toList(),
                    programme.data().criteria(),
                    programme.data().questions());
        }
    }

    @GetMapping("/api/v1/programmes")
    @Requires(value = Right.PORTFOLIO_READ, subject = SUBJECT)
    ProgrammeList programmes() {
        return new ProgrammeList(
                portfolios.programmes().stream().map(ProgrammeItem::of).toList());
    }

    @GetMapping("/api/v1/programmes/{programmeId}")
    @Requires(value = Right.PORTFOLIO_READ, subject = SUBJECT)
    ProgrammeResource programme(@PathVariable UUID programmeId) {
        return ProgrammeResource.of(find(programmeId));
    }

    @GetMapping("/api/v1/programmes/{programmeId}/projects")
    @Requires(value = Right.PORTFOLIO_READ, subject = SUBJECT, action = Action.EXPORT)
    ProjectList projects(@PathVariable UUID programmeId) {
        return new ProjectList(
                find(programmeId).projects().stream().map(ProjectResource::of).toList());
    }

    @GetMapping("/api/v1/projects/{projectId}")
    @Requires(value = Right.PROJECT_READ, subject = SUBJECT)
    ResponseEntity<ProjectResource> project(@PathVariable UUID projectId) {
        return tagged(findProject(projectId));
    }

    @PutMapping("/api/v1/projects/{projectId}")
    @Requires(value = Right.PROJECT_EDIT, subject = SUBJECT, action = Action.CHANGE)
    ResponseEntity<?> replace(
            @PathVariable UUID projectId,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
            @RequestBody ProjectInput input) {
        ProjectDossier stored = findProject(projectId);
        if (ifMatch == null) {
            return problem(
                    HttpStatus.PRECONDITION_REQUIRED,
                    "Stuur in If-Match de ETag mee die u bij het lezen kreeg.",
                    List.of());
        }
        Matcher tag = VERSION_TAG.matcher(ifMatch.strip());
        if (!tag.matches() || Integer.parseInt(tag.group(1)) != stored.version()) {
            return changedMeanwhile();
        }
        List<FieldError> errors = ProjectInput.none();
        TextForm form = input.form(errors);
        ProgrammeFrame frame = portfolios
                .frame(stored.programmeId())
                .orElseThrow(() -> new NotFoundException("programme " + stored.programmeId()));
        if (!errors.isEmpty()) {
            return invalid(errors);
        }
        return switch (ProjectForm.parse(form, frame)) {
            case Parsed.Invalid<ProjectData>(List<FieldError> wrong) -> invalid(wrong);
            case Parsed.Valid<ProjectData>(ProjectData data) ->
                switch (exchange.save(projectId, stored.version(), data, "Gewijzigd via de API")) {
                    case SaveOutcome.Saved ignored -> tagged(findProject(projectId));
                    case SaveOutcome.Conflict ignored -> changedMeanwhile();
                    case SaveOutcome.Refused(List<FieldError> wrong) -> invalid(wrong);
                };
        };
    }

    private static ResponseEntity<ProjectResource> tagged(ProjectDossier project) {
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noStore())
                .eTag("\"" + project.version() + "\"")
                .body(ProjectResource.of(project));
    }

    private static ResponseEntity<ProblemDetail> changedMeanwhile() {
        return problem(
                HttpStatus.PRECONDITION_FAILED,
                "Het project is intussen gewijzigd. Lees het opnieuw en breng uw wijziging daarin aan.",
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

    private ProjectDossier findProject(UUID projectId) {
        return portfolios.project(projectId).orElseThrow(() -> new NotFoundException("project " + projectId));
    }
}
