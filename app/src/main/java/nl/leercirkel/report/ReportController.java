package nl.leercirkel.report;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import nl.leercirkel.job.Jobs;
import nl.leercirkel.report.document.Document;
import nl.leercirkel.report.document.Language;
import nl.leercirkel.report.render.HtmlRenderer;
import nl.leercirkel.security.Action;
import nl.leercirkel.security.ActorContext;
import nl.leercirkel.security.Requires;
import nl.leercirkel.security.Right;
import nl.leercirkel.shell.Crumb;
import nl.leercirkel.shell.NotFoundException;
import org.springframework.context.MessageSource;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The reports as pages, and as files to take along. */
@Controller
class ReportController {
    static final String LIST = "/rapporten";
    private static final String PROJECT = LIST + "/projecten/{projectId}";

    private final Reports reports;
    private final Jobs jobs;
    private final ReportJob job;
    private final MessageSource messages;

    ReportController(Reports reports, Jobs jobs, ReportJob job, MessageSource messages) {
        this.reports = reports;
        this.jobs = jobs;
        this.job = job;
        this.messages = messages;
    }

    @GetMapping(LIST)
    @Requires(value = Right.REPORT_READ, subject = "report")
    String list(Model model, Locale locale) {
        model.addAttribute("breadcrumbs", List.of(crumb(locale)));
        model.addAttribute("reports", reports.available());
        model.addAttribute("mayExport", mayExport());
        return "report/list";
    }

    @GetMapping(LIST + "/{programmeId}")
    @Requires(value = Right.REPORT_READ, subject = "report")
    String page(@PathVariable UUID programmeId, Model model, Locale locale) {
        return show(ReportOfProgramme.EVALUATION, programmeId, model, locale);
    }

    @GetMapping(LIST + "/{programmeId}.docx")
    @Requires(value = Right.REPORT_EXPORT, subject = "report", action = Action.EXPORT)
    ResponseEntity<byte[]> docx(@PathVariable UUID programmeId, Locale locale) {
        return file(ReportFile.of(report(ReportOfProgramme.EVALUATION, programmeId, locale), ReportFormat.DOCX));
    }

    @GetMapping(LIST + "/{programmeId}.pdf")
    @Requires(value = Right.REPORT_EXPORT, subject = "report", action = Action.EXPORT)
    ResponseEntity<byte[]> pdf(@PathVariable UUID programmeId, Locale locale) {
        return file(ReportFile.of(report(ReportOfProgramme.EVALUATION, programmeId, locale), ReportFormat.PDF));
    }

    @GetMapping(LIST + "/{programmeId}/plan")
    @Requires(value = Right.REPORT_READ, subject = "report")
    String planPage(@PathVariable UUID programmeId, Model model, Locale locale) {
        return show(ReportOfProgramme.PLAN, programmeId, model, locale);
    }

    @GetMapping(LIST + "/{programmeId}/plan.docx")
    @Requires(value = Right.REPORT_EXPORT, subject = "report", action = Action.EXPORT)
    ResponseEntity<byte[]> planDocx(@PathVariable UUID programmeId, Locale locale) {
        return file(ReportFile.of(report(ReportOfProgramme.PLAN, programmeId, locale), ReportFormat.DOCX));
    }

    @GetMapping(LIST + "/{programmeId}/plan.pdf")
    @Requires(value = Right.REPORT_EXPORT, subject = "report", action = Action.EXPORT)
    ResponseEntity<byte[]> planPdf(@PathVariable UUID programmeId, Locale locale) {
        return file(ReportFile.of(report(ReportOfProgramme.PLAN, programmeId, locale), ReportFormat.PDF));
    }

    @GetMapping(LIST + "/{programmeId}/raad")
    @Requires(value = Right.REPORT_READ, subject = "report")
    String councilPages(@PathVariable UUID programmeId, Model model, Locale locale) {
        return show(ReportOfProgramme.COUNCIL, programmeId, model, locale);
    }

    @GetMapping(LIST + "/{programmeId}/raad.docx")
    @Requires(value = Right.REPORT_EXPORT, subject = "report", action = Action.EXPORT)
    ResponseEntity<byte[]> councilDocx(@PathVariable UUID programmeId, Locale locale) {
        return file(ReportFile.of(report(ReportOfProgramme.COUNCIL, programmeId, locale), ReportFormat.DOCX));
    }

    @GetMapping(LIST + "/{programmeId}/raad.pdf")
    @Requires(value = Right.REPORT_EXPORT, subject = "report", action = Action.EXPORT)
    ResponseEntity<byte[]> councilPdf(@PathVariable UUID programmeId, Locale locale) {
        return file(ReportFile.of(report(ReportOfProgramme.COUNCIL, programmeId, locale), ReportFormat.PDF));
    }

    /** Makes a file in the background; its page tells how far it is, and has the file. */
    @PostMapping(LIST + "/{programmeId}/maken")
    @Requires(value = Right.REPORT_EXPORT, subject = "report", action = Action.EXPORT)
    String make(
            @PathVariable UUID programmeId,
            @RequestParam(defaultValue = "") String soort,
            @RequestParam(defaultValue = "") String vorm,
            Locale locale) {
        ReportOfProgramme report =
                ReportOfProgramme.of(soort).orElseThrow(() -> new NotFoundException("report " + soort));
        ReportFormat format = ReportFormat.of(vorm).orElseThrow(() -> new NotFoundException("format " + vorm));
        String programme =
                reports.nameOf(programmeId).orElseThrow(() -> new NotFoundException("programme " + programmeId));
        String title = messages.getMessage("report.job." + report.name(), new Object[] {programme}, locale) + " ("
                + format.name() + ")";
        return "redirect:"
                + jobs.start(job, title, new ReportJob.Wanted(programmeId, report, format, language(locale)))
                        .path();
    }

    @GetMapping(PROJECT)
    @Requires(value = Right.REPORT_READ, subject = "report")
    String councilPage(@PathVariable UUID projectId, Model model, Locale locale) {
        return show(project(projectId, locale), pathOf(projectId), "/projecten/" + projectId, model, locale);
    }

    @GetMapping(PROJECT + ".docx")
    @Requires(value = Right.REPORT_EXPORT, subject = "report", action = Action.EXPORT)
    ResponseEntity<byte[]> councilPageDocx(@PathVariable UUID projectId, Locale locale) {
        return file(ReportFile.of(project(projectId, locale), ReportFormat.DOCX));
    }

    @GetMapping(PROJECT + ".pdf")
    @Requires(value = Right.REPORT_EXPORT, subject = "report", action = Action.EXPORT)
    ResponseEntity<byte[]> councilPagePdf(@PathVariable UUID projectId, Locale locale) {
        return file(ReportFile.of(project(projectId, locale), ReportFormat.PDF));
    }

    /** Where the page of one project stands. */
    static String pathOf(UUID projectId) {
        return PROJECT.replace("{projectId}", projectId.toString());
    }

    /** Where a report of a programme stands. */
    static String pathOf(UUID programmeId, ReportOfProgramme report) {
        return LIST + "/" + programmeId + report.path();
    }

    private Document report(ReportOfProgramme report, UUID programmeId, Locale locale) {
        return found(reports.of(report, programmeId, language(locale)), programmeId);
    }

    private Document project(UUID projectId, Locale locale) {
        return found(reports.councilPage(projectId, language(locale)), projectId);
    }

    private static Document found(Optional<Document> report, UUID id) {
        return report.orElseThrow(() -> new NotFoundException("report of " + id));
    }

    private static Language language(Locale locale) {
        return locale.getLanguage().equals("en") ? Language.EN : Language.NL;
    }

    private String show(ReportOfProgramme report, UUID programmeId, Model model, Locale locale) {
        model.addAttribute("report", report.term());
        model.addAttribute("makePath", LIST + "/" + programmeId + "/maken");
        model.addAttribute("large", reports.isLarge(programmeId));
        return show(
                report(report, programmeId, locale),
                pathOf(programmeId, report),
                "/portfolio/" + programmeId,
                model,
                locale);
    }

    private String show(Document report, String path, String aboutPath, Model model, Locale locale) {
        model.addAttribute(
                "breadcrumbs",
                List.of(crumb(locale), new Crumb(report.metadata().title(), path)));
        model.addAttribute("reportTitle", report.metadata().title());
        model.addAttribute("content", new HtmlRenderer(1).render(report));
        model.addAttribute("path", path);
        model.addAttribute("aboutPath", aboutPath);
        model.addAttribute("aboutProject", aboutPath.startsWith("/projecten"));
        model.addAttribute("mayExport", mayExport());
        return "report/report";
    }

    private static ResponseEntity<byte[]> file(ReportFile file) {
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noStore())
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename(file.name(), StandardCharsets.US_ASCII)
                                .build()
                                .toString())
                .contentType(file.format().mediaType())
                .body(file.bytes());
    }

    private static boolean mayExport() {
        return ActorContext.required().may(Right.REPORT_EXPORT);
    }

    private Crumb crumb(Locale locale) {
        return new Crumb(messages.getMessage("report.nav.reports", null, locale), LIST);
    }
}
