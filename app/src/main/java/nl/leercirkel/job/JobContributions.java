package nl.leercirkel.job;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import nl.leercirkel.security.Actor;
import nl.leercirkel.security.Right;
import nl.leercirkel.shell.CircleStep;
import nl.leercirkel.shell.NavigationContribution;
import nl.leercirkel.shell.NavigationEntry;
import nl.leercirkel.shell.WaitingContribution;
import nl.leercirkel.shell.WaitingItem;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Background work in the navigation, and on the home page of whoever left while it was being done. */
@Component
class JobContributions implements NavigationContribution, WaitingContribution {
    private static final Duration PERIOD = JobSettings.FILE_RETENTION;
    private static final int SHOWN = 5;

    private final Jobs jobs;
    private final MessageSource messages;

    JobContributions(Jobs jobs, MessageSource messages) {
        this.jobs = jobs;
        this.messages = messages;
    }

    @Override
    public List<NavigationEntry> entries() {
        return List.of(new NavigationEntry(
                CircleStep.ADMINISTRATION, "job.navigation", "/werk?alle=true", Right.JOB_READ, 60));
    }

    @Override
    public boolean concerns(Actor actor) {
        return true;
    }

    @Override
    public List<WaitingItem> waitingFor(Actor actor, Locale locale) {
        return jobs.unseen(actor, PERIOD, SHOWN).stream()
                .map(job -> item(job, locale))
                .toList();
    }

    private WaitingItem item(Job job, Locale locale) {
        String key = job.status() == JobStatus.FAILED ? "job.waiting.failed" : "job.waiting.done";
        return new WaitingItem(
                messages.getMessage(key, new Object[] {job.title()}, locale),
                job.currentText(),
                job.id().path(),
                null);
    }
}
