package nl.leercirkel.progress;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.Statement;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import nl.leercirkel.portfolio.Light;
import nl.leercirkel.portfolio.Portfolios;
import nl.leercirkel.portfolio.ProjectState;
import nl.leercirkel.portfolio.StatusReport;
import nl.leercirkel.progress.RoundDraft.AskedQuestion;
import nl.leercirkel.security.Actor;
import nl.leercirkel.security.ActorContext;
import nl.leercirkel.shell.NotFoundException;
import nl.leercirkel.shell.WaitingItem;
import nl.leercirkel.support.IntegrationTest;
import nl.leercirkel.support.TestDatabase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.config.AutowireCapableBeanFactory;
import org.springframework.security.access.AccessDeniedException;

/** A round from opening to closing, and what may never happen on the way. */
@IntegrationTest
class ProgressTest {
    private static final Locale DUTCH = Locale.forLanguageTag("nl");

    @Autowired
    private AutowireCapableBeanFactory beans;

    @Autowired
    private Rounds rounds;

    @Autowired
    private RoundEditor roundEditor;

    @Autowired
    private ProjectReports reports;

    @Autowired
    private ReportEditor editor;

    @Autowired
    private ProgressShell shell;

    @Autowired
    private Portfolios portfolios;

    @Autowired
    private Clock clock;

    private ProgressWorld world;
    private UUID roundId;
    private LocalDate today;

    @BeforeEach
    void openRound() {
        today = DutchTime.today(clock);
        world = new ProgressWorld(beans);
        roundId = world.open("Voorjaar", today.plusDays(7), world.buurtcirkels, world.recept);
    }

    private static <T> T as(Actor actor, ScopedValue.CallableOp<T, RuntimeException> work) {
        return ActorContext.callAs(actor, work);
    }

    private Content content(UUID round, Light light, String reason, String first, String second) {
        Map<UUID, String> answers = new HashMap<>();
        List<Question> questions = as(world.manager, () -> rounds.questions(round));
        answers.put(questions.get(0).id(), first);
        answers.put(questions.get(1).id(), second);
        return new Content(light, reason, "11 trajecten", answers);
    }

    private Content complete(String first) {
        return content(roundId, Light.ATTENTION, "te weinig personeel", first, "geleerd");
    }

    private ProjectReport report(Actor actor) {
        return as(actor, () -> reports.find(roundId, world.buurtcirkels).orElseThrow());
    }

    private ReportOutcome handIn(String first) {
        return as(
                world.lead,
                () -> editor.handIn(
                        roundId, world.buurtcirkels, report(world.lead).version(), complete(first)));
    }

    @Test
    void everyHandedInVersionStaysAsItWas() {
        assertThat(handIn("eerste antwoord")).isInstanceOf(ReportOutcome.Done.class);
        assertThat(as(world.manager, () -> editor.sendBack(roundId, world.buurtcirkels, 1, "Welke wijk?")))
                .isInstanceOf(ReportOutcome.Done.class);
        assertThat(report(world.lead).state()).isEqualTo(ReportState.SENT_BACK);
        assertThat(report(world.lead).remark()).isEqualTo("Welke wijk?");
        assertThat(handIn("tweede antwoord")).isInstanceOf(ReportOutcome.Done.class);

        List<Submission> versions = as(world.council, () -> reports.versions(report(world.council)));
        UUID first =
                as(world.manager, () -> rounds.questions(roundId)).getFirst().id();
        assertThat(versions).extracting(Submission::number).containsExactly(1, 2);
        assertThat(versions)
                .extracting(version -> version.content().answer(first))
                .containsExactly("eerste antwoord", "tweede antwoord");
        assertThat(versions).extracting(Submission::personName).containsOnly("Jo Test");
        assertThat(as(world.manager, () -> rounds.events(roundId, world.buurtcirkels)))
                .extracting(Event::kind)
                .containsExactly(Event.Kind.HANDED_IN, Event.Kind.SENT_BACK, Event.Kind.HANDED_IN);
    }

    @Test
    void theApplicationCannotChangeOrRemoveWhatWasHandedIn() throws Exception {
        handIn("blijft");
        for (String table : List.of("submission", "submission_answer", "event")) {
            for (String sql : List.of(
                    "delete from progress." + table, "update progress." + table + " set authority_id = authority_id")) {
                try (Connection connection = TestDatabase.asApplication();
                        Statement statement = connection.createStatement()) {
                    statement.execute("select set_config('leercirkel.authority', '" + world.authorityId + "', false)");
                    assertThatThrownBy(() -> statement.execute(sql)).as(sql).hasMessageContaining("permission denied");
                }
            }
        }
    }

    @Test
    void theSecondToSaveIsToldAndOverwritesNothing() {
        assertThat(as(world.lead, () -> editor.save(roundId, world.buurtcirkels, 0, complete("van de een"))))
                .isInstanceOf(ReportOutcome.Done.class);
        assertThat(as(world.secondLead, () -> editor.save(roundId, world.buurtcirkels, 0, complete("van de ander"))))
                .isInstanceOf(ReportOutcome.Conflict.class);
        assertThat(as(world.secondLead, () -> editor.handIn(roundId, world.buurtcirkels, 0, complete("van de ander"))))
                .isInstanceOf(ReportOutcome.Conflict.class);
        assertThat(report(world.lead).draft()).isEqualTo(complete("van de een"));
        assertThat(report(world.lead).state()).isEqualTo(ReportState.DRAFT);
    }

    @Test
    void savingTheSameTextAgainIsNoChange() {
        as(world.lead, () -> editor.save(roundId, world.buurtcirkels, 0, complete("tekst")));
        as(world.lead, () -> editor.save(roundId, world.buurtcirkels, 1, complete("tekst")));
        assertThat(report(world.lead).version()).isEqualTo(1);
    }

    @Test
    void handingInAsksForEachAnswerAndKeepsTheDraft() {
        Content half = content(roundId, Light.STOP, "", "wel", "");
        ReportOutcome outcome = as(world.lead, () -> editor.handIn(roundId, world.buurtcirkels, 0, half));
        List<Question> questions = as(world.manager, () -> rounds.questions(roundId));
        assertThat(outcome).isInstanceOfSatisfying(ReportOutcome.Incomplete.class, incomplete -> {
            assertThat(incomplete.errors())
                    .containsOnlyKeys("reden", Content.field(questions.get(1).id()));
            assertThat(incomplete.stored()).isTrue();
        });
        assertThat(report(world.lead).state()).isEqualTo(ReportState.DRAFT);
        assertThat(report(world.lead).draft()).isEqualTo(half);
    }

    @Test
    void whatWasHandedInIsNotWrittenOnUntilItIsSentBack() {
        handIn("ingeleverd");
        int version = report(world.lead).version();
        assertThat(as(world.lead, () -> editor.save(roundId, world.buurtcirkels, version, complete("stiekem"))))
                .isInstanceOf(ReportOutcome.Shut.class);
        as(world.manager, () -> editor.accept(roundId, world.buurtcirkels, 1));
        assertThat(as(world.lead, () -> editor.handIn(roundId, world.buurtcirkels, version, complete("stiekem"))))
                .isInstanceOf(ReportOutcome.Shut.class);
        assertThat(as(world.lead, () -> reports.versions(report(world.lead)))).hasSize(1);
    }

    @Test
    void theLightOfAnAcceptedVersionIsHowTheProjectGoes() {
        handIn("eerste");
        assertThat(as(world.council, () -> portfolios.statusReports(world.buurtcirkels)))
                .isEmpty();
        as(world.manager, () -> editor.accept(roundId, world.buurtcirkels, 1));
        StatusReport expected = new StatusReport(
                today, Light.ATTENTION, "te weinig personeel", ProjectState.RUNNING, "Jo Test", "Ronde Voorjaar");
        assertThat(as(world.council, () -> portfolios.statusReports(world.buurtcirkels)))
                .containsExactly(expected);
        assertThat(as(world.council, () -> portfolios.project(world.buurtcirkels))
                        .orElseThrow()
                        .status())
                .isNotNull()
                .extracting(StatusReport::on, StatusReport::light, StatusReport::reason)
                .containsExactly(today, Light.ATTENTION, "te weinig personeel");

        // sent back after all: what was reported stays, and a next version that is accepted comes after it
        as(world.manager, () -> editor.sendBack(roundId, world.buurtcirkels, 1, "Toch nog iets"));
        Content better = content(roundId, Light.ON_COURSE, "", "tweede", "geleerd");
        int version = report(world.lead).version();
        as(world.lead, () -> editor.handIn(roundId, world.buurtcirkels, version, better));
        as(world.manager, () -> editor.accept(roundId, world.buurtcirkels, 2));
        assertThat(as(world.council, () -> portfolios.statusReports(world.buurtcirkels)))
                .extracting(StatusReport::light)
                .containsExactlyInAnyOrder(Light.ON_COURSE, Light.ATTENTION);
        assertThat(as(world.council, () -> portfolios.project(world.buurtcirkels))
                        .orElseThrow()
                        .status())
                .isNotNull()
                .extracting(StatusReport::light)
                .isEqualTo(Light.ON_COURSE);
    }

    @Test
    void twoManagersDoNotJudgeDifferently() {
        handIn("ingeleverd");
        assertThat(as(world.manager, () -> editor.accept(roundId, world.buurtcirkels, 1)))
                .isInstanceOf(ReportOutcome.Done.class);
        assertThat(as(world.manager, () -> editor.accept(roundId, world.buurtcirkels, 1)))
                .isInstanceOf(ReportOutcome.Conflict.class);
        assertThat(as(world.manager, () -> editor.sendBack(roundId, world.buurtcirkels, 2, "andere versie")))
                .isInstanceOf(ReportOutcome.Conflict.class);
    }

    @Test
    void afterClosingEverythingIsReadAndNothingIsWritten() {
        as(world.lead, () -> editor.save(roundId, world.buurtcirkels, 0, complete("concept")));
        assertThat(as(world.manager, () -> roundEditor.close(roundId))).isTrue();
        assertThat(as(world.manager, () -> roundEditor.close(roundId))).isFalse();
        assertThat(as(world.lead, () -> editor.save(roundId, world.buurtcirkels, 1, complete("te laat"))))
                .isInstanceOf(ReportOutcome.Shut.class);
        assertThat(as(world.lead, () -> editor.handIn(roundId, world.buurtcirkels, 1, complete("te laat"))))
                .isInstanceOf(ReportOutcome.Shut.class);
        assertThatThrownBy(() -> as(world.manager, () -> {
                    roundEditor.extend(roundId, today.plusDays(30));
                    return true;
                }))
                .isInstanceOf(RoundClosedException.class);
        ProjectReport closed = report(world.manager);
        assertThat(closed.draft()).isEqualTo(complete("concept"));
        assertThat(closed.state().labelKey(closed.round().isClosed())).isEqualTo("progress.closed.DRAFT");
    }

    @Test
    void otherPartnersAndOtherAuthoritiesFindNothing() {
        ProgressWorld other = new ProgressWorld(beans);
        assertThat(as(world.outsider, () -> reports.find(roundId, world.buurtcirkels)))
                .isEmpty();
        assertThatThrownBy(() ->
                        as(world.outsider, () -> editor.save(roundId, world.buurtcirkels, 0, complete("inbraak"))))
                .isInstanceOf(NotFoundException.class);
        assertThat(as(other.manager, () -> rounds.find(roundId))).isEmpty();
        assertThat(as(other.manager, () -> reports.find(roundId, world.buurtcirkels)))
                .isEmpty();
        assertThat(as(other.manager, () -> roundEditor.close(roundId))).isFalse();
        assertThatThrownBy(() -> other.open(new RoundDraft(
                        world.programmeId,
                        "Inbraak",
                        "",
                        today,
                        List.of(new AskedQuestion("v", "", "v")),
                        Set.of(world.buurtcirkels))))
                .isInstanceOf(NotFoundException.class);
        // the outsider's own project is in the round, and of the round no more than that
        RoundSummary seen = as(world.outsider, () -> rounds.find(roundId)).orElseThrow();
        assertThat(seen.total()).isEqualTo(1);
        assertThat(as(world.outsider, () -> rounds.rows(roundId, RoundFilter.ALL, 0, 10)))
                .extracting(Rounds.Row::projectId)
                .containsExactly(world.recept);
    }

    @Test
    void readersDoNotSeeDraftsNorWriteOrJudge() {
        as(world.lead, () -> editor.save(roundId, world.buurtcirkels, 0, complete("geheim concept")));
        assertThat(report(world.council).draft()).isEqualTo(Content.EMPTY);
        assertThat(report(world.adviser).draft()).isEqualTo(Content.EMPTY);
        assertThatThrownBy(() -> as(world.council, () -> editor.save(roundId, world.buurtcirkels, 1, complete("x"))))
                .isInstanceOf(AccessDeniedException.class);
        assertThatThrownBy(() -> as(world.adviser, () -> editor.save(roundId, world.buurtcirkels, 1, complete("x"))))
                .isInstanceOf(AccessDeniedException.class);
        handIn("ingeleverd");
        assertThatThrownBy(() -> as(world.lead, () -> editor.accept(roundId, world.buurtcirkels, 1)))
                .isInstanceOf(AccessDeniedException.class);
        assertThatThrownBy(() -> as(world.lead, () -> roundEditor.close(roundId)))
                .isInstanceOf(AccessDeniedException.class);
    }

    @Test
    void lastRoundsAnswersComeByTopicAlsoWhenTheQuestionIsWordedAnew() {
        handIn("antwoord van toen");
        UUID next = world.open(new RoundDraft(
                world.programmeId,
                "Najaar",
                "",
                today.plusDays(30),
                List.of(
                        new AskedQuestion("Wat is er dit halfjaar gedaan?", "", Question.topicOf(ProgressWorld.FIRST)),
                        new AskedQuestion("Iets nieuws?", "", "iets nieuws?")),
                Set.of(world.buurtcirkels)));
        ProjectReport now =
                as(world.lead, () -> reports.find(next, world.buurtcirkels).orElseThrow());
        ProjectReports.Earlier earlier =
                as(world.lead, () -> reports.earlier(now)).orElseThrow();
        assertThat(earlier.round().name()).isEqualTo("Voorjaar");
        assertThat(earlier.answersByTopic().get(Question.topicOf(ProgressWorld.FIRST)))
                .isEqualTo("antwoord van toen");
        assertThat(earlier.answersByTopic()).doesNotContainKey("iets nieuws?");
        // nothing was handed in before the first round, also not by the second
        assertThat(as(world.lead, () -> reports.earlier(report(world.lead)))).isEmpty();

        ProgressTable table = ProgressTable.of(as(world.lead, () -> reports.history(world.buurtcirkels)));
        assertThat(table.columns()).extracting(ProgressTable.Column::name).containsExactly("Najaar", "Voorjaar");
        ProgressTable.Line first = table.lines().getFirst();
        assertThat(first.question()).isEqualTo("Wat is er dit halfjaar gedaan?");
        assertThat(first.cells().get(1).answer().getFirst().items()).containsExactly("antwoord van toen");
        assertThat(first.cells().get(1).wording()).isEqualTo(ProgressWorld.FIRST);
        assertThat(table.lines()).hasSize(3);
    }

    @Test
    void theHomePageSaysWhatIsToBeDone() {
        assertThat(titles(world.lead)).containsExactly("Vul de voortgang in van Buurtcirkels (Voorjaar)");
        assertThat(titles(world.manager)).isEmpty();
        assertThat(titles(world.council)).isEmpty();
        assertThat(titles(world.adviser)).isEmpty();

        as(world.manager, () -> roundEditor.remind(roundId, Optional.empty(), "Graag vandaag."));
        assertThat(as(world.lead, () -> shell.waitingFor(world.lead, DUTCH)).getFirst())
                .satisfies(item -> {
                    assertThat(item.explanation()).contains("Graag vandaag.");
                    assertThat(item.due()).isEqualTo(today.plusDays(7));
                });
        handIn("klaar");
        assertThat(titles(world.lead)).isEmpty();
        assertThat(titles(world.manager)).containsExactly("Beoordeel de voortgang van 1 project (Voorjaar)");
        as(world.manager, () -> editor.sendBack(roundId, world.buurtcirkels, 1, "Noem n."));
        assertThat(as(world.lead, () -> shell.waitingFor(world.lead, DUTCH)).getFirst())
                .satisfies(item -> {
                    assertThat(item.title()).isEqualTo("Vul de voortgang aan van Buurtcirkels (Voorjaar)");
                    assertThat(item.explanation()).contains("Noem n.").doesNotContain("Graag vandaag");
                });
    }

    @Test
    void lateIsFromTheDayAfterTheDeadline() {
        UUID onTheDay = world.open("Vandaag", today, world.buurtcirkels);
        UUID dayAfter = world.open("Gisteren", today.minusDays(1), world.buurtcirkels, world.recept);
        assertThat(titles(world.manager)).containsExactly("2 projecten zijn te laat met Gisteren");
        assertThat(as(world.manager, () -> rounds.find(onTheDay))
                        .orElseThrow()
                        .round()
                        .isOverdue(today))
                .isFalse();
        assertThat(as(world.manager, () -> rounds.rows(dayAfter, RoundFilter.LATE, 0, 10)))
                .hasSize(2);
        as(world.manager, () -> {
            roundEditor.extend(dayAfter, today.plusDays(1));
            return true;
        });
        assertThat(titles(world.manager)).isEmpty();
    }

    private List<String> titles(Actor actor) {
        return as(actor, () -> shell.waitingFor(actor, DUTCH)).stream()
                .map(WaitingItem::title)
                .toList();
    }

    @Test
    void projectsThatCameLaterAreAddedOnce() {
        UUID later = world.project("naam", "Nieuw project", "fase", "loopt");
        handIn("al binnen");
        assertThat(as(world.manager, () -> roundEditor.add(roundId, Set.of(later, world.buurtcirkels))))
                .isEqualTo(1);
        assertThat(as(world.manager, () -> roundEditor.add(roundId, Set.of(later))))
                .isZero();
        assertThat(report(world.manager).state()).isEqualTo(ReportState.HANDED_IN);
        assertThat(as(world.manager, () -> rounds.find(roundId)).orElseThrow().total())
                .isEqualTo(3);
    }

    @Test
    void aRoundsNameIsTakenOncePerProgramme() {
        RoundDraft again = new RoundDraft(
                world.programmeId,
                "VOORJAAR",
                "",
                today,
                List.of(new AskedQuestion("v", "", "v")),
                Set.of(world.recept));
        assertThat(as(world.manager, () -> roundEditor.open(again))).isEmpty();
    }
}
