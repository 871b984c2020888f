package nl.leercirkel.privacy;

import java.time.Clock;
import java.time.Duration;
import nl.leercirkel.job.LeftFiles;
import nl.leercirkel.job.RecurringWork;
import nl.leercirkel.security.ActorContext;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Throws away files with personal data that waited too long, and what nobody can read of uploads that broke off. */
@Component
class PrivacyCleaning implements RecurringWork {
    private static final Duration LONGEST_REQUEST = Duration.ofDays(1);

    private final SealedFiles files;
    private final TransactionTemplate transactions;
    private final Clock clock;

    PrivacyCleaning(SealedFiles files, PlatformTransactionManager transactionManager, Clock clock) {
        this.files = files;
        this.clock = clock;
        this.transactions = new TransactionTemplate(transactionManager);
    }

    @Override
    public String name() {
        return "privacy-cleaning";
    }

    @Override
    public Duration interval() {
        return Duration.ofHours(1);
    }

    @Override
    public void run() {
        LeftFiles.remove(SealedUpload.FILES, clock.instant().minus(LONGEST_REQUEST));
        ActorContext.<Void, RuntimeException>callAsInstallation("removing sealed files past their time", () -> {
            transactions.executeWithoutResult(status -> files.removeExpired());
            return null;
        });
    }
}
