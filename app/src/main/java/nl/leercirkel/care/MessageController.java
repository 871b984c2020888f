package nl.leercirkel.care;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import nl.leercirkel.job.JobId;
import nl.leercirkel.job.Jobs;
import nl.leercirkel.privacy.KeysUnavailableException;
import nl.leercirkel.privacy.SealedFiles;
import nl.leercirkel.privacy.SealedUpload;
import nl.leercirkel.privacy.SealedUploadFilter;
import nl.leercirkel.security.Action;
import nl.leercirkel.security.Requires;
import nl.leercirkel.security.Right;
import nl.leercirkel.shell.Crumb;
import nl.leercirkel.shell.NotFoundException;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Bringing messages, what came of each, and fetching return messages. */
@Controller
class MessageController {
    static final String PATH = "/berichten";

    private static final String SUBJECT = "message";
    private static final int PAGE_SIZE = 50;
    private static final int MOST_FILES = 1_000;
    /** What was not read after a day is gone. */
    private static final Duration WAITING = Duration.ofDays(1);

    private final Messages messages;
    private final CareLineage lineage;
    private final SealedFiles files;
    private final Jobs jobs;
    private final MessageImportJob job;
    private final TransactionTemplate transactions;
    private final CareTexts texts;

    MessageController(
            Messages messages,
            CareLineage lineage,
            SealedFiles files,
            Jobs jobs,
            MessageImportJob job,
            PlatformTransactionManager transactionManager,
            CareTexts texts) {
        this.messages = messages;
        this.lineage = lineage;
        this.files = files;
        this.jobs = jobs;
        this.job = job;
        this.transactions = new TransactionTemplate(transactionManager);
        this.texts = texts;
    }

    /** A message in the list. */
    public record Line(
            String path,
            String name,
            String verdict,
            String light,
            String kind,
            String between,
            String date,
            String received) {}

    /** A figure that rests on one message. */
    public record FigureLink(String path, String title) {}

    /** Figures that rest on messages, as the page shows them; {@code messages} is null where all messages of now are in them. */
    public record UseLine(
            String title,
            String path,
            String made,
            @Nullable String messages) {}

    @GetMapping(PATH)
    @Requires(value = Right.MESSAGE_IMPORT, subject = SUBJECT)
    String page(@RequestParam(name = "pagina", defaultValue = "1") int page, Model model) {
        return page(Math.max(1, page), Map.of(), model);
    }

    @PostMapping(PATH)
    @Requires(value = Right.MESSAGE_IMPORT, subject = SUBJECT, action = Action.CREATE)
    String upload(HttpServletRequest request, HttpServletResponse response, Model model) {
        List<SealedUpload> uploads = SealedUploadFilter.uploads(request);
        String problem = uploads.isEmpty()
                ? text("care.upload.missing")
                : uploads.size() > MOST_FILES ? text("care.upload.many", MOST_FILES) : "";
        if (problem.isEmpty()) {
            try {
                return "redirect:" + start(uploads).path();
            } catch (KeysUnavailableException unavailable) {
                problem = unavailable.dutchMessage();
            }
        }
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        return page(1, Map.of("files", problem), model);
    }

    /** The files and the work on them are kept together, or neither. */
    private JobId start(List<SealedUpload> uploads) {
        return transactions.execute(status -> {
            files.removeExpired();
            List<UUID> kept = new ArrayList<>();
            for (SealedUpload upload : uploads) {
                try {
                    kept.add(files.keep(upload, WAITING));
                } catch (IOException failure) {
                    throw new UncheckedIOException(failure);
                }
            }
            String title = kept.size() == 1
                    ? "Bericht inlezen: " + uploads.getFirst().name()
                    : kept.size() + " berichten inlezen";
            return jobs.start(job, title, new MessageImportJob.Files(kept));
        });
    }

    @GetMapping(PATH + "/{messageId}")
    @Requires(value = Right.MESSAGE_IMPORT, subject = SUBJECT)
    String message(@PathVariable UUID messageId, Model model) {
        Messages.Line message = find(messageId);
        model.addAttribute("line", line(message));
        model.addAttribute("message", message);
        model.addAttribute("findings", messages.findings(messageId));
        model.addAttribute(
                "figures",
                lineage.of(messageId).stream()
                        .map(choice -> new FigureLink(
                                CareController.path(choice), texts.text("care.uses.figure", texts.choice(choice))))
                        .toList());
        model.addAttribute(
                "answer",
                messages.answer(message)
                        .map(file -> texts.moment(file.expiresAt()))
                        .orElse(null));
        model.addAttribute(
                "breadcrumbs",
                List.of(
                        new Crumb(text("care.messages.title"), PATH),
                        new Crumb(message.fileName(), PATH + "/" + messageId)));
        return "care/message";
    }

    /** The return message holds personal data: who fetches it stands in the log. */
    @GetMapping(PATH + "/{messageId}/retour")
    @Requires(value = Right.MESSAGE_IMPORT, subject = "return message", action = Action.EXPORT)
    void answer(@PathVariable UUID messageId, HttpServletResponse response) throws IOException {
        Messages.Line message = find(messageId);
        SealedFiles.Waiting file =
                messages.answer(message).orElseThrow(() -> new NotFoundException("return message of " + messageId));
        response.setContentType(MediaType.APPLICATION_XML_VALUE);
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        response.setHeader(
                HttpHeaders.CONTENT_DISPOSITION,
                ContentDisposition.attachment()
                        .filename(file.name(), StandardCharsets.US_ASCII)
                        .build()
                        .toString());
        transactions.executeWithoutResult(status -> {
            try (InputStream content = files.open(file.id())) {
                content.transferTo(response.getOutputStream());
            } catch (IOException failure) {
                throw new UncheckedIOException(failure);
            }
        });
    }

    private Messages.Line find(UUID messageId) {
        return messages.find(messageId).orElseThrow(() -> new NotFoundException("message " + messageId));
    }

    private String page(int page, Map<String, String> errors, Model model) {
        int count = messages.count();
        model.addAttribute("errors", errors);
        model.addAttribute("count", count);
        model.addAttribute("page", page);
        model.addAttribute("pages", Math.max(1, (count + PAGE_SIZE - 1) / PAGE_SIZE));
        model.addAttribute(
                "lines",
                messages.latest(page, PAGE_SIZE).stream().map(this::line).toList());
        List<Resting> resting = lineage.resting();
        model.addAttribute("sources", resting.stream().map(texts::source).toList());
        model.addAttribute("uses", uses(resting));
        model.addAttribute("breadcrumbs", List.of(new Crumb(text("care.messages.title"), PATH)));
        return "care/messages";
    }

    private List<UseLine> uses(List<Resting> resting) {
        return lineage.uses().stream()
                .map(use -> {
                    CareTotals.Choice choice = new CareTotals.Choice(use.law(), use.year());
                    long now = resting.stream()
                            .filter(one -> one.law() == use.law())
                            .mapToLong(Resting::messages)
                            .sum();
                    return new UseLine(
                            texts.text("care.uses.figure", texts.choice(choice)),
                            CareController.path(choice),
                            texts.moment(use.lastMadeAt()),
                            now == use.messages() ? null : texts.text("care.uses.later", now - use.messages()));
                })
                .toList();
    }

    private Line line(Messages.Line message) {
        String light = switch (message.verdict()) {
            case ACCEPTED -> "ok";
            case REFUSED -> "attention";
            case NO_MESSAGE -> "stop";
        };
        String kind = message.type() == null
                ? text("care.kind.unknown")
                : message.type().name() + " " + message.type().kind().dutch();
        return new Line(
                PATH + "/" + message.id(),
                message.fileName(),
                text(message.verdict().labelKey()),
                light,
                kind,
                message.sender() == null
                        ? ""
                        : text("care.between", message.sender(), String.valueOf(message.receiver())),
                message.date() == null ? "" : texts.day(message.date()),
                text("care.received", texts.moment(message.receivedAt()), message.receivedBy()));
    }

    private String text(String key, @Nullable Object... arguments) {
        return texts.text(key, arguments);
    }
}
