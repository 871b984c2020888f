package nl.leercirkel.database;

import java.util.function.Supplier;
import nl.leercirkel.security.ActorContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Work of the installation itself in a transaction of its own: signing in, inviting, adding an authority. It crosses
 * authorities, so a page for one authority never goes through here to read that authority's data.
 */
@Component
public class InstallationTransactions {
    private final TransactionTemplate ownTransaction;

    InstallationTransactions(PlatformTransactionManager manager) {
        this.ownTransaction = new TransactionTemplate(manager);
        // The scope is told to PostgreSQL when a transaction starts: joining a person's transaction would keep theirs.
        ownTransaction.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    /** Runs within the installation's transaction that is under way, or else in a new one. */
    public <T extends @Nullable Object> T call(String reason, Supplier<T> work) {
        if (ActorContext.isInstallation() && TransactionSynchronizationManager.isActualTransactionActive()) {
            return work.get();
        }
        return ActorContext.<T, RuntimeException>callAsInstallation(
                reason, () -> ownTransaction.<T>execute(status -> work.get()));
    }

    public void run(String reason, Runnable work) {
        this.<@Nullable Void>call(reason, () -> {
            work.run();
            return null;
        });
    }
}
