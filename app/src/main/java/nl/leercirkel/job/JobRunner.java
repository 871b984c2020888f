package nl.leercirkel.job;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import nl.leercirkel.security.Actor;
import nl.leercirkel.security.ActorContext;
import nl.leercirkeldb.job.tables.records.JobRecord;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** Does a job that this node was given: as the person who started it, when that person still may. */
@Component
class JobRunner {
    private static final Logger LOG = LoggerFactory.getLogger(JobRunner.class);
    /** What is stored is read by others than the person at work now, so it is in the language of the installation. */
    private static final Locale DUTCH = Locale.of("nl");

    private final JobStore store;
    private final FileStore files;
    private final TransactionTemplate transactions;
    private final ObjectProvider<JobKind<?>> kinds;
    private final ObjectProvider<ActorSource> actors;
    private final MessageSource messages;
    private final JsonMapper json = JsonMapper.builder().build();
    private final Set<RunningJob> running = ConcurrentHashMap.newKeySet();
    private volatile boolean stopping;

    /** Kinds are looked up when a job is done: a kind may itself start jobs, so it may not be needed to build this. */
    JobRunner(
            JobStore store,
            FileStore files,
            PlatformTransactionManager transactionManager,
            ObjectProvider<JobKind<?>> kinds,
            ObjectProvider<ActorSource> actors,
            MessageSource messages) {
        this.store = store;
        this.files = files;
        this.transactions = new TransactionTemplate(transactionManager);
        this.kinds = kinds;
        this.actors = actors;
        this.messages = messages;
    }

    /** What the scheduler must do with its own row. */
    enum Outcome {
        SETTLED,
        AGAIN,
        NOT_OURS
    }

    private sealed interface Claim {}

    private record Owned(Run run, JobKind<?> kind, Record parameters, Actor actor) implements Claim {}

    private record Settled() implements Claim {}

    Outcome run(JobId id) {
        if (stopping) {
            return Outcome.AGAIN;
        }
        Claim claim = ActorContext.<Claim, RuntimeException>callAsInstallation(
                "claiming a job", () -> transactions.execute(status -> claim(id)));
        return switch (claim) {
            case Owned owned -> ActorContext.<Outcome, RuntimeException>callAs(owned.actor, () -> perform(owned));
            case Settled() -> Outcome.SETTLED;
        };
    }

    /** Work that may be begun again is ended now; the rest gets the scheduler's waiting time to finish. */
    void stop() {
        stopping = true;
        running.stream().filter(RunningJob::restartable).forEach(RunningJob::shutDown);
    }

    private Claim claim(JobId id) {
        Optional<JobRecord> found = store.lock(id);
        if (found.isEmpty() || JobStatus.valueOf(found.get().getStatus()).isFinal()) {
            return new Settled();
        }
        JobRecord job = found.get();
        boolean brokenOff = JobStatus.valueOf(job.getStatus()) == JobStatus.RUNNING;
        if (job.getCancelRequested()) {
            store.endLocked(job, JobStatus.CANCELLED, null);
            return new Settled();
        }
        Optional<JobKind<?>> kind = kinds.stream()
                .filter(candidate -> candidate.name().equals(job.getKind()))
                .findFirst();
        if (kind.isEmpty()) {
            return refuse(job, "job.failure.unknown");
        }
        if (brokenOff && !kind.get().restartable()) {
            return refuse(job, "job.failure.brokenOff");
        }
        if (job.getAttempts() >= JobSettings.MAXIMUM_ATTEMPTS) {
            return refuse(job, "job.failure.attempts");
        }
        Optional<Actor> actor = Optional.ofNullable(actors.getIfAvailable())
                .flatMap(source -> source.actor(job.getAccountId(), job.getAuthorityId()))
                .filter(person -> person.authorityId().equals(job.getAuthorityId()))
                .filter(person -> person.may(kind.get().right()));
        if (actor.isEmpty()) {
            return refuse(job, "job.failure.refused");
        }
        try {
            Record parameters =
                    json.readValue(job.getParameters().data(), kind.get().parameterType());
            return new Owned(new Run(id, store.begin(job)), kind.get(), parameters, actor.get());
        } catch (JacksonException unreadable) {
            LOG.error("Parameters of job {} ({}) cannot be read", id, job.getKind(), unreadable);
            return refuse(job, "job.failure.unknown");
        }
    }

    private Claim refuse(JobRecord job, String reason) {
        LOG.warn("Job {} ({}) is not done: {}", job.getJobId(), job.getKind(), reason);
        store.endLocked(job, JobStatus.FAILED, text(reason));
        return new Settled();
    }

    private Outcome perform(Owned owned) {
        try (RunningJob job = new RunningJob(owned.run, owned.kind.restartable(), owned.actor, store, transactions)) {
            running.add(job);
            try {
                job.start();
                if (stopping && job.restartable()) {
                    job.shutDown();
                }
                JobResult result = work(owned.kind, owned.parameters, job);
                return switch (result) {
                    case JobResult.Done done -> succeed(owned, job, done);
                    case JobResult.Failed(String message) -> {
                        job.endWork();
                        yield end(owned.run, job, JobStatus.FAILED, message);
                    }
                };
            } catch (Throwable failure) {
                job.endWork();
                return broken(owned, job, failure);
            } finally {
                running.remove(job);
            }
        }
    }

    private static <P extends Record> JobResult work(JobKind<P> kind, Record parameters, JobProgress progress)
            throws Exception {
        return kind.run(kind.parameterType().cast(parameters), progress);
    }

    /** The file is written while the job can still be stopped; it is there when the job is marked as done, or not. */
    private Outcome succeed(Owned owned, RunningJob job, JobResult.Done done) {
        ResultFile file = done.file();
        boolean ours = transactions.execute(status -> {
            if (file != null) {
                try {
                    files.write(owned.run.id(), owned.actor.authorityId(), file);
                } catch (IOException failure) {
                    throw new UncheckedIOException(failure);
                }
            }
            job.endWork();
            boolean stillOurs = store.succeed(owned.run, job.progress(), done);
            if (!stillOurs) {
                status.setRollbackOnly();
            }
            return stillOurs;
        });
        return ours ? Outcome.SETTLED : Outcome.NOT_OURS;
    }

    /** An exception after a request to stop is taken as its consequence, whatever the work made of it. */
    private Outcome broken(Owned owned, RunningJob job, Throwable failure) {
        Optional<StopReason> stopped = job.stopReason()
                .or(() -> wasInterrupted(failure) ? Optional.of(StopReason.SHUTDOWN) : Optional.empty());
        if (stopped.isPresent()) {
            return switch (stopped.get()) {
                case CANCELLED -> end(owned.run, job, JobStatus.CANCELLED, null);
                case SHUTDOWN ->
                    owned.kind.restartable()
                            ? requeue(owned.run)
                            : end(owned.run, job, JobStatus.FAILED, text("job.failure.brokenOff"));
                case LOST -> Outcome.NOT_OURS;
            };
        }
        if (failure instanceof UncheckedIOException wrapped && wrapped.getCause() instanceof FileStore.TooLarge) {
            return end(owned.run, job, JobStatus.FAILED, text("job.failure.tooLarge"));
        }
        LOG.error("Job {} ({}) failed", owned.run.id(), owned.kind.name(), failure);
        String mark = owned.run.id().toString().substring(0, 8);
        return end(owned.run, job, JobStatus.FAILED, text("job.failure.unexpected", mark));
    }

    /** Only the scheduler interrupts, when the time that it gives at the end is over. */
    private boolean wasInterrupted(Throwable failure) {
        return stopping
                && Stream.iterate(failure, Objects::nonNull, Throwable::getCause)
                        .limit(20)
                        .anyMatch(InterruptedException.class::isInstance);
    }

    private Outcome end(Run run, RunningJob job, JobStatus status, @Nullable String error) {
        boolean ours = transactions.execute(transaction -> store.end(run, status, job.progress(), error));
        return ours ? Outcome.SETTLED : Outcome.NOT_OURS;
    }

    private Outcome requeue(Run run) {
        boolean ours = transactions.execute(transaction -> store.requeue(run));
        return ours ? Outcome.AGAIN : Outcome.NOT_OURS;
    }

    private String text(String key, Object... arguments) {
        return messages.getMessage(key, arguments, DUTCH);
    }
}
