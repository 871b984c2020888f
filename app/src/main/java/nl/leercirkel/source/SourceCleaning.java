package nl.leercirkel.source;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import nl.leercirkel.job.LeftFiles;
import nl.leercirkel.job.RecurringWork;
import nl.leercirkel.security.ActorContext;
import nl.leercirkel.source.open.OpenStatistics;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Throws away files about which nobody decided, with what was checked of them, and what fetching that was killed left on disk. */
@Component
class SourceCleaning implements RecurringWork {
    static final Duration PATIENCE = Duration.ofDays(7);
    private static final Duration LONGEST_FETCH = Duration.ofDays(1);
    private static final Logger LOG = LoggerFactory.getLogger(SourceCleaning.class);

    private final ImportStore imports;
    private final VersionStore versions;
    private final TransactionTemplate transactions;
    private final Clock clock;

    SourceCleaning(
            ImportStore imports, VersionStore versions, PlatformTransactionManager transactionManager, Clock clock) {
        this.imports = imports;
        this.versions = versions;
        this.transactions = new TransactionTemplate(transactionManager);
        this.clock = clock;
    }

    @Override
    public String name() {
        return "source-cleaning";
    }

    @Override
    public Duration interval() {
        return Duration.ofHours(1);
    }

    @Override
    public void run() {
        LeftFiles.remove(OpenStatistics.TEMPORARY + "*", clock.instant().minus(LONGEST_FETCH));
        ActorContext.<Void, RuntimeException>callAsInstallation("removing undecided files", () -> {
            transactions.executeWithoutResult(status -> {
                List<Import> left = imports.untouchedSince(PATIENCE);
                for (Import of : left) {
                    imports.delete(of);
                    if (of.versionId() != null) {
                        versions.discard(of.versionId());
                    }
                }
                LOG.debug("Removed {} undecided files", left.size());
            });
            return null;
        });
    }
}
