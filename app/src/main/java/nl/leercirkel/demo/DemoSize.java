package nl.leercirkel.demo;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import nl.leercirkel.portfolio.DutchMoments;
import nl.leercirkel.portfolio.Parsed;
import nl.leercirkel.portfolio.PortfolioEditor;
import nl.leercirkel.portfolio.Portfolios;
import nl.leercirkel.portfolio.ProgrammeEditor;
import nl.leercirkel.portfolio.ProgrammeForm;
import nl.leercirkel.portfolio.ProgrammeFrame;
import nl.leercirkel.portfolio.ProjectData;
import nl.leercirkel.portfolio.ProjectDossier;
import nl.leercirkel.portfolio.ProjectForm;
import nl.leercirkel.portfolio.SaveOutcome;
import nl.leercirkel.portfolio.TextForm;
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
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * A programme as large as a measurement asks for (leercirkel.demo.sizes, such as 1000,300): Dordrecht's projects over and
 * over, with twenty rounds in which they answered. Nothing is made when no size is asked for.
 */
@Component
class DemoSize {
    private static final int ROUNDS = 20;
    /** In the newest round everybody answers, in the others one of so many. */
    private static final int ANSWERING = 10;

    private final Set<Integer> sizes;
    private final ProgrammeEditor programmes;
    private final PortfolioEditor projects;
    private final Portfolios portfolios;
    private final RoundEditor rounds;
    private final Rounds asked;
    private final ReportEditor reports;
    private final Clock clock;

    DemoSize(
            @Value("${leercirkel.demo.sizes:}") Set<Integer> sizes,
            ProgrammeEditor programmes,
            PortfolioEditor projects,
            Portfolios portfolios,
            RoundEditor rounds,
            Rounds asked,
            ReportEditor reports,
            Clock clock) {
        this.sizes = sizes;
        this.programmes = programmes;
        this.projects = projects;
        this.portfolios = portfolios;
        this.rounds = rounds;
        this.asked = asked;
        this.reports = reports;
        this.clock = clock;
    }

    static String name(int size) {
        return "Meting met " + size + " projecten";
    }

    void load(DemoFile file, Actor manager) {
        for (int size : sizes) {
            if (!ActorContext.<Boolean, RuntimeException>callAs(manager, () -> programmes.exists(name(size)))) {
                load(file, size, manager);
            }
        }
    }

    private void load(DemoFile file, int size, Actor manager) {
        Map<String, String> values = new HashMap<>(file.programme().values());
        values.put("naam", name(size));
        ProgrammeForm.Draft draft =
                valid(ProgrammeForm.parse(new TextForm(values, file.programme().sections())));
        List<ProjectData> copies = copies(file, size, ProgrammeFrame.of(draft));
        UUID programmeId = as(manager, () -> {
            UUID id = saved(programmes.addProgramme(draft));
            projects.addProjects(id, copies, "Gemaakt voor een meting");
            return id;
        });
        List<ProjectDossier> stored = as(
                manager, () -> portfolios.programme(programmeId).orElseThrow().projects());
        for (int number = 1; number <= ROUNDS; number++) {
            round(programmeId, stored, draft.data().questions(), number, manager);
        }
    }

    private static List<ProjectData> copies(DemoFile file, int size, ProgrammeFrame frame) {
        List<ProjectData> copies = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            TextForm form = file.projects().get(i % file.projects().size());
            Map<String, String> values = new HashMap<>(form.values());
            values.put("naam", form.value("naam") + " " + (i + 1));
            copies.add(valid(ProjectForm.parse(new TextForm(values, form.sections()), frame)));
        }
        return copies;
    }

    private void round(
            UUID programmeId, List<ProjectDossier> projects, List<String> questions, int number, Actor manager) {
        Set<UUID> taking = new HashSet<>();
        projects.forEach(project -> taking.add(project.id()));
        Instant moment = clock.instant().minus((ROUNDS - number) * 90L + 30, ChronoUnit.DAYS);
        RoundDraft draft = new RoundDraft(
                programmeId,
                "Ronde " + number,
                "",
                LocalDate.ofInstant(moment.plus(20, ChronoUnit.DAYS), DutchMoments.ZONE),
                questions.stream()
                        .map(text -> new AskedQuestion(text, "", Question.topicOf(text)))
                        .toList(),
                taking);
        UUID roundId =
                Retelling.at(moment, () -> as(manager, () -> rounds.open(draft).orElseThrow()));
        List<Question> open = as(manager, () -> asked.questions(roundId));
        for (int i = 0; i < projects.size(); i++) {
            if (number == ROUNDS || i % ANSWERING == number % ANSWERING) {
                ProjectDossier project = projects.get(i);
                Retelling.at(
                        moment.plus(10, ChronoUnit.DAYS),
                        () -> as(
                                manager,
                                () -> done(reports.handIn(roundId, project.id(), 0, DemoAnswers.of(project, open)))));
            }
        }
        if (number < ROUNDS) {
            Retelling.at(moment.plus(25, ChronoUnit.DAYS), () -> as(manager, () -> rounds.close(roundId)));
        }
    }

    private static <T> T as(Actor actor, ScopedValue.CallableOp<T, RuntimeException> work) {
        return ActorContext.callAs(actor, work);
    }

    private static <T> T valid(Parsed<T> parsed) {
        if (parsed instanceof Parsed.Valid<T>(T value)) {
            return value;
        }
        throw new IllegalStateException("Large demo: " + parsed);
    }

    private static UUID saved(SaveOutcome outcome) {
        if (outcome instanceof SaveOutcome.Saved(UUID id)) {
            return id;
        }
        throw new IllegalStateException("Large demo: " + outcome);
    }

    private static boolean done(ReportOutcome outcome) {
        if (outcome instanceof ReportOutcome.Done) {
            return true;
        }
        throw new IllegalStateException("Large demo: " + outcome);
    }
}
