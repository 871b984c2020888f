package nl.leercirkel.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import nl.leercirkel.support.ChildJvm;
import nl.leercirkel.support.TestDatabase;
import org.junit.jupiter.api.Test;

/**
 * kill -9 at random moments of an import, of a real process. After each of them there is the old version or the new one,
 * whole; the next process goes on by itself. More kills, for a night: -Dleercirkel.kills=50; the moments follow from
 * -Dleercirkel.kills.seed.
 */
class ImportKillTest {
    private static final int KILLS = Integer.getInteger("leercirkel.kills", 3);

    private final Random random = new Random(Long.getLong("leercirkel.kills.seed", 8));
    private final String database = "kill_" + UUID.randomUUID().toString().replace("-", "");
    private final String[] settings = TestDatabase.emptyDatabase(database);
    private int killedDuring;

    @Test
    void thereIsAlwaysOneWholeVersion() throws Exception {
        Process program = start("door");
        BufferedReader output = program.inputReader();
        awaitLine(output, "BROUGHT");
        long begun = System.nanoTime();
        awaitLine(output, "DECIDED");
        // how long an import takes on this machine now, so that a moment can be anywhere in it
        int longest = (int) TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - begun) * 11 / 10;
        for (int kill = 0; kill < KILLS; kill++) {
            if (kill > 0) {
                program = start("door");
                output = program.inputReader();
            }
            awaitLine(output, "BROUGHT");
            Thread.sleep(random.nextInt(longest));
            program.destroyForcibly().waitFor();
            assertWhole();
            killedDuring += rows("select count(*) from source.import where state = 'CHECKING'")
                            .equals(List.of("0"))
                    ? 0
                    : 1;
        }
        Process last = start("einde");
        awaitLine(last.inputReader(), "DONE");
        assertThat(last.waitFor(30, TimeUnit.SECONDS)).isTrue();
        assertWhole();
        assertThat(rows("select count(*) from source.import")).containsExactly("0");
        assertThat(rows("select count(*) from source.version where status = 'STAGED'"))
                .containsExactly("0");
        assertThat(rows("select count(*) from source.version where status = 'CURRENT'"))
                .containsExactly("1");
        assertThat(rows("select count(*) from privacy.sealed_file")).containsExactly("0");
        System.out.println(
                "Killed " + KILLS + " times, " + killedDuring + " of them while rows were being checked; versions: "
                        + rows("select count(*) from source.version").getFirst());
    }

    private Process start(String until) throws IOException {
        List<String> command = ChildJvm.command(ImportKillProgram.class, until);
        command.addAll(Arrays.asList(settings));
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().keySet().removeIf(name -> name.startsWith("LEERCIRKEL_"));
        return builder.start();
    }

    private static void awaitLine(BufferedReader output, String wanted) throws IOException {
        List<String> said = new ArrayList<>();
        for (String line = output.readLine(); line != null; line = output.readLine()) {
            if (line.equals(wanted)) {
                return;
            }
            said.add(line);
        }
        throw new AssertionError("the program ended without " + wanted + ":\n" + String.join("\n", said));
    }

    /** Every version that was stored has all its rows, of its own file alone; at most one counts. */
    private void assertWhole() {
        assertThat(rows("""
                select v.number || ':' || count(l.row_number) || ':' || coalesce(min(l.cells[2]), '-') || ':'
                  || coalesce(max(l.cells[2]), '-') || ':' || count(distinct l.cells[1]) || ':' || v.rows_stored
                from source.version v left join source.line l using (version_id)
                where v.status <> 'STAGED' group by v.version_id, v.number, v.rows_stored order by v.number
                """)).allSatisfy(line -> {
            String number = line.split(":")[0];
            assertThat(line)
                    .isEqualTo(String.join(
                            ":",
                            number,
                            Integer.toString(ImportKillProgram.ROWS),
                            number,
                            number,
                            Integer.toString(ImportKillProgram.ROWS),
                            Integer.toString(ImportKillProgram.ROWS)));
        });
        List<String> stored =
                rows("select v.number::text from source.version v where v.status <> 'STAGED' order by v.number");
        assertThat(rows("select number::text from source.version where status = 'CURRENT'"))
                .isEqualTo(stored.isEmpty() ? List.of() : List.of(stored.getLast()));
    }

    private List<String> rows(String sql) {
        try (Connection connection = TestDatabase.asSuperuser(database);
                Statement statement = connection.createStatement();
                ResultSet found = statement.executeQuery(sql)) {
            List<String> rows = new ArrayList<>();
            while (found.next()) {
                rows.add(found.getString(1));
            }
            return rows;
        } catch (SQLException failed) {
            if ("3F000".equals(failed.getSQLState()) || "42P01".equals(failed.getSQLState())) {
                return List.of(); // killed before the tables were there
            }
            throw new IllegalStateException(failed);
        }
    }
}
