package nl.leercirkel.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ServerLogTest {

    @Test
    void aFullLogIsSetAsideWhileTheServerKeepsAppending(@TempDir Path folder) throws Exception {
        Path file = folder.resolve("postgres.log");
        try (ServerLog log = new ServerLog(file, 20);
                var server = Files.newOutputStream(file, StandardOpenOption.CREATE, StandardOpenOption.APPEND)) {
            log.open();
            server.write("regel een\nregel twee\nregel drie\n".getBytes());
            log.limitSize();
            server.write("regel vier\n".getBytes());
            assertThat(folder.resolve("postgres.log.1")).hasContent("regel een\nregel twee\nregel drie\n");
            assertThat(file).hasContent("regel vier\n");
        }
    }

    @Test
    void onlyTheLastLinesOfThisStartAreShown(@TempDir Path folder) throws Exception {
        Path file = Files.writeString(folder.resolve("postgres.log"), "vorige keer\n");
        try (ServerLog log = new ServerLog(file)) {
            long before = log.size();
            Files.writeString(file, "een\ntwee\ndrie\n", StandardOpenOption.APPEND);
            assertThat(log.linesSince(before, 2)).isEqualTo("twee\ndrie");
            assertThat(log.linesSince(before, 9)).isEqualTo("een\ntwee\ndrie");
        }
    }

    @Test
    void anUnreadableLogIsSaid(@TempDir Path folder) {
        try (ServerLog log = new ServerLog(folder.resolve("postgres.log"))) {
            assertThat(log.linesSince(0, 5)).contains("niet te lezen");
        }
    }
}
