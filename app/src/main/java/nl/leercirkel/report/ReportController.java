package nl.leercirkel.report;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
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

/** The reports as pages, and as files to take along. */
@Controller
class ReportController {
    static final String LIST = "/rapporten";
    private static final String PROJECT = LIST + "/projecten/{projectId}";

    private final Reports reports;
    private final MessageSource messages;

    ReportController(Reports reports, MessageSource messages) {
        this.reports = reports;
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
        return show(
                evaluation(programmeId, locale), LIST + "/" + programmeId, "/portfolio/" + programmeId, model, locale);
    }

    @GetMapping(LIST + "/{programmeId}.docx")
    @Requires(value = Right.REPORT_EXPORT, subject = "report", action = Action.EXPORT)
    ResponseEntity<byte[]> docx(@PathVariable UUID programmeId, Locale locale) {
        return file(ReportFile.of(evaluation(programmeId, locale), ReportFormat.DOCX));
    }

    @GetMapping(LIST + "/{programmeId}.pdf")
    @Requires(value = Right.REPORT_EXPORT, subject = "report", action = Action.EXPORT)
    ResponseEntity<byte[]> pdf(@PathVariable UUID programmeId, Locale locale) {
        return file(ReportFile.of(evaluation(programmeId, locale), ReportFormat.PDF));
    }

    @GetMapping(LIST + "/{programmeId}/plan")
    @Requires(value = Right.REPORT_READ, subject = "report")
    String planPage(@PathVariable UUID programmeId, Model model, Locale locale) {
        return show(
                plan(programmeId, locale),
                LIST + "/" + programmeId + "/plan",
                "/portfolio/" + programmeId,
                model,
                locale);
    }

    @GetMapping(LIST + "/{programmeId}/plan.docx")
    @Requires(value = Right.REPORT_EXPORT, subject = "report", action = Action.EXPORT)
    ResponseEntity<byte[]> planDocx(@PathVariable UUID programmeId, Locale locale) {
        return file(ReportFile.of(plan(programmeId, locale), ReportFormat.DOCX));
    }

    @GetMapping(LIST + "/{programmeId}/plan.pdf")
    @Requires(value = Right.REPORT_EXPORT, subject = "report", action = Action.EXPORT)
    ResponseEntity<byte[]> planPdf(@PathVariable UUID programmeId, Locale locale) {
        return file(ReportFile.of(plan(programmeId, locale), ReportFormat.PDF));
    }

    @GetMapping(LIST + "/{programmeId}/raad")
    @Requires(value = Right.REPORT_READ, subject = "report")
    String councilPages(@PathVariable UUID programmeId, Model model, Locale locale) {
        return show(
                council(programmeId, locale),
                LIST + "/" + programmeId + "/raad",
                "/portfolio/" + programmeId,
                model,
                locale);
    }

    @GetMapping(LIST + "/{programmeId}/raad.docx")
    @Requires(value = Right.REPORT_EXPORT, subject = "report", action = Action.EXPORT)
    ResponseEntity<byte[]> councilDocx(@PathVariable UUID programmeId, Locale locale) {
        return file(ReportFile.of(council(programmeId, locale), ReportFormat.DOCX));
    }

    @GetMapping(LIST + "/{programmeId}/raad.pdf")
    @Requires(value = Right.REPORT_EXPORT, subject = "report", action = Action.EXPORT)
    ResponseEntity<byte[]> councilPdf(@PathVariable UUID programmeId, Locale locale) {
        return file(ReportFile.of(council(programmeId, locale), ReportFormat.PDF));
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

    private Document evaluation(UUID programmeId, Locale locale) {
        return found(reports.of(programmeId, language(locale)), programmeId);
    }

    private Document plan(UUID programmeId, Locale locale) {
        return found(reports.plan(programmeId, language(locale)), programmeId);
    }

    private Document council(UUID programmeId, Locale locale) {
        return found(reports.councilPages(programmeId, language(locale)), programmeId);
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

    private String show(Document report, String path, String aboutPath, Model model, Locale locale) {
        model.addAttribute(
                "breadcrumbs",
                List.of(crumb(locale), new Crumb(report.metadata().title(), path)));
        model.addAttribute("title", report.metadata().title());
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
