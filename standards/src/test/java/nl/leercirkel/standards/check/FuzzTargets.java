package nl.leercirkel.standards.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.function.BiPredicate;
import java.util.stream.Stream;
import nl.leercirkel.standards.bij.BijLayout;
import nl.leercirkel.standards.bij.EndReasonMapping;
import nl.leercirkel.standards.cbs.CbsAnswer;
import nl.leercirkel.standards.cbs.CbsClient;
import nl.leercirkel.standards.cbs.CbsSelection;
import nl.leercirkel.standards.cbs.CbsTable;
import nl.leercirkel.standards.cbs.CbsVersion;
import nl.leercirkel.standards.table.Finding;
import nl.leercirkel.standards.table.Findings;

/**
 * Every parser of tables, with the corpus it has in the test resources. A parser may find whatever it likes, but it does not
 * throw, and it never fails without saying so.
 */
final class FuzzTargets {

    private FuzzTargets() {}

    static final List<String> WORDS = List.of(
            ";",
            ",",
            "\t",
            "\"",
            "\"\"",
            "\n",
            "\r\n",
            "\r",
            "{",
            "}",
            "[",
            "]",
            ":",
            "null",
            "\"value\":[",
            "\"data\":{",
            "\"subcodes\":[",
            "\"code\":",
            "{\"code\":\"6.72\"",
            "1e999999999",
            "1E-400",
            "-0",
            "99999999999999999999",
            "0.1",
            "1.234",
            "1,234.5",
            "GM0014",
            "BU00140001",
            "JH ",
            "999999999",
            "00000000",
            "20240230",
            "\uFEFF",
            "é",
            "\\u0000",
            "\\ud800",
            "%s",
            "x".repeat(2000),
            "{\"a\":".repeat(60),
            "[".repeat(2000),
            " ",
            "\u00A0",
            "０",
            "Infinity",
            "NaN",
            "\"odata.nextLink\":\"http://[\"",
            "\"lasten\":",
            "bsn",
            "record",
            "wijkenenbuurten",
            "_1",
            "_99",
            "Bron: CBS");

    /** @param reads whether the parser says it read all of it */
    record Target(String corpus, BiPredicate<byte[], Findings> reads) {}

    private static Target format(String corpus, FileFormat format) {
        return new Target(
                corpus,
                (bytes, findings) -> format.check(new ByteArrayInputStream(bytes), CheckOptions.NONE, findings)
                        .complete());
    }

    private static FileFormat named(String name) {
        return TableFormats.all().stream()
                .filter(format -> format.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    static List<Target> targets() {
        return List.of(
                format("bij-kolommen", named("Beleidsinformatie Jeugd, in kolommen")),
                format("bij-posities", named("Beleidsinformatie Jeugd, op vaste posities")),
                format("kwb", named("Kerncijfers wijken en buurten")),
                format("kwb-waarnemingen", named("Kerncijfers wijken en buurten, waarnemingen")),
                format("iv3-definitie", named("Iv3, definitiebestand")),
                format("iv3-gegevens", named("Iv3, gegevens van een gemeente")),
                format("iv3-tabel", named("Iv3, tabel van gemeenten")),
                format("cbs-export", named("CBS-tabel, export")),
                format("cbs-antwoord", named("CBS-tabel, opgeslagen antwoord")),
                new Target(
                        "bij-indeling",
                        (bytes, findings) -> BijLayout.load(new ByteArrayInputStream(bytes), findings)
                                .isPresent()),
                new Target(
                        "bij-redenen",
                        (bytes, findings) -> EndReasonMapping.load(new ByteArrayInputStream(bytes), findings)
                                .isPresent()),
                format("bij-hulpvormen", named("Beleidsinformatie Jeugd, hulpvormen van producten")),
                new Target("cbs-beschrijving", FuzzTargets::describes));
    }

    /** The same answer to every question is a strange service, which a client has to survive as well. */
    private static boolean describes(byte[] bytes, Findings findings) {
        boolean all = true;
        for (CbsVersion version : CbsVersion.values()) {
            CbsClient client = new CbsClient(
                    request -> new CbsAnswer(new ByteArrayInputStream(bytes), false), version, 1, Duration.ZERO, 100);
            CbsTable table = client.describe("T1NED", findings).orElse(null);
            all &= table != null && client.read(table, CbsSelection.ALL, row -> {}, findings);
        }
        return all;
    }

    static void attempt(Target target, byte[] content) {
        Findings findings = new Findings();
        try {
            boolean complete = target.reads().test(content, findings);
            long stopped = findings.count(Finding.Level.FATAL) + findings.count(Finding.Level.ERROR);
            assertThat(complete || stopped > 0)
                    .as("reading failed without a finding")
                    .isTrue();
        } catch (RuntimeException | StackOverflowError | AssertionError broken) {
            keep(target, content);
            throw new AssertionError("parser " + target.corpus() + " broke on target/fuzz", broken);
        }
    }

    private static void keep(Target target, byte[] content) {
        try {
            Path folder = Files.createDirectories(Path.of("target", "fuzz", target.corpus()));
            Files.write(folder.resolve(Integer.toHexString(Arrays.hashCode(content))), content);
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }

    static Stream<Path> corpus(Target target) {
        URL folder = FuzzTargets.class.getResource("/corpus/" + target.corpus());
        assertThat(folder).as(target.corpus()).isNotNull();
        try (Stream<Path> files = Files.list(Path.of(folder.toURI()))) {
            return files.sorted().toList().stream();
        } catch (IOException | URISyntaxException unreadable) {
            throw new IllegalStateException(unreadable);
        }
    }

    static byte[] bytes(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
