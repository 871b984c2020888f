package nl.leercirkel.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What programs that were killed left in the temporary folder. */
class LeftFilesTest {
    @Test
    void onlyOldFilesOfThatNameGo() throws Exception {
        Instant limit = Instant.now().minus(Duration.ofDays(1));
        Path old = Files.createTempFile("leercirkel-proef-left-", ".tmp");
        Path fresh = Files.createTempFile("leercirkel-proef-left-", ".tmp");
        Path other = Files.createTempFile("leercirkel-proef-other-", ".tmp");
        try {
            for (Path file : List.of(old, other)) {
                Files.setLastModifiedTime(file, FileTime.from(limit.minusSeconds(1)));
            }
            LeftFiles.remove("leercirkel-proef-left-*.tmp", limit);
            assertThat(old).doesNotExist();
            assertThat(fresh).exists();
            assertThat(other).exists();
        } finally {
            Files.deleteIfExists(fresh);
            Files.deleteIfExists(other);
        }
    }
}
