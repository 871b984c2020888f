package nl.leercirkel.standards.iv3;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import nl.leercirkel.standards.Shared;
import nl.leercirkel.standards.figure.Figure;
import nl.leercirkel.standards.table.Finding;
import nl.leercirkel.standards.table.Findings;
import org.junit.jupiter.api.Test;

class Iv3Test {

    private static final String VENLO = """
            {"metadata":{"overheidslaag":"Gemeente","overheidsnummer":"0983","overheidsnaam":"Venlo","boekjaar":2024,
              "periode":5,"status":"Realisatie","datum":"2025-07-01T00:00:00+02:00"},
             "contact":{"naam":"A. Voorbeeld","telefoon":"000"},
             "data":{
              "lasten":[{"taakveld":"6.72a","categorie":"3.4.1","bedrag":1000000},
                        {"taakveld":"6.72a","categorie":"3.8","bedrag":500000.50},
                        {"taakveld":"6.82b","categorie":"3.4.1","bedrag":"250000"},
                        {"taakveld":"6.2","categorie":"1.1","bedrag":2000000},
                        {"taakveld":"6.1","categorie":"1.1","bedrag":77}],
              "baten":[{"taakveld":"6.72a","categorie":"3.8","bedrag":30000}],
              "balans_standen":[{"balanscode":"A111","standper":"ultimo","bedrag":-5}],
              "kengetallen":[{"kengetal":"fk.1","verslagperiode":"Rek_2024","waarde":"12,5"}]}}
            """;

    private final Findings findings = new Findings();

    private Optional<Iv3Data> read(String json) {
        return Iv3Files.read(new ByteArrayInputStream(json.getBytes(StandardCharsets.UTF_8)), findings);
    }

    private static Iv3Definition definition(int year) throws IOException {
        Findings findings = new Findings();
        try (var in = Files.newInputStream(Shared.file("iv3/definities/iv3_definities_Gemeente_" + year + ".json"))) {
            Iv3Definition definition = Iv3Definition.read(in, findings).orElseThrow();
            assertThat(findings.kept()).isEmpty();
            return definition;
        }
    }

    private static Figure euros(String amount) {
        return Figure.of(new BigDecimal(amount));
    }

    @Test
    void theFileOfAMunicipality() {
        Iv3Data data = read(VENLO).orElseThrow();
        assertThat(findings.kept()).isEmpty();
        assertThat(data.metadata()).isEqualTo(new Iv3Metadata("Gemeente", "0983", "Venlo", 2024, 5, "Realisatie"));
        assertThat(data.metadata().report()).isEqualTo(Iv3Metadata.Report.ACCOUNT);
        assertThat(data.cells()).hasSize(8);
        // by hand: 1000000 + 500000.50 + 250000
        YouthCost.Total core = YouthCost.costs(data, YouthCost.Scope.CORE);
        assertThat(core.total()).isEqualTo(euros("1750000.50"));
        assertThat(core.parts()).hasSize(12).containsEntry("6.72b", euros("0"));
        assertThat(core.mixed()).isEqualTo(euros("0"));
        YouthCost.Total broad = YouthCost.costs(data, YouthCost.Scope.BROAD);
        assertThat(broad.total()).isEqualTo(euros("3750000.50"));
        assertThat(broad.mixed()).isEqualTo(euros("2000000"));
        assertThat(YouthCost.income(data, YouthCost.Scope.CORE).total()).isEqualTo(euros("30000"));
    }

    @Test
    void writtenAndReadAgainIsTheSame() {
        Iv3Data data = read(VENLO).orElseThrow();
        ByteArrayOutputStream first = new ByteArrayOutputStream();
        Iv3Writer.write(data, first);
        Iv3Data again = read(first.toString(StandardCharsets.UTF_8)).orElseThrow();
        assertThat(again.metadata()).isEqualTo(data.metadata());
        assertThat(again.cells()).containsExactlyInAnyOrderElementsOf(data.cells());
        ByteArrayOutputStream second = new ByteArrayOutputStream();
        Iv3Writer.write(again, second);
        assertThat(second.toByteArray()).isEqualTo(first.toByteArray());
        assertThat(first.toString(StandardCharsets.UTF_8)).doesNotContain("Voorbeeld");
    }

    @Test
    void aFileThatIsWrong() {
        assertThat(read(VENLO.replace("1000000", "\"veel\""))).isEmpty();
        assertThat(read(VENLO.replace("\"3.8\",\"bedrag\":500000.50", "\"3.4.1\",\"bedrag\":5")))
                .isEmpty();
        assertThat(read(VENLO.replace("\"periode\":5", "\"periode\":9"))).isEmpty();
        assertThat(read(VENLO.substring(0, 700))).isEmpty();
        assertThat(read("<html>")).isEmpty();
        assertThat(findings.kept())
                .extracting(Finding::code)
                .containsExactly("IV3-BEDRAG", "IV3-DUBBEL", "IV3-METADATA", "JSON-AFGEBROKEN", "JSON-WEBPAGINA");
        assertThat(findings.kept().getFirst().place().line()).isEqualTo(5);
    }

    @Test
    void closedAndUnknownCodes() throws IOException {
        Iv3Data right = read(VENLO).orElseThrow();
        Iv3Check.check(right, null, findings);
        // without a definition the checks of plausibility are not done, and that is said
        assertThat(findings.kept()).extracting(Finding::code).containsExactly("IV3-CONTROLES");
        Iv3Data wrong = read(VENLO.replace("6.72a", "6.72")
                        .replace("\"6.1\"", "\"6.721\"")
                        .replace("0983", "0788"))
                .orElseThrow();
        Iv3Check.check(wrong, null, findings);
        assertThat(findings.kept())
                .extracting(Finding::code)
                .containsExactly(
                        "IV3-CONTROLES", "IV3-GEMEENTE", "IV3-GESLOTEN", "IV3-GESLOTEN", "IV3-CODE", "IV3-CONTROLES");
        Findings byDefinition = new Findings();
        Iv3Check.check(right, definition(2024), byDefinition);
        assertThat(byDefinition.usable()).isTrue();
        Iv3Check.check(wrong, definition(2024), byDefinition);
        assertThat(byDefinition.kept()).extracting(Finding::code).contains("IV3-GESLOTEN", "IV3-CODE");
        Findings otherYear = new Findings();
        Iv3Check.check(right, definition(2025), otherYear);
        assertThat(otherYear.kept()).extracting(Finding::code).containsExactly("IV3-JAAR");
    }

    @Test
    void codesOfEachYearStandInItsDefinition() throws IOException {
        List<Map<String, String>> reference = Shared.rows("iv3/taakveld-jeugd.csv");
        for (int year = 2017; year <= 2026; year++) {
            Iv3Definition definition = definition(year);
            String text = Integer.toString(year);
            Set<String> core = new TreeSet<>();
            Set<String> broad = new TreeSet<>();
            for (Map<String, String> row : reference) {
                if (row.get("year").equals(text)) {
                    String code = row.get("taakveld_code");
                    Iv3Definition.Code defined = definition.taskField(code).orElseThrow();
                    assertThat(defined.name()).isEqualTo(row.get("taakveld_omschrijving"));
                    assertThat(definition.isOpen(code))
                            .as(year + " " + code)
                            .isEqualTo(row.get("fillable").equals("yes"));
                    TaskFields.TaskField own = TaskFields.of(year, code).orElseThrow();
                    assertThat(own.name()).isEqualTo(defined.name());
                    assertThat(own.open()).isEqualTo(definition.isOpen(code));
                    if (row.get("in_core").equals("yes")) {
                        core.add(code);
                    }
                    if (row.get("in_broad").equals("yes")) {
                        broad.add(code);
                    }
                }
            }
            assertThat(codes(year, YouthCost.Scope.CORE)).isEqualTo(core);
            assertThat(codes(year, YouthCost.Scope.BROAD)).isEqualTo(broad);
            assertThat(TaskFields.of(year)).hasSize((int) definition.list("taakveld").stream()
                    .filter(Iv3Definition.Code::leaf)
                    .count());
        }
    }

    private static Set<String> codes(int year, YouthCost.Scope scope) {
        return YouthCost.entries(year, scope).stream()
                .map(YouthCost.Entry::code)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    @Test
    void anExtractWithoutATaskFieldHasNoTotal() {
        YouthCost.Total total = YouthCost.total(
                2020,
                YouthCost.Scope.CORE,
                code -> code.equals("6.72") ? euros("5") : new Figure.Missing("6.82 niet in de tabel"));
        assertThat(total.total()).isEqualTo(new Figure.Missing("een taakveld ontbreekt: 6.82 niet in de tabel"));
        assertThatIllegalArgumentException().isThrownBy(() -> YouthCost.entries(2016, YouthCost.Scope.CORE));
    }

    @Test
    void everyTransitionHasAVerdict() {
        assertThat(Transitions.ofCore(2018, 2021).level()).isEqualTo(Transitions.Level.GOOD);
        Transitions.Verdict change = Transitions.ofCore(2024, 2022);
        assertThat(change.level()).isEqualTo(Transitions.Level.FAIR);
        assertThat(change.notes()).singleElement().asString().startsWith("2022-2023: ");
        assertThat(change.applied(euros("1"))).isEqualTo(euros("1"));
        assertThat(Transitions.ofCore(2022, 2025).notes()).hasSize(2);
        assertThat(Transitions.ofTaskField("6.2", 2022, 2023).applied(euros("1")))
                .isInstanceOf(Figure.NotComparable.class);
        assertThat(Transitions.ofTaskField("6.2", 2019, 2022).level()).isEqualTo(Transitions.Level.GOOD);
        assertThat(Transitions.ofTaskField("6.72", 2020, 2021).level()).isEqualTo(Transitions.Level.WEAK);
        assertThat(Transitions.ofTaskField("6.72", 2022, 2024).level()).isEqualTo(Transitions.Level.NONE);
        assertThat(Transitions.ofTaskField("6.72a", 2023, 2024).level()).isEqualTo(Transitions.Level.GOOD);
        for (int year = 2017; year < 2026; year++) {
            int from = year;
            assertThat(Transitions.all()).anyMatch(step -> step.from() == from && step.core());
        }
    }

    @Test
    void transitionsAgreeWithTheReference() {
        for (Map<String, String> row : Shared.rows("iv3/overgangen.csv")) {
            int from = Integer.parseInt(row.get("from_year"));
            boolean sum = row.get("relation").contains("sum to sum");
            String expected = row.get("comparability").split(" ")[0];
            if (sum || row.get("relation").equals("same")) {
                assertThat(Transitions.ofCore(from, from + 1).level().name().toLowerCase(Locale.ROOT))
                        .as("%s", row)
                        .isEqualTo(expected);
            } else if (!row.get("from_codes").contains(" ")) {
                Set<String> codes = Set.of(row.get("from_codes").split(";"));
                assertThat(Transitions.all())
                        .as("%s", row)
                        .anyMatch(step -> step.from() == from
                                && !step.core()
                                && step.fromCodes().equals(codes)
                                && step.level().name().equalsIgnoreCase(expected));
            }
        }
    }

    @Test
    void tablesOfManyMunicipalities() {
        List<Iv3Row> rows = new ArrayList<>();
        String cbs = """
                "ID";"TaakveldBalanspost";"Categorie";"Verslagsoort";"Gemeenten";"k_1ePlaatsing_1";"k_2ePlaatsing_2"
                1;"6.72a   ";"L3.4.1  ";"2024X005";"GM0983   ";1200;1234
                2;"6.72a   ";"B3.8    ";"2024X005";"GM0983   ";5;
                3;"6.82b   ";"L3.4.1  ";"2024X005";"GM0983   ";.;
                """;
        assertThat(Iv3Tables.read(
                        new ByteArrayInputStream(cbs.getBytes(StandardCharsets.UTF_8)), 2024, rows::add, findings))
                .isTrue();
        assertThat(rows)
                .containsExactly(
                        new Iv3Row("0983", 2024, "2024X005", Iv3Section.COSTS, "6.72a", "3.4.1", euros("1234000")),
                        new Iv3Row("0983", 2024, "2024X005", Iv3Section.INCOME, "6.72a", "3.8", euros("5000")),
                        new Iv3Row(
                                "0983",
                                2024,
                                "2024X005",
                                Iv3Section.COSTS,
                                "6.82b",
                                "3.4.1",
                                new Figure.Missing("niet gegeven")));
        rows.clear();
        String own = """
                gemeente,jaar,verslagsoort,taakveld,categorie,bedrag
                0983,2020,Begroting,6.72,3.4.1,"1.234,56"
                9999,2020,Begroting,6.72,3.4.1,1
                0983,,Begroting,6.72,3.4.1,1
                0983,2020,Begroting,6.72,3.4.1,veel
                """;
        Iv3Tables.read(new ByteArrayInputStream(own.getBytes(StandardCharsets.UTF_8)), 0, rows::add, findings);
        assertThat(rows).singleElement().extracting(Iv3Row::euros).isEqualTo(euros("1234.56"));
        assertThat(findings.kept()).extracting(Finding::code).containsExactly("IV3-GEMEENTE", "IV3-JAAR", "IV3-BEDRAG");
    }
}
