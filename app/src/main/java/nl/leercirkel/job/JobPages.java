package nl.leercirkel.job;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import nl.leercirkel.security.Action;
import nl.leercirkel.security.ActorContext;
import nl.leercirkel.security.Requires;
import nl.leercirkel.security.Right;
import nl.leercirkel.shell.Crumb;
import nl.leercirkel.shell.NotFoundException;
import nl.leercirkel.shell.Notice;
import org.springframework.context.MessageSource;
import org.springframework.http.ContentDisposition;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The pages of background work: the list, one job with its progress, stopping it, and the file that came of it. */
@Controller
class JobPages {
    private static final int SHOWN = 100;

    private final Jobs jobs;
    private final MessageSource messages;

    JobPages(Jobs jobs, MessageSource messages) {
        this.jobs = jobs;
        this.messages = messages;
    }

    @GetMapping("/werk")
    @Requires(value = Right.OWN_ACCOUNT, subject = "job")
    String list(@RequestParam(name = "alle", defaultValue = "false") boolean all, Locale locale, Model model) {
        boolean mayReadAll = ActorContext.required().may(Right.JOB_READ);
        boolean ofEverybody = all && mayReadAll;
        List<JobLine> lines = jobs.latest(ofEverybody, SHOWN).stream()
                .map(job -> JobLine.of(job, locale))
                .toList();
        model.addAttribute("jobs", lines);
        model.addAttribute("mayReadAll", mayReadAll);
        model.addAttribute("ofEverybody", ofEverybody);
        model.addAttribute("limited", lines.size() == SHOWN);
        return "job/list";
    }

    @GetMapping("/werk/{id}")
    @Requires(value = Right.OWN_ACCOUNT, subject = "job")
    String show(@PathVariable UUID id, Locale locale, Model model) {
        Job job = visible(id);
        jobs.markSeen(job);
        model.addAttribute("job", JobLine.of(job, locale));
        model.addAttribute("mayCancel", !job.status().isFinal() && jobs.mayCancel(job));
        jobs.file(job).ifPresent(file -> model.addAttribute("file", FileLine.of(file, locale)));
        model.addAttribute(
                "breadcrumbs", List.of(new Crumb(messages.getMessage("job.list.title", null, locale), "/werk")));
        return "job/job";
    }

    @PostMapping("/werk/{id}/stoppen")
    @Requires(value = Right.OWN_ACCOUNT, action = Action.CHANGE, subject = "job")
    String cancel(@PathVariable UUID id, Locale locale, RedirectAttributes redirect) {
        Job job = visible(id);
        jobs.cancel(job);
        Notice.success(redirect, messages.getMessage("job.cancel.asked", null, locale));
        return "redirect:" + job.id().path();
    }

    @GetMapping("/werk/{id}/bestand")
    @Requires(value = Right.OWN_ACCOUNT, action = Action.EXPORT, subject = "job file")
    void download(@PathVariable UUID id, HttpServletResponse response) throws IOException {
        Job job = visible(id);
        StoredFile file = jobs.file(job).orElseThrow(() -> new NotFoundException("job file"));
        jobs.markSeen(job);
        response.setContentType(file.mediaType());
        response.setContentLengthLong(file.size());
        response.setHeader(
                "Content-Disposition",
                ContentDisposition.attachment()
                        .filename(file.name(), StandardCharsets.UTF_8)
                        .build()
                        .toString());
        response.setHeader("Cache-Control", "private, no-store");
        jobs.copy(file, response.getOutputStream());
    }

    private Job visible(UUID id) {
        return jobs.find(new JobId(id)).orElseThrow(() -> new NotFoundException("job"));
    }
}
