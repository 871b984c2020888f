package nl.leercirkel.demo;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import nl.leercirkel.portfolio.DutchMoments;
import nl.leercirkel.portfolio.Light;
import nl.leercirkel.portfolio.Portfolios;
import nl.leercirkel.portfolio.ProgrammeDossier;
import nl.leercirkel.portfolio.ProjectDossier;
import nl.leercirkel.portfolio.ProjectState;
import nl.leercirkel.progress.Content;
import nl.leercirkel.progress.Question;
import nl.leercirkel.progress.ReportEditor;
import nl.leercirkel.progress.ReportOutcome;
import nl.leercirkel.progress.Retelling;
import nl.leercirkel.progress.RoundDraft;
import nl.leercirkel.progress.RoundDraft.AskedQuestion;
import nl.leercirkel.progress.RoundEditor;
import nl.leercirkel.progress.Rounds;
import nl.leercirkel.security.Actor;
import nl.leercirkel.security.ActorContext;
import org.springframework.stereotype.Component;

/**
 * Two rounds on Dordrecht's programme: the one of October 2021 that its interim evaluation was made of, told again with
 * what that evaluation says, and one that is running, late, and filled with texts that say they are invented. Only lights
 * that rest on the source reach the projects.
 */
@Component
class DemoRounds {
    static final String CLOSED = "Tussenevaluatie 2021";
    static final String OPEN = "Lopende ronde, verzonnen antwoorden";
    private static final String INVENTED = "Verzonnen antwoord voor de demo.";
    private static final LocalDate DEADLINE = LocalDate.of(2021, 10, 1);

    /** A project whose first version was sent back. */
    private static final String TWICE = "Vervangende mantelzorg aan huis";

    private final Portfolios portfolios;
    private final Rounds rounds;
    private final RoundEditor editor;
    private final ReportEditor reports;
    private final Clock clock;

    DemoRounds(Portfolios portfolios, Rounds rounds, RoundEditor editor, ReportEditor reports, Clock clock) {
        this.portfolios = portfolios;
        this.rounds = rounds;
        this.editor = editor;
        this.reports = reports;
        this.clock = clock;
    }

    /** Who writes for a project, when it is not the manager. */
    record Writers(Actor manager, Map<String, Actor> byProject) {
        Actor of(ProjectDossier project) {
            return byProject.getOrDefault(project.name(), manager);
        }
    }

    /** Holds the rounds, unless they are there: what somebody changed in the demo stays. */
    void load(UUID programmeId, Actor manager, Actor lead, Actor partner) {
        Writers writers = new Writers(
                manager,
                Map.of(
                        "Jongerenwerk op school", lead,
                        "Verbinding medische verwijzers", partner,
                        "Sociaal recept", partner));
        ProgrammeDossier programme =
                as(manager, () -> portfolios.programme(programmeId).orElseThrow());
        Instant opened = noon(DEADLINE.minusDays(30));
        Retelling.at(opened, () -> open(programme, manager, CLOSED, "tot en met september 2021", DEADLINE))
                .ifPresent(roundId -> retell(roundId, programme, writers));
        LocalDate today = LocalDate.ofInstant(clock.instant(), DutchMoments.ZONE);
        Retelling.at(
                        noon(today.minusDays(24)),
                        () -> open(programme, manager, OPEN, "de afgelopen drie maanden", today.minusDays(3)))
                .ifPresent(roundId -> run(roundId, programme, writers));
    }

    private Optional<UUID> open(
            ProgrammeDossier programme, Actor manager, String name, String period, LocalDate deadline) {
        List<AskedQuestion> questions = programme.data().questions().stream()
                .map(text -> new AskedQuestion(text, "", Question.topicOf(text)))
                .toList();
        return as(
                manager,
                () -> editor.open(new RoundDraft(
                        programme.id(),
                        name,
                        period,
                        deadline,
                        questions,
                        taking(programme).stream().map(ProjectDossier::id).collect(Collectors.toSet()))));
    }

    private static List<ProjectDossier> taking(ProgrammeDossier programme) {
        return programme.projects().stream()
                .filter(project -> project.data().state() != ProjectState.FINISHED)
                .toList();
    }

    /** The round of 2021: every project answers, one after it was asked for more, and the manager accepts. */
    private void retell(UUID roundId, ProgrammeDossier programme, Writers writers) {
        List<Question> questions = as(writers.manager(), () -> rounds.questions(roundId));
        Instant moment = noon(DEADLINE.minusDays(10));
        for (ProjectDossier project : taking(programme)) {
            Actor writer = writers.of(project);
            Content whole = DemoAnswers.of(project, questions);
            boolean twice = project.name().equals(TWICE);
            Content first = twice
                    ? new Content(whole.light(), whole.reason(), "107 unieke zorgsituaties", whole.answers())
                    : whole;
            moment = moment.plus(7, ChronoUnit.HOURS);
            Retelling.at(moment, () -> as(writer, () -> done(reports.handIn(roundId, project.id(), 0, first))));
            if (twice) {
                Retelling.at(
                        moment.plus(1, ChronoUnit.DAYS),
                        () -> as(
                                writers.manager(),
                                () -> done(reports.sendBack(
                                        roundId,
                                        project.id(),
                                        1,
                                        "Vul bij de cijfers ook in hoeveel uur een situatie gemiddeld vroeg en hoe"
                                                + " tevreden de mensen zijn."))));
                Retelling.at(
                        moment.plus(2, ChronoUnit.DAYS),
                        () -> as(writer, () -> done(reports.handIn(roundId, project.id(), 1, whole))));
            }
            Retelling.at(
                    noon(DEADLINE.plusDays(4)),
                    () -> as(writers.manager(), () -> done(reports.accept(roundId, project.id(), twice ? 2 : 1))));
        }
        Retelling.at(noon(LocalDate.of(2021, 10, 15)), () -> as(writers.manager(), () -> editor.close(roundId)));
    }

    /** The round that runs: some came in, one was sent back, some are half written, and the rest did not begin. */
    private void run(UUID roundId, ProgrammeDossier programme, Writers writers) {
        List<Question> questions = as(writers.manager(), () -> rounds.questions(roundId));
        Map<String, ProjectDossier> byName =
                programme.projects().stream().collect(Collectors.toMap(ProjectDossier::name, project -> project));
        Instant moment = clock.instant().minus(5, ChronoUnit.DAYS);
        for (String name : List.of("FLITS", "Aandachtshuishoudens", "Verbinding medische verwijzers")) {
            at(moment, byName, name, writers, project -> reports.handIn(roundId, project, 0, invented(questions, 9)));
        }
        ProjectDossier back = byName.get("Verbinding medische verwijzers");
        if (back != null) {
            Retelling.at(
                    moment.plus(1, ChronoUnit.DAYS),
                    () -> as(
                            writers.manager(),
                            () -> done(reports.sendBack(
                                    roundId, back.id(), 1, "Schrijf erbij over welke praktijken dit gaat."))));
        }
        at(
                moment,
                byName,
                "Jongerenwerk op school",
                writers,
                project -> reports.save(roundId, project, 0, invented(questions, 4)));
        at(
                moment,
                byName,
                "Overgang Jeugdwet-Wmo",
                writers,
                project -> reports.save(roundId, project, 0, invented(questions, 2)));
        Retelling.at(
                clock.instant().minus(1, ChronoUnit.DAYS),
                () -> as(
                        writers.manager(),
                        () -> editor.remind(
                                roundId,
                                Optional.empty(),
                                "De ronde had al binnen moeten zijn. Lukt het niet, laat dan weten waarom.")));
    }

    private static void at(
            Instant moment,
            Map<String, ProjectDossier> byName,
            String name,
            Writers writers,
            Function<UUID, ReportOutcome> work) {
        ProjectDossier project = byName.get(name);
        if (project != null) {
            Retelling.at(moment, () -> as(writers.of(project), () -> done(work.apply(project.id()))));
        }
    }

    /** The first questions answered with a text that nobody takes for true. */
    private static Content invented(List<Question> questions, int answered) {
        Map<UUID, String> answers = new HashMap<>();
        questions.stream().limit(answered).forEach(question -> answers.put(question.id(), INVENTED));
        return new Content(answered < questions.size() ? null : Light.ON_COURSE, "", "", answers);
    }

    private static Instant noon(LocalDate day) {
        return day.atTime(LocalTime.NOON).atZone(DutchMoments.ZONE).toInstant();
    }

    private static <T> T as(Actor actor, ScopedValue.CallableOp<T, RuntimeException> work) {
        return ActorContext.callAs(actor, work);
    }

    private static boolean done(ReportOutcome outcome) {
        if (outcome instanceof ReportOutcome.Done) {
            return true;
        }
        throw new IllegalStateException("Demo round: " + outcome);
    }
}
