package nl.leercirkel.job;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import nl.leercirkel.security.Actor;
import nl.leercirkel.security.ActorContext;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.transaction.support.TransactionOperations;

/**
 * A job that is being done on this node. The work only leaves its progress in memory; a thread of its own writes it four
 * times a second at most and hears there whether somebody wants the work to end. So many updates cost nothing, the last
 * one before a long step is shown, and the work's own transactions are left alone.
 */
final class RunningJob implements JobProgress, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(RunningJob.class);
    private static final Duration WRITE_INTERVAL = Duration.ofMillis(250);
    /** Written without news too: it is also how a request to stop is heard. */
    private static final int SILENT_INTERVALS = 4;

    private final Run run;
    private final boolean restartable;
    private final JobStore store;
    private final TransactionOperations transactions;
    private final Thread worker = Thread.currentThread();
    private final CountDownLatch closed = new CountDownLatch(1);
    private final Thread writer;
    private volatile Progress current = Progress.NONE;
    private volatile @Nullable StopReason stopReason;
    private boolean interruptible = true;

    RunningJob(Run run, boolean restartable, Actor actor, JobStore store, TransactionOperations transactions) {
        this.run = run;
        this.restartable = restartable;
        this.store = store;
        this.transactions = transactions;
        this.writer = Thread.ofVirtual()
                .name("job-progress-" + run.id())
                .unstarted(() -> ActorContext.runAs(actor, this::writeUntilClosed));
    }

    void start() {
        writer.start();
    }

    @Override
    public void update(long done, long total, String text) {
        current = new Progress(done, total, text);
        check();
    }

    @Override
    public void check() {
        StopReason reason = stopReason;
        if (reason != null) {
            throw new JobStoppedException(reason);
        }
        // The scheduler interrupts what is still at work after the time it gives; nobody else does.
        if (Thread.currentThread() == worker && worker.isInterrupted()) {
            stopReason = StopReason.SHUTDOWN;
            throw new JobStoppedException(StopReason.SHUTDOWN);
        }
    }

    Progress progress() {
        return current;
    }

    Optional<StopReason> stopReason() {
        return Optional.ofNullable(stopReason);
    }

    boolean restartable() {
        return restartable;
    }

    /** Also wakes the work from waiting. */
    synchronized void shutDown() {
        if (interruptible) {
            stopReason = StopReason.SHUTDOWN;
            worker.interrupt();
        }
    }

    /** From here on the outcome is being written, and the thread is no longer to be disturbed. */
    synchronized void endWork() {
        interruptible = false;
        if (Thread.interrupted() && stopReason == null) {
            stopReason = StopReason.SHUTDOWN;
        }
    }

    @Override
    public void close() {
        closed.countDown();
        try {
            writer.join();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private void writeUntilClosed() {
        Progress written = Progress.NONE;
        int silent = 0;
        try {
            while (!closed.await(WRITE_INTERVAL.toMillis(), TimeUnit.MILLISECONDS)) {
                Progress progress = current;
                boolean changed = !progress.equals(written);
                if (!changed && ++silent < SILENT_INTERVALS) {
                    continue;
                }
                silent = 0;
                if (write(progress, changed)) {
                    written = progress;
                }
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private boolean write(Progress progress, boolean changed) {
        try {
            Optional<Boolean> cancel = transactions.execute(status -> store.progress(run, progress, changed));
            if (cancel.isEmpty()) {
                stopReason = StopReason.LOST;
            } else if (cancel.get() && stopReason == null) {
                stopReason = StopReason.CANCELLED;
            }
            return true;
        } catch (RuntimeException failure) {
            // The database may be away for a moment; the work goes on and the next write tells.
            LOG.warn("Progress of job {} could not be written", run.id(), failure);
            return false;
        }
    }
}
