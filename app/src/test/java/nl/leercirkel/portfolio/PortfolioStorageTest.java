package nl.leercirkel.portfolio;

import static nl.leercirkeldb.portfolio.Tables.PROJECT_HISTORY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.util.List;
import java.util.UUID;
import nl.leercirkel.security.Actor;
import nl.leercirkel.security.ActorContext;
import nl.leercirkel.shell.NotFoundException;
import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

@PortfolioTest
class PortfolioStorageTest {
    private static final ProjectData FULL = Samples.project(
            "nummer", "9",
            "naam", "Back on Track",
            "lijn", "Zorg",
            "domein", "Jeugd",
            "fase", "afgerond",
            "periode", "April 2021 tot april 2022 (uitloop t/m december 2021)",
            "doel", "Plaatsing voorkomen",
            "doelgroep", "Jongeren",
            "omschrijving", "Traject",
            "stand", "Loopt",
            "borging", "Contract",
            "lessen", "Begin klein",
            "opmerking", "-",
            "onderbouwing", "Onderzoek naar netwerken",
            "keten", "ambulant",
            "leercirkel", "volgen",
            "eindproduct", "Handleiding",
            "monitoring", "dagen verblijf\ntevredenheid",
            "gebieden.0.naam", "Venlo",
            "gebieden.0.periode", "2019",
            "gebieden.1.naam", "wijk Blerick",
            "gebieden.1.toelichting", "proef",
            "effecten.0.effect", "plaatsing voorkomen",
            "effecten.0.streefwaarde", "50",
            "effecten.0.eenheid", "%",
            "effecten.0.streefmoment", "2021",
            "effecten.0.beginwaarde", "ongeveer 20",
            "effecten.0.beginmoment", "2018",
            "effecten.1.effect", "meer rust",
            "criterialessen.0.criterium", "passender",
            "criterialessen.0.les", "Begin thuis",
            "relaties.0.soort", "overlapt met",
            "relaties.0.project", "Iets van elders",
            "resultaten.0.was-op", "2019",
            "partners.0.naam", "rubicon",
            "partners.0.rol", "penvoerder",
            "partners.1.naam", "Onbekende stichting",
            "geld.0.bron", "Programma",
            "geld.0.jaar", "2020 t/m 2021",
            "geld.0.bedrag", "ten hoogste 700.000,50",
            "geld.0.uit-programma", "ja",
            "geld.0.deel", "0,5",
            "geld.0.van", "1.400.001",
            "geld.1.bron", "Rijk",
            "geld.1.maat", "besteed",
            "resultaten.0.indicator", "getal",
            "resultaten.0.waarde", "ongeveer 7,5",
            "resultaten.0.was", "6",
            "resultaten.0.van", "11",
            "resultaten.0.n", "11",
            "resultaten.0.streefwaarde", "50 tot 100",
            "resultaten.0.referentie", "meer dan 50",
            "resultaten.0.peilmoment", "2021-10",
            "resultaten.0.uitsplitsing", "uitkomst",
            "resultaten.1.indicator", "woorden",
            "resultaten.1.waarde", "nog steeds dalend",
            "resultaten.1.periode", "schooljaar 2020/2021",
            "resultaten.2.indicator", "antwoord",
            "resultaten.2.waarde", "nee",
            "resultaten.3.indicator", "niets",
            "resultaten.4.indicator", "van tot",
            "resultaten.4.waarde", "0,25 tot 0,75",
            "besluiten.0.soort", "gecontracteerd",
            "besluiten.0.moment", "4e kwartaal 2021",
            "besluiten.0.bestemming-soort", "contract",
            "besluiten.0.bestemming", "segment 1",
            "besluiten.0.vervolgdatum", "2022-10-01",
            "besluiten.0.vervolg", "herzien",
            "besluiten.1.soort", "bijgesteld",
            "verstoringen.0.wat", "Lockdown",
            "verstoringen.0.periode", "2e kwartaal 2020");

    @Autowired
    Portfolios portfolios;

    @Autowired
    Overviews overviews;

    @Autowired
    PortfolioEditor editor;

    @Autowired
    ProgrammeEditor programmes;

    @Autowired
    DSLContext database;

    @Autowired
    PlatformTransactionManager transactions;

    TestWorld world;
    UUID programmeId;

    @BeforeEach
    void freshAuthority() {
        world = new TestWorld(database, transactions);
        programmeId = as(
                world.manager,
                () -> TestWorld.saved(programmes.addProgramme(Samples.programme("Proef", 1000, "Toegang", "Zorg"))));
    }

    private static <T> T as(Actor actor, ScopedValue.CallableOp<T, RuntimeException> work) {
        return ActorContext.callAs(actor, work);
    }

    private UUID add(ProjectData data) {
        return as(world.manager, () -> TestWorld.saved(editor.addProject(programmeId, data, "")));
    }

    private ProjectDossier read(UUID id) {
        return as(world.manager, () -> portfolios.project(id).orElseThrow());
    }

    @Test
    void aProjectComesBackAsItWasStored() {
        ProjectDossier stored = read(add(FULL));
        assertThat(stored.data())
                .usingRecursiveComparison()
                .ignoringFields("partners", "plan.areas")
                .isEqualTo(FULL);
        assertThat(stored.data().partners())
                .containsExactly(
                        new Partnership(world.leadPartnerId, "rubicon", PartnerRole.LEAD),
                        new Partnership(null, "Onbekende stichting", PartnerRole.PARTNER));
        assertThat(stored.data().plan().areas())
                .extracting(Area::name, Area::municipalityCode)
                .containsExactly(tuple("Venlo", "0983"), tuple("wijk Blerick", null));
        assertThat(ProjectForm.of(stored.data())).isEqualTo(ProjectForm.of(FULL));
        assertThat(stored.changedBy()).isEqualTo("Mieke Manager");
        assertThat(stored.checks()).extracting(Check::kind).contains(CheckKind.PERIOD);
    }

    @Test
    void aProgrammeComesBackWithItsLinesInOrderAndItsTotals() {
        add(Samples.project(
                "naam", "B", "lijn", "Zorg", "geld.0.bron", "P", "geld.0.bedrag", "600", "geld.0.uit-programma", "ja"));
        add(Samples.project(
                "naam",
                "A",
                "lijn",
                "Toegang",
                "geld.0.bron",
                "P",
                "geld.0.bedrag",
                "400",
                "geld.0.uit-programma",
                "ja",
                "geld.1.bron",
                "P",
                "geld.1.bedrag",
                "9",
                "geld.1.maat",
                "verwacht",
                "geld.1.uit-programma",
                "ja",
                "geld.2.bron",
                "Rijk",
                "geld.2.bedrag",
                "7"));
        ProgrammeDossier programme =
                as(world.manager, () -> portfolios.programme(programmeId).orElseThrow());
        assertThat(programme.lines()).extracting(Line::name).containsExactly("Toegang", "Zorg");
        assertThat(programme.projects()).extracting(ProjectDossier::name).containsExactly("A", "B");
        assertThat(programme.overview().sentence())
                .isEqualTo("2 projecten, samen €\u00a01.000, gelijk aan het budget.");
        assertThat(programme.data().criteria()).containsExactly("passender", "sneller");
        assertThat(as(world.manager, portfolios::programmes))
                .containsExactly(new ProgrammeSummary(
                        programmeId, "Proef", "programma", "", 2, Amount.of(1000), Amount.of(1000)));
    }

    @Test
    void aChangeKeepsWhatItWas() {
        UUID id = add(Samples.project("naam", "P", "doel", "oud", "partners.0.naam", "PSW"));
        ProjectData changed =
                Samples.project("naam", "P", "doel", "nieuw", "partners.0.naam", "PSW", "partners.1.naam", "Rubicon");
        as(world.second, () -> TestWorld.saved(editor.saveProject(id, 1, changed, "Na overleg")));
        assertThat(read(id).version()).isEqualTo(2);
        List<HistoryEntry> history = as(world.council, () -> editor.historyOf(id));
        assertThat(history).extracting(HistoryEntry::version).containsExactly(2, 1);
        assertThat(history.getFirst().personName()).isEqualTo("Tweede Persoon");
        assertThat(history.getFirst().remark()).isEqualTo("Na overleg");
        assertThat(history.getFirst().changes())
                .containsExactly(
                        new HistoryEntry.Change("doel", "oud", "nieuw"),
                        new HistoryEntry.Change(
                                "partners",
                                "naam: PSW; rol: partner",
                                "naam: PSW; rol: partner\nnaam: Rubicon; rol: partner"));
        assertThat(as(world.manager, () -> editor.snapshot(id, 1).orElseThrow().value("doel")))
                .isEqualTo("oud");
    }

    @Test
    void savingWithoutAChangeMakesNoVersion() {
        UUID id = add(FULL);
        as(world.manager, () -> TestWorld.saved(editor.saveProject(id, 1, FULL, "")));
        assertThat(read(id).version()).isEqualTo(1);
    }

    @Test
    void theSecondOfTwoPeopleIsToldAndNothingIsOverwritten() {
        UUID id = add(Samples.project("naam", "P", "doel", "oud"));
        as(
                world.manager,
                () -> TestWorld.saved(editor.saveProject(id, 1, Samples.project("naam", "P", "doel", "eerste"), "")));
        SaveOutcome outcome =
                as(world.second, () -> editor.saveProject(id, 1, Samples.project("naam", "P", "doel", "tweede"), ""));
        assertThat(outcome).isInstanceOf(SaveOutcome.Conflict.class);
        assertThat(read(id).data().goal()).isEqualTo("eerste");
        assertThat(as(world.manager, () -> editor.historyOf(id))).hasSize(2);
    }

    @Test
    void aRemovedProjectKeepsItsHistoryAndTheReason() {
        UUID id = add(FULL);
        assertThat(as(world.manager, () -> editor.removeProject(id, 1, " "))).isInstanceOf(SaveOutcome.Refused.class);
        as(world.manager, () -> TestWorld.saved(editor.removeProject(id, 1, "dubbel ingevoerd")));
        assertThat(as(world.manager, () -> portfolios.project(id))).isEmpty();
        List<HistoryEntry> history = as(world.manager, () -> editor.historyOf(id));
        assertThat(history.getFirst().kind()).isEqualTo(HistoryEntry.Kind.REMOVED);
        assertThat(history.getFirst().remark()).isEqualTo("dubbel ingevoerd");
        assertThat(history.getFirst().changes())
                .extracting(HistoryEntry.Change::field)
                .contains("resultaten", "geld");
    }

    @Test
    void theHistoryCannotBeChanged() {
        UUID id = add(FULL);
        TransactionTemplate transaction = new TransactionTemplate(transactions);
        assertThatThrownBy(() -> as(
                        world.manager,
                        () -> transaction.execute(status -> database.update(PROJECT_HISTORY)
                                .set(PROJECT_HISTORY.REMARK, "vervalst")
                                .where(PROJECT_HISTORY.PROJECT_ID.eq(id))
                                .execute())))
                .rootCause()
                .hasMessageContaining("permission denied");
        assertThatThrownBy(() -> as(
                        world.manager,
                        () -> transaction.execute(
                                status -> database.deleteFrom(PROJECT_HISTORY).execute())))
                .rootCause()
                .hasMessageContaining("permission denied");
    }

    @Test
    void anotherAuthorityDoesNotExist() {
        UUID id = add(FULL);
        TestWorld other = new TestWorld(database, transactions);
        assertThat(as(other.manager, () -> portfolios.project(id))).isEmpty();
        assertThat(as(other.manager, () -> portfolios.programme(programmeId))).isEmpty();
        assertThat(as(other.manager, portfolios::programmes)).isEmpty();
        assertThat(as(other.manager, overviews::visible)).isEmpty();
        assertThat(as(other.manager, portfolios::decisions)).isEmpty();
        assertThat(as(other.manager, () -> editor.historyOf(id))).isEmpty();
        assertThatThrownBy(() -> as(other.manager, () -> editor.saveProject(id, 1, FULL, "")))
                .isInstanceOf(NotFoundException.class);
        assertThatThrownBy(() -> as(other.manager, () -> editor.removeProject(id, 1, "weg")))
                .isInstanceOf(NotFoundException.class);
    }

    @Test
    void aProjectCannotBeAddedToAProgrammeOfAnotherAuthority() {
        TestWorld other = new TestWorld(database, transactions);
        assertThatThrownBy(() ->
                        as(other.manager, () -> editor.addProject(programmeId, Samples.project("naam", "X"), "")))
                .isInstanceOf(DataAccessException.class);
        assertThat(as(world.manager, overviews::visible)).isEmpty();
    }

    @Test
    void aPartnerSeesOnlyItsOwnProjects() {
        UUID own = add(Samples.project("naam", "Eigen", "partners.0.naam", "PSW"));
        UUID foreign = add(Samples.project("naam", "Vreemd", "partners.0.naam", "Rubicon"));
        assertThat(as(world.partner, overviews::visible))
                .extracting(ProjectRow::name)
                .containsExactly("Eigen");
        assertThat(as(world.partner, () -> portfolios.project(own))).isPresent();
        assertThat(as(world.partner, () -> portfolios.project(foreign))).isEmpty();
        assertThat(as(world.partner, () -> portfolios.programme(programmeId))).isEmpty();
        assertThat(as(world.partner, portfolios::programmes)).isEmpty();
        assertThat(as(world.partner, () -> editor.historyOf(foreign))).isEmpty();
        assertThat(as(world.partner, () -> editor.historyOf(own))).hasSize(1);
        assertThat(as(world.administrator, overviews::visible)).isEmpty();
        assertThatThrownBy(() -> as(world.partner, () -> editor.saveProject(own, 1, FULL, "")))
                .isInstanceOf(AccessDeniedException.class);
        assertThatThrownBy(() -> as(world.council, () -> editor.saveProject(own, 1, FULL, "")))
                .isInstanceOf(AccessDeniedException.class);
    }

    @Test
    void aLeadPartnerChangesTheContentButNotMoneyNorDecisions() {
        ProjectData before = Samples.project(
                "naam",
                "Eigen",
                "doel",
                "oud",
                "partners.0.naam",
                "Rubicon",
                "partners.0.rol",
                "penvoerder",
                "geld.0.bron",
                "P",
                "geld.0.bedrag",
                "100",
                "besluiten.0.soort",
                "gestopt");
        UUID id = add(before);
        ProjectData wanted = Samples.project(
                "naam",
                "Anders",
                "doel",
                "nieuw",
                "partners.0.naam",
                "Rubicon",
                "partners.0.rol",
                "penvoerder",
                "geld.0.bron",
                "P",
                "geld.0.bedrag",
                "999",
                "resultaten.0.indicator",
                "trajecten",
                "resultaten.0.waarde",
                "3");
        as(world.lead, () -> TestWorld.saved(editor.saveProject(id, 1, wanted, "")));
        ProjectData after = read(id).data();
        assertThat(after.goal()).isEqualTo("nieuw");
        assertThat(after.results()).hasSize(1);
        assertThat(after.name()).isEqualTo("Eigen");
        assertThat(after.funding()).isEqualTo(before.funding());
        assertThat(after.decisions()).isEqualTo(before.decisions());
        UUID foreign = add(Samples.project("naam", "Alleen partner", "partners.0.naam", "Rubicon"));
        assertThatThrownBy(() -> as(world.lead, () -> editor.saveProject(foreign, 1, wanted, "")))
                .isInstanceOf(AccessDeniedException.class);
        assertThatThrownBy(() -> as(world.lead, () -> editor.removeProject(id, 2, "weg")))
                .isInstanceOf(AccessDeniedException.class);
    }

    @Test
    void twoProjectsOfOneProgrammeHaveDifferentNames() {
        UUID first = add(Samples.project("naam", "Flits"));
        UUID other = add(Samples.project("naam", "Ander"));
        assertThat(as(world.manager, () -> editor.addProject(programmeId, Samples.project("naam", "FLITS"), "")))
                .isInstanceOf(SaveOutcome.Refused.class);
        assertThat(as(world.manager, () -> editor.saveProject(other, 1, Samples.project("naam", "flits"), "")))
                .isInstanceOf(SaveOutcome.Refused.class);
        as(world.manager, () -> TestWorld.saved(editor.saveProject(first, 1, Samples.project("naam", "FLITS"), "")));
    }

    @Test
    void linesAreRenamedSwappedAddedAndRemovedButNotWhileTheyHaveProjects() {
        UUID id = add(Samples.project("naam", "P", "lijn", "Zorg"));
        ProgrammeDossier before =
                as(world.manager, () -> portfolios.programme(programmeId).orElseThrow());
        Line access = before.lines().get(0);
        Line care = before.lines().get(1);
        ProgrammeData data = before.data();
        SaveOutcome refused = as(
                world.manager,
                () -> programmes.saveProgramme(
                        programmeId,
                        1,
                        new ProgrammeForm.Draft(
                                data, List.of(new ProgrammeForm.LineDraft(access.id(), "Toegang", Amount.NOT_GIVEN)))));
        assertThat(refused).isInstanceOf(SaveOutcome.Refused.class);
        assertThat(as(
                        world.manager,
                        () -> portfolios.programme(programmeId).orElseThrow().version()))
                .isEqualTo(1);

        as(
                world.manager,
                () -> TestWorld.saved(programmes.saveProgramme(
                        programmeId,
                        1,
                        new ProgrammeForm.Draft(
                                data,
                                List.of(
                                        new ProgrammeForm.LineDraft(care.id(), "Toegang", Amount.of(50)),
                                        new ProgrammeForm.LineDraft(null, "Nieuw", Amount.NOT_GIVEN))))));
        ProgrammeDossier after =
                as(world.manager, () -> portfolios.programme(programmeId).orElseThrow());
        assertThat(after.lines()).extracting(Line::name).containsExactly("Toegang", "Nieuw");
        assertThat(after.lines().getFirst().budget()).isEqualTo(Amount.of(50));
        assertThat(read(id).data().line()).isEqualTo("Toegang");
        assertThat(as(
                        world.manager,
                        () -> programmes.saveProgramme(programmeId, 1, new ProgrammeForm.Draft(data, List.of()))))
                .isInstanceOf(SaveOutcome.Conflict.class);
        assertThatThrownBy(() -> as(world.council, () -> programmes.addProgramme(Samples.programme("X", 1))))
                .isInstanceOf(AccessDeniedException.class);
    }
}
