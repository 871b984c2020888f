package nl.leercirkel.standards.check;

import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;

/** Every parser of tables against files made in the grammar of its format; what breaks one is kept as in {@link FuzzTest}. */
class GrammarFuzzTest {
    private static final int A_PARSER = 250;

    /** A parser with a file for it. */
    record Attempt(FuzzTargets.Target target, byte[] file) {
        @Override
        public String toString() {
            return target.corpus() + ": " + new String(file, java.nio.charset.StandardCharsets.UTF_8);
        }
    }

    @Provide
    Arbitrary<Attempt> attempts() {
        List<Arbitrary<Attempt>> all = FuzzTargets.targets().stream()
                .<Arbitrary<Attempt>>map(target -> new TableGrammar(FuzzTargets.corpus(target)
                                .map(FuzzTargets::bytes)
                                .toList())
                        .files()
                        .map(file -> new Attempt(target, file)))
                .toList();
        return Arbitraries.oneOf(all);
    }

    @Property(tries = 13 * A_PARSER, shrinking = ShrinkingMode.BOUNDED)
    void aParserNeverThrowsAndNeverFailsInSilence(@ForAll("attempts") Attempt attempt) {
        FuzzTargets.attempt(attempt.target(), attempt.file());
        TableFormats.detect(new FileStart(attempt.file()), CheckOptions.NONE);
    }
}
