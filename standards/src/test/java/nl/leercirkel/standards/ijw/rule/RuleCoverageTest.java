package nl.leercirkel.standards.ijw.rule;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.leercirkel.standards.Shared;
import nl.leercirkel.standards.ijw.definition.CodeLists;
import nl.leercirkel.standards.ijw.rule.RuleCatalogue.Rule;
import nl.leercirkel.standards.ijw.rule.RuleCatalogue.Where;
import org.junit.jupiter.api.Test;

/** docs/standaarden-ijw-regels.md says what the code does; write it anew with -Dleercirkel.regenerate=true. */
class RuleCoverageTest {
    private static final Path DOCUMENT = Path.of("..", "docs", "standaarden-ijw-regels.md");

    @Test
    void theDocumentIsTheCode() throws IOException {
        String table = document();
        if (Boolean.getBoolean("leercirkel.regenerate")) {
            Files.writeString(DOCUMENT, table);
        }
        assertThat(DOCUMENT).exists();
        assertThat(Files.readString(DOCUMENT)).isEqualTo(table);
    }

    @Test
    void everyRuleOfTheStandardIsThere() {
        List<Map<String, String>> rows = Shared.rows("ijw-3.2/regels.csv");
        RuleCatalogue catalogue = RuleCatalogue.release32();
        assertThat(catalogue.all())
                .extracting(Rule::code)
                .containsExactlyElementsOf(
                        rows.stream().map(row -> row.get("code")).toList());
        for (Map<String, String> row : rows) {
            Rule rule = catalogue.get(row.get("code"));
            assertThat(rule.returnCode() == null ? "" : rule.returnCode()).isEqualTo(row.get("retourcode"));
            List<String> messages = row.get("message_types").isEmpty()
                            || row.get("message_types").equals("all")
                    ? List.of()
                    : List.of(row.get("message_types").replace("JW", "").split(";"));
            assertThat(rule.messages()).as(rule.code()).isEqualTo(messages);
        }
    }

    @Test
    void everyReturnCodeStandsInTheListOfReturnCodes() {
        assertThat(RuleCatalogue.release32().all())
                .allSatisfy(rule -> assertThat(rule.returnCode() == null
                                || CodeLists.release32().get("WJ001").contains(rule.returnCode()))
                        .as(rule.code())
                        .isTrue());
    }

    /** A rule about technique is checked, unless no element uses it. */
    @Test
    void noTechnicalRuleIsLeftUnchecked() {
        assertThat(RuleCatalogue.release32().all())
                .filteredOn(rule -> rule.code().matches("(CD|CS|RS|TR).*"))
                .extracting(Rule::where)
                .isSubsetOf(Where.STRUCTURE, Where.MESSAGE, Where.STORED, Where.REFERENCE, Where.UNUSED);
    }

    /** What no message can show, somebody else can: the table says who. */
    @Test
    void whatWeCannotCheckHasSomebodyWhoCan() {
        assertThat(RuleCatalogue.release32().all())
                .allSatisfy(rule -> assertThat(rule.byWhom() != null)
                        .as(rule.code())
                        .isEqualTo(rule.where() == Where.ORGANISATION));
    }

    private static String document() {
        Collection<Rule> rules = RuleCatalogue.release32().all();
        StringBuilder text = new StringBuilder("""
                # Regels van iJw 3.2 en iWmo 3.2: wat gecontroleerd wordt

                Dit overzicht is gemaakt uit de code; een test houdt het gelijk. Opnieuw maken:
                `mvn -pl standards test -Dtest=RuleCoverageTest -Dleercirkel.regenerate=true`.
                De codes zijn van Zorginstituut Nederland, de omschrijvingen van ons.

                | waar | regels | hoe | test |
                |---|--:|---|---|
                """);
        Map<Where, Long> counts =
                rules.stream().collect(Collectors.groupingBy(Rule::where, TreeMap::new, Collectors.counting()));
        counts.forEach((where, count) -> text.append("| ")
                .append(where.word())
                .append(" | ")
                .append(count)
                .append(" | ")
                .append(how(where))
                .append(" | ")
                .append(test(where))
                .append(
                        rules.stream()
                                        .anyMatch(rule -> rule.where() == where
                                                && RemarkCases.rules().contains(rule.code()))
                                ? ", `RemarksTest`"
                                : "")
                .append(" |\n"));
        text.append("""

                Per regel van `bericht`, `berichten` en `bron` is er een bericht dat precies die regel breekt
                (`ContentRuleCases`, `StoredRuleCases`, `RemarkCases`); van `structuur` is het oordeel gelijk aan dat van de officiële
                definities. Een regel OP of IV in `bericht`, `berichten` en `bron` geeft een **aandachtspunt**: geen reden om af te
                keuren, wel om over te praten.

                | regel | berichten | waar | retourcode | wat de regel vraagt | test, of wie dat kan nagaan |
                |---|---|---|---|---|---|
                """);
        for (Rule rule : rules) {
            text.append("| ")
                    .append(rule.code())
                    .append(" | ")
                    .append(rule.messages().isEmpty() ? "" : String.join(" ", rule.messages()))
                    .append(" | ")
                    .append(rule.where().word())
                    .append(" | ")
                    .append(rule.returnCode() == null ? "" : rule.returnCode())
                    .append(" | ")
                    .append(rule.text())
                    .append(" | ")
                    .append(shownBy(rule))
                    .append(" |\n");
        }
        return text.toString();
    }

    private static String how(Where where) {
        return switch (where) {
            case STRUCTURE -> "bij het lezen: type, lengte, patroon, aantal, volgorde, codelijst";
            case MESSAGE -> "binnen het bericht";
            case STORED -> "met wat van eerdere berichten bewaard is";
            case REFERENCE -> "met contract, klok of een lijst van anderen";
            case OTHER_RULES -> "uitgewerkt in andere regels, die gecontroleerd worden";
            case MAKING -> "de bibliotheek houdt zich eraan in wat zij zelf maakt";
            case ORGANISATION -> "gaat over hoe mensen werken; geen bericht kan het laten zien, iemand anders wel";
            case UNUSED -> "komt in de standaard voor, maar geen element gebruikt de regel";
        };
    }

    private static String shownBy(Rule rule) {
        if (rule.byWhom() != null) {
            return rule.byWhom();
        }
        if (RemarkCases.rules().contains(rule.code())) {
            return "`RemarksTest`";
        }
        return rule.where() == Where.OTHER_RULES
                ? workedOutIn(rule).map(RuleCoverageTest::shownBy).distinct().collect(Collectors.joining(", "))
                : test(rule.where());
    }

    /** The rules that a rule is worked out in, as its text names them; those that lead on to others are followed once. */
    private static Stream<Rule> workedOutIn(Rule rule) {
        return named(rule)
                .flatMap(one -> one.where() == Where.OTHER_RULES ? named(one) : Stream.of(one))
                .filter(one -> one.where() != Where.OTHER_RULES && one.where() != Where.ORGANISATION);
    }

    private static Stream<Rule> named(Rule rule) {
        return Pattern.compile("\\b(CD|CS|RS|TR|OP|IV)\\d{3}(x\\d)?")
                .matcher(rule.text())
                .results()
                .map(match -> RuleCatalogue.release32().get(match.group()));
    }

    @Test
    void whatIsWorkedOutInOthersIsCheckedThere() {
        assertThat(RuleCatalogue.release32().all())
                .filteredOn(rule -> rule.where() == Where.OTHER_RULES)
                .allSatisfy(
                        rule -> assertThat(workedOutIn(rule)).as(rule.code()).isNotEmpty());
    }

    private static String test(Where where) {
        return switch (where) {
            case STRUCTURE -> "`StructureAgreementTest`";
            case MESSAGE -> "`ContentRulesTest`";
            case STORED, REFERENCE -> "`StoredRulesTest`";
            case MAKING -> "`StoredRulesTest`, `ReturnMessageTest`, `RoundTripTest`, `OrderOfArrivalTest`";
            case OTHER_RULES, ORGANISATION, UNUSED -> "";
        };
    }
}
