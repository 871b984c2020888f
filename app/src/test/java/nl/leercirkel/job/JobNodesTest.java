package nl.leercirkel.job;

import static nl.leercirkel.job.JobTestNode.ANNA;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import nl.leercirkel.job.JobTestNode.Script;
import nl.leercirkel.job.JobTestNode.ScriptedKind;
import nl.leercirkel.security.ActorContext;
import nl.leercirkel.support.ChildJvm;
import org.junit.jupiter.api.Test;

/** More nodes on one database, and nodes that stop or die. */
class JobNodesTest {
    private final JobTestDatabase database = JobTestDatabase.create();

    @Test
    void twoNodesDoEachJobOnce() {
        List<AtomicInteger> runs =
                IntStream.range(0, 40).mapToObj(i -> new AtomicInteger()).toList();
        try (JobTestNode one = JobTestNode.start(database);
                JobTestNode other = JobTestNode.start(database)) {
            List<JobId> ids = runs.stream()
                    .map(count -> Script.of((script, progress) -> {
                        count.incrementAndGet();
                        Thread.sleep(30);
                        return new JobResult.Done("Gedaan.");
                    }))
                    .map(script -> one.begin(ANNA, script))
                    .toList();
            ids.forEach(id -> other.awaitStatus(id, JobStatus.SUCCEEDED));
            assertThat(runs).allSatisfy(count -> assertThat(count).hasValue(1));
            assertThat(ids)
                    .allSatisfy(
                            id -> assertThat(one.find(ANNA, id).orElseThrow().attempts())
                                    .isEqualTo(1));
        }
    }

    @Test
    void aKilledNodesWorkIsTakenOver() throws IOException, InterruptedException {
        Path log = Path.of("target", "job-crash-program.log");
        Process process = new ProcessBuilder(ChildJvm.command(JobCrashProgram.class, database.url()))
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        try {
            await("both jobs halfway in the other JVM (see " + log + ")")
                    .atMost(Duration.ofSeconds(90))
                    .pollInterval(Duration.ofMillis(200))
                    .until(() -> process.isAlive() && halfway() == 2);
        } finally {
            // SIGKILL: no shutdown hook runs, nothing is put back.
            process.destroyForcibly().waitFor(20, TimeUnit.SECONDS);
        }
        assertThat(halfway()).isEqualTo(2);

        AtomicInteger runs = new AtomicInteger();
        for (ScriptedKind kind : List.of(ScriptedKind.RESTARTABLE, ScriptedKind.ONCE)) {
            Script.BEHAVIOURS.put(kind.name(), (script, progress) -> {
                runs.incrementAndGet();
                return new JobResult.Done("Alsnog gedaan.");
            });
        }
        try (JobTestNode node = JobTestNode.start(database)) {
            Job again = node.awaitStatus(id(ScriptedKind.RESTARTABLE), JobStatus.SUCCEEDED);
            assertThat(again.attempts()).isEqualTo(2);
            Job brokenOff = node.awaitStatus(id(ScriptedKind.ONCE), JobStatus.FAILED);
            assertThat(brokenOff.error()).startsWith("Het werk is afgebroken doordat Leercirkel stopte.");
            assertThat(runs).hasValue(1);
        }
    }

    @Test
    void aJobThatBringsTheApplicationDownIsNotTriedAFourthTime() {
        AtomicInteger runs = new AtomicInteger();
        Script script = Script.of((s, progress) -> {
            runs.incrementAndGet();
            return new JobResult.Done("Gedaan.");
        });
        JobId id;
        try (JobTestNode node = JobTestNode.start(database)) {
            id = node.begin(ANNA, script);
            node.awaitStatus(id, JobStatus.SUCCEEDED);
        }
        // As a node leaves it that died during the third attempt.
        deadRun(id, 3);
        try (JobTestNode node = JobTestNode.start(database)) {
            Job job = node.awaitStatus(id, JobStatus.FAILED);
            assertThat(job.error()).startsWith("Het werk is drie keer afgebroken");
            assertThat(runs).hasValue(1);
        }
    }

    @Test
    void aStoppingNodePutsItsWorkBackAndTheNextDoesIt() {
        AtomicInteger runs = new AtomicInteger();
        CountDownLatch begun = new CountDownLatch(1);
        Script script = Script.of((s, progress) -> {
            if (runs.incrementAndGet() == 1) {
                begun.countDown();
                // Work that waits for something is woken.
                Thread.sleep(Duration.ofMinutes(5));
            }
            return new JobResult.Done("Gedaan.");
        });
        JobId id;
        try (JobTestNode node = JobTestNode.start(database)) {
            id = node.begin(ANNA, script);
            await().until(() -> begun.getCount() == 0);
        }
        assertThat(row(id, "status")).isEqualTo("QUEUED");
        assertThat(database.rows()
                        .sql("select picked from job.scheduled_task where task_instance = ?")
                        .param(id.toString())
                        .query(Boolean.class)
                        .single())
                .isFalse();
        try (JobTestNode node = JobTestNode.start(database)) {
            Job job = node.awaitStatus(id, JobStatus.SUCCEEDED);
            assertThat(job.attempts()).isEqualTo(1);
            assertThat(runs).hasValue(2);
        }
    }

    @Test
    void workThatCannotBeRepeatedGetsTimeToFinishWhenTheNodeStops() {
        CountDownLatch begun = new CountDownLatch(1);
        Script finishing = Script.of((s, progress) -> {
            begun.countDown();
            Thread.sleep(700);
            return new JobResult.Done("Net op tijd.");
        });
        CountDownLatch slowBegun = new CountDownLatch(1);
        Script tooSlow = Script.of((s, progress) -> {
            slowBegun.countDown();
            Thread.sleep(Duration.ofMinutes(5));
            return new JobResult.Done("Nooit.");
        });
        JobId finished;
        JobId brokenOff;
        try (JobTestNode node = JobTestNode.start(database)) {
            finished = node.begin(ANNA, finishing, ScriptedKind.ONCE);
            brokenOff = node.begin(ANNA, tooSlow, ScriptedKind.ONCE);
            await().until(() -> begun.getCount() == 0 && slowBegun.getCount() == 0);
        }
        assertThat(row(finished, "status")).isEqualTo("SUCCEEDED");
        assertThat(row(brokenOff, "status")).isEqualTo("FAILED");
        assertThat(row(brokenOff, "error")).startsWith("Het werk is afgebroken");
    }

    @Test
    void aRunThatWasTakenOverChangesNothingAnyMore() {
        try (JobTestNode node = JobTestNode.start(database)) {
            CountDownLatch begun = new CountDownLatch(1);
            CountDownLatch ended = new CountDownLatch(1);
            JobId id = node.begin(ANNA, Script.of((s, progress) -> {
                try {
                    begun.countDown();
                    while (true) {
                        progress.update(1, 2, "Oude knoop");
                        Thread.sleep(10);
                    }
                } finally {
                    ended.countDown();
                }
            }));
            await().until(() -> begun.getCount() == 0);
            // As another node does that thinks this one dead.
            database.rows()
                    .sql("update job.job set attempts = attempts + 1, progress_text = 'Nieuwe knoop' where job_id = ?")
                    .param(id.value())
                    .update();
            await().until(() -> ended.getCount() == 0);
            assertThat(row(id, "status")).isEqualTo("RUNNING");
            assertThat(row(id, "progress_text")).isEqualTo("Nieuwe knoop");
        }
    }

    @Test
    void aJobStoppedByAPersonStaysStoppedAfterACrash() {
        JobId id;
        try (JobTestNode node = JobTestNode.start(database)) {
            id = node.begin(ANNA, Script.of((s, progress) -> new JobResult.Done("Gedaan.")));
            node.awaitStatus(id, JobStatus.SUCCEEDED);
            deadRun(id, 1);
            ActorContext.runAs(
                    ANNA, () -> node.jobs().cancel(node.jobs().find(id).orElseThrow()));
            node.awaitStatus(id, JobStatus.CANCELLED);
        }
    }

    private void deadRun(JobId id, int attempts) {
        database.rows().sql("""
                        update job.job set status = 'RUNNING', attempts = ?, finished_at = null, message = null
                        where job_id = ?
                        """).param(attempts).param(id.value()).update();
        database.rows().sql("""
                        insert into job.scheduled_task
                          (task_name, task_instance, execution_time, picked, picked_by, last_heartbeat, version)
                        values ('job', ?, now() - interval '1 minute', true, 'a dead node', now(), 2)
                        on conflict (task_name, task_instance) do update
                          set picked = true, picked_by = 'a dead node', last_heartbeat = now()
                        """).param(id.toString()).update();
    }

    private int halfway() {
        return database.rows()
                                .sql("select count(*) from pg_tables where schemaname = 'job' and tablename = 'job'")
                                .query(Integer.class)
                                .single()
                        == 0
                ? 0
                : database.rows()
                        .sql("select count(*) from job.job where status = 'RUNNING' and progress_done = 1")
                        .query(Integer.class)
                        .single();
    }

    private JobId id(ScriptedKind kind) {
        return new JobId(database.rows()
                .sql("select job_id from job.job where kind = ?")
                .param(kind.name())
                .query(UUID.class)
                .single());
    }

    private String row(JobId id, String column) {
        return database.rows()
                .sql("select " + column + " from job.job where job_id = ?")
                .param(id.value())
                .query(String.class)
                .single();
    }
}
