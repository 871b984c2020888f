package nl.leercirkel.exchange;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import nl.leercirkel.portfolio.Portfolios;
import nl.leercirkel.security.Action;
import nl.leercirkel.security.ActorContext;
import nl.leercirkel.security.Requires;
import nl.leercirkel.security.Right;
import nl.leercirkel.shell.Crumb;
import nl.leercirkel.shell.NotFoundException;
import nl.leercirkel.shell.Notice;
import nl.leercirkel.spreadsheet.RefusedFileException;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** A programme with its projects in a spreadsheet: taking them along, bringing them back, and looking before storing. */
@Controller
class ExchangeController {
    private static final String PAGE = "/portfolio/{programmeId}/excel";
    private static final String SUBJECT = "portfolio file";
    private static final MediaType XLSX =
            MediaType.parseMediaType("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");
    private static final int MOST_ERRORS = 100;

    private final Exchange exchange;
    private final Portfolios portfolios;

    ExchangeController(Exchange exchange, Portfolios portfolios) {
        this.exchange = exchange;
        this.portfolios = portfolios;
    }

    @GetMapping(PAGE)
    @Requires(value = Right.REPORT_EXPORT, subject = SUBJECT)
    String page(@PathVariable UUID programmeId, Model model) {
        return page(programmeId, "", model);
    }

    private String page(UUID programmeId, String error, Model model) {
        head(programmeId, model);
        model.addAttribute("errors", error.isEmpty() ? Map.of() : Map.of("bestand", error));
        return "exchange/page";
    }

    private void head(UUID programmeId, Model model) {
        String name = portfolios
                .programmeName(programmeId)
                .orElseThrow(() -> new NotFoundException("programme " + programmeId));
        model.addAttribute(
                "breadcrumbs",
                List.of(
                        new Crumb("Portfolio", "/portfolio"),
                        new Crumb(name, "/portfolio/" + programmeId),
                        new Crumb("Excel", path(programmeId))));
        model.addAttribute("programme", name);
        model.addAttribute("path", path(programmeId));
        model.addAttribute("mayImport", ActorContext.required().may(Right.PROGRAMME_EDIT));
    }

    @GetMapping(PAGE + "/projecten.xlsx")
    @Requires(value = Right.REPORT_EXPORT, subject = SUBJECT, action = Action.EXPORT)
    ResponseEntity<byte[]> projects(@PathVariable UUID programmeId) {
        return file("projecten.xlsx", exchange.workbook(programmeId, false));
    }

    @GetMapping(PAGE + "/sjabloon.xlsx")
    @Requires(value = Right.REPORT_EXPORT, subject = SUBJECT, action = Action.EXPORT)
    ResponseEntity<byte[]> template(@PathVariable UUID programmeId) {
        return file("sjabloon.xlsx", exchange.workbook(programmeId, true));
    }

    private static ResponseEntity<byte[]> file(String name, byte[] content) {
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noStore())
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename(name, StandardCharsets.US_ASCII)
                                .build()
                                .toString())
                .contentType(XLSX)
                .body(content);
    }

    @PostMapping(PAGE)
    @Requires(value = Right.PROGRAMME_EDIT, subject = SUBJECT, action = Action.READ)
    String upload(
            @PathVariable UUID programmeId,
            @RequestParam(required = false) @Nullable MultipartFile bestand,
            Model model)
            throws IOException {
        head(programmeId, model);
        if (bestand == null || bestand.isEmpty()) {
            return page(programmeId, "Kies een Excelbestand (.xlsx).", model);
        }
        if (bestand.getSize() > WorkbookReader.LIMITS.file()) {
            return page(programmeId, "Het bestand is te groot: ten hoogste 10 MB.", model);
        }
        byte[] content = bestand.getBytes();
        try {
            exchange.preview(programmeId, content);
        } catch (RefusedFileException refused) {
            return page(programmeId, String.valueOf(refused.getMessage()), model);
        }
        return "redirect:" + path(programmeId) + "/" + exchange.keep(programmeId, fileName(bestand), content);
    }

    private static String fileName(MultipartFile file) {
        String given = file.getOriginalFilename();
        String name = given == null
                ? ""
                : given.replaceAll(".*[/\\\\]", "").replaceAll("\\p{Cntrl}", "").strip();
        return name.isEmpty() ? "bestand.xlsx" : name.substring(0, Math.min(name.length(), 100));
    }

    @GetMapping(PAGE + "/{uploadId}")
    @Requires(value = Right.PROGRAMME_EDIT, subject = SUBJECT)
    String preview(@PathVariable UUID programmeId, @PathVariable UUID uploadId, Model model)
            throws RefusedFileException {
        Exchange.Upload upload = find(programmeId, uploadId);
        return preview(upload, exchange.preview(programmeId, upload.content()), model);
    }

    @PostMapping(PAGE + "/{uploadId}")
    @Requires(value = Right.PROGRAMME_EDIT, subject = SUBJECT, action = Action.CHANGE)
    String store(@PathVariable UUID programmeId, @PathVariable UUID uploadId, Model model, RedirectAttributes redirect)
            throws RefusedFileException {
        Exchange.Upload upload = find(programmeId, uploadId);
        ImportPlan plan = exchange.store(programmeId, upload);
        if (!plan.isSound()) {
            return preview(upload, plan, model);
        }
        Notice.success(redirect, summary(plan));
        return "redirect:/portfolio/" + programmeId;
    }

    private static String summary(ImportPlan plan) {
        if (!plan.hasChanges()) {
            return "Het bestand veranderde niets: alles stond er al zo.";
        }
        return "Ingelezen: " + (plan.programme(ImportPlan.Kind.CHANGED).isPresent() ? "het programma gewijzigd, " : "")
                + count(plan.of(ImportPlan.Kind.ADDED).size(), "toegevoegd") + ", "
                + count(plan.of(ImportPlan.Kind.CHANGED).size(), "gewijzigd") + ".";
    }

    private static String count(int number, String what) {
        return number + (number == 1 ? " project " : " projecten ") + what;
    }

    private String preview(Exchange.Upload upload, ImportPlan plan, Model model) {
        head(upload.programmeId(), model);
        model.addAttribute("upload", upload);
        model.addAttribute("plan", plan);
        model.addAttribute(
                "programmeChanged", plan.programme(ImportPlan.Kind.CHANGED).orElse(null));
        model.addAttribute("programmeKept", plan.programme(ImportPlan.Kind.KEPT).orElse(null));
        model.addAttribute(
                "programmeConflict", plan.programme(ImportPlan.Kind.CONFLICT).orElse(null));
        model.addAttribute("added", plan.of(ImportPlan.Kind.ADDED));
        model.addAttribute("changed", plan.of(ImportPlan.Kind.CHANGED));
        model.addAttribute("same", plan.of(ImportPlan.Kind.SAME).size());
        model.addAttribute("kept", plan.of(ImportPlan.Kind.KEPT));
        model.addAttribute("conflicts", plan.of(ImportPlan.Kind.CONFLICT));
        model.addAttribute("sound", plan.isSound());
        model.addAttribute("hasChanges", plan.hasChanges());
        model.addAttribute(
                "cellErrors",
                plan.errors().stream()
                        .limit(MOST_ERRORS)
                        .map(CellError::toString)
                        .toList());
        model.addAttribute("errorCount", plan.errors().size());
        return "exchange/preview";
    }

    private Exchange.Upload find(UUID programmeId, UUID uploadId) {
        return exchange.upload(programmeId, uploadId).orElseThrow(() -> new NotFoundException("upload " + uploadId));
    }

    private static String path(UUID programmeId) {
        return "/portfolio/" + programmeId + "/excel";
    }
}
