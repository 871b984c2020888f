package nl.leercirkel.standards.ijw.rule;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import nl.leercirkel.standards.Shared;
import nl.leercirkel.standards.ijw.support.Example;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class ContentRulesTest {
    private final MessageJudge judge = MessageJudge.ofContent();

    static Stream<ContentRuleCases.Case> cases() {
        return ContentRuleCases.all().stream();
    }

    @ParameterizedTest
    @ValueSource(strings = {"JW301", "JW305", "JW307", "JW315", "JW317", "JW319", "JW323", "JW325"})
    void ourExamplesKeepAllRules(String type) throws IOException {
        assertThat(judge(Example.of(type)).structure().violations()).isEmpty();
        assertThat(judge(Example.of(type)).findings()).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("cases")
    void oneChangeBreaksOneRule(ContentRuleCases.Case one) throws IOException {
        Judgement judgement = judge(Example.of(one.message()).edit(one.edits()));
        assertThat(judgement.structure().violations()).isEmpty();
        Set<String> expected = new HashSet<>(one.with());
        expected.add(one.rule());
        assertThat(judgement.findings()).extracting(Finding::rule).containsOnly(expected.toArray(String[]::new));
        Finding finding = judgement.findings().stream()
                .filter(found -> found.rule().equals(one.rule()))
                .findFirst()
                .orElseThrow();
        assertThat(finding.path()).isEqualTo("/Bericht/" + one.path());
        assertThat(finding.explanation()).isNotBlank();
    }

    @ParameterizedTest
    @MethodSource("cases")
    void underTheWmoTooUnlessTheRuleIsOnlyOfYouthCare(ContentRuleCases.Case one) throws IOException {
        if (Set.of("CS318", "TR377", "TR409").contains(one.rule())) {
            return;
        }
        Example example = Example.of(one.message()).edit(one.edits());
        String xml = example.xml();
        if (xml.contains("Woonplaatsbeginsel")) {
            example.edit("-Antwoord/Woonplaatsbeginsel");
        }
        if (xml.contains("GezagsdragerBekend")) {
            example.edit("-Client/GezagsdragerBekend");
        }
        byte[] wmo = example.asIwmo()
                .xml()
                .replaceAll("(Categorie[^>]*>)4[35]<", "$101<")
                .replace("RedenBeeindiging>31", "RedenBeeindiging>19")
                .getBytes(java.nio.charset.StandardCharsets.UTF_8);
        Judgement judgement = judge.judge(new ByteArrayInputStream(wmo));
        assertThat(judgement.structure().violations()).isEmpty();
        assertThat(judgement.findings()).extracting(Finding::rule).contains(one.rule());
    }

    @Test
    void everyRuleOfTheContentHasACase() {
        Set<String> covered = new HashSet<>();
        ContentRuleCases.all().forEach(one -> covered.add(one.rule()));
        assertThat(RuleCatalogue.release32().all().stream()
                        .filter(rule -> rule.where() == RuleCatalogue.Where.MESSAGE
                                && !RemarkCases.rules().contains(rule.code()))
                        .map(RuleCatalogue.Rule::code))
                .hasSize(61)
                .isSubsetOf(covered);
    }

    /** Verdicts of the official validator on the official examples, as far as it can see. */
    @ParameterizedTest
    @ValueSource(strings = {"ijw-3.2", "iwmo-3.2"})
    void theOfficialExamplesGetTheOfficialFindings(String folder) throws IOException {
        List<String> wrong = new ArrayList<>();
        for (Map<String, String> row : Shared.rows(folder + "/verwachte-bevindingen.csv")) {
            Path file = Shared.file(folder + "/" + row.get("folder") + "/" + row.get("file"));
            Judgement judgement = judge.judge(new ByteArrayInputStream(Files.readAllBytes(file)));
            Set<String> rules = new HashSet<>();
            judgement.findings().forEach(finding -> rules.add(finding.rule()));
            String expected = row.get("rules_flagged_by_official_validator");
            boolean right = judgement.structure().valid() == Boolean.parseBoolean(row.get("xsd_valid"))
                    && rules.equals(expected.isEmpty() ? Set.of() : Set.of(expected.split(";")));
            if (!right) {
                wrong.add(row.get("file") + " " + judgement.structure().violations() + " " + rules + ", expected "
                        + expected);
            }
        }
        assertThat(wrong).isEmpty();
    }

    @Test
    void theTwoBadExamplesFailForTheRightReason() throws IOException {
        Judgement request = judge.judge(Files.newInputStream(Shared.file("ijw-3.2/berichten/JW315.xml")));
        assertThat(request.structure().violations()).hasSize(2).allSatisfy(violation -> {
            assertThat(violation.text()).contains("2027-06-31").contains("datum die niet bestaat");
            assertThat(violation.path()).endsWith("/ToewijzingEinddatum");
        });
        Judgement answer = judge.judge(Files.newInputStream(Shared.file("ijw-3.2/berichten/JW318.xml")));
        assertThat(answer.structure().violations()).singleElement().satisfies(violation -> {
            assertThat(violation.path()).isEqualTo("/Bericht/Client/Verzoek");
            assertThat(violation.text()).contains("RetourCode").contains("OngewijzigdeProducten");
        });
    }

    private Judgement judge(Example example) throws IOException {
        return judge.judge(new ByteArrayInputStream(example.bytes()));
    }
}
