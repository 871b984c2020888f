package nl.leercirkel.portfolio;

import static nl.leercirkeldb.portfolio.Tables.STATUS_REPORT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import nl.leercirkel.security.Actor;
import nl.leercirkel.security.ActorContext;
import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Funds, action lines, requirements, relations and status reports, stored and read back. */
@PortfolioTest
class ProgrammePlanTest {
    private static final TextForm PLAN = form(
            "naam", "Transformatieplan",
            "budget", "705.507",
            "criteria", "passender\nsneller",
            "fondsen.0.naam", "Transformatiefonds",
            "fondsen.0.totaal", "705.507",
            "fondsen.0.in-budget", "ja",
            "fondsen.1.naam", "Landelijk fonds",
            "fondsen.1.totaal", "108.000.000",
            "bijdragen.0.fonds", "transformatiefonds",
            "bijdragen.0.jaar", "2018",
            "bijdragen.0.bedrag", "235.169",
            "bijdragen.1.fonds", "Transformatiefonds",
            "bijdragen.1.jaar", "2019",
            "bijdragen.1.bedrag", "235.169",
            "bijdragen.2.fonds", "Transformatiefonds",
            "bijdragen.2.jaar", "2020",
            "bijdragen.2.bedrag", "235.169",
            "bijdragen.3.fonds", "Landelijk fonds",
            "bijdragen.3.gever", "Rijk",
            "bijdragen.3.bedrag", "54.000.000",
            "actielijnen.0.nummer", "6",
            "actielijnen.0.tekst", "Vakmanschap",
            "actielijnen.1.nummer", "1",
            "actielijnen.1.tekst", "Toegang",
            "toetspunten.0.punt", "Een expertteam",
            "toetspunten.0.antwoord", "ja",
            "toetspunten.0.verwijzing", "hoofdstuk 3",
            "toetspunten.1.punt", "Een visie");

    @Autowired
    Portfolios portfolios;

    @Autowired
    PortfolioEditor editor;

    @Autowired
    ProgrammeEditor programmes;

    @Autowired
    StatusReports statuses;

    @Autowired
    DSLContext database;

    @Autowired
    PlatformTransactionManager transactions;

    TestWorld world;
    UUID programmeId;

    @BeforeEach
    void freshAuthority() {
        world = new TestWorld(database, transactions);
        programmeId = as(world.manager, () -> TestWorld.saved(programmes.addProgramme(draft(PLAN))));
    }

    private static <T> T as(Actor actor, ScopedValue.CallableOp<T, RuntimeException> work) {
        return ActorContext.callAs(actor, work);
    }

    private static TextForm form(String... texts) {
        Map<String, String> flat = new HashMap<>();
        for (int i = 0; i < texts.length; i += 2) {
            flat.put(texts[i], texts[i + 1]);
        }
        return TextForm.of(ProgrammeForm.SHAPE, flat);
    }

    private static ProgrammeForm.Draft draft(TextForm form) {
        return switch (ProgrammeForm.parse(form)) {
            case Parsed.Valid<ProgrammeForm.Draft>(ProgrammeForm.Draft draft) -> draft;
            case Parsed.Invalid<ProgrammeForm.Draft>(List<FieldError> errors) ->
                throw new AssertionError(errors.toString());
        };
    }

    private static List<FieldError> errors(Parsed<?> parsed) {
        return parsed instanceof Parsed.Invalid<?>(List<FieldError> errors) ? errors : List.of();
    }

    private ProgrammeDossier programme() {
        return as(world.manager, () -> portfolios.programme(programmeId).orElseThrow());
    }

    private ProjectDossier read(UUID id) {
        return as(world.manager, () -> portfolios.project(id).orElseThrow());
    }

    private ProjectData project(String... texts) {
        ProgrammeFrame frame =
                as(world.manager, () -> portfolios.frame(programmeId).orElseThrow());
        return switch (ProjectForm.parse(Samples.form(texts), frame)) {
            case Parsed.Valid<ProjectData>(ProjectData data) -> data;
            case Parsed.Invalid<ProjectData>(List<FieldError> errors) -> throw new AssertionError(errors.toString());
        };
    }

    private List<UUID> add(ProjectData... projects) {
        return as(world.manager, () -> editor.addProjects(programmeId, List.of(projects), ""));
    }

    @Test
    void aProgrammeComesBackWithItsPlan() {
        ProgrammeDossier stored = programme();
        assertThat(stored.data()).isEqualTo(draft(PLAN).data());
        assertThat(stored.data().actionLines()).extracting(ActionLine::number).containsExactly(1, 6);
        assertThat(stored.data().requirements())
                .extracting(Requirement::what, Requirement::answer, Requirement::reference)
                .containsExactly(tuple("Een expertteam", true, "hoofdstuk 3"), tuple("Een visie", null, ""));
        Fund fund = stored.data().funds().getFirst();
        assertThat(fund.sum(Fund.Division.YEAR)).contains(new BigDecimal("705507.00"));
    }

    @Test
    void theYearsOfAFundAreHeldAgainstItsTotalAndTheFundsAgainstTheBudget() {
        assertThat(FundChecks.of(draft(PLAN).data()))
                .extracting(Check::kind, Check::message)
                .containsExactly(tuple(
                        CheckKind.FUND_TOTAL,
                        "De gevers tellen op tot €\u00a054.000.000, het totaal is €\u00a0108.000.000:"
                                + " €\u00a054.000.000 te weinig."));
        assertThat(FundChecks.of(draft(PLAN.withValue("budget", "700.000")).data()))
                .extracting(Check::kind, Check::difference)
                .contains(tuple(CheckKind.FUNDS_AGAINST_BUDGET, new BigDecimal("5507")));
        assertThat(FundChecks.of(draft(form(
                                "naam", "P",
                                "fondsen.0.naam", "F",
                                "fondsen.0.totaal", "705.507",
                                "bijdragen.0.jaar", "2018",
                                "bijdragen.0.bedrag", "235.169",
                                "bijdragen.1.jaar", "2019",
                                "bijdragen.1.bedrag", "235.196"))
                        .data()))
                .extracting(Check::message)
                .containsExactly("De jaren tellen op tot €\u00a0470.365, het totaal is €\u00a0705.507:"
                        + " €\u00a0235.142 te weinig.");
    }

    @Test
    void theFormSaysWhatIsWrongWithAPlan() {
        assertThat(errors(ProgrammeForm.parse(form(
                        "naam", "P",
                        "fondsen.0.naam", "F",
                        "fondsen.1.naam", "f",
                        "bijdragen.0.fonds", "G",
                        "bijdragen.0.bedrag", "1",
                        "actielijnen.0.tekst", "zonder nummer",
                        "actielijnen.1.nummer", "2",
                        "actielijnen.1.tekst", "a",
                        "actielijnen.2.nummer", "2",
                        "actielijnen.2.tekst", "b",
                        "toetspunten.0.antwoord", "misschien"))))
                .extracting(FieldError::path)
                .containsExactlyInAnyOrder(
                        "fondsen.1.naam",
                        "bijdragen.0.fonds",
                        "actielijnen.0.nummer",
                        "actielijnen.2.nummer",
                        "toetspunten.0.punt",
                        "toetspunten.0.antwoord");
        ProgrammeFrame frame =
                as(world.manager, () -> portfolios.frame(programmeId).orElseThrow());
        assertThat(errors(ProjectForm.parse(
                        Samples.form(
                                "naam", "P",
                                "actielijnen", "1, 3",
                                "gebieden.0.periode", "2019",
                                "effecten.0.streefwaarde", "50",
                                "criterialessen.0.criterium", "sneller",
                                "relaties.0.project", "Q"),
                        frame)))
                .extracting(FieldError::path, FieldError::message)
                .contains(tuple("actielijnen", "Kies uit de actielijnen van het programma: 1, 6."))
                .extracting(error -> error.toList().getFirst())
                .containsExactlyInAnyOrder(
                        "actielijnen",
                        "gebieden.0.naam",
                        "effecten.0.effect",
                        "criterialessen.0.les",
                        "relaties.0.soort");
    }

    @Test
    void anActionLineThatProjectsPointAtStays() {
        add(project("naam", "A", "actielijnen", "6, 1"));
        assertThat(programme().projects().getFirst().data().plan().actionLines())
                .containsExactly(1, 6);
        TextForm less = ProgrammeForm.of(programme().data(), List.of()).withoutRow("actielijnen", 1);
        SaveOutcome outcome =
                as(world.manager, () -> programmes.saveProgramme(programmeId, 1, draft(less.withoutBlankRows())));
        assertThat(outcome).isInstanceOf(SaveOutcome.Refused.class);
        assertThat(((SaveOutcome.Refused) outcome).errors())
                .extracting(FieldError::message)
                .containsExactly("Bij actielijn 6 horen nog projecten. Haal haar eerst bij die projecten weg.");
        assertThat(programme().data()).isEqualTo(draft(PLAN).data());
    }

    @Test
    void bothProjectsShowARelationAndItFollowsTheName() {
        List<UUID> ids = add(
                project("naam", "Eerste", "relaties.0.soort", "zet voort", "relaties.0.project", "tweede"),
                project(
                        "naam",
                        "Tweede",
                        "besluiten.0.soort",
                        "vervangen",
                        "besluiten.0.bestemming-soort",
                        "ander project",
                        "besluiten.0.bestemming",
                        "Eerste"));
        assertThat(read(ids.get(0)).data().relations())
                .containsExactly(new Relation(RelationKind.CONTINUES, ids.get(1), "Tweede", ""));
        assertThat(read(ids.get(1)).relatedBy())
                .containsExactly(new RelatedProject(RelationKind.CONTINUES, ids.get(0), "Eerste", ""));
        assertThat(read(ids.get(1)).data().decisions().getFirst().destinationProjectId())
                .isEqualTo(ids.get(0));

        as(
                world.manager,
                () -> TestWorld.saved(editor.saveProject(
                        ids.get(0),
                        1,
                        project("naam", "Hernoemd", "relaties.0.soort", "zet voort", "relaties.0.project", "Tweede"),
                        "")));
        ProjectDossier second = read(ids.get(1));
        assertThat(second.relatedBy()).extracting(RelatedProject::name).containsExactly("Hernoemd");
        // the decision names the old name; its link goes with the project, also when something else is saved
        as(
                world.manager,
                () -> TestWorld.saved(editor.saveProject(
                        ids.get(1),
                        1,
                        ((Parsed.Valid<ProjectData>) ProjectForm.parse(
                                        ProjectForm.of(second.data()).withValue("doel", "Nieuw"), List.of()))
                                .value(),
                        "")));
        assertThat(read(ids.get(1)).data().decisions().getFirst().destinationProjectId())
                .isEqualTo(ids.get(0));

        as(world.manager, () -> TestWorld.saved(editor.removeProject(ids.get(1), 2, "dubbel")));
        assertThat(read(ids.get(0)).data().relations())
                .containsExactly(new Relation(RelationKind.CONTINUES, null, "Tweede", ""));
    }

    @Test
    void aProjectOfAnotherProgrammeIsNamedWithIt() {
        UUID other = as(world.manager, () -> {
            UUID programme = TestWorld.saved(programmes.addProgramme(Samples.programme("Ander plan", 1)));
            return editor.addProjects(programme, List.of(Samples.project("naam", "Elders")), "")
                    .getFirst();
        });
        UUID own = add(project("naam", "Hier", "relaties.0.soort", "overlapt met", "relaties.0.project", "elders"))
                .getFirst();
        assertThat(read(own).data().relations())
                .containsExactly(new Relation(RelationKind.OVERLAPS, other, "Elders (Ander plan)", ""));
        // read back as it is shown, it is the same project
        ProjectData again = ((Parsed.Valid<ProjectData>)
                        ProjectForm.parse(ProjectForm.of(read(own).data()).withValue("doel", "x"), List.of()))
                .value();
        as(world.manager, () -> TestWorld.saved(editor.saveProject(own, 1, again, "")));
        assertThat(read(own).data().relations().getFirst().projectId()).isEqualTo(other);
    }

    @Test
    void aLeadPartnerLinksOnlyToWhatItSeesAndKeepsTheLinksOfTheManager() {
        String[] own = {
            "naam",
            "Eigen",
            "partners.0.naam",
            "Rubicon",
            "partners.0.rol",
            "penvoerder",
            "relaties.0.soort",
            "overlapt met",
            "relaties.0.project",
            "Vreemd"
        };
        List<UUID> ids = add(project(own), project("naam", "Vreemd"), project("naam", "Geheim"));
        String[] guess = {
            "naam",
            "Eigen",
            "partners.0.naam",
            "Rubicon",
            "partners.0.rol",
            "penvoerder",
            "relaties.0.soort",
            "overlapt met",
            "relaties.0.project",
            "Vreemd",
            "relaties.1.soort",
            "zet voort",
            "relaties.1.project",
            "Geheim"
        };
        ProjectData guessed = project(guess);
        as(world.lead, () -> TestWorld.saved(editor.saveProject(ids.get(0), 1, guessed, "")));
        assertThat(read(ids.get(0)).data().relations())
                .extracting(Relation::name, Relation::projectId)
                .containsExactly(tuple("Vreemd", ids.get(1)), tuple("Geheim", null));
        assertThat(as(world.lead, () -> portfolios.project(ids.get(1)))).isEmpty();
    }

    @Test
    void statusReportsAreAddedAndTheNewestIsShown() {
        UUID id = add(project(
                        "naam", "P", "fase", "loopt", "partners.0.naam", "Rubicon", "partners.0.rol", "penvoerder"))
                .getFirst();
        as(world.manager, () -> TestWorld.saved(statuses.report(id, LocalDate.of(2021, 10, 1), Light.ON_COURSE, "")));
        as(
                world.lead,
                () -> TestWorld.saved(
                        statuses.report(id, LocalDate.of(2021, 11, 1), Light.ATTENTION, "Te weinig verwijzingen")));
        as(
                world.manager,
                () -> TestWorld.saved(statuses.report(id, LocalDate.of(2021, 9, 1), Light.STOP, "Achteraf gemeld")));
        ProjectDossier project = read(id);
        assertThat(project.version()).isEqualTo(1);
        assertThat(project.status())
                .isEqualTo(new StatusReport(
                        LocalDate.of(2021, 11, 1),
                        Light.ATTENTION,
                        "Te weinig verwijzingen",
                        ProjectState.RUNNING,
                        "",
                        ""));
        assertThat(as(world.council, () -> portfolios.statusReports(id)))
                .extracting(StatusReport::light, StatusReport::reportedBy)
                .containsExactly(
                        tuple(Light.ATTENTION, "Lea Penvoerder"),
                        tuple(Light.ON_COURSE, "Mieke Manager"),
                        tuple(Light.STOP, "Mieke Manager"));
        assertThat(as(world.manager, () -> statuses.report(id, LocalDate.of(2999, 1, 1), Light.STOP, " ")))
                .isInstanceOfSatisfying(
                        SaveOutcome.Refused.class,
                        refused -> assertThat(refused.errors())
                                .extracting(FieldError::path)
                                .containsExactly("datum", "reden"));
        assertThatThrownBy(() ->
                        as(world.council, () -> statuses.report(id, LocalDate.of(2021, 11, 2), Light.ON_COURSE, "")))
                .isInstanceOf(AccessDeniedException.class);
        assertThatThrownBy(() -> as(
                        world.manager,
                        () -> new TransactionTemplate(transactions)
                                .execute(status ->
                                        database.deleteFrom(STATUS_REPORT).execute())))
                .rootCause()
                .hasMessageContaining("permission denied");
    }
}
