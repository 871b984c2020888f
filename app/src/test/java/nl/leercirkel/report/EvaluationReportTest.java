package nl.leercirkel.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.stream.Stream;
import nl.leercirkel.demo.DemoDossiers;
import nl.leercirkel.portfolio.Dossiers;
import nl.leercirkel.portfolio.Parsed;
import nl.leercirkel.portfolio.ProgrammeDossier;
import nl.leercirkel.portfolio.ProgrammeForm;
import nl.leercirkel.portfolio.ProjectData;
import nl.leercirkel.portfolio.ProjectForm;
import nl.leercirkel.portfolio.TextForm;
import nl.leercirkel.report.document.Block;
import nl.leercirkel.report.document.ChartBlock;
import nl.leercirkel.report.document.Document;
import nl.leercirkel.report.document.Section;
import nl.leercirkel.report.document.Table;
import org.junit.jupiter.api.Test;

/** The reports against the facts as somebody else wrote them down, and against what a changed figure must do. */
class EvaluationReportTest {
    private final Document dordrecht = SampleReports.dordrecht();
    private final Document venlo = SampleReports.venlo();

    @Test
    void theFinancialOverviewIsThatOfTheFacts() throws IOException {
        Map<Object, Object> facts = Facts.read("dordrecht-investeringsplan-2021.yaml");
        String money = ReportText.section(dordrecht, "Geld");
        List<Map<Object, Object>> lines = Facts.maps(facts.get("lines"));
        assertThat(lines).hasSize(3);
        int projects = 0;
        for (Map<Object, Object> line : lines) {
            long total = 0;
            for (Map<Object, Object> project : Facts.maps(line.get("projects"))) {
                assertThat(money)
                        .contains(project.get("name") + " | " + SampleReports.euro((Integer) project.get("budget")));
                total += (Integer) project.get("budget");
                projects++;
            }
            assertThat(money).contains("SUBTOTAL Totaal " + line.get("line") + " | " + SampleReports.euro(total));
        }
        assertThat(projects).isEqualTo(15);
        int budget = (Integer) Facts.map(facts.get("programme")).get("total_budget_eur");
        assertThat(money).contains("TOTAL Alle projecten | " + SampleReports.euro(budget));
        assertThat(ReportText.section(dordrecht, "Samenvatting"))
                .contains("15 projecten, samen € 5.000.000, gelijk aan het budget.");
    }

    @Test
    void theTwelveDossiersHaveTheDecisionsOfTheFacts() throws IOException {
        Map<String, String> dutch = Map.of(
                "replaced", "Vervangen",
                "not started", "Niet gestart",
                "embedded", "Geborgd",
                "stopped", "Gestopt",
                "contracted", "Gecontracteerd",
                "tendered", "Aanbesteed");
        String table = ReportText.section(venlo, "De besluiten in één oogopslag");
        Map<String, Integer> counts = new HashMap<>();
        List<Map<Object, Object>> projects =
                Facts.maps(Facts.read("venlo-kansendossiers-2022.yaml").get("projects"));
        assertThat(projects).hasSize(12);
        for (Map<Object, Object> project : projects) {
            String kind = dutch.get((String) Facts.map(project.get("decision")).get("kind"));
            // To YAML 1.1 the key "no" is the answer no.
            Object number = project.get(Boolean.FALSE);
            String row = table.lines()
                    .filter(line -> line.startsWith(number + ". " + project.get("name") + " |"))
                    .findFirst()
                    .orElseThrow();
            assertThat(row.substring(row.lastIndexOf(" | ") + 3)).startsWith(kind);
            counts.merge(kind, 1, Integer::sum);
        }
        String answer = ReportText.section(venlo, "Samenvatting")
                .lines()
                .skip(2)
                .findFirst()
                .orElseThrow();
        assertThat(answer).startsWith("12 dossiers: ");
        counts.forEach(
                (kind, count) -> assertThat(answer).contains(count + " " + kind.toLowerCase(java.util.Locale.ROOT)));
    }

    @Test
    void aChangedPartShowsByHowMuchItNoLongerAddsUp() {
        Document changed =
                SampleReports.of(DemoDossiers.dordrechtWithAmount("FLITS", "1.200.000"), SampleReports.DORDRECHT);
        assertThat(ReportText.section(changed, "Samenvatting"))
                .contains("15 projecten, samen € 5.100.000, € 100.000 meer dan het budget van € 5.000.000.")
                .contains("! CONTRADICTION: De projecten tellen niet op tot het budget")
                .contains("€ 100.000 te veel");
        assertThat(ReportText.section(changed, "Geld"))
                .contains("! CONTRADICTION")
                .contains("SUBTOTAL Totaal Zorgvernieuwing | € 3.470.500")
                .contains("TOTAL Verschil | € 100.000")
                .doesNotContain("Dat is gelijk aan het budget");
        assertThat(ReportText.section(changed, "Open punten")).contains("€ 100.000 te veel");
        assertThat(ReportText.of(dordrecht)).doesNotContain("niet op tot het budget");
    }

    @Test
    void anAmountThatIsNotGivenIsNotZero() {
        Document report = SampleReports.of(DemoDossiers.dordrechtWithAmount("FLITS", ""), SampleReports.DORDRECHT);
        assertThat(ReportText.section(report, "Geld"))
                .contains("FLITS | de bron geeft geen waarde | de bron geeft geen waarde")
                .contains("TOTAL Alle projecten | € 3.900.000")
                .contains("! WARNING: Niet van elk project is het bedrag bekend");
        assertThat(ReportText.section(report, "Samenvatting"))
                .contains("samen € 3.900.000 (van 1 geeft de bron geen bedrag), € 1.100.000 minder dan het budget");
    }

    @Test
    void noCellIsEmptyExceptBesideATotal() {
        for (Document report : List.of(dordrecht, venlo)) {
            tables(report.blocks())
                    .forEach(table -> table.rows().stream()
                            .filter(row -> row.kind() != Table.Kind.TOTAL)
                            .forEach(row -> assertThat(row.cells())
                                    .as(table.caption())
                                    .noneMatch(cell -> cell.inlines().isEmpty())));
        }
    }

    @Test
    void everyCheckStandsInTheOpenPoints() {
        for (ProgrammeDossier programme : List.of(DemoDossiers.dordrecht(), DemoDossiers.venlo())) {
            Document report = SampleReports.of(programme, SampleReports.VENLO);
            String open = ReportText.section(report, "Open punten").replace('\u00a0', ' ');
            assertThat(programme.projects())
                    .anyMatch(project -> !project.checks().isEmpty());
            programme
                    .projects()
                    .forEach(project -> project.checks()
                            .forEach(check -> assertThat(open)
                                    .contains(project.name() + " – " + check.where() + " | "
                                            + check.message().replace('\u00a0', ' '))));
        }
    }

    @Test
    void aProgrammeWithoutProjectsStillHasAReport() {
        Document report = SampleReports.of(
                Dossiers.of(programme("naam", "Leeg", "budget", "100"), List.of()), SampleReports.VENLO);
        assertThat(ReportText.section(report, "Samenvatting")).contains("Er zijn nog geen projecten.");
    }

    @Test
    void whatPeopleTypeStaysText() {
        ProjectData project = project("naam", "<b>Sterk & Zwak</b> {0} {project}", "doel", "- één\n- twee");
        Document report = SampleReports.of(
                Dossiers.of(programme("naam", "A {1} 'b'", "bronsleutel", "B'r {0}"), List.of(project)),
                SampleReports.VENLO);
        assertThat(ReportText.of(report))
                .contains("A {1} 'b'")
                .contains("<b>Sterk & Zwak</b> {0} {project}")
                .contains("B'r {0}");
        assertThat(new nl.leercirkel.report.render.HtmlRenderer(1).render(report))
                .contains("&lt;b&gt;Sterk &amp; Zwak&lt;/b&gt;")
                .doesNotContain("<b>Sterk");
    }

    @Test
    void bothLanguagesHaveTheSameWords() throws IOException {
        assertThat(words("wording_en.properties").stringPropertyNames())
                .isEqualTo(words("wording_nl.properties").stringPropertyNames());
    }

    @Test
    void filesHaveANameThatEverySystemAccepts() {
        assertThat(ReportFile.name(dordrecht.metadata(), ReportFormat.PDF))
                .isEqualTo("tussenevaluatie-opgave-zorgzame-stad-investeringsplan-sociaal-domein-2026-11-22.pdf");
    }

    private static Properties words(String name) throws IOException {
        Properties words = new Properties();
        try (var stream = EvaluationReport.class.getResourceAsStream(name)) {
            words.load(java.util.Objects.requireNonNull(stream));
        }
        return words;
    }

    private static ProgrammeForm.Draft programme(String... texts) {
        return switch (ProgrammeForm.parse(form(ProgrammeForm.SHAPE, texts))) {
            case Parsed.Valid<ProgrammeForm.Draft>(var draft) -> draft;
            case Parsed.Invalid<ProgrammeForm.Draft>(var errors) -> throw new AssertionError(errors.toString());
        };
    }

    private static ProjectData project(String... texts) {
        return switch (ProjectForm.parse(form(ProjectForm.SHAPE, texts), List.of())) {
            case Parsed.Valid<ProjectData>(var data) -> data;
            case Parsed.Invalid<ProjectData>(var errors) -> throw new AssertionError(errors.toString());
        };
    }

    private static TextForm form(TextForm.Shape shape, String... texts) {
        Map<String, String> flat = new HashMap<>();
        for (int i = 0; i < texts.length; i += 2) {
            flat.put(texts[i], texts[i + 1]);
        }
        return TextForm.of(shape, flat);
    }

    private static Stream<Table> tables(List<Block> blocks) {
        return blocks.stream().flatMap(block -> switch (block) {
            case Section section -> tables(section.blocks());
            case Table table -> Stream.of(table);
            case ChartBlock chart -> Stream.of(chart.table());
            default -> Stream.of();
        });
    }
}
