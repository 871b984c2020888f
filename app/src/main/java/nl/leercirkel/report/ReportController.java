package nl.leercirkel.report;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
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
        Document report = report(programmeId, locale);
        String path = LIST + "/" + programmeId;
        model.addAttribute(
                "breadcrumbs",
                List.of(crumb(locale), new Crumb(report.metadata().title(), path)));
        model.addAttribute("title", report.metadata().title());
        model.addAttribute("content", new HtmlRenderer(1).render(report));
        model.addAttribute("path", path);
        model.addAttribute("programmePath", "/portfolio/" + programmeId);
        model.addAttribute("mayExport", mayExport());
        return "report/report";
    }

    @GetMapping(LIST + "/{programmeId}.docx")
    @Requires(value = Right.REPORT_EXPORT, subject = "report", action = Action.EXPORT)
    ResponseEntity<byte[]> docx(@PathVariable UUID programmeId, Locale locale) {
        return file(ReportFile.of(report(programmeId, locale), ReportFormat.DOCX));
    }

    @GetMapping(LIST + "/{programmeId}.pdf")
    @Requires(value = Right.REPORT_EXPORT, subject = "report", action = Action.EXPORT)
    ResponseEntity<byte[]> pdf(@PathVariable UUID programmeId, Locale locale) {
        return file(ReportFile.of(report(programmeId, locale), ReportFormat.PDF));
    }

    private Document report(UUID programmeId, Locale locale) {
        Language language = locale.getLanguage().equals("en") ? Language.EN : Language.NL;
        return reports.of(programmeId, language)
                .orElseThrow(() -> new NotFoundException("report of programme " + programmeId));
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
