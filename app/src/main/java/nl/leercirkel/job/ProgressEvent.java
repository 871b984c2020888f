package nl.leercirkel.job;

import org.jspecify.annotations.Nullable;

/**
 * What the page hears about a job; leercirkel.js reads percent, text, finished and location.
 *
 * @param percent null when it is not known how much there is to do
 * @param statusText the status in the language of the person
 * @param finished whether this is the last event
 * @param location where to go then
 */
record ProgressEvent(
        long done,
        long total,
        @Nullable Integer percent,
        String text,
        JobStatus status,
        String statusText,
        boolean finished,
        String location) {

    static ProgressEvent of(Job job, String statusText, String stoppingText) {
        boolean stopping = job.cancelRequested() && !job.status().isFinal();
        return new ProgressEvent(
                job.done(),
                job.total(),
                job.percent(),
                stopping ? stoppingText : job.currentText(),
                job.status(),
                statusText,
                job.status().isFinal(),
                job.id().path());
    }
}
