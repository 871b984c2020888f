package nl.leercirkel.portfolio;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Stream;
import nl.leercirkel.security.Actor;
import nl.leercirkel.security.ActorContext;
import nl.leercirkel.security.Requires;
import nl.leercirkel.security.Right;
import nl.leercirkel.shell.Crumb;
import nl.leercirkel.shell.NotFoundException;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.thymeleaf.context.LazyContextVariable;

/** The programmes of the authority, and one programme with its money and projects. */
@Controller
class PortfolioController {
    static final Crumb PORTFOLIO = new Crumb("Portfolio", "/portfolio");

    private final Portfolios portfolios;
    private final Overviews overviews;

    PortfolioController(Portfolios portfolios, Overviews overviews) {
        this.portfolios = portfolios;
        this.overviews = overviews;
    }

    @GetMapping("/portfolio")
    @Requires(value = Right.PROJECT_READ, subject = "portfolio")
    String portfolio(Model model) {
        Actor actor = ActorContext.required();
        model.addAttribute("breadcrumbs", List.of(PORTFOLIO));
        if (!actor.may(Right.PORTFOLIO_READ)) {
            model.addAttribute("rows", overviews.visible());
            return "portfolio/own-projects";
        }
        model.addAttribute("programmes", portfolios.programmes());
        model.addAttribute("mayEdit", actor.may(Right.PROGRAMME_EDIT));
        return "portfolio/programmes";
    }

    @GetMapping("/portfolio/overzicht")
    @Requires(value = Right.PROJECT_READ, subject = "portfolio")
    String overview(@RequestParam Map<String, String> parameters, Model model) {
        ProjectFilter filter = ProjectFilter.of(parameters);
        int page = page(parameters);
        model.addAttribute("breadcrumbs", List.of(PORTFOLIO, new Crumb("Alle projecten", "/portfolio/overzicht")));
        model.addAttribute("mayReadAll", ActorContext.required().may(Right.PORTFOLIO_READ));
        model.addAttribute("view", overviews.view(filter, page));
        Later<Overviews.Hits> hits = new Later<>(() -> overviews.find(filter, page));
        list(hits, new Later<>(() -> overviews.choices(null)), filter, "/portfolio/overzicht", model);
        return "portfolio/overview";
    }

    @GetMapping("/portfolio/{programmeId}")
    @Requires(value = Right.PORTFOLIO_READ, subject = "programme")
    String programme(@PathVariable UUID programmeId, @RequestParam Map<String, String> parameters, Model model) {
        ProjectFilter filter = ProjectFilter.of(parameters);
        Overviews.Programme programme = overviews
                .programme(programmeId, filter, page(parameters))
                .orElseThrow(() -> new NotFoundException("programme " + programmeId));
        ProgrammeData data = programme.header().data();
        PortfolioOverview overview = programme.overview();
        Actor actor = ActorContext.required();
        String path = "/portfolio/" + programmeId;
        model.addAttribute("breadcrumbs", List.of(PORTFOLIO, new Crumb(data.name(), path)));
        model.addAttribute("path", path);
        model.addAttribute("data", data);
        model.addAttribute("description", Prose.blocks(data.description()));
        model.addAttribute("overview", overview);
        model.addAttribute(
                "money",
                FinancialTable.of(
                        overview, programme.items(), !programme.lines().isEmpty()));
        List<Shown> shown = checks(programme, overview);
        model.addAttribute(
                "contradictions",
                shown.stream().filter(found -> found.check.isContradiction()).toList());
        model.addAttribute(
                "gaps",
                shown.stream().filter(found -> !found.check.isContradiction()).toList());
        model.addAttribute(
                "untold",
                Math.max(
                        0,
                        programme.contradictions() - programme.contradicting().size()));
        model.addAttribute("funds", data.funds().stream().map(FundView::of).toList());
        model.addAttribute("actionLines", actionLines(data, programme.items()));
        model.addAttribute("mayEditProgramme", actor.may(Right.PROGRAMME_EDIT));
        model.addAttribute("mayAddProject", actor.may(Right.PROJECT_EDIT));
        list(new Later<>(programme::hits), new Later<>(() -> overviews.choices(programmeId)), filter, path, model);
        return "portfolio/programme";
    }

    /** Looked up when the template asks for it: not at all when the list was kept. */
    private static final class Later<T> extends LazyContextVariable<T> {
        private final Supplier<T> value;

        Later(Supplier<T> value) {
            this.value = value;
        }

        @Override
        protected T loadValue() {
            return value.get();
        }
    }

    private static void list(
            Later<Overviews.Hits> hits,
            Later<Overviews.Choices> choices,
            ProjectFilter filter,
            String path,
            Model model) {
        model.addAttribute("rows", new Later<>(() -> hits.getValue().rows()));
        model.addAttribute("hits", hits);
        model.addAttribute("filter", filter);
        model.addAttribute("choices", choices);
        model.addAttribute("states", FormView.options(ProjectState.class));
        model.addAttribute("lights", with(FormView.options(Light.class), "Nog niet gemeld"));
        model.addAttribute("decisions", with(FormView.options(DecisionKind.class), "Nog geen besluit"));
        model.addAttribute("address", filter.address(path));
    }

    private static int page(Map<String, String> parameters) {
        String page = parameters.getOrDefault("pagina", "1");
        return page.matches("[1-9]\\d{0,4}") ? Integer.parseInt(page) : 1;
    }

    private static List<FormView.Option> with(List<FormView.Option> options, String none) {
        List<FormView.Option> all = new ArrayList<>(options);
        all.add(new FormView.Option(ProjectFilter.NONE, none));
        return all;
    }

    /**
     * An action line with the projects that point at it.
     *
     * @param projects the first of them
     * @param more how many there are besides
     */
    record ActionLineView(int number, String name, List<Overviews.Item> projects, int more) {}

    private static List<ActionLineView> actionLines(ProgrammeData data, List<Overviews.Item> items) {
        return data.actionLines().stream()
                .map(line -> {
                    List<Overviews.Item> own = items.stream()
                            .filter(item -> item.actionLines().contains(line.number()))
                            .toList();
                    List<Overviews.Item> first = own.subList(0, Math.min(own.size(), 20));
                    return new ActionLineView(line.number(), line.format(), first, own.size() - first.size());
                })
                .toList();
    }

    /** A check with the project it is about, when it is about one. */
    record Shown(String project, String path, Check check) {}

    private static List<Shown> checks(Overviews.Programme programme, PortfolioOverview overview) {
        return Stream.of(
                        FundChecks.of(programme.header().data()).stream().map(check -> new Shown("", "", check)),
                        overview.checks().stream().map(check -> new Shown("", "", check)),
                        programme.contradicting().stream()
                                .flatMap(project -> project.checks().stream()
                                        .filter(Check::isContradiction)
                                        .map(check -> new Shown(project.name(), project.path(), check))))
                .flatMap(shown -> shown)
                .toList();
    }
}
