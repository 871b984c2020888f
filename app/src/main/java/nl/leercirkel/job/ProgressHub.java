package nl.leercirkel.job;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import nl.leercirkel.security.Actor;
import nl.leercirkel.security.ActorContext;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Those who look on while a job is done. However many look at a job from this node, the database is asked once per
 * interval, and it does not matter which node does the work. Who may look is checked before they come here.
 */
@Component
class ProgressHub implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(ProgressHub.class);
    private static final Duration INTERVAL = Duration.ofMillis(400);

    private final Jobs jobs;
    private final Map<JobId, Watch> watches = new ConcurrentHashMap<>();
    private volatile boolean open;

    ProgressHub(Jobs jobs) {
        this.jobs = jobs;
    }

    /** Looks on until closed. */
    Subscription subscribe(Job job) {
        Actor actor = ActorContext.required();
        Watch watch = watches.compute(job.id(), (id, present) -> {
            Watch joined = present == null ? new Watch(job) : present;
            joined.lookers++;
            return joined;
        });
        watch.begin(actor);
        return new Subscription(watch);
    }

    /** Jobs that are looked at, and so the questions to the database per interval. */
    int watched() {
        return watches.size();
    }

    int listeners(JobId id) {
        AtomicInteger count = new AtomicInteger();
        watches.computeIfPresent(id, (same, watch) -> {
            count.set(watch.lookers);
            return watch;
        });
        return count.get();
    }

    @Override
    public void start() {
        open = true;
    }

    /** Ends the open streams first, or the web server would wait for them; the browsers come back by themselves. */
    @Override
    public void stop() {
        open = false;
        watches.values().forEach(Watch::wake);
    }

    @Override
    public boolean isRunning() {
        return open;
    }

    final class Subscription implements AutoCloseable {
        private final Watch watch;

        private Subscription(Watch watch) {
            this.watch = watch;
        }

        /** Waits for a state later than this revision; empty when there was none in this time. */
        Optional<Job> after(long revision, Duration patience) throws InterruptedException {
            return watch.after(revision, patience);
        }

        /** Whether more may come. */
        boolean isOpen() {
            return open && !watch.gone;
        }

        @Override
        public void close() {
            watches.computeIfPresent(watch.id, (id, present) -> {
                present.lookers--;
                return present.lookers > 0 ? present : null;
            });
        }
    }

    private final class Watch {
        private final JobId id;
        private final ReentrantLock lock = new ReentrantLock();
        private final Condition news = lock.newCondition();
        /** Guarded by the map's own lock on the key. */
        private int lookers;

        private Job latest;
        private boolean begun;
        private volatile boolean gone;

        private Watch(Job job) {
            this.id = job.id();
            this.latest = job;
        }

        private void begin(Actor actor) {
            lock.lock();
            try {
                if (!begun) {
                    begun = true;
                    Thread.ofVirtual()
                            .name("job-watch-" + id)
                            .start(() -> ActorContext.runAs(actor, this::pollWhileWatched));
                }
            } finally {
                lock.unlock();
            }
        }

        private Optional<Job> after(long revision, Duration patience) throws InterruptedException {
            long left = patience.toNanos();
            lock.lock();
            try {
                while (latest.revision() <= revision && open && !gone && left > 0) {
                    left = news.awaitNanos(left);
                }
                return latest.revision() > revision ? Optional.of(latest) : Optional.empty();
            } finally {
                lock.unlock();
            }
        }

        private void wake() {
            lock.lock();
            try {
                news.signalAll();
            } finally {
                lock.unlock();
            }
        }

        private void pollWhileWatched() {
            try {
                while (open && watches.get(id) == this && !latest.status().isFinal() && !gone) {
                    poll();
                    TimeUnit.MILLISECONDS.sleep(INTERVAL.toMillis());
                }
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
            }
        }

        private void poll() {
            try {
                publish(jobs.current(id).orElse(null));
            } catch (RuntimeException failure) {
                LOG.warn("Progress of job {} could not be read", id, failure);
            }
        }

        private void publish(@Nullable Job job) {
            lock.lock();
            try {
                if (job == null) {
                    gone = true;
                } else {
                    latest = job;
                }
                news.signalAll();
            } finally {
                lock.unlock();
            }
        }
    }
}
