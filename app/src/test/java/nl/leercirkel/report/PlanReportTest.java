package nl.leercirkel.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import nl.leercirkel.demo.DemoDossiers;
import nl.leercirkel.report.document.Document;
import org.junit.jupiter.api.Test;

/** The plan of Midden-Limburg Oost against the facts of its plan of 2018 (M2018), and what a plan says of its gaps. */
class PlanReportTest {
    private final Document plan = SampleReports.middenLimburgOostPlan();

    @Test
    void theFundIsThreeTimesTheSameAmount() throws IOException {
        Map<Object, Object> fund = Facts.map(
                Facts.read("midden-limburg-oost-transformatieplan-2018.yaml").get("fund"));
        String year = SampleReports.euro((Integer) fund.get("region_per_year_eur"));
        String total = SampleReports.euro((Integer) fund.get("region_total_eur"));
        String table = ReportText.section(plan, "Waaruit het wordt betaald");
        for (Object when : (List<?>) fund.get("years")) {
            assertThat(table).contains("Transformatiefonds voor de regio | " + when + " | " + year);
        }
        assertThat(table)
                .contains("SUBTOTAL Transformatiefonds voor de regio | totaal volgens de bron | " + total)
                .contains(SampleReports.euro((Integer) fund.get("national_total_eur")));
        // 3 x 235,169 = 705,507
        assertThat(year).isEqualTo("€ 235.169");
        assertThat(total).isEqualTo("€ 705.507");
        assertThat(ReportText.section(plan, "Waar het over gaat")).contains("Budget: " + total);
        assertThat(ReportText.section(plan, "Open punten")).doesNotContain("Fonds ");
    }

    @Test
    void theFormHasFiveCriteriaEachAnsweredWithItsChapter() throws IOException {
        List<Map<Object, Object>> criteria = Facts.maps(
                Facts.read("midden-limburg-oost-transformatieplan-2018.yaml").get("criteria"));
        assertThat(criteria).hasSize(5);
        String table = ReportText.section(plan, "Waaraan het plan voldoet");
        assertThat(table).contains("Het plan beantwoordt 5 van de 5 punten met ja.");
        for (Map<Object, Object> criterion : criteria) {
            // To YAML 1.1 the key "no" is the answer no.
            String row = row(table, criterion.get(Boolean.FALSE) + " | ");
            assertThat(row).contains(" | ja | ");
            String chapters = row.substring(row.lastIndexOf(" | "));
            for (Object chapter :
                    criterion.get("chapter") instanceof List<?> list ? list : List.of(criterion.get("chapter"))) {
                assertThat(chapters).contains(String.valueOf(chapter));
            }
        }
    }

    @Test
    void everyPilotHasItsSheetOnItsActionLines() throws IOException {
        Map<Object, Object> facts = Facts.read("midden-limburg-oost-transformatieplan-2018.yaml");
        List<Map<Object, Object>> pilots = Facts.maps(facts.get("pilots"));
        assertThat(pilots).hasSize(6);
        assertThat(Facts.map(facts.get("action_lines"))).hasSize(6);
        String lines = ReportText.section(plan, "Landelijke actielijnen");
        for (Map<Object, Object> pilot : pilots) {
            String name = (String) pilot.get("name");
            String sheet = ReportText.section(plan, name);
            // the fields of a pilot sheet in M2018
            assertThat(sheet)
                    .as(name)
                    .contains(
                            "Landelijke actielijnen: ",
                            "Waar: ",
                            "Partijen: ",
                            "# Doel",
                            "# Doelgroep",
                            "# Waarom het zou werken",
                            "# Hoe het wordt gevolgd",
                            "# Wat er aan het eind is");
            String own = row(sheet, "Landelijke actielijnen: ");
            for (int number = 1; number <= 6; number++) {
                boolean serves = ((List<?>) pilot.get("action_lines")).contains(number);
                assertThat(Pattern.compile("(: |; )" + number + "\\. ")
                                .matcher(own)
                                .find())
                        .as("%s on line %d", name, number)
                        .isEqualTo(serves);
                assertThat(row(lines, number + ". ").contains(name))
                        .as("line %d names %s", number, name)
                        .isEqualTo(serves);
            }
            if (pilot.get("parties") instanceof List<?> parties) {
                String named = row(sheet, "Partijen: ");
                parties.forEach(party -> assertThat(named).as(name).containsIgnoringCase(String.valueOf(party)));
            }
        }
    }

    @Test
    void targetsStandWithTheirPilotAndWhatIsNotFilledInIsSaid() {
        // M2018: half of the trajectories an ambulatory alternative, 70% with a JIM
        assertThat(ReportText.section(plan, "JIM-aanpak / InVerbindingsteam"))
                .contains("[tabel] Beoogde effecten van JIM-aanpak / InVerbindingsteam", "| 50%", "| 70%");
        // M2018 names no target group for the access under compulsion
        String sheet = ReportText.section(plan, "Toegang gedwongen kader: 1G1P en Meer vertrouwen, minder controles");
        assertThat(sheet).contains("# Doelgroep\nde bron geeft geen waarde");
    }

    @Test
    void aPlanOfAProgrammeWithoutActionLinesAndFundsLeavesThoseChaptersOut() {
        String text = ReportText.of(SampleReports.plan(DemoDossiers.dordrecht(), SampleReports.DORDRECHT));
        assertThat(text)
                .startsWith("Plan Opgave Zorgzame Stad")
                .doesNotContain("Landelijke actielijnen", "Waaruit het wordt betaald", "Waaraan het plan voldoet");
        // Sociaal recept contradicts itself in D2021, also in a plan
        assertThat(ReportText.section(
                        SampleReports.plan(DemoDossiers.dordrecht(), SampleReports.DORDRECHT), "Sociaal recept"))
                .contains("! CONTRADICTION");
    }

    private static String row(String text, String start) {
        return text.lines()
                .filter(line -> line.startsWith(start))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no line " + start + " in\n" + text));
    }
}
