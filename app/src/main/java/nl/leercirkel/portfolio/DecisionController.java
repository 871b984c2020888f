package nl.leercirkel.portfolio;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import nl.leercirkel.portfolio.Portfolios.RegisteredDecision;
import nl.leercirkel.security.Requires;
import nl.leercirkel.security.Right;
import nl.leercirkel.shell.Crumb;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** The register of decisions, with what is still to be done about them. */
@Controller
class DecisionController {
    private final Portfolios portfolios;
    private final Clock clock;

    DecisionController(Portfolios portfolios, Clock clock) {
        this.portfolios = portfolios;
        this.clock = clock;
    }

    /** A decision as one line of the register. */
    record Row(
            String project,
            String path,
            String programme,
            String kind,
            String badge,
            String moment,
            String why,
            String destination,
            String followUp,
            boolean due) {}

    @GetMapping("/besluiten")
    @Requires(value = Right.PROJECT_READ, subject = "decision")
    String decisions(Model model) {
        LocalDate today = LocalDate.ofInstant(clock.instant(), DutchMoments.ZONE);
        List<Row> rows =
                portfolios.decisions().stream().map(found -> row(found, today)).toList();
        long due = rows.stream().filter(Row::due).count();
        model.addAttribute("breadcrumbs", List.of(new Crumb("Besluiten", "/besluiten")));
        model.addAttribute("rows", rows);
        model.addAttribute("sentence", sentence(rows.size(), due));
        return "portfolio/decisions";
    }

    private static String sentence(int all, long due) {
        String count = all == 1 ? "1 besluit" : all + " besluiten";
        if (due == 0) {
            return count + ". Er is nu niets om opnieuw naar te kijken.";
        }
        return count + ", waarvan " + due + " nu om vervolg " + (due == 1 ? "vraagt." : "vragen.");
    }

    private static Row row(RegisteredDecision found, LocalDate today) {
        Decision decision = found.decision();
        return new Row(
                found.projectName(),
                "/projecten/" + found.projectId(),
                found.programmeName(),
                decision.kind().title(),
                ProjectRow.badge(decision.kind()),
                decision.decidedAt() == null ? "" : decision.decidedAt().format(),
                decision.reason().isBlank() ? decision.how() : decision.reason(),
                ProjectPage.destination(decision),
                ProjectPage.followUp(decision),
                decision.isDueOn(today));
    }
}
