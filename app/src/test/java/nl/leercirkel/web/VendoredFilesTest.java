package nl.leercirkel.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The files of others that we ship are exactly the ones the documentation accounts for. */
class VendoredFilesTest {

    private static final Path VENDOR = Path.of("src/main/resources/static/vendor");
    private static final Pattern LISTED = Pattern.compile("\\| `([^`]+/[^`]+)` \\| `([0-9a-f]{64})` \\|");

    @Test
    void everyFileIsListedWithItsSum() throws IOException, NoSuchAlgorithmException {
        Map<String, String> listed = new TreeMap<>();
        Matcher matcher = LISTED.matcher(Files.readString(Path.of("../docs/afhankelijkheden.md")));
        while (matcher.find()) {
            listed.put(matcher.group(1), matcher.group(2));
        }

        Map<String, String> shipped = new TreeMap<>();
        try (Stream<Path> files = Files.walk(VENDOR)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                String name = VENDOR.relativize(file).toString().replace('\\', '/');
                byte[] sum = MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file));
                shipped.put(name, HexFormat.of().formatHex(sum));
            }
        }

        assertThat(shipped).isNotEmpty().isEqualTo(listed);
    }

    @Test
    void everyPackageCarriesItsLicence() throws IOException {
        try (Stream<Path> packages = Files.list(VENDOR)) {
            assertThat(packages.toList())
                    .isNotEmpty()
                    .allSatisfy(folder -> assertThat(Stream.of("LICENSE", "LICENSE.md")
                                    .map(folder::resolve)
                                    .anyMatch(Files::exists))
                            .as("licence in %s", folder)
                            .isTrue());
        }
    }
}
