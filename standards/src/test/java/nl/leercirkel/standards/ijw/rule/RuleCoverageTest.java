package nl.leercirkel.standards.ijw.rule;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
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
                .append(" |\n"));
        text.append("""

                Per regel van `bericht`, `berichten` en `bron` is er een bericht dat precies die regel breekt
                (`ContentRuleCases`, `StoredRuleCases`); van `structuur` is het oordeel gelijk aan dat van de officiële definities.

                | regel | berichten | waar | retourcode | wat de regel vraagt |
                |---|---|---|---|---|
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
            case ORGANISATION -> "gaat over hoe mensen werken; geen bericht kan het laten zien";
            case NOWHERE -> "zou met berichten, termijnen of afspraken te zien zijn, maar wordt niet gecontroleerd";
            case UNUSED -> "komt in de standaard voor, maar geen element gebruikt de regel";
        };
    }

    private static String test(Where where) {
        return switch (where) {
            case STRUCTURE -> "`StructureAgreementTest`";
            case MESSAGE -> "`ContentRulesTest`";
            case STORED, REFERENCE -> "`StoredRulesTest`";
            case MAKING -> "`StoredRulesTest`, `ReturnMessageTest`, `RoundTripTest`, `OrderOfArrivalTest`";
            case OTHER_RULES, ORGANISATION, NOWHERE, UNUSED -> "";
        };
    }
}
