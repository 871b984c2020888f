package nl.leercirkel.job;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.jdbc.PostgreSqlJdbcCustomization;
import com.github.kagkarlsson.scheduler.task.CompletionHandler;
import com.github.kagkarlsson.scheduler.task.FailureHandler;
import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import com.github.kagkarlsson.scheduler.task.helper.CustomTask;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.SmartLifecycle;
import org.springframework.jdbc.datasource.TransactionAwareDataSourceProxy;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Gives jobs to nodes through the table job.scheduled_task: each to one node, and to another when that one is silent.
 * Begins last and stops first, while the database and the rest of the application are there.
 */
@Component
class JobScheduler implements SmartLifecycle {
    private static final TaskDescriptor<Void> JOB = TaskDescriptor.of("job");
    /** For what happens around the work, such as a database that is away when the outcome is written. */
    private static final Duration RETRY = Duration.ofSeconds(5);
    /** The least that the library allows. */
    private static final int SILENT_BEATS = 4;

    private final JobRunner runner;
    private final Clock clock;
    private final Scheduler scheduler;

    JobScheduler(
            JobRunner runner,
            JobCleaning cleaning,
            ObjectProvider<RecurringWork> others,
            DataSource dataSource,
            JobSettings settings,
            Clock clock) {
        this.runner = runner;
        this.clock = clock;
        CustomTask<Void> job = Tasks.custom(JOB)
                .onFailure(new FailureHandler.OnFailureRetryLater<>(RETRY))
                .onDeadExecutionRevive()
                .execute((instance, context) -> completion(runner.run(new JobId(UUID.fromString(instance.getId())))));
        RecurringTask<Void> clean =
                Tasks.recurring("job-cleaning", FixedDelay.ofHours(1)).execute((instance, context) -> cleaning.clean());
        List<RecurringTask<?>> recurring = new ArrayList<>();
        recurring.add(clean);
        others.orderedStream()
                .map(work -> Tasks.recurring(work.name(), FixedDelay.of(work.interval()))
                        .execute((instance, context) -> work.run()))
                .forEach(recurring::add);
        // The proxy makes scheduling part of the caller's transaction.
        this.scheduler = Scheduler.create(new TransactionAwareDataSourceProxy(dataSource), List.of(job))
                .startTasks(recurring)
                .tableName("job.scheduled_task")
                .jdbcCustomization(new PostgreSqlJdbcCustomization(false, false))
                .pollUsingLockAndFetch(0.5, 1.0)
                .threads(settings.threads())
                .pollingInterval(settings.polling())
                .heartbeatInterval(settings.heartbeat())
                .missedHeartbeatsLimit(SILENT_BEATS)
                .shutdownMaxWait(settings.stopWait())
                .clock(clock::instant)
                .build();
    }

    /** In the caller's transaction. */
    void schedule(JobId id) {
        scheduler.scheduleIfNotExists(JOB.instance(id.toString()).build(), clock.instant());
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                scheduler.triggerCheckForDueExecutions();
            }
        });
    }

    private CompletionHandler<Void> completion(JobRunner.Outcome outcome) {
        return switch (outcome) {
            case SETTLED -> (complete, operations) -> operations.remove();
            case AGAIN -> (complete, operations) -> operations.reschedule(complete, clock.instant());
            case NOT_OURS -> (complete, operations) -> {};
        };
    }

    @Override
    public void start() {
        scheduler.start();
    }

    @Override
    public void stop() {
        // Paused first, so that this node does not pick up again what it puts back.
        scheduler.pause();
        runner.stop();
        scheduler.stop();
    }

    @Override
    public boolean isRunning() {
        return scheduler.getSchedulerState().isStarted()
                && !scheduler.getSchedulerState().isShuttingDown();
    }
}
