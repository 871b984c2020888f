package nl.leercirkel.standards.check;

import static nl.leercirkel.standards.check.FuzzTargets.WORDS;
import static nl.leercirkel.standards.check.FuzzTargets.attempt;
import static nl.leercirkel.standards.check.FuzzTargets.corpus;
import static nl.leercirkel.standards.check.FuzzTargets.targets;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
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

    @TestFactory
    Stream<DynamicTest> theCorpus() {
        return targets().stream()
                .flatMap(target -> corpus(target)
                        .map(file -> DynamicTest.dynamicTest(
                                target.corpus() + "/" + file.getFileName(),
                                () -> attempt(target, FuzzTargets.bytes(file)))));
    }

    @TestFactory
    Stream<DynamicTest> changedAtRandom() {
        return targets().stream()
                .map(target -> DynamicTest.dynamicTest(target.corpus(), () -> {
                    List<byte[]> seeds = corpus(target).map(FuzzTargets::bytes).toList();
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
                                TableFormats.detect(
                                        new FileStart(changed(FuzzTargets.bytes(file), random)), CheckOptions.NONE);
                            }
                        })));
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
}
