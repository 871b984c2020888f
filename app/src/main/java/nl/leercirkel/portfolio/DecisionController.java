package nl.leercirkel.portfolio;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import nl.leercirkel.portfolio.DecisionRegister.Counts;
import nl.leercirkel.portfolio.DecisionRegister.Part;
import nl.leercirkel.portfolio.Portfolios.RegisteredDecision;
import nl.leercirkel.security.Requires;
import nl.leercirkel.security.Right;
import nl.leercirkel.shell.Crumb;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The register of decisions, with what is still to be done about them. */
@Controller
class DecisionController {
    private final DecisionRegister register;
    private final Clock clock;

    DecisionController(DecisionRegister register, Clock clock) {
        this.register = register;
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
            String destinationPath,
            String followUp,
            boolean due) {}

    /** A tab: one part of the register. */
    record Tab(String name, String address, boolean current) {}

    @GetMapping("/besluiten")
    @Requires(value = Right.PROJECT_READ, subject = "decision")
    String decisions(
            @RequestParam(defaultValue = "") String toon,
            @RequestParam(defaultValue = "1") String pagina,
            Model model) {
        LocalDate today = LocalDate.ofInstant(clock.instant(), DutchMoments.ZONE);
        Part part = Part.of(toon);
        Counts counts = register.counts(today);
        int pages = Math.max(1, (counts.of(part) + DecisionRegister.PAGE - 1) / DecisionRegister.PAGE);
        int page = pagina.matches("[1-9]\\d{0,4}") ? Math.min(pages, Integer.parseInt(pagina)) : 1;
        model.addAttribute("breadcrumbs", List.of(new Crumb("Besluiten", "/besluiten")));
        model.addAttribute(
                "rows",
                register.find(part, today, page).stream()
                        .map(found -> row(found, today))
                        .toList());
        model.addAttribute("sentence", sentence(counts.all(), counts.due()));
        model.addAttribute("none", counts.all() == 0);
        model.addAttribute(
                "tabs",
                List.of(
                        tab("Alle", Part.ALL, part, counts),
                        tab("Nu te doen", Part.DUE, part, counts),
                        tab("Gepland", Part.PLANNED, part, counts)));
        model.addAttribute("page", page);
        model.addAttribute("pages", pages);
        model.addAttribute("address", address(part));
        return "portfolio/decisions";
    }

    private static Tab tab(String name, Part part, Part current, Counts counts) {
        return new Tab(name + " (" + counts.of(part) + ")", address(part), part == current);
    }

    private static String address(Part part) {
        return part == Part.ALL ? "/besluiten" : "/besluiten?toon=" + part.parameter();
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
                ProjectPage.destinationPath(decision),
                ProjectPage.followUp(decision),
                decision.isDueOn(today));
    }
}
