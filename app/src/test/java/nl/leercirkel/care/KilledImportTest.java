package nl.leercirkel.care;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariConfig;
import java.io.BufferedReader;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import nl.leercirkel.privacy.SealedFiles;
import nl.leercirkel.standards.ijw.message.Bsn;
import nl.leercirkel.standards.ijw.message.DeclarationLine;
import nl.leercirkel.support.ChildJvm;
import nl.leercirkel.support.IntegrationTest;
import nl.leercirkel.support.TestDatabase;
import org.jooq.DSLContext;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.PlatformTransactionManager;

/**
 * An import in a process that is killed (kill -9) at random moments: what is in the database afterwards is all of the file or
 * nothing of it, and the next try needs no cleaning. Some moments in every run; -Dleercirkel.kills=50 for as many as you like.
 */
@IntegrationTest
class KilledImportTest {
    private static final int CLIENTS = 6_000;
    private static final int KILLS = Integer.getInteger("leercirkel.kills", 5);

    @Autowired
    private DSLContext sql;

    @Autowired
    private SealedFiles files;

    @Autowired
    private MessageImport messages;

    @Autowired
    private PlatformTransactionManager transactions;

    @Test
    void killedAtAnyMomentItIsAllOrNothing() throws Exception {
        byte[] declaration = declaration();
        CareWorld untouched = new CareWorld(sql, files, messages, transactions);
        UUID measured = untouched.keep("declaratie.xml", declaration);
        Run whole = run(untouched, measured);
        assertThat(whole.end()).isEqualTo("END Read");
        long duration = whole.millis();
        List<String> all = state(untouched);
        assertThat(all).contains("care.line " + 2 * CLIENTS, "care.message 1", "privacy.sealed_file 1");

        CareWorld world = new CareWorld(sql, files, messages, transactions);
        UUID file = world.keep("declaratie.xml", declaration);
        List<String> nothing = state(world);
        assertThat(nothing).contains("care.line 0", "care.message 0", "privacy.pseudonym 0", "privacy.sealed_file 1");
        Random random = new Random(20261126);
        int whileWorking = 0;
        for (int kill = 0; kill < KILLS; kill++) {
            Run run = killed(world, file, random.nextLong(duration + duration / 4));
            whileWorking += run.end().isEmpty() ? 1 : 0;
            List<String> found = settled(world);
            assertThat(found)
                    .as("after kill %d at %d ms of %d", kill, run.millis(), duration)
                    .isIn(nothing, all);
            if (found.equals(all)) {
                // It was done just before: with another authority the next moments are tried.
                world = new CareWorld(sql, files, messages, transactions);
                file = world.keep("declaratie.xml", declaration);
            }
        }
        assertThat(whileWorking).as("kills in the middle of the work").isPositive();
        assertThat(run(world, file).end()).isEqualTo("END Read");
        assertThat(state(world)).isEqualTo(all);
        assertThat(world.derived()).isEqualTo(untouched.derived());
    }

    /** The server notices that its client is gone when it next writes; until then it holds the lock of the import. */
    private static List<String> settled(CareWorld world) throws InterruptedException {
        while (!world.rows("select pg_try_advisory_xact_lock(" + 0x1EE4C142L + ", hashtext('"
                        + world.analyst.authorityId() + "'))")
                .equals(List.of("true"))) {
            TimeUnit.MILLISECONDS.sleep(20);
        }
        return state(world);
    }

    private static List<String> state(CareWorld world) {
        return List.of(
                        "care.message",
                        "care.line",
                        "care.declaration",
                        "care.spending",
                        "care.finding",
                        "privacy.pseudonym",
                        "privacy.sealed_file")
                .stream()
                .map(table -> table + " " + world.count(table))
                .toList();
    }

    /** @param end the last line it said; empty when it was killed before */
    private record Run(String end, long millis) {}

    private Run run(CareWorld world, UUID file) throws Exception {
        return killed(world, file, Long.MAX_VALUE);
    }

    private Run killed(CareWorld world, UUID file, long after) throws Exception {
        HikariConfig database = TestDatabase.application();
        Process process = new ProcessBuilder(ChildJvm.command(
                        ImportProgram.class,
                        database.getJdbcUrl(),
                        database.getUsername(),
                        database.getPassword(),
                        TestDatabase.KEYS,
                        world.analyst.accountId().toString(),
                        world.analyst.authorityId().toString(),
                        file.toString()))
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        try (BufferedReader lines = process.inputReader()) {
            String line = lines.readLine();
            while (line != null && !line.equals("BEGIN")) {
                line = lines.readLine();
            }
            assertThat(line).isEqualTo("BEGIN");
            long begin = System.nanoTime();
            if (after < Long.MAX_VALUE && !process.waitFor(after, TimeUnit.MILLISECONDS)) {
                // By its handle: the process's own way closes what it said, too.
                process.toHandle().destroyForcibly();
            }
            String end = "";
            for (String said = lines.readLine(); said != null; said = lines.readLine()) {
                end = said.startsWith("END") ? said : end;
            }
            process.waitFor();
            return new Run(end, TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - begin));
        } finally {
            process.destroyForcibly();
        }
    }

    private static byte[] declaration() {
        Map<String, List<DeclarationLine>> lines = new LinkedHashMap<>();
        int number = 999_900_000;
        while (lines.size() < CLIENTS) {
            // Of the official test range, 9999xxxxx; it has 9,090 that pass the eleven-test.
            String bsn = Integer.toString(number++);
            if (new Bsn(bsn).passesElevenTest()) {
                lines.put(
                        bsn,
                        List.of(
                                TestMessages.line("A" + bsn, null, number, "45A01", 4, 3),
                                TestMessages.line("B" + bsn, null, number, "45A02", 4, 2)));
            }
        }
        return TestMessages.xml(TestMessages.declaration("12345678", "GROOT", LocalDate.of(2026, 5, 4), lines));
    }
}
