package nl.leercirkel.standards.iv3;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import nl.leercirkel.standards.Shared;
import nl.leercirkel.standards.table.Finding;
import nl.leercirkel.standards.table.Findings;
import org.junit.jupiter.api.Test;

/** PF001 to PF009: a small account that keeps them all, and per check a change of it that breaks that one alone. */
class Iv3PlausibilityTest {

    /**
     * By hand. Costs 1,000 and income 1,100 on current account: 100 is left (PF001, b). On the balance cash grows by 100: category
     * 6.1, 100 costs and no income, so c is 100 too. The result of 100 goes to the reserve: 7.1 in costs of 0.10 and in income of
     * the balance (PF004), so task fields have 1,100 on both sides (PF006). Assets go from 500 to 600 and so does what is owed.
     */
    private static final Map<String, String> ACCOUNT = Map.of(
            "lasten/6.72a/3.4.1", "1000",
            "lasten/0.10/7.1", "100",
            "baten/0.7/4.3.1", "1100",
            "balans_lasten/A23/6.1", "100",
            "balans_baten/P111/7.1", "100",
            "balans_standen/A23/1 januari", "500",
            "balans_standen/A23/ultimo", "600",
            "balans_standen/P111/1 januari", "500",
            "balans_standen/P111/ultimo", "600");

    private static final Set<String> FINANCIAL = Set.of("A23", "P132");

    private static final Iv3Definition DEFINITION = new Iv3Definition(
            2024,
            "Gemeente",
            "proef",
            Map.of("standper", List.of(new Iv3Definition.Code("1 januari", "begindatum", "", true))),
            Map.of(),
            List.of(
                    control("PF001", Set.of(1, 2, 3, 4, 5), Set.of(), Set.of()),
                    control("PF002", Set.of(5), FINANCIAL, Set.of()),
                    control("PF003", Set.of(5), Set.of("A23", "P111", "P132"), Set.of()),
                    control("PF004", Set.of(5), Set.of(), Set.of()),
                    control("PF005", Set.of(5), Set.of(), Set.of("0.5")),
                    control("PF006", Set.of(0, 5), Set.of(), Set.of()),
                    control("PF007", Set.of(5), Set.of(), Set.of()),
                    control("PF008", Set.of(5), Set.of(), Set.of()),
                    control("PF009", Set.of(5), Set.of(), Set.of())));

    private static Iv3Definition.Control control(
            String code, Set<Integer> periods, Set<String> balanceCodes, Set<String> exempt) {
        return new Iv3Definition.Control(code, periods, balanceCodes, exempt);
    }

    private static List<Finding> check(int period, String... changes) {
        Map<String, String> cells = new HashMap<>(ACCOUNT);
        for (String change : changes) {
            String[] parts = change.split("=");
            cells.put(parts[0], parts[1]);
        }
        List<Iv3Cell> list = new ArrayList<>();
        cells.forEach((cell, amount) -> {
            String[] parts = cell.split("/");
            list.add(new Iv3Cell(Iv3Section.of(parts[0]).orElseThrow(), parts[1], parts[2], new BigDecimal(amount)));
        });
        Findings findings = new Findings();
        Iv3Plausibility.check(
                new Iv3Data(new Iv3Metadata("Gemeente", "0983", "Venlo", 2024, period, ""), list),
                DEFINITION,
                findings);
        return findings.kept();
    }

    private static void assertBroken(String code, String inMessage, String... changes) {
        List<Finding> findings = check(5, changes);
        assertThat(findings).extracting(Finding::code).as(code).containsExactly(code);
        assertThat(findings.getFirst().message()).contains(inMessage);
        assertThat(findings.getFirst().level()).isEqualTo(Finding.Level.WARNING);
    }

    @Test
    void anAccountThatKeepsThemAll() {
        assertThat(check(5)).isEmpty();
    }

    @Test
    void theBalanceOfBothAccounts() {
        // 20 more income that nothing shows on the financial side: 20 of 1,000 is 2%.
        assertBroken(
                "PF001",
                "2%",
                "baten/0.7/4.3.1=1120",
                "lasten/0.10/7.1=120",
                "balans_baten/P111/7.1=120",
                "balans_standen/P111/ultimo=620",
                "balans_standen/A213/ultimo=20");
        // 10 of 1,000 is the norm itself.
        assertThat(check(
                        5,
                        "baten/0.7/4.3.1=1110",
                        "lasten/0.10/7.1=110",
                        "balans_baten/P111/7.1=110",
                        "balans_standen/P111/ultimo=610",
                        "balans_standen/A213/ultimo=10"))
                .isEmpty();
    }

    @Test
    void categoriesOnTheFinancialBalance() {
        // 50 of 7.3 beside 100 of 6.1 and 50 of 7.3: all 7.3 together are in balance for PF004.
        assertBroken("PF002", "100 euro", "balans_lasten/A23/7.3=50", "balans_baten/A23/7.3=50");
    }

    @Test
    void standingsDevelopAsTheMutationsSay() {
        // Cash and a loan that was there all the time both grew by 30, without a mutation.
        assertBroken("PF003", "A23 30 euro", "balans_standen/A23/ultimo=630", "balans_standen/P111/ultimo=630");
    }

    @Test
    void settlementsMeet() {
        // 40 of 7.5 in income of the balance has no counterpart; the debt it stands on falls outside PF003.
        assertBroken("PF004", "7.5 -40 euro", "balans_baten/P212/7.5=40");
    }

    @Test
    void financialTransactionsOutsideTheBalance() {
        // On a task field; 0.5 (treasury) may have them.
        assertBroken("PF005", "40 euro", "lasten/6.1/6.1=20", "baten/0.7/6.1=20");
        assertThat(check(5, "lasten/0.5/6.1=20", "baten/0.5/6.1=20")).isEmpty();
    }

    @Test
    void costsAndIncomeOfTaskFields() {
        assertBroken("PF006", "1 euro verschil", "lasten/6.72a/3.4.1=1001");
        // A budget has this check as well; a quarter has not.
        assertThat(check(0, "lasten/6.72a/3.4.1=1001"))
                .extracting(Finding::code)
                .containsExactly("PF006");
        assertThat(check(3, "lasten/6.72a/3.4.1=1001")).isEmpty();
    }

    @Test
    void assetsEqualWhatIsOwed() {
        assertBroken("PF007", "5 euro", "balans_standen/A213/1 januari=5");
        assertBroken("PF008", "5 euro", "balans_standen/A213/ultimo=5");
    }

    @Test
    void undividedCategories() {
        assertBroken("PF009", "14 euro", "lasten/6.1/4.3.9=7", "baten/6.1/4.4.9=7");
    }

    @Test
    void withoutStandingsTwoChecksCannotBeDone() {
        Findings findings = new Findings();
        Iv3Plausibility.check(
                new Iv3Data(new Iv3Metadata("Gemeente", "0983", "Venlo", 2024, 5, ""), List.of()),
                DEFINITION,
                findings);
        assertThat(findings.kept()).extracting(Finding::code).containsExactly("PF099", "PF099");
    }

    @Test
    void theDefinitionsOfAllYearsNameTheChecks() throws IOException {
        Set<String> all = Set.of("PF001", "PF002", "PF003", "PF004", "PF005", "PF006", "PF007", "PF008", "PF009");
        for (int year = 2017; year <= 2026; year++) {
            Findings findings = new Findings();
            Iv3Definition definition;
            try (var in =
                    Files.newInputStream(Shared.file("iv3/definities/iv3_definities_Gemeente_" + year + ".json"))) {
                definition = Iv3Definition.read(in, findings).orElseThrow();
            }
            assertThat(definition.controls().stream()
                            .map(Iv3Definition.Control::code)
                            .collect(Collectors.toSet()))
                    .as("%s", year)
                    .isEqualTo(year < 2020 ? Set.of("PF001") : all);
            // The groups of categories that the first check adds up are those of the definition.
            for (String list : List.of("categorie_lasten", "categorie_baten")) {
                for (Iv3Definition.Code code : definition.list(list)) {
                    if (code.leaf()) {
                        String group =
                                code.code().startsWith("7") ? "IV" : code.code().startsWith("6") ? "FR" : "LR";
                        assertThat(code.parent()).as(year + " " + code).isIn(group, groupName(group));
                    }
                }
            }
            for (Iv3Definition.Control control : definition.controls()) {
                assertThat(control.balanceCodes())
                        .allMatch(code -> definition.list("balanscode").stream()
                                .anyMatch(known -> known.code().equals(code)));
            }
        }
    }

    private static String groupName(String group) {
        return switch (group) {
            case "IV" -> "Interne Verrekeningen";
            case "FR" -> "Financiële Rekening";
            default -> "Lopende Rekening";
        };
    }

    @Test
    void aDefinitionWithOtherChecksSaysSo() {
        String json = """
                {"metadata":{"boekjaar":"2024"},
                 "codelijsten":{"taakveld":{"codelijst":[{"code":"6.1"}]},"categorie_lasten":{"codelijst":[{"code":"1.1"}]}},
                 "controles":[{"nummer":1,"foutcode":"PF010","calculaties":[{"periode":[5]}]}]}
                """;
        Findings findings = new Findings();
        Iv3Definition definition = Iv3Definition.read(
                        new ByteArrayInputStream(json.getBytes(StandardCharsets.UTF_8)), findings)
                .orElseThrow();
        Iv3Plausibility.check(
                new Iv3Data(new Iv3Metadata("Gemeente", "0983", "Venlo", 2024, 5, ""), List.of()),
                definition,
                findings);
        assertThat(findings.kept())
                .singleElement()
                .satisfies(finding -> assertThat(finding.message()).contains("PF010"));
    }
}
