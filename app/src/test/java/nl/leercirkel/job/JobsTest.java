package nl.leercirkel.job;

import static nl.leercirkel.job.JobTestNode.ANNA;
import static nl.leercirkel.job.JobTestNode.BRAM;
import static nl.leercirkel.job.JobTestNode.COR;
import static nl.leercirkel.job.JobTestNode.DORDRECHT;
import static nl.leercirkel.job.JobTestNode.VERA;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import nl.leercirkel.job.JobTestNode.Script;
import nl.leercirkel.job.JobTestNode.ScriptedKind;
import nl.leercirkel.security.Actor;
import nl.leercirkel.security.ActorContext;
import nl.leercirkel.security.Role;
import nl.leercirkel.shell.WaitingItem;
import org.jooq.DSLContext;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessException;
import org.springframework.security.access.AccessDeniedException;

class JobsTest {
    private static final JobTestDatabase DATABASE = JobTestDatabase.create();
    private static JobTestNode node;

    @BeforeAll
    static void start() {
        node = JobTestNode.start(DATABASE);
    }

    @AfterAll
    static void stop() {
        node.close();
    }

    @Test
    void doesTheWorkAsThePersonWhoStartedItWithItsParameters() {
        AtomicReference<Actor> acting = new AtomicReference<>();
        AtomicInteger number = new AtomicInteger();
        JobId id = node.begin(ANNA, Script.of((script, progress) -> {
            acting.set(ActorContext.required());
            number.set(script.number());
            progress.update(3, 3, "Laatste stap");
            return new JobResult.Done("Drie stappen gedaan.", "/portfolio", null);
        }));

        Job job = node.awaitStatus(id, JobStatus.SUCCEEDED);

        assertThat(acting.get()).isEqualTo(ANNA);
        assertThat(number.get()).isEqualTo(42);
        assertThat(job.currentText()).isEqualTo("Drie stappen gedaan.");
        assertThat(job.resultPath()).isEqualTo("/portfolio");
        assertThat(job.done()).isEqualTo(3);
        assertThat(job.startedBy()).isEqualTo("Anna");
        await().untilAsserted(() -> assertThat(scheduled(id)).isZero());
    }

    @Test
    void aRolledBackTransactionLeavesNoJobAndStartsNothing() {
        AtomicInteger runs = new AtomicInteger();
        Script script = Script.of((s, progress) -> {
            runs.incrementAndGet();
            return new JobResult.Done("Gedaan.");
        });
        JobId id = ActorContext.<JobId, RuntimeException>callAs(
                ANNA,
                () -> node.transactions().execute(status -> {
                    JobId started = node.jobs().start(ScriptedKind.RESTARTABLE, "Teruggedraaid", script);
                    status.setRollbackOnly();
                    return started;
                }));
        // A later job has been through the whole queue, so the earlier one would have been done as well.
        node.awaitStatus(
                node.begin(ANNA, Script.of((s, progress) -> new JobResult.Done("Later."))), JobStatus.SUCCEEDED);

        assertThat(node.find(ANNA, id)).isEmpty();
        assertThat(scheduled(id)).isZero();
        assertThat(runs.get()).isZero();
    }

    @Test
    void nothingBeginsBeforeTheCommit() {
        AtomicInteger runs = new AtomicInteger();
        Script script = Script.of((s, progress) -> {
            runs.incrementAndGet();
            return new JobResult.Done("Gedaan.");
        });
        JobId id = ActorContext.<JobId, RuntimeException>callAs(
                ANNA,
                () -> node.transactions().execute(status -> {
                    JobId started = node.jobs().start(ScriptedKind.RESTARTABLE, "Nog niet vast", script);
                    node.awaitStatus(
                            beginElsewhere(Script.of((s, progress) -> new JobResult.Done("Eerder klaar."))),
                            JobStatus.SUCCEEDED);
                    assertThat(runs.get()).isZero();
                    return started;
                }));
        node.awaitStatus(id, JobStatus.SUCCEEDED);
        assertThat(runs.get()).isEqualTo(1);
    }

    @Test
    void progressIsSeenWhileTheWorkGoesOn() {
        CountDownLatch looked = new CountDownLatch(1);
        JobId id = node.begin(ANNA, Script.of((script, progress) -> {
            for (int done = 0; done <= 1000; done++) {
                progress.update(done, 4000, "Regel " + done);
            }
            looked.await();
            return new JobResult.Done("Gedaan.");
        }));
        Job seen = await().until(() -> node.find(ANNA, id).orElseThrow(), job -> job.done() == 1000);
        looked.countDown();

        assertThat(seen.status()).isEqualTo(JobStatus.RUNNING);
        assertThat(seen.percent()).isEqualTo(25);
        assertThat(seen.currentText()).isEqualTo("Regel 1000");
        // A thousand updates at once are not a thousand writes.
        assertThat(seen.revision()).isLessThan(20);
        node.awaitStatus(id, JobStatus.SUCCEEDED);
    }

    @Test
    void aFaultIsToldInDutchWithoutWhatWentWrongInside() {
        JobId id = node.begin(ANNA, Script.of((script, progress) -> {
            throw new IllegalStateException("password=geheim");
        }));
        Job job = node.awaitStatus(id, JobStatus.FAILED);
        assertThat(job.error())
                .startsWith("Er ging iets mis.")
                .contains(id.toString().substring(0, 8))
                .doesNotContain("geheim", "IllegalState", "at nl.leercirkel");
    }

    @Test
    void whatTheUserCanMendIsToldAsTheWorkSaidIt() {
        JobId id = node.begin(ANNA, Script.of((script, progress) -> new JobResult.Failed("Kies eerst een periode.")));
        assertThat(node.awaitStatus(id, JobStatus.FAILED).currentText()).isEqualTo("Kies eerst een periode.");
    }

    @Test
    void onlySomebodyWithTheRightStarts() {
        Actor partner = new Actor(UUID.randomUUID(), "Piet", DORDRECHT, Set.of(Role.PARTNER), null, false);
        assertThatThrownBy(() -> node.begin(partner, Script.of((script, progress) -> new JobResult.Done("Nee."))))
                .isInstanceOf(AccessDeniedException.class);
    }

    @Test
    void whoLostTheRightOrTheAccountIsRefused() {
        JobTestNode.People people = node.bean(JobTestNode.People.class);
        AtomicInteger runs = new AtomicInteger();
        Script script = Script.of((s, progress) -> {
            runs.incrementAndGet();
            return new JobResult.Done("Gedaan.");
        });
        Actor demoted = new Actor(UUID.randomUUID(), "Dirk", DORDRECHT, Set.of(Role.ANALYST), null, false);
        people.set(new Actor(demoted.accountId(), "Dirk", DORDRECHT, Set.of(Role.PARTNER), null, false));
        Actor blocked = new Actor(UUID.randomUUID(), "Els", DORDRECHT, Set.of(Role.ANALYST), null, false);

        for (Actor actor : Set.of(demoted, blocked)) {
            Job job = node.awaitStatus(node.begin(actor, script), JobStatus.FAILED);
            assertThat(job.error()).startsWith("U hebt voor dit werk geen rechten (meer).");
            assertThat(job.attempts()).isZero();
        }
        assertThat(runs.get()).isZero();
    }

    @Test
    void aRunningJobStopsBetweenStepsAndLeavesNothingHalf() {
        CountDownLatch begun = new CountDownLatch(1);
        JobId id = node.begin(ANNA, Script.of((script, progress) -> {
            for (int done = 0; ; done++) {
                progress.update(done, 0, "Stap " + done);
                begun.countDown();
                Thread.sleep(20);
            }
        }));
        await().until(() -> begun.getCount() == 0);
        cancel(id);
        Job job = node.awaitStatus(id, JobStatus.CANCELLED);
        assertThat(job.error()).isNull();
        await().untilAsserted(() -> assertThat(scheduled(id)).isZero());
    }

    @Test
    void aWaitingJobThatIsStoppedNeverBegins() {
        AtomicInteger runs = new AtomicInteger();
        Script script = Script.of((s, progress) -> {
            runs.incrementAndGet();
            return new JobResult.Done("Gedaan.");
        });
        JobId id = ActorContext.<JobId, RuntimeException>callAs(
                ANNA,
                () -> node.transactions().execute(status -> {
                    JobId started = node.jobs().start(ScriptedKind.RESTARTABLE, "Toch niet", script);
                    node.jobs().cancel(node.jobs().find(started).orElseThrow());
                    return started;
                }));
        node.awaitStatus(id, JobStatus.CANCELLED);
        await().untilAsserted(() -> assertThat(scheduled(id)).isZero());
        assertThat(runs.get()).isZero();
    }

    @Test
    void anotherAuthoritySeesNothingAndAColleagueOnlyWithTheRight() {
        JobId id = node.begin(ANNA, Script.of((script, progress) -> new JobResult.Done("Gedaan.")));
        node.awaitStatus(id, JobStatus.SUCCEEDED);
        assertThat(node.find(VERA, id)).isEmpty();
        assertThat(node.find(COR, id)).isEmpty();
        assertThat(node.find(BRAM, id)).isPresent();
        assertThat(ActorContext.<Object, RuntimeException>callAs(BRAM, () -> {
                    Job job = node.jobs().find(id).orElseThrow();
                    return node.jobs().mayCancel(job);
                }))
                .isEqualTo(false);
    }

    @Test
    void rowLevelSecurityHidesTheTablesFromAnotherAuthority() {
        JobId id = node.begin(ANNA, fileOf(new byte[10]));
        node.awaitStatus(id, JobStatus.SUCCEEDED);
        AtomicReference<String> role = new AtomicReference<>("");
        ActorContext.runAs(
                VERA,
                () -> node.transactions()
                        .executeWithoutResult(status -> role.set(
                                String.valueOf(node.bean(DSLContext.class).fetchValue("select current_user::text")))));
        assertThat(role.get()).isEqualTo("leercirkel_app");
        JobStore store = node.bean(JobStore.class);
        FileStore files = node.bean(FileStore.class);
        ActorContext.runAs(
                VERA,
                () -> node.transactions().executeWithoutResult(status -> {
                    assertThat(store.find(id)).isEmpty();
                    assertThat(files.find(id)).isEmpty();
                    assertThat(files.chunk(id, 0)).isEmpty();
                }));
        ActorContext.runAs(
                ANNA,
                () -> node.transactions()
                        .executeWithoutResult(
                                status -> assertThat(files.chunk(id, 0)).isPresent()));
        assertThatThrownBy(() -> ActorContext.runAs(
                        VERA,
                        () -> node.transactions()
                                .executeWithoutResult(status -> store.insert(ANNA, "kind", "Vreemd", "{}"))))
                .isInstanceOf(DataAccessException.class);
    }

    @Test
    void aFileOfSeveralPiecesComesBackAsItWas() throws IOException {
        byte[] bytes = new byte[2_500_000];
        new Random(7).nextBytes(bytes);
        JobId id = node.begin(ANNA, fileOf(bytes));
        Job job = node.awaitStatus(id, JobStatus.SUCCEEDED);

        ByteArrayOutputStream read = new ByteArrayOutputStream();
        StoredFile file = ActorContext.<StoredFile, IOException>callAs(ANNA, () -> {
            StoredFile stored = node.jobs().file(job).orElseThrow();
            node.jobs().copy(stored, read);
            return stored;
        });
        assertThat(read.toByteArray()).isEqualTo(bytes);
        assertThat(file.size()).isEqualTo(bytes.length);
        assertThat(file.name()).isEqualTo("cijfers.bin");
    }

    @Test
    void aFileThatIsTooLargeIsNotKept() {
        JobId id = node.begin(ANNA, fileOf(new byte[5_300_000]));
        Job job = node.awaitStatus(id, JobStatus.FAILED);
        assertThat(job.error()).startsWith("Het bestand is te groot");
        assertThat(count("select count(*) from job.file where job_id = ?", id)).isZero();
        assertThat(count("select count(*) from job.file_chunk where job_id = ?", id))
                .isZero();
    }

    @Test
    void cleaningRemovesExpiredFilesAndOldJobsOnly() {
        JobId fresh = finishedWithFile();
        JobId expired = finishedWithFile();
        JobId old = finishedWithFile();
        DATABASE.rows()
                .sql("update job.file set expires_at = now() - interval '1 second' where job_id = ?")
                .param(expired.value())
                .update();
        DATABASE.rows()
                .sql("update job.job set finished_at = now() - interval '91 days' where job_id = ?")
                .param(old.value())
                .update();
        Job expiredJob = node.find(ANNA, expired).orElseThrow();
        assertThat(ActorContext.<Boolean, RuntimeException>callAs(
                        ANNA, () -> node.jobs().file(expiredJob).isPresent()))
                .as("an expired file is not given, cleaned or not")
                .isFalse();

        node.bean(JobCleaning.class).clean();

        String chunks = "select count(*) from job.file_chunk where job_id = ?";
        assertThat(count(chunks, fresh)).isEqualTo(1);
        assertThat(count(chunks, expired)).isZero();
        assertThat(count(chunks, old)).isZero();
        assertThat(node.find(ANNA, fresh)).isPresent();
        assertThat(node.find(ANNA, expired)).isPresent();
        assertThat(node.find(ANNA, old)).isEmpty();
    }

    @Test
    void cleaningIsScheduled() {
        assertThat(DATABASE.rows()
                        .sql("select count(*) from job.scheduled_task where task_name = 'job-cleaning'")
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
    }

    @Test
    void whatEndedWaitsForItsStarterUntilItIsLookedAt() {
        Actor gerda = new Actor(UUID.randomUUID(), "Gerda", DORDRECHT, Set.of(Role.ANALYST), null, false);
        node.bean(JobTestNode.People.class).set(gerda);
        JobId failed = node.begin(gerda, Script.of((s, progress) -> new JobResult.Failed("Kies een periode.")));
        Job job = node.awaitStatus(failed, JobStatus.FAILED);
        JobContributions contributions = node.bean(JobContributions.class);
        Locale dutch = Locale.of("nl");

        assertThat(ActorContext.<Object, RuntimeException>callAs(gerda, () -> contributions.waitingFor(gerda, dutch)))
                .isEqualTo(List.of(
                        new WaitingItem(job.title() + " is niet gelukt", "Kies een periode.", failed.path(), null)));
        ActorContext.runAs(BRAM, () -> node.jobs().markSeen(job));
        assertThat(ActorContext.<List<WaitingItem>, RuntimeException>callAs(
                        gerda, () -> contributions.waitingFor(gerda, dutch)))
                .hasSize(1);
        ActorContext.runAs(gerda, () -> node.jobs().markSeen(job));
        assertThat(ActorContext.<List<WaitingItem>, RuntimeException>callAs(
                        gerda, () -> contributions.waitingFor(gerda, dutch)))
                .isEmpty();
    }

    @Test
    void aResultLeadsOnlyIntoTheApplication() {
        for (String path : Set.of("https://elders.nl", "//elders.nl", "/\\elders.nl", "javascript:alert(1)", "")) {
            assertThatThrownBy(() -> new JobResult.Done("Gedaan.", path, null))
                    .isInstanceOf(IllegalArgumentException.class);
        }
        assertThat(new JobResult.Done("Gedaan.", "/portfolio/1?jaar=2026", null).path())
                .isNotNull();
    }

    private static JobId finishedWithFile() {
        JobId id = node.begin(ANNA, fileOf(new byte[] {1, 2, 3}));
        node.awaitStatus(id, JobStatus.SUCCEEDED);
        return id;
    }

    private static Script fileOf(byte[] bytes) {
        return Script.of((script, progress) ->
                new JobResult.Done("Gemaakt.", null, ResultFile.of("cijfers.bin", "application/octet-stream", bytes)));
    }

    private static JobId beginElsewhere(Script script) {
        AtomicReference<JobId> id = new AtomicReference<>();
        try {
            Thread.ofVirtual().start(() -> id.set(node.begin(ANNA, script))).join(Duration.ofSeconds(20));
        } catch (InterruptedException interrupted) {
            throw new IllegalStateException(interrupted);
        }
        return Objects.requireNonNull(id.get());
    }

    private static void cancel(JobId id) {
        ActorContext.runAs(ANNA, () -> node.jobs().cancel(node.jobs().find(id).orElseThrow()));
    }

    private static int scheduled(JobId id) {
        return DATABASE.rows()
                .sql("select count(*) from job.scheduled_task where task_instance = ?")
                .param(id.toString())
                .query(Integer.class)
                .single();
    }

    private static int count(String query, JobId id) {
        return DATABASE.rows().sql(query).param(id.value()).query(Integer.class).single();
    }
}
