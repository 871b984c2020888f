package nl.leercirkel.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import nl.leercirkel.organisation.PartnerKind;
import nl.leercirkel.portfolio.Amount;
import nl.leercirkel.portfolio.Area;
import nl.leercirkel.portfolio.Check;
import nl.leercirkel.portfolio.CheckKind;
import nl.leercirkel.portfolio.DecisionKind;
import nl.leercirkel.portfolio.Fund;
import nl.leercirkel.portfolio.Parsed;
import nl.leercirkel.portfolio.Partnership;
import nl.leercirkel.portfolio.PortfolioEditor;
import nl.leercirkel.portfolio.PortfolioOverview.LineTotal;
import nl.leercirkel.portfolio.PortfolioTest;
import nl.leercirkel.portfolio.Portfolios;
import nl.leercirkel.portfolio.ProgrammeData;
import nl.leercirkel.portfolio.ProgrammeDossier;
import nl.leercirkel.portfolio.ProgrammeEditor;
import nl.leercirkel.portfolio.ProgrammeForm;
import nl.leercirkel.portfolio.ProgrammeSummary;
import nl.leercirkel.portfolio.ProjectData;
import nl.leercirkel.portfolio.ProjectDossier;
import nl.leercirkel.portfolio.ProjectForm;
import nl.leercirkel.portfolio.Requirement;
import nl.leercirkel.portfolio.TestWorld;
import nl.leercirkel.portfolio.TextForm;
import nl.leercirkel.security.Actor;
import nl.leercirkel.security.ActorContext;
import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.PlatformTransactionManager;

@PortfolioTest
class DemoTest {
    @Autowired
    DemoLoader loader;

    @Autowired
    Portfolios portfolios;

    @Autowired
    ProgrammeEditor programmes;

    @Autowired
    PortfolioEditor projects;

    @Autowired
    DSLContext database;

    @Autowired
    PlatformTransactionManager transactions;

    Actor manager;

    @BeforeEach
    void emptyAuthority() {
        manager = new TestWorld(database, transactions).manager;
    }

    private static <T> T as(Actor actor, ScopedValue.CallableOp<T, RuntimeException> work) {
        return ActorContext.callAs(actor, work);
    }

    private ProgrammeDossier loaded(String resource) {
        return as(manager, () -> {
            assertThat(loader.load(DemoFile.read(resource))).isTrue();
            List<ProgrammeSummary> all = portfolios.programmes();
            assertThat(all).hasSize(1);
            return portfolios.programme(all.getFirst().id()).orElseThrow();
        });
    }

    private static ProjectDossier project(ProgrammeDossier programme, String name) {
        return programme.projects().stream()
                .filter(project -> project.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static List<String> contradictions(ProjectDossier project) {
        return project.checks().stream()
                .filter(Check::isContradiction)
                .map(Check::message)
                .toList();
    }

    @Test
    void dordrechtHasFifteenProjectsOnThreeLinesThatAddUpToFiveMillion() {
        ProgrammeDossier programme = loaded("/demo/dordrecht.yaml");
        assertThat(programme.overview().sentence())
                .isEqualTo("15 projecten, samen €\u00a05.000.000, gelijk aan het budget.");
        assertThat(programme.overview().lines())
                .extracting(
                        LineTotal::name,
                        LineTotal::projects,
                        line -> line.total().intValueExact())
                .containsExactly(
                        tuple("Basis op orde", 4, 462_500),
                        tuple("Verbeteren van de toegang", 2, 1_167_000),
                        tuple("Zorgvernieuwing", 9, 3_370_500));
        assertThat(programme.overview().checks()).isEmpty();
    }

    @Test
    void dordrechtShowsWhereItsSourceContradictsItself() {
        ProgrammeDossier programme = loaded("/demo/dordrecht.yaml");
        assertThat(contradictions(project(programme, "Sociaal recept")))
                .containsExactly(
                        "De periode „April 2021 tot april 2022 (uitloop t/m december 2021)” spreekt zichzelf tegen: de"
                                + " uitloop (december 2021) is 4 maanden eerder afgelopen dan de periode zelf (april 2022).");
        assertThat(contradictions(project(programme, "Jongerenwerk op school")))
                .containsExactly(
                        "De helft van €\u00a01.399.000 is €\u00a0699.500; er staat €\u00a0700.000. Verschil: €\u00a0500.");
        assertThat(contradictions(project(programme, "Re-integratie officier"))).isEmpty();
    }

    @Test
    void aChangedPartShowsInTheTotal() {
        ProgrammeDossier programme = loaded("/demo/dordrecht.yaml");
        assertThat(programme.data().totalBudget()).isEqualTo(Amount.of(5_000_000));
        ProgrammeForm.Draft other = new ProgrammeForm.Draft(
                new ProgrammeData(
                        "Kleiner budget",
                        "",
                        Amount.of(4_900_000),
                        null,
                        null,
                        null,
                        null,
                        null,
                        "",
                        "",
                        "",
                        "",
                        List.of(),
                        List.of(),
                        List.of()),
                List.of());
        UUID id = as(manager, () -> TestWorld.saved(programmes.addProgramme(other)));
        as(
                manager,
                () -> TestWorld.saved(projects.addProject(
                        id,
                        ((Parsed.Valid<ProjectData>) ProjectForm.parse(
                                        new TextForm(
                                                Map.of("naam", "Alles"),
                                                Map.of(
                                                        "geld",
                                                        List.of(Map.of(
                                                                "bron",
                                                                "P",
                                                                "bedrag",
                                                                "5.000.000",
                                                                "uit-programma",
                                                                "ja")))),
                                        List.of()))
                                .value(),
                        "")));
        assertThat(as(manager, () -> portfolios.programme(id).orElseThrow())
                        .overview()
                        .checks())
                .extracting(Check::difference)
                .containsExactly(BigDecimal.valueOf(100_000));
    }

    @Test
    void venloHasTwelveDossiersEachWithItsDecision() {
        ProgrammeDossier programme = loaded("/demo/venlo.yaml");
        assertThat(programme.projects())
                .extracting(project -> project.data().number())
                .containsExactly(1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12);
        assertThat(programme.projects())
                .extracting(project ->
                        project.data().currentDecision().orElseThrow().kind())
                .containsExactly(
                        DecisionKind.REPLACED,
                        DecisionKind.NOT_STARTED,
                        DecisionKind.EMBEDDED,
                        DecisionKind.EMBEDDED,
                        DecisionKind.STOPPED,
                        DecisionKind.EMBEDDED,
                        DecisionKind.STOPPED,
                        DecisionKind.CONTRACTED,
                        DecisionKind.CONTRACTED,
                        DecisionKind.TENDERED,
                        DecisionKind.EMBEDDED,
                        DecisionKind.STOPPED);
        assertThat(contradictions(project(programme, "Back on Track en Stay on Track")))
                .containsExactly("5 + 4 = 9, het geheel is 11: van 2 is de uitkomst niet gegeven.");
        assertThat(contradictions(project(programme, "123 Consultatie")))
                .containsExactly("55% van 46 kan niet: 25 van 46 is 54%, 26 van 46 is 57%.");
    }

    @Test
    void middenLimburgOostHasThreeTimesItsShareFiveCriteriaAndSixPilotsOnTheirActionLines() {
        ProgrammeDossier programme = loaded("/demo/midden-limburg-oost.yaml");
        Fund fund = programme.data().funds().getFirst();
        assertThat(fund.shares())
                .extracting(share -> share.amount().inEuro().orElseThrow().intValueExact())
                .containsExactly(235_169, 235_169, 235_169);
        // 3 x 235,169, computed by hand
        assertThat(fund.total()).isEqualTo(Amount.of(705_507));
        assertThat(programme.data().totalBudget()).isEqualTo(Amount.of(705_507));
        assertThat(programme.data().requirements())
                .extracting(Requirement::answer, Requirement::reference)
                .containsExactly(
                        tuple(true, "hoofdstuk 3"),
                        tuple(true, "hoofdstuk 3"),
                        tuple(true, "hoofdstuk 3"),
                        tuple(true, "hoofdstuk 3"),
                        tuple(true, "hoofdstuk 2 en hoofdstuk 3"));
        assertThat(programme.data().actionLines()).hasSize(6);
        assertThat(programme.projects())
                .extracting(
                        ProjectDossier::name, project -> project.data().plan().actionLines())
                .containsExactlyInAnyOrder(
                        tuple("Buurtgezinnen", List.of(1, 6)),
                        tuple("JIM-aanpak / InVerbindingsteam", List.of(1, 2, 6)),
                        tuple("Back on Track", List.of(2, 3, 4, 6)),
                        tuple("ACE based community interventies", List.of(2, 3, 6)),
                        tuple(
                                "Toegang gedwongen kader: 1G1P en Meer vertrouwen, minder controles",
                                List.of(1, 2, 3, 4, 5, 6)),
                        tuple("Kwetsbare jongeren 18-/18+ (met of zonder LVB)", List.of(2, 3, 4, 6)));
        // years, givers and budget add up; what is missing are the amounts per pilot and what came of the targets
        assertThat(programme.checks()).extracting(Check::kind).containsExactly(CheckKind.AMOUNT_MISSING);
        assertThat(project(programme, "JIM-aanpak / InVerbindingsteam").checks())
                .extracting(Check::message)
                .containsExactly(
                        "Er is een streefwaarde (50%) maar nog geen resultaat, en geen beginwaarde om mee te vergelijken.",
                        "Er is een streefwaarde (70%) maar nog geen resultaat, en geen beginwaarde om mee te vergelijken.");
        assertThat(project(programme, "Buurtgezinnen").data().plan().areas())
                .extracting(Area::name, Area::municipalityCode)
                .containsExactly(
                        tuple("Roermond", "0957"),
                        tuple("Roerdalen", "1669"),
                        tuple("Echt-Susteren", "1711"),
                        tuple("Maasgouw", "1641"));
    }

    @ParameterizedTest
    @CsvSource({"/demo/dordrecht.yaml", "/demo/venlo.yaml", "/demo/midden-limburg-oost.yaml"})
    void loadingAgainChangesNothingAndKeepsWhatSomebodyChanged(String resource) {
        ProgrammeDossier before = loaded(resource);
        ProjectDossier first = before.projects().getFirst();
        as(
                manager,
                () -> TestWorld.saved(projects.addProject(
                        before.id(),
                        ((Parsed.Valid<ProjectData>) ProjectForm.parse(
                                        ProjectForm.of(first.data()).withValue("naam", "Eigen toevoeging"),
                                        before.frame()))
                                .value(),
                        "")));
        assertThat(as(manager, () -> loader.load(DemoFile.read(resource)))).isFalse();
        assertThat(as(
                        manager,
                        () -> portfolios.programme(before.id()).orElseThrow().projects()))
                .hasSize(before.projects().size() + 1);
    }

    @ParameterizedTest
    @CsvSource({"/demo/dordrecht.yaml", "/demo/venlo.yaml", "/demo/midden-limburg-oost.yaml"})
    void eachPartnerThatIsAnOrganisationIsKnownAsOne(String resource) {
        DemoFile file = DemoFile.read(resource);
        ProgrammeDossier programme = loaded(resource);
        assertThat(file.partners().values()).doesNotContainNull().contains(PartnerKind.PROVIDER);
        List<Partnership> partnerships = programme.projects().stream()
                .flatMap(project -> project.data().partners().stream())
                .toList();
        List<String> used = partnerships.stream()
                .filter(partner -> partner.partnerId() != null)
                .map(partner -> partner.name().toLowerCase(Locale.ROOT))
                .toList();
        assertThat(file.partners().keySet())
                .allSatisfy(name -> assertThat(used).contains(name.toLowerCase(Locale.ROOT)));
        // what is left without an organisation is a group, which the source does not name: it starts with a small
        // letter
        assertThat(partnerships.stream()
                        .filter(partner -> partner.partnerId() == null)
                        .map(Partnership::name))
                .allSatisfy(name ->
                        assertThat(Character.isUpperCase(name.charAt(0))).isFalse());
    }
}
