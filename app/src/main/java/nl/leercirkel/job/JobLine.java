package nl.leercirkel.job;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A job as the pages show it. */
record JobLine(
        String title,
        String path,
        String startedBy,
        String statusKey,
        JobStatus status,
        boolean ended,
        boolean stopping,
        long done,
        long total,
        @Nullable Integer percent,
        String text,
        @Nullable String resultPath,
        String created,
        @Nullable String finished) {

    private static final ZoneId ZONE = ZoneId.of("Europe/Amsterdam");

    static JobLine of(Job job, Locale locale) {
        Instant finished = job.finishedAt();
        return new JobLine(
                job.title(),
                job.id().path(),
                job.startedBy(),
                job.status().labelKey(),
                job.status(),
                job.status().isFinal(),
                job.cancelRequested() && !job.status().isFinal(),
                job.done(),
                job.total(),
                job.percent(),
                job.currentText(),
                job.resultPath(),
                time(job.createdAt(), locale),
                finished == null ? null : time(finished, locale));
    }

    static String time(Instant moment, Locale locale) {
        return DateTimeFormatter.ofPattern("d MMMM yyyy HH:mm", locale).format(moment.atZone(ZONE));
    }
}
