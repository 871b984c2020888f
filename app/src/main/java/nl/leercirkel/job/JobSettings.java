package nl.leercirkel.job;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * How background work is done.
 *
 * @param threads jobs at the same time on this node
 * @param polling how often this node looks for work that another node scheduled
 * @param heartbeat how often this node says that it is alive; after four silent beats its jobs are taken over
 * @param stopWait how long work that cannot be begun again gets to finish when the application stops
 */
@ConfigurationProperties("leercirkel.job")
record JobSettings(
        @DefaultValue("4") int threads,
        @DefaultValue("1s") Duration polling,
        @DefaultValue("10s") Duration heartbeat,
        @DefaultValue("8s") Duration stopWait,
        @DefaultValue("200MB") DataSize fileLimit) {
    /** A job that brings the application down three times is not tried a fourth time. */
    static final int MAXIMUM_ATTEMPTS = 3;

    static final Duration FILE_RETENTION = Duration.ofDays(7);
    static final Duration JOB_RETENTION = Duration.ofDays(90);
}
