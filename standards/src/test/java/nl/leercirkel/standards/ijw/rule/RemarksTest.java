package nl.leercirkel.standards.ijw.rule;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.leercirkel.standards.ijw.message.SchemaVersions;
import nl.leercirkel.standards.ijw.support.EndlessInput;
import nl.leercirkel.standards.ijw.support.Example;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Rules on working together give remarks, which reject nothing. */
class RemarksTest {

    static Stream<RemarkCases.Case> cases() {
        return RemarkCases.all().stream();
    }

    @ParameterizedTest
    @MethodSource("cases")
    void oneChangeGivesOneRemark(RemarkCases.Case one) throws IOException {
        Judgement judgement = judge(one.message(), one.before(), null);
        assertThat(judgement.structure().violations()).isEmpty();
        assertThat(judgement.remarks()).extracting(Finding::rule).containsOnly(one.rule());
        assertThat(judgement.remarks())
                .allSatisfy(remark -> assertThat(remark.returnCode()).isNull());
        assertThat(judgement.findings())
                .extracting(Finding::rule)
                .noneMatch(rule -> RemarkCases.rules().contains(rule));
    }

    @ParameterizedTest
    @ValueSource(strings = {"JW301", "JW305", "JW307", "JW315", "JW317", "JW319"})
    void afterItsStoryAnExampleGivesNoRemark(String type) throws IOException {
        assertThat(judge(Example.of(type), Stories.before(type), null).remarks())
                .isEmpty();
    }

    @Test
    void aDeclarationOfCareThatWasBegunGivesNoRemark() throws IOException {
        assertThat(judge(Example.of("JW323"), RemarkCases.started(), null).remarks())
                .isEmpty();
    }

    @ParameterizedTest
    // 16 March 2026 is a Monday: three working days later it is Thursday.
    @CsvSource({"2026-03-19,false", "2026-03-20,true"})
    void aReturnMessageHasThreeWorkingDays(LocalDate answered, boolean late) throws IOException {
        AnswerIdentity identity = new AnswerIdentity("RET1", answered, new SchemaVersions("1.0.0", "1.0.0"));
        Judgement forward = judge(Example.of("JW305"), Stories.before("JW305"), identity);
        byte[] answer = Written.bytes(forward.answer().orElseThrow());
        Judgement judgement = MessageJudge.ofContent().judge(new ByteArrayInputStream(answer));
        assertThat(judgement.faultless()).isTrue();
        assertThat(judgement.remarks()).extracting(Finding::rule).isEqualTo(late ? List.of("OP090") : List.of());
    }

    @ParameterizedTest
    @CsvSource({"26000000,false", "26300000,true"})
    void aFileOfMoreThan25Megabytes(long size, boolean tooLarge) throws IOException {
        String xml = Example.of("JW323").xml();
        int line = xml.indexOf("<Declaratie>");
        String blank = " ".repeat(10_000) + "<!-- -->";
        EndlessInput input =
                new EndlessInput(xml.substring(0, line), i -> blank, xml.substring(line), size - xml.length());
        Judgement judgement = MessageJudge.ofContent().judge(input);
        assertThat(judgement.structure().violations()).isEmpty();
        assertThat(judgement.remarks()).extracting(Finding::rule).isEqualTo(tooLarge ? List.of("OP179") : List.of());
    }

    @Test
    void everyRuleOnWorkingTogetherHasACase() {
        Set<String> checked = RuleCatalogue.release32().all().stream()
                .filter(rule -> rule.code().matches("(OP|IV).*"))
                .filter(rule -> rule.where() == RuleCatalogue.Where.MESSAGE
                        || rule.where() == RuleCatalogue.Where.STORED
                        || rule.where() == RuleCatalogue.Where.REFERENCE)
                .map(RuleCatalogue.Rule::code)
                .collect(Collectors.toSet());
        assertThat(checked).hasSize(20).isEqualTo(RemarkCases.rules());
    }

    private static Judgement judge(
            Example example, List<Example> before, @org.jspecify.annotations.Nullable AnswerIdentity identity)
            throws IOException {
        return MessageJudge.withHistory(Stories.history(before), StoredRulesTest.REFERENCE)
                .judge(new ByteArrayInputStream(example.bytes()), identity, (part, place) -> {});
    }
}
