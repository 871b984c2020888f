package nl.leercirkel.call;

import static nl.leercirkel.call.CallWorld.as;
import static nl.leercirkel.call.CallWorld.done;
import static nl.leercirkel.call.Filled.row;
import static nl.leercirkel.call.Filled.standard;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import nl.leercirkel.identity.Accounts;
import nl.leercirkel.organisation.Partners;
import nl.leercirkel.portfolio.FieldError;
import nl.leercirkel.portfolio.Portfolios;
import nl.leercirkel.portfolio.ProgrammeEditor;
import nl.leercirkel.portfolio.ProjectDossier;
import nl.leercirkel.portfolio.ProjectState;
import nl.leercirkel.security.Actor;
import nl.leercirkel.security.Role;
import nl.leercirkel.shell.NotFoundException;
import nl.leercirkel.shell.SearchHit;
import nl.leercirkel.shell.WaitingItem;
import nl.leercirkel.support.IntegrationTest;
import nl.leercirkel.support.TestClock;
import nl.leercirkel.support.TestDatabase;
import nl.leercirkel.support.TestPeople;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.access.AccessDeniedException;

/** From call to project through the services, with everything that may not happen on the way. */
@IntegrationTest
class CallFlowTest {
    @Autowired
    Calls calls;

    @Autowired
    CallEditor editor;

    @Autowired
    Applications applications;

    @Autowired
    Assessments assessments;

    @Autowired
    Decisions decisions;

    @Autowired
    Portfolios portfolios;

    @Autowired
    CallShell shell;

    @Autowired
    TestPeople people;

    @Autowired
    Accounts accounts;

    @Autowired
    Partners partners;

    @Autowired
    ProgrammeEditor programmes;

    @Autowired
    TestClock clock;

    CallWorld world;
    Call call;

    @BeforeEach
    void open() {
        world = world();
        call = world.openCall("Uitvraag 2027");
    }

    private CallWorld world() {
        return new CallWorld(new CallWorld.Services(
                people, accounts, partners, programmes, calls, editor, applications, assessments, decisions, clock));
    }

    private static Decisions.Draft award(String amount) {
        return new Decisions.Draft(
                "AWARDED", amount, "Meet elk half jaar.", "Sterk plan", "JIM-aanpak", "Thuis opgroeien", false);
    }

    private static Decisions.Draft refuse(String reason) {
        return new Decisions.Draft("REFUSED", "", "", reason, "", "", false);
    }

    private List<String> waiting(Actor actor) {
        return as(
                actor,
                () -> shell.waitingFor(actor, Locale.of("nl")).stream()
                        .map(WaitingItem::title)
                        .toList());
    }

    @Test
    void aNewCallAsksTheStandardQuestionsAndHasTheCriteriaOfItsProgramme() {
        assertThat(as(world.manager, () -> calls.form(call))).isEqualTo(CallForm.standard());
        assertThat(as(world.manager, () -> calls.criteria(call.id())))
                .extracting(Criterion::name)
                .containsExactly("passender", "sneller", "betaalbaarder");
        assertThat(call.state()).isEqualTo(CallState.OPEN);
    }

    @Test
    void aDraftIsSeenByWhoManagesCallsOnly() {
        UUID draft = as(world.manager, () -> done(editor.create(world.programmeId, world.data("Nog geheim"))));
        assertThat(as(world.applicant, () -> calls.find(draft))).isEmpty();
        assertThat(as(world.council, calls::list)).extracting(Call::title).containsExactly("Uitvraag 2027");
        assertThat(as(world.manager, calls::list)).hasSize(2);
        assertThatThrownBy(() -> world.start(world.applicant, draft)).isInstanceOf(NotFoundException.class);
    }

    @Test
    void anUnfinishedApplicationIsKeptAndWaitsForItsMaker() {
        UUID id = world.start(world.applicant, call.id());
        Answers half = Answers.NONE.withValue("naam", "JIM-aanpak").withValue("periode", "ooit");
        as(world.applicant, () -> done(applications.save(id, 1, half)));
        assertThat(world.application(world.applicant, id).answers().value("periode"))
                .isEqualTo("ooit");
        assertThat(waiting(world.applicant)).containsExactly("Maak de aanvraag „JIM-aanpak” af");
        assertThat(as(world.applicant, () -> shell.waitingFor(world.applicant, Locale.of("nl")))
                        .getFirst()
                        .due())
                .isEqualTo(Moments.dayOf(call.data().closesAt()));

        Outcome outcome = as(world.applicant, () -> applications.handIn(id, 2, half));
        assertThat(outcome)
                .isInstanceOfSatisfying(
                        Outcome.Invalid.class,
                        invalid -> assertThat(invalid.errors())
                                .extracting(FieldError::path)
                                .contains("periode", "doel", "partners", "geld", "effecten"));
        assertThat(world.application(world.applicant, id).submissions()).isZero();
    }

    @Test
    void onlyTheOwnOrganisationSeesADraftAndNobodyElseWritesInIt() {
        UUID id = world.start(world.applicant, call.id());
        for (Actor actor : List.of(world.other, world.manager, world.assessor, world.council)) {
            assertThat(as(actor, () -> applications.find(id))).as(actor.name()).isEmpty();
        }
        assertThatThrownBy(() -> as(world.other, () -> applications.save(id, 1, Answers.NONE)))
                .isInstanceOf(NotFoundException.class);
        assertThatThrownBy(() -> as(world.manager, () -> applications.save(id, 1, Answers.NONE)))
                .isInstanceOf(AccessDeniedException.class);
        assertThat(as(world.other, () -> shell.search("Rubicon", 5))).isEmpty();

        as(world.applicant, () -> done(applications.handIn(id, 1, standard("JIM-aanpak", "Rubicon", "1.000"))));
        assertThat(as(world.manager, () -> applications.find(id))).isPresent();
        assertThat(as(world.other, () -> applications.find(id))).isEmpty();
        assertThat(as(world.council, () -> applications.find(id))).isEmpty();
        assertThat(as(world.manager, () -> shell.search("jim", 5)))
                .extracting(SearchHit::path)
                .containsExactly("/aanvragen/" + id);
    }

    @Test
    void whatIsHandedInStaysWhenItIsCorrected() {
        UUID id = world.handIn(world.applicant, call.id(), standard("JIM-aanpak", "Rubicon", "1.000"));
        Application handedIn = world.application(world.applicant, id);
        Answers better = handedIn.answers().withValue("doel", "Een beter doel");
        as(world.applicant, () -> done(applications.save(id, handedIn.version(), better)));
        assertThat(world.application(world.applicant, id).edited()).isTrue();
        assertThat(as(world.manager, () -> applications.lastSubmissions(call.id()))
                        .get(id)
                        .number())
                .isEqualTo(1);

        as(world.applicant, () -> done(applications.handIn(id, handedIn.version() + 1, better)));
        List<Submission> versions = as(world.manager, () -> applications.submissions(id));
        assertThat(versions).extracting(Submission::number).containsExactly(2, 1);
        assertThat(versions.getFirst().answers().value("doel")).isEqualTo("Een beter doel");
        assertThat(versions.getLast().answers().value("doel")).isEqualTo("Doel van JIM-aanpak");

        Application now = world.application(world.applicant, id);
        as(world.applicant, () -> done(applications.handIn(id, now.version(), now.answers())));
        assertThat(as(world.manager, () -> applications.submissions(id))).hasSize(2);
    }

    @Test
    void theDatabaseItselfRefusesToChangeWhatWasHandedIn() throws Exception {
        world.handIn(world.applicant, call.id(), standard("JIM-aanpak", "Rubicon", "1.000"));
        try (Connection connection = TestDatabase.asApplication();
                Statement statement = connection.createStatement()) {
            for (String sql : List.of(
                    "update call.submission set name = 'x'",
                    "delete from call.submission",
                    "delete from call.decision")) {
                assertThatThrownBy(() -> statement.execute(sql)).hasMessageContaining("permission denied");
            }
        }
    }

    @Test
    void theSecondToSaveIsToldAndTheFirstIsNotOverwritten() {
        UUID id = world.start(world.applicant, call.id());
        as(world.applicant, () -> done(applications.save(id, 1, Answers.NONE.withValue("naam", "Eerste"))));
        assertThat(as(world.applicant, () -> applications.save(id, 1, Answers.NONE.withValue("naam", "Tweede"))))
                .isEqualTo(new Outcome.Conflict());
        assertThat(as(world.applicant, () -> applications.handIn(id, 1, standard("Tweede", "Rubicon", "1"))))
                .isEqualTo(new Outcome.Conflict());
        assertThat(world.application(world.applicant, id).name()).isEqualTo("Eerste");
    }

    @Test
    void tooLateIsRefusedAndTheDraftIsKept() {
        UUID id = world.start(world.applicant, call.id());
        world.close(call.id());
        Outcome outcome =
                as(world.applicant, () -> applications.handIn(id, 1, standard("Te laat", "Rubicon", "1.000")));
        assertThat(outcome)
                .isInstanceOfSatisfying(
                        Outcome.Refused.class,
                        refused -> assertThat(refused.why()).contains("sloot op", "als concept bewaard"));
        Application kept = world.application(world.applicant, id);
        assertThat(kept.state()).isEqualTo(ApplicationState.DRAFT);
        assertThat(kept.name()).isEqualTo("Te laat");
        assertThat(as(world.applicant, () -> applications.start(call.id()))).isInstanceOf(Outcome.Refused.class);
        assertThat(as(world.manager, () -> applications.handedIn(call.id()))).isEmpty();
    }

    @Test
    void sentBackItCountsNoMoreUntilItIsHandedInAgain() {
        UUID id = world.handIn(world.applicant, call.id(), standard("JIM-aanpak", "Rubicon", "1.000"));
        assertThat(as(world.manager, () -> applications.sendBack(id, " "))).isInstanceOf(Outcome.Invalid.class);
        assertThatThrownBy(() -> as(world.assessor, () -> applications.sendBack(id, "x")))
                .isInstanceOf(AccessDeniedException.class);
        as(world.manager, () -> done(applications.sendBack(id, "Noem de nulmeting.")));
        Application returned = world.application(world.applicant, id);
        assertThat(returned.counts()).isFalse();
        assertThat(returned.remark()).isEqualTo("Noem de nulmeting.");
        assertThat(waiting(world.applicant))
                .containsExactly("Verbeter de aanvraag „JIM-aanpak” en dien haar opnieuw in");
        as(world.applicant, () -> done(applications.handIn(id, returned.version(), returned.answers())));
        assertThat(world.application(world.manager, id).counts()).isTrue();
        assertThat(world.application(world.manager, id).remark()).isEmpty();
        world.close(call.id());
        assertThat(as(world.manager, () -> applications.sendBack(id, "Toch nog iets")))
                .isInstanceOf(Outcome.Refused.class);
    }

    @Test
    void withdrawnItDoesNotTakePartAndStaysReadable() {
        UUID id = world.handIn(world.applicant, call.id(), standard("JIM-aanpak", "Rubicon", "1.000"));
        as(world.applicant, () -> done(applications.withdraw(id, "Andere plannen")));
        assertThat(as(world.applicant, () -> applications.save(id, 3, Answers.NONE)))
                .isInstanceOf(Outcome.Refused.class);
        world.close(call.id());
        assertThat(as(world.assessor, () -> assessments.tasks(world.call(call.id()))))
                .isEmpty();
        assertThat(as(world.manager, () -> applications.submissions(id))).hasSize(1);
    }

    @Test
    void otherQuestionsChangeDraftsAndNeverWhatWasHandedIn() {
        UUID before = world.handIn(world.applicant, call.id(), standard("Eerder", "Rubicon", "1.000"));
        UUID draft = world.start(world.other, call.id());
        as(world.other, () -> done(applications.save(draft, 1, Answers.NONE.withValue("gebied", "Roermond"))));
        CallForm shorter = new CallForm(List.of(
                StandardField.NAME.question(true),
                new FormField("vraag-1", FieldKind.TEXT, "Wat maakt dit nieuw?", "", true, List.of())));
        as(world.manager, () -> done(editor.changeForm(call.id(), call.version(), shorter)));

        Application handedIn = world.application(world.applicant, before);
        assertThat(as(world.applicant, () -> applications.form(handedIn))).isEqualTo(CallForm.standard());
        Submission submission =
                as(world.manager, () -> applications.submissions(before)).getFirst();
        assertThat(as(world.manager, () -> calls.form(call.id(), submission.formVersion())))
                .isEqualTo(CallForm.standard());

        Application open = world.application(world.other, draft);
        assertThat(as(world.other, () -> applications.form(open))).isEqualTo(shorter);
        Answers answers = Answers.NONE.withValue("naam", "Later").withValue("vraag-1", "Alles");
        as(world.other, () -> done(applications.handIn(draft, open.version(), answers)));
        assertThat(world.application(world.other, draft).answers().value("gebied"))
                .isEqualTo("Roermond");
        assertThat(as(world.manager, () -> applications.submissions(draft))
                        .getFirst()
                        .answers()
                        .values())
                .containsOnlyKeys("naam", "vraag-1");
    }

    @Test
    void assessorsSeeEachOthersScoresOnlyAfterTheirOwn() {
        UUID id = world.handIn(world.applicant, call.id(), standard("JIM-aanpak", "Rubicon", "1.000"));
        assertThat(as(world.assessor, () -> assessments.task(id)))
                .as("not before closing")
                .isEmpty();
        world.close(call.id());
        assertThat(waiting(world.assessor)).containsExactly("Beoordeel 1 aanvraag voor Uitvraag 2027");
        assertThat(world.score(world.assessor, call, id, true, 4, 5)).isInstanceOf(Outcome.Invalid.class);
        done(world.score(world.assessor, call, id, true, 4, 5, 3));
        assertThat(waiting(world.assessor)).isEmpty();

        Assessments.Task second = as(world.second, () -> assessments.task(id).orElseThrow());
        assertThat(as(world.second, () -> assessments.others(second))).isEmpty();
        done(world.score(world.second, call, id, false, 1));
        Assessments.Task begun = as(world.second, () -> assessments.task(id).orElseThrow());
        assertThat(as(world.second, () -> assessments.others(begun))).isEmpty();
        world.closeAssessment(call.id());
        Assessments.Task closed = as(world.second, () -> assessments.task(id).orElseThrow());
        assertThat(as(world.second, () -> assessments.others(closed)))
                .extracting(Assessment::name)
                .containsExactly("Anna Beoordelaar");
        assertThat(world.score(world.second, call, id, true, 1, 1, 1)).isInstanceOf(Outcome.Refused.class);
        assertThat(as(
                        world.assessor,
                        () -> assessments.others(assessments.task(id).orElseThrow())))
                .as("what was not handed in is nobody else's to see")
                .isEmpty();
    }

    @Test
    void handedInScoresAndTheirCriteriaStandFast() {
        UUID id = world.handIn(world.applicant, call.id(), standard("JIM-aanpak", "Rubicon", "1.000"));
        world.close(call.id());
        done(world.score(world.assessor, call, id, true, 4, 5, 3));
        assertThat(world.score(world.assessor, call, id, true, 1, 1, 1)).isInstanceOf(Outcome.Refused.class);
        assertThat(world.score(world.second, call, id, true, 4, 6, 3)).isInstanceOf(Outcome.Invalid.class);
        Call now = world.call(call.id());
        assertThat(as(
                        world.manager,
                        () -> editor.changeCriteria(now.id(), now.version(), List.of(Criterion.yesNo("x", "", 1)))))
                .isInstanceOf(Outcome.Refused.class);
        assertThat(as(world.manager, () -> editor.change(now.id(), now.version(), world.data("Uitvraag 2027"))))
                .as("open again after scoring")
                .isInstanceOf(Outcome.Invalid.class);
    }

    @Test
    void whoseOrganisationTakesPartDoesNotAssess() {
        Actor interested = world.person("Ida Belang", Role.PARTNER, world.applicant.partnerId());
        UUID own = world.handIn(world.applicant, call.id(), standard("Eigen", "Rubicon", "1.000"));
        UUID joint = world.handIn(
                world.other,
                call.id(),
                standard("Samen", "PSW", "1.000").withRow("partners", row("naam", "rubicon ", "rol", "partner")));
        UUID free = world.handIn(world.other, call.id(), standard("Vrij", "PSW", "1.000"));
        as(world.manager, () -> done(editor.nameAssessors(call.id(), Set.of(interested.accountId()))));
        world.close(call.id());
        assertThat(as(interested, () -> assessments.task(own))).isEmpty();
        assertThat(as(interested, () -> assessments.task(joint))).isEmpty();
        assertThat(as(interested, () -> assessments.task(free))).isPresent();
        assertThatThrownBy(() -> world.score(interested, call, own, true, 5, 5, 5))
                .isInstanceOf(NotFoundException.class);
        Map<UUID, Set<UUID>> expected = as(world.manager, () -> assessments.expected(world.call(call.id())));
        assertThat(expected).containsEntry(own, Set.of()).containsEntry(free, Set.of(interested.accountId()));
    }

    @Test
    void whoIsNotNamedDoesNotAssess() {
        UUID id = world.handIn(world.applicant, call.id(), standard("JIM-aanpak", "Rubicon", "1.000"));
        world.close(call.id());
        assertThat(as(world.manager, () -> assessments.task(id))).isEmpty();
        assertThatThrownBy(() -> world.score(world.council, call, id, true, 5, 5, 5))
                .isInstanceOf(AccessDeniedException.class);
    }

    @Test
    void anAwardBecomesAProjectOnceWithEverythingInIt() throws Exception {
        UUID id = world.handIn(world.applicant, call.id(), standard("JIM-aanpak", "Rubicon", "100.000"));
        world.close(call.id());
        assertThat(as(world.manager, () -> decisions.decide(id, award("80.000"))))
                .isInstanceOf(Outcome.Refused.class);
        world.closeAssessment(call.id());
        assertThat(waiting(world.manager)).contains("Besluit over 1 aanvraag van Uitvraag 2027");

        Callable<Outcome> press = () -> as(world.manager, () -> decisions.decide(id, award("80.000")));
        try (ExecutorService pool = Executors.newFixedThreadPool(4)) {
            for (Future<Outcome> pressed : pool.invokeAll(new ArrayList<>(List.of(press, press, press, press)))) {
                assertThat(pressed.get()).isEqualTo(new Outcome.Done(id));
            }
        }
        List<ProjectDossier> projects = as(
                        world.manager,
                        () -> portfolios.programme(world.programmeId).orElseThrow())
                .projects();
        assertThat(projects).singleElement().satisfies(project -> {
            assertThat(project.name()).isEqualTo("JIM-aanpak");
            assertThat(project.data().state()).isEqualTo(ProjectState.PREPARING);
            assertThat(project.data().line()).isEqualTo("Thuis opgroeien");
            assertThat(project.data().goal()).isEqualTo("Doel van JIM-aanpak");
            assertThat(project.data().plannedFromProgramme().inEuro().orElseThrow())
                    .isEqualByComparingTo("80000");
            assertThat(project.data().currentState()).contains("€\u00a080.000", "Meet elk half jaar.", "Sterk plan");
        });
        Decision decision = as(world.applicant, () -> applications.decision(id).orElseThrow());
        assertThat(decision.projectId()).isEqualTo(projects.getFirst().id());
        assertThat(world.call(call.id()).state()).isEqualTo(CallState.DECIDED);
        assertThat(as(
                        world.applicant,
                        () -> portfolios.project(projects.getFirst().id())))
                .isPresent();
        assertThat(as(world.manager, () -> decisions.decide(id, refuse("Toch niet"))))
                .isInstanceOf(Outcome.Refused.class);
    }

    @Test
    void awardedInFullTheAmountsPerYearCountInTheProgramme() {
        UUID id = world.handIn(world.applicant, call.id(), standard("JIM-aanpak", "Rubicon", "100.000"));
        world.close(call.id());
        world.closeAssessment(call.id());
        as(world.manager, () -> done(decisions.decide(id, award("100.000"))));
        ProjectDossier project = as(
                        world.manager,
                        () -> portfolios.programme(world.programmeId).orElseThrow())
                .projects()
                .getFirst();
        assertThat(project.data().plannedFromProgramme().inEuro().orElseThrow()).isEqualByComparingTo("100000");
        assertThat(project.data().funding())
                .extracting(money -> money.sourceName() + " " + money.measure().term() + " "
                        + money.amount().text())
                .containsExactly(
                        "Transformatiefonds begroot 100.000",
                        "Eigen geld begroot 12.345,67",
                        "Transformatieplan toegekend 100.000");
        assertThat(project.checks()).noneMatch(nl.leercirkel.portfolio.Check::isContradiction);
    }

    @Test
    void aRefusalNeedsAReasonAndTheApplicantReadsIt() {
        UUID id = world.handIn(world.applicant, call.id(), standard("JIM-aanpak", "Rubicon", "1.000"));
        world.close(call.id());
        world.closeAssessment(call.id());
        assertThat(as(world.manager, () -> decisions.decide(id, refuse(" ")))).isInstanceOf(Outcome.Invalid.class);
        assertThatThrownBy(() -> as(world.second, () -> decisions.decide(id, refuse("Nee"))))
                .isInstanceOf(AccessDeniedException.class);
        as(world.manager, () -> done(decisions.decide(id, refuse("Past niet bij de doelen."))));
        assertThat(as(
                        world.applicant,
                        () -> applications.decision(id).orElseThrow().reason()))
                .isEqualTo("Past niet bij de doelen.");
        assertThat(as(
                                world.manager,
                                () -> portfolios.programme(world.programmeId).orElseThrow())
                        .projects())
                .isEmpty();
    }

    @Test
    void awardingBeyondTheBudgetIsAskedTwice() {
        UUID id = world.handIn(world.applicant, call.id(), standard("JIM-aanpak", "Rubicon", "1.000.000"));
        world.close(call.id());
        world.closeAssessment(call.id());
        assertThat(as(world.manager, () -> decisions.decide(id, award("705.507,01"))))
                .isInstanceOfSatisfying(
                        Outcome.Invalid.class,
                        invalid -> assertThat(invalid.errors().getFirst().message())
                                .contains("€\u00a00,01 meer dan het budget"));
        Decisions.Draft beyond = new Decisions.Draft("AWARDED", "705.507,01", "", "", "JIM-aanpak", "", true);
        as(world.manager, () -> done(decisions.decide(id, beyond)));
    }

    @Test
    void aNameThatTheProgrammeHasAlreadyAwardsNothing() {
        UUID first = world.handIn(world.applicant, call.id(), standard("JIM-aanpak", "Rubicon", "1.000"));
        UUID second = world.handIn(world.other, call.id(), standard("JIM-aanpak", "PSW", "1.000"));
        world.close(call.id());
        world.closeAssessment(call.id());
        as(world.manager, () -> done(decisions.decide(first, award("1.000"))));
        assertThat(as(world.manager, () -> decisions.decide(second, award("1.000"))))
                .isInstanceOfSatisfying(
                        Outcome.Invalid.class,
                        invalid -> assertThat(invalid.errors())
                                .extracting(FieldError::path)
                                .containsExactly("naam"));
        assertThat(as(world.manager, () -> applications.decision(second))).isEmpty();
    }

    @Test
    void anotherAuthoritySeesNothingOfIt() throws Exception {
        UUID id = world.handIn(world.applicant, call.id(), standard("JIM-aanpak", "Rubicon", "1.000"));
        CallWorld elsewhere = world();
        assertThat(as(elsewhere.manager, calls::list)).isEmpty();
        assertThat(as(elsewhere.manager, () -> applications.find(id))).isEmpty();
        assertThat(as(elsewhere.manager, () -> shell.search("JIM", 5))).isEmpty();
        assertThatThrownBy(() -> as(elsewhere.manager, () -> editor.close(call.id())))
                .isInstanceOf(NotFoundException.class);
        assertThatThrownBy(() -> as(elsewhere.manager, () -> decisions.decide(id, refuse("Nee"))))
                .isInstanceOf(NotFoundException.class);
        assertThatThrownBy(() -> elsewhere.start(elsewhere.applicant, call.id()))
                .isInstanceOf(NotFoundException.class);
        try (Connection connection = TestDatabase.asSuperuser();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(
                        "select count(*) from call.application where authority_id = '" + world.authority + "'")) {
            rows.next();
            assertThat(rows.getInt(1)).isEqualTo(1);
        }
    }

    @Test
    void aCallIsPublishedWithCriteriaAndAClosingMomentAhead() {
        UUID id = as(world.manager, () -> done(editor.create(world.programmeId, world.data("Zonder criteria"))));
        Call draft = world.call(id);
        as(world.manager, () -> done(editor.changeCriteria(id, draft.version(), List.of())));
        assertThat(as(world.manager, () -> editor.publish(id))).isInstanceOf(Outcome.Refused.class);
        assertThat(as(world.manager, () -> editor.change(id, draft.version(), world.data("Anders"))))
                .as("the criteria were changed in between")
                .isEqualTo(new Outcome.Conflict());
    }
}
