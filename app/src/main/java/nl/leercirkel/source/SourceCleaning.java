package nl.leercirkel.source;

import java.time.Duration;
import java.util.List;
import nl.leercirkel.job.RecurringWork;
import nl.leercirkel.security.ActorContext;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Throws away files about which nobody decided, with what was checked of them. */
@Component
class SourceCleaning implements RecurringWork {
    static final Duration PATIENCE = Duration.ofDays(7);
    private static final Logger LOG = LoggerFactory.getLogger(SourceCleaning.class);

    private final ImportStore imports;
    private final VersionStore versions;
    private final TransactionTemplate transactions;

    SourceCleaning(ImportStore imports, VersionStore versions, PlatformTransactionManager transactionManager) {
        this.imports = imports;
        this.versions = versions;
        this.transactions = new TransactionTemplate(transactionManager);
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
