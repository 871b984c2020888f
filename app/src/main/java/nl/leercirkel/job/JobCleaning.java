package nl.leercirkel.job;

import java.time.Clock;
import nl.leercirkel.security.ActorContext;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Removes what is past its time: files after a week, jobs three months after they ended. */
@Component
class JobCleaning {
    private static final Logger LOG = LoggerFactory.getLogger(JobCleaning.class);

    private final JobStore store;
    private final FileStore files;
    private final TransactionTemplate transactions;
    private final Clock clock;

    JobCleaning(JobStore store, FileStore files, PlatformTransactionManager transactionManager, Clock clock) {
        this.store = store;
        this.files = files;
        this.transactions = new TransactionTemplate(transactionManager);
        this.clock = clock;
    }

    void clean() {
        ActorContext.<Void, RuntimeException>callAsInstallation("removing expired files and jobs", () -> {
            transactions.executeWithoutResult(status -> {
                int removedFiles = files.deleteExpired();
                int removedJobs = store.deleteFinishedBefore(clock.instant().minus(JobSettings.JOB_RETENTION));
                LOG.debug("Removed {} expired files and {} old jobs", removedFiles, removedJobs);
            });
            return null;
        });
    }
}
