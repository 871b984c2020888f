package nl.leercirkel.standards.ijw.stream;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import nl.leercirkel.standards.ijw.rule.Judgement;
import nl.leercirkel.standards.ijw.rule.MessageJudge;
import nl.leercirkel.standards.ijw.support.Example;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Files that are nearly messages: ours, with bytes changed, pieces moved and pieces of XML put in. Whatever comes, there is a
 * verdict with an explanation, and no exception. What once went wrong is kept in fuzz/ below the test resources.
 */
class FuzzTest {
    private static final Path CORPUS =
            Path.of("src", "test", "resources", "nl", "leercirkel", "standards", "ijw", "fuzz");
    private static final String[] TYPES = {"JW301", "JW305", "JW307", "JW315", "JW317", "JW319", "JW323", "JW325"};
    private static final String[] PIECES = {
        "<",
        ">",
        "&",
        "&amp;",
        "&#0;",
        "&#x10FFFF;",
        "&#99999999;",
        "&x;",
        "]]>",
        "<![CDATA[",
        "<!--",
        "-->",
        "<?",
        "?>",
        "\"",
        "'",
        "<!DOCTYPE a>",
        "<!DOCTYPE a [<!ENTITY b 'c'>]>",
        " xmlns=''",
        " xmlns:a='b'",
        " xmlns:xml='b'",
        " a='1' a='2'",
        "</",
        "/>",
        "<Bsn>",
        "</Bsn>",
        "<a:b/>",
        "\u0000",
        "\u0001",
        "\uFEFF",
        "\uFFFE",
        "\uD800",
        "\r\n",
        "\u2028",
        "999900006",
        "-0",
        "2026-02-30",
        "<?xml version='1.1'?>",
        "<?xml version=\"1.0\" encoding=\"UTF-16\"?>",
        "\u00E9"
    };

    private final MessageJudge judge = MessageJudge.ofContent();

    @Property(tries = 600)
    void aVerdictForEveryFile(@ForAll long seed) throws IOException {
        Random random = new Random(seed);
        byte[] file = Example.of(TYPES[random.nextInt(TYPES.length)]).bytes();
        for (int changes = 1 + random.nextInt(3); changes > 0; changes--) {
            file = change(file, random);
        }
        assertVerdict(file, 1 + random.nextInt(50));
    }

    static Stream<Path> corpus() throws IOException {
        try (Stream<Path> files = Files.list(CORPUS)) {
            return files.sorted().toList().stream();
        }
    }

    @ParameterizedTest
    @MethodSource("corpus")
    void whatOnceWentWrong(Path file) throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        for (int atOnce = 1; atOnce < bytes.length; atOnce = atOnce * 3 + 1) {
            assertVerdict(bytes, atOnce);
        }
    }

    private void assertVerdict(byte[] file, int atOnce) throws IOException {
        Judgement judgement = judge.judge(new Slow(file, atOnce));
        if (judgement.structure().valid()) {
            return;
        }
        List<Violation> violations = new ArrayList<>(judgement.structure().violations());
        assertThat(violations).as(new String(file, StandardCharsets.UTF_8)).isNotEmpty();
        assertThat(violations).allSatisfy(violation -> {
            assertThat(violation.text())
                    .isNotBlank()
                    .doesNotContain("999900006")
                    .doesNotContain("Voorbeeld");
            assertThat(violation.place().line()).isNotNegative();
        });
    }

    private static byte[] change(byte[] file, Random random) {
        if (file.length == 0) {
            return file;
        }
        int from = random.nextInt(file.length);
        int length = Math.min(file.length - from, 1 + random.nextInt(random.nextInt(4) == 0 ? 400 : 8));
        byte[] middle = switch (random.nextInt(6)) {
            case 0 -> new byte[0];
            case 1 -> PIECES[random.nextInt(PIECES.length)].getBytes(StandardCharsets.UTF_8);
            case 2 -> {
                byte[] noise = new byte[length];
                random.nextBytes(noise);
                yield noise;
            }
            case 3 -> {
                int other = random.nextInt(file.length);
                yield java.util.Arrays.copyOfRange(file, other, Math.min(file.length, other + length));
            }
            case 4 ->
                join(
                        java.util.Arrays.copyOfRange(file, from, from + length),
                        PIECES[random.nextInt(PIECES.length)].getBytes(StandardCharsets.UTF_8));
            default ->
                join(
                        java.util.Arrays.copyOfRange(file, from, from + length),
                        java.util.Arrays.copyOfRange(file, from, from + length));
        };
        byte[] start = java.util.Arrays.copyOf(file, from);
        byte[] end =
                random.nextInt(20) == 0 ? new byte[0] : java.util.Arrays.copyOfRange(file, from + length, file.length);
        return join(join(start, middle), end);
    }

    private static byte[] join(byte[] one, byte[] other) {
        ByteArrayOutputStream joined = new ByteArrayOutputStream();
        joined.writeBytes(one);
        joined.writeBytes(other);
        return joined.toByteArray();
    }

    /** Gives a few bytes at a time, so that every token is cut somewhere. */
    private static final class Slow extends InputStream {
        private final ByteArrayInputStream bytes;
        private final int atOnce;

        Slow(byte[] file, int atOnce) {
            this.bytes = new ByteArrayInputStream(file);
            this.atOnce = atOnce;
        }

        @Override
        public int read() {
            return bytes.read();
        }

        @Override
        public int read(byte[] buffer, int offset, int length) {
            return bytes.read(buffer, offset, Math.min(length, atOnce));
        }
    }
}
