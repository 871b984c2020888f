package nl.leercirkel.audit;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import nl.leercirkel.security.Action;
import nl.leercirkel.security.Requires;
import nl.leercirkel.security.Right;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The administrator's page of the log, and the same as a CSV file. */
@Controller
class AuditController {
    private static final int PAGE_SIZE = 50;
    private static final int EXPORT_SIZE = 100_000;

    private final AuditReader reader;
    private final MessageSource messages;

    AuditController(AuditReader reader, MessageSource messages) {
        this.reader = reader;
        this.messages = messages;
    }

    @GetMapping("/beheer/logboek")
    @Requires(value = Right.AUDIT_READ, subject = "audit log", action = Action.SEARCH)
    String log(
            @RequestParam(name = "q", required = false) @Nullable String text,
            @RequestParam(name = "handeling", required = false) @Nullable Action action,
            @RequestParam(name = "afloop", required = false) @Nullable Outcome outcome,
            @RequestParam(name = "van", required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable
                    LocalDate from,
            @RequestParam(name = "tot", required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable
                    LocalDate until,
            @RequestParam(name = "voor", required = false) @Nullable Long before,
            Model model) {
        AuditQuery query = new AuditQuery(text, action, outcome, from, until, before);
        List<AuditEntry> found = reader.newestFirst(query, PAGE_SIZE + 1);
        boolean more = found.size() > PAGE_SIZE;
        List<AuditEntry> shown = more ? found.subList(0, PAGE_SIZE) : found;
        model.addAttribute("query", query);
        model.addAttribute("entries", shown);
        model.addAttribute("next", more ? shown.getLast().entryId() : null);
        model.addAttribute("actions", Action.values());
        model.addAttribute("outcomes", Outcome.values());
        model.addAttribute("zone", AuditReader.ZONE);
        return "audit/log";
    }

    @GetMapping("/beheer/logboek.csv")
    @Requires(value = Right.AUDIT_READ, subject = "audit log", action = Action.EXPORT)
    ResponseEntity<byte[]> export(
            @RequestParam(name = "q", required = false) @Nullable String text,
            @RequestParam(name = "handeling", required = false) @Nullable Action action,
            @RequestParam(name = "afloop", required = false) @Nullable Outcome outcome,
            @RequestParam(name = "van", required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable
                    LocalDate from,
            @RequestParam(name = "tot", required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable
                    LocalDate until,
            Locale locale) {
        AuditQuery query = new AuditQuery(text, action, outcome, from, until, null);
        AuditCsv csv = new AuditCsv(messages, locale);
        reader.newestFirst(query, EXPORT_SIZE).forEach(csv::add);
        String name = "logboek-" + LocalDate.now(AuditReader.ZONE).format(DateTimeFormatter.ISO_DATE) + ".csv";
        return ResponseEntity.ok()
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment().filename(name).build().toString())
                .contentType(new MediaType("text", "csv", StandardCharsets.UTF_8))
                .body(csv.bytes());
    }
}
