package nl.leercirkel.job;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import nl.leercirkel.security.Requires;
import nl.leercirkel.security.Right;
import nl.leercirkel.shell.NotFoundException;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import tools.jackson.databind.json.JsonMapper;

/**
 * Progress as server-sent events. The request waits on its own virtual thread and keeps no transaction or connection to
 * the database, so it stays one request: for the person bound to it, for the audit log, and for the log-out, which counts
 * when the browser comes back after a while.
 */
@Controller
class ProgressStream {
    private static final Duration SILENCE = Duration.ofSeconds(15);
    private static final Duration LONGEST = Duration.ofMinutes(10);

    private final Jobs jobs;
    private final ProgressHub hub;
    private final MessageSource messages;
    private final Clock clock;
    private final JsonMapper json = JsonMapper.builder().build();

    ProgressStream(Jobs jobs, ProgressHub hub, MessageSource messages, Clock clock) {
        this.jobs = jobs;
        this.hub = hub;
        this.messages = messages;
        this.clock = clock;
    }

    @GetMapping(path = "/werk/{id}/voortgang", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    @Requires(value = Right.OWN_ACCOUNT, subject = "job progress")
    void follow(
            @PathVariable UUID id,
            @RequestHeader(name = "Last-Event-ID", required = false) @Nullable String lastEventId,
            Locale locale,
            HttpServletResponse response)
            throws InterruptedException {
        Job job = jobs.find(new JobId(id)).orElseThrow(() -> new NotFoundException("job"));
        long seen = revision(lastEventId);
        if (job.status().isFinal() && job.revision() == seen) {
            // The only answer after which a browser does not come back.
            response.setStatus(HttpStatus.NO_CONTENT.value());
            return;
        }
        response.setContentType(MediaType.TEXT_EVENT_STREAM_VALUE);
        response.setCharacterEncoding(StandardCharsets.UTF_8);
        response.setHeader("Cache-Control", "no-store");
        response.setHeader("X-Accel-Buffering", "no");
        try (ProgressHub.Subscription subscription = hub.subscribe(job)) {
            OutputStream output = response.getOutputStream();
            send(output, "retry: 2000\n\n");
            write(job, seen, subscription, output, locale);
        } catch (IOException readerLeft) {
            // Nothing to tell to somebody who is no longer there.
            return;
        }
    }

    private void write(
            Job job, long lastSeen, ProgressHub.Subscription subscription, OutputStream output, Locale locale)
            throws IOException, InterruptedException {
        Job latest = job;
        if (job.revision() != lastSeen) {
            send(output, event(job, locale));
        }
        Instant end = clock.instant().plus(LONGEST);
        while (!latest.status().isFinal()
                && subscription.isOpen()
                && clock.instant().isBefore(end)) {
            Optional<Job> news = subscription.after(latest.revision(), SILENCE);
            if (news.isPresent()) {
                latest = news.get();
                send(output, event(latest, locale));
            } else {
                // Keeps the connection open, and shows that the reader left.
                send(output, ":\n\n");
            }
        }
    }

    private String event(Job job, Locale locale) {
        ProgressEvent event = ProgressEvent.of(
                job,
                messages.getMessage(job.status().labelKey(), null, locale),
                messages.getMessage("job.stopping", null, locale));
        return "event: progress\nid: " + job.revision() + "\ndata: " + json.writeValueAsString(event) + "\n\n";
    }

    private static void send(OutputStream output, String text) throws IOException {
        output.write(text.getBytes(StandardCharsets.UTF_8));
        output.flush();
    }

    /** The header comes from outside: anything that is not a revision means that nothing was seen. */
    private static long revision(@Nullable String lastEventId) {
        return lastEventId != null && lastEventId.matches("[0-9]{1,18}") ? Long.parseLong(lastEventId) : -1;
    }
}
