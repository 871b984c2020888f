package nl.leercirkel.standards.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.BiPredicate;
import java.util.stream.IntStream;
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
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Every parser against files that went wrong in ways nobody thought of: the files of {@code corpus}, changed at random, and
 * rubbish made of the words these formats use. A parser may find whatever it likes, but it does not throw, and it never fails
 * without saying so.
 *
 * <p>The seed is fixed, so a run repeats; {@code -Dleercirkel.fuzz.seed} and {@code -Dleercirkel.fuzz.tries} look further. What
 * breaks a parser is written to {@code target/fuzz}: put it in the corpus of its parser once it is mended.
 */
class FuzzTest {

    private static final long SEED = Long.getLong("leercirkel.fuzz.seed", 20261126L);
    private static final int TRIES = Integer.getInteger("leercirkel.fuzz.tries", 400);

    private static final List<String> WORDS = List.of(
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
    private record Target(String corpus, BiPredicate<byte[], Findings> reads) {}

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

    private static List<Target> targets() {
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
                new Target("cbs-beschrijving", FuzzTest::describes));
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

    @TestFactory
    Stream<DynamicTest> theCorpus() {
        return targets().stream()
                .flatMap(target -> corpus(target)
                        .map(file -> DynamicTest.dynamicTest(
                                target.corpus() + "/" + file.getFileName(), () -> attempt(target, bytes(file)))));
    }

    @TestFactory
    Stream<DynamicTest> changedAtRandom() {
        return targets().stream()
                .map(target -> DynamicTest.dynamicTest(target.corpus(), () -> {
                    List<byte[]> seeds = corpus(target).map(FuzzTest::bytes).toList();
                    assertThat(seeds).isNotEmpty();
                    Random random = new Random(SEED + target.corpus().hashCode());
                    for (int i = 0; i < TRIES; i++) {
                        byte[] seed = seeds.get(random.nextInt(seeds.size()));
                        attempt(target, random.nextInt(8) == 0 ? rubbish(random) : changed(seed, random));
                    }
                }));
    }

    /** What is recognised is read by the parser that recognised it, and recognising does not throw either. */
    @TestFactory
    Stream<DynamicTest> recognised() {
        return targets().stream()
                .flatMap(target -> corpus(target)
                        .map(file -> DynamicTest.dynamicTest(target.corpus() + "/" + file.getFileName(), () -> {
                            Random random = new Random(SEED);
                            for (int i = 0; i < TRIES / 20; i++) {
                                TableFormats.detect(new FileStart(changed(bytes(file), random)), CheckOptions.NONE);
                            }
                        })));
    }

    private static void attempt(Target target, byte[] content) {
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

    private static byte[] rubbish(Random random) {
        StringBuilder text = new StringBuilder(random.nextBoolean() ? "{" : "");
        IntStream.range(0, random.nextInt(60)).forEach(i -> text.append(WORDS.get(random.nextInt(WORDS.size()))));
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] changed(byte[] seed, Random random) {
        byte[] bytes = seed;
        for (int i = random.nextInt(6) + 1; i > 0; i--) {
            bytes = change(bytes, random);
        }
        return bytes;
    }

    private static byte[] change(byte[] bytes, Random random) {
        int from = random.nextInt(bytes.length + 1);
        int to = from + random.nextInt(Math.min(40, bytes.length - from) + 1);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.write(bytes, 0, from);
        switch (random.nextInt(6)) {
            case 0 -> out.write(random.nextInt(256));
            case 1 -> out.writeBytes(WORDS.get(random.nextInt(WORDS.size())).getBytes(StandardCharsets.UTF_8));
            case 2 -> {
                out.write(bytes, from, to - from);
                out.write(bytes, from, to - from);
            }
            case 3 -> {
                // the rest is lost
                return out.toByteArray();
            }
            case 4 -> {
                byte[] noise = new byte[to - from];
                random.nextBytes(noise);
                out.writeBytes(noise);
            }
            default -> {
                // a part in the middle is lost
            }
        }
        out.write(bytes, to, bytes.length - to);
        return out.toByteArray();
    }

    private static Stream<Path> corpus(Target target) {
        URL folder = FuzzTest.class.getResource("/corpus/" + target.corpus());
        assertThat(folder).as(target.corpus()).isNotNull();
        try (Stream<Path> files = Files.list(Path.of(folder.toURI()))) {
            return files.sorted().toList().stream();
        } catch (IOException | URISyntaxException unreadable) {
            throw new IllegalStateException(unreadable);
        }
    }

    private static byte[] bytes(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
