package nl.leercirkel.backup;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import nl.leercirkel.database.Migrations;
import nl.leercirkel.database.PostgresServer;
import nl.leercirkel.database.UnpackedPrograms;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the commands answer to orders that cannot be carried out, and their exit codes. */
class CommandsTest {

    @TempDir
    Path temporary;

    @Test
    void ordersThatAreNotRightEndWithTwo() throws Exception {
        assertUsage(CommandLine.backup(temporary), "gebruik: leercirkel backup BESTAND [--overschrijven]");
        assertUsage(CommandLine.backup(temporary, "a", "b"), "gebruik");
        assertUsage(CommandLine.backup(temporary, "--vervang", "a"), "gebruik");
        assertUsage(CommandLine.restore(temporary), "gebruik: leercirkel restore BESTAND [--vervang]");
        assertUsage(CommandLine.restore(temporary, temporary.resolve("weg.zip").toString()), "bestaat niet");
        assertUsage(CommandLine.restore(temporary, temporary.toString()), "is geen bestand");
        assertUsage(CommandLine.backup(temporary, temporary.toString()), "is een map");
        assertUsage(
                CommandLine.backup(temporary, temporary.resolve("geen/map.zip").toString()), "bestaat niet");
    }

    @Test
    void anExternalDatabaseIsPointedToItsOwnTools() {
        Map<String, String> external = Map.of(
                "LEERCIRKEL_DB_URL", "jdbc:postgresql://db.example/leercirkel",
                "LEERCIRKEL_DB_USER", "eigenaar",
                "LEERCIRKEL_DB_PASSWORD", "geheim-wachtwoord");
        for (CommandLine result : new CommandLine[] {
            CommandLine.backup(external, temporary.resolve("x.zip").toString()),
            CommandLine.restore(external, temporary.resolve("x.zip").toString())
        }) {
            assertUsage(result, "pg_dump");
            assertThat(result.err()).contains("docs/beheer.md").doesNotContain("geheim-wachtwoord");
        }
    }

    @Test
    void aFolderWithoutInstallationIsNotMadeByABackup() {
        Path nothing = temporary.resolve("niets");
        CommandLine result =
                CommandLine.backup(nothing, temporary.resolve("x.zip").toString());
        assertThat(result.exitCode()).isEqualTo(1);
        assertThat(result.err()).contains("staat geen Leercirkel").contains(nothing.toString());
        assertThat(nothing).doesNotExist();
        assertThat(temporary.resolve("x.zip")).doesNotExist();
    }

    @Test
    void anExistingFileIsReplacedOnlyOnRequest() throws Exception {
        Path data = UnpackedPrograms.in(temporary.resolve("data"));
        Path file = Files.writeString(temporary.resolve("kopie.zip"), "van iemand anders");
        try (PostgresServer server = PostgresServer.start(data)) {
            CommandLine empty =
                    CommandLine.backup(data, temporary.resolve("leeg.zip").toString());
            assertThat(empty.err()).contains("nog niets om te bewaren");
            assertThat(empty.exitCode()).isEqualTo(1);
            Migrations.of(server.jdbcUrl(), server.owner()).migrate();

            assertUsage(CommandLine.backup(data, file.toString()), "--overschrijven");
            assertThat(file).hasContent("van iemand anders");

            CommandLine done = CommandLine.backup(data, "--overschrijven", file.toString());
            assertThat(done.exitCode()).isZero();
            assertThat(done.out()).contains("werk gerust door", "persoonsgegevens");
        }
        try (Archive archive = Archive.openChecked(file)) {
            assertThat(archive.manifest().migrations()).isNotEmpty();
        }
        try (var files = Files.list(temporary)) {
            assertThat(files.map(Path::getFileName).map(Path::toString)).containsExactlyInAnyOrder("data", "kopie.zip");
        }
    }

    private static void assertUsage(CommandLine result, String message) {
        assertThat(result.err()).contains(message);
        assertThat(result.exitCode()).isEqualTo(2);
    }
}
