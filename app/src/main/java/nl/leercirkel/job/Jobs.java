package nl.leercirkel.job;

import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import nl.leercirkel.security.Actor;
import nl.leercirkel.security.ActorContext;
import nl.leercirkel.security.Right;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

/** Starts background work and finds it back, for the acting person. */
@Service
public class Jobs {
    private final JobStore store;
    private final FileStore files;
    private final JobScheduler scheduler;
    private final TransactionTemplate transactions;
    private final ObjectProvider<JobKind<?>> kinds;
    private final JsonMapper json = JsonMapper.builder().build();

    /** Kinds are looked up when they are asked for: a kind may itself start jobs. */
    Jobs(
            JobStore store,
            FileStore files,
            JobScheduler scheduler,
            PlatformTransactionManager transactionManager,
            ObjectProvider<JobKind<?>> kinds) {
        this.store = store;
        this.files = files;
        this.scheduler = scheduler;
        this.transactions = new TransactionTemplate(transactionManager);
        this.kinds = kinds;
    }

    /**
     * Starts work in the caller's transaction: when that is rolled back there is no job, and nothing begins before it
     * is committed. Without a transaction it is one of its own.
     *
     * @param title what it is, in Dutch, as the person recognises it in a list: "Evaluatierapport 2026 als Word"
     */
    public <P extends Record> JobId start(JobKind<P> kind, String title, P parameters) {
        Actor actor = ActorContext.required();
        if (!actor.may(kind.right())) {
            throw new AccessDeniedException("May not start " + kind.name());
        }
        return transactions.execute(status -> {
            JobId id = store.insert(actor, kind.name(), title, json.writeValueAsString(parameters));
            scheduler.schedule(id);
            return id;
        });
    }

    /** Empty when there is no such job or the acting person may not see it. */
    public Optional<Job> find(JobId id) {
        Actor actor = ActorContext.required();
        return transactions.execute(
                status -> store.find(id).filter(job -> isStarter(actor, job) || actor.may(Right.JOB_READ)));
    }

    /** Without asking who may see it: for those of whom that was checked. */
    Optional<Job> current(JobId id) {
        return transactions.execute(status -> store.find(id));
    }

    /** The latest jobs, newest first. */
    List<Job> latest(boolean ofEverybody, int limit) {
        Actor actor = ActorContext.required();
        return transactions.execute(status -> store.latest(actor, ofEverybody && actor.may(Right.JOB_READ), limit));
    }

    /** What ended in this period and was not looked at by the person who started it. */
    List<Job> unseen(Actor actor, Duration period, int limit) {
        return store.unseen(actor, period, limit);
    }

    void markSeen(Job job) {
        Actor actor = ActorContext.required();
        if (job.status().isFinal() && isStarter(actor, job)) {
            transactions.executeWithoutResult(status -> store.markSeen(job.id(), actor));
        }
    }

    /** Says that the person on whose behalf it was done hears of its end in another way than on the home page. */
    public void seen(JobId id) {
        find(id).ifPresent(this::markSeen);
    }

    /** Whoever started it, or keeps this authority's installation in order. */
    boolean mayCancel(Job job) {
        Actor actor = ActorContext.required();
        return isStarter(actor, job) || actor.may(Right.SETTINGS_MANAGE);
    }

    void cancel(Job job) {
        if (!mayCancel(job)) {
            throw new AccessDeniedException("May not stop this job");
        }
        transactions.executeWithoutResult(status -> store.requestCancel(job.id()));
    }

    /** Only for who has the right that the work asks for: a file may tell more than that there was work. */
    Optional<StoredFile> file(Job job) {
        return transactions.execute(status -> files.find(job.id()).filter(file -> mayTake(job)));
    }

    private boolean mayTake(Job job) {
        Actor actor = ActorContext.required();
        return kinds.stream()
                .filter(kind -> kind.name().equals(job.kind()))
                .findFirst()
                .map(kind -> actor.may(kind.right()))
                .orElseGet(() -> isStarter(actor, job));
    }

    /** Reads piece by piece, so a slow reader holds no connection to the database. */
    void copy(StoredFile file, OutputStream output) throws IOException {
        long left = file.size();
        for (int number = 0; left > 0; number++) {
            int part = number;
            byte[] bytes = transactions
                    .execute(status -> files.chunk(file.jobId(), part))
                    .orElseThrow(() -> new IOException("The file was removed while it was being read"));
            output.write(bytes);
            left -= bytes.length;
        }
    }

    private static boolean isStarter(Actor actor, Job job) {
        return job.accountId().equals(actor.accountId());
    }
}
