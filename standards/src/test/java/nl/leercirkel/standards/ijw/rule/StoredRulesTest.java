package nl.leercirkel.standards.ijw.rule;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import nl.leercirkel.standards.ijw.definition.Law;
import nl.leercirkel.standards.ijw.message.Bsn;
import nl.leercirkel.standards.ijw.message.Message;
import nl.leercirkel.standards.ijw.message.Product;
import nl.leercirkel.standards.ijw.message.SchemaVersions;
import nl.leercirkel.standards.ijw.stream.MessageReader;
import nl.leercirkel.standards.ijw.support.Example;
import nl.leercirkel.standards.ijw.support.OfficialSchemas;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class StoredRulesTest {
    private static final AnswerIdentity IDENTITY =
            new AnswerIdentity("RET1", LocalDate.of(2026, 11, 26), new SchemaVersions("1.0.0", "1.0.0"));

    /** Knows the municipalities of our examples, the category of a code by its first digits, and one contract. */
    static final ReferenceData REFERENCE = new ReferenceData() {
        @Override
        public LocalDate today() {
            return LocalDate.of(2026, 11, 26);
        }

        @Override
        public Optional<Boolean> isMunicipality(String code, LocalDate day) {
            return Optional.of(!code.equals("9999"));
        }

        @Override
        public Optional<String> categoryOf(Law law, String productCode) {
            return productCode.matches("[34].A.*") ? Optional.of(productCode.substring(0, 2)) : Optional.empty();
        }

        @Override
        public Optional<Boolean> hasPersonalBudget(
                Parties parties, Bsn bsn, Product product, LocalDate begin, @Nullable LocalDate end) {
            return Optional.of("45A09".equals(product.code()));
        }

        @Override
        public Optional<Agreement> agreement(Parties parties, String productCode, LocalDate day) {
            return productCode.equals("45A01") ? Optional.of(new Agreement(9500, "04", false)) : Optional.empty();
        }
    };

    static Stream<StoredRuleCases.Case> cases() {
        return StoredRuleCases.all().stream();
    }

    @ParameterizedTest
    @ValueSource(strings = {"JW301", "JW305", "JW307", "JW315", "JW317", "JW319", "JW323", "JW325"})
    void afterItsStoryAnExampleBreaksNoRule(String type) throws IOException {
        Judgement judgement = judge(Example.of(type), Stories.before(type));
        assertThat(judgement.structure().violations()).isEmpty();
        assertThat(judgement.findings()).isEmpty();
        if (!type.equals("JW325")) {
            Message answer = judgement.answer().orElseThrow();
            assertValid(answer);
            String body = answer.parts().toString();
            assertThat(answer.header().answer().returnCodes()).containsExactly("0200");
            assertThat(body)
                    .isEqualTo(
                            type.equals("JW323")
                                    ? "[AnswerHead[declarationNumber=D202604, submitted=Amount[cents=99000, credit=false], granted=Amount[cents=99000, credit=false]],"
                                            + " AnswerEnd[returnCodes=[8001]]]"
                                    : "[]");
        }
    }

    @ParameterizedTest
    @MethodSource("cases")
    void oneChangeBreaksOneRule(StoredRuleCases.Case one) throws IOException {
        Judgement judgement = judge(one.message(), one.before());
        assertThat(judgement.structure().violations()).isEmpty();
        Set<String> expected = new HashSet<>(one.with());
        expected.add(one.rule());
        assertThat(judgement.findings()).extracting(Finding::rule).containsOnly(expected.toArray(String[]::new));
        if (one.message().type().name().equals("JW325")) {
            assertThat(judgement.answer()).isEmpty();
            return;
        }
        // The return message is valid and carries the code of the rule.
        Message answer = judgement.answer().orElseThrow();
        assertValid(answer);
        String code = RuleCatalogue.release32().get(one.rule()).returnCode();
        boolean content = judgement.findings().stream().anyMatch(finding -> "0001".equals(finding.returnCode()));
        String xml = write(answer);
        assertThat(xml).contains("RetourCode>" + (content ? "0001" : code) + "<");
    }

    @Test
    void everyRuleAgainstOthersHasACase() {
        Set<String> covered = new HashSet<>();
        StoredRuleCases.all().forEach(one -> covered.add(one.rule()));
        assertThat(RuleCatalogue.release32().all().stream()
                        .filter(rule -> rule.where() == RuleCatalogue.Where.STORED
                                || rule.where() == RuleCatalogue.Where.REFERENCE)
                        .filter(rule -> !RemarkCases.rules().contains(rule.code()))
                        .map(RuleCatalogue.Rule::code))
                .hasSize(57)
                .isSubsetOf(covered);
    }

    private static Judgement judge(Example example, List<Example> before) throws IOException {
        return MessageJudge.withHistory(Stories.history(before), REFERENCE)
                .judge(new ByteArrayInputStream(example.bytes()), IDENTITY, (part, place) -> {});
    }

    private static void assertValid(Message answer) throws IOException {
        byte[] xml = write(answer).getBytes(StandardCharsets.UTF_8);
        assertThat(new MessageReader()
                        .read(new ByteArrayInputStream(xml), (part, place) -> {})
                        .violations())
                .isEmpty();
        assertThat(OfficialSchemas.accepts(answer.header().type(), xml)).isTrue();
    }

    private static String write(Message answer) throws IOException {
        return new String(Written.bytes(answer), StandardCharsets.UTF_8);
    }
}
