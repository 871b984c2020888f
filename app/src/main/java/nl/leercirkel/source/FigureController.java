package nl.leercirkel.source;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;
import nl.leercirkel.audit.ObjectHistory;
import nl.leercirkel.security.Action;
import nl.leercirkel.security.Requires;
import nl.leercirkel.security.Right;
import nl.leercirkel.shell.Crumb;
import nl.leercirkel.shell.NotFoundException;
import nl.leercirkel.standards.region.Municipalities;
import nl.leercirkel.standards.region.Municipality;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Figures of a dataset: one field of some municipalities through time, with its source. */
@Controller
class FigureController {
    private static final String SUBJECT = "dataset figure";
    private static final ZoneId ZONE = ZoneId.of("Europe/Amsterdam");
    private static final int MOST_MUNICIPALITIES = 6;
    private static final int LONGEST_TITLE = 200;

    private final DatasetAdministration datasets;
    private final Figures figures;
    private final ObjectHistory history;
    private final Clock clock;

    FigureController(DatasetAdministration datasets, Figures figures, ObjectHistory history, Clock clock) {
        this.datasets = datasets;
        this.figures = figures;
        this.history = history;
        this.clock = clock;
    }

    @GetMapping("/bronnen/{datasetId}/cijfers/nieuw")
    @Requires(value = Right.DATASET_MANAGE, subject = SUBJECT)
    String newFigure(@PathVariable UUID datasetId, Model model) {
        return form(dataset(datasetId), "", "", "", Map.of(), model);
    }

    @PostMapping("/bronnen/{datasetId}/cijfers")
    @Requires(value = Right.DATASET_MANAGE, subject = SUBJECT, action = Action.CREATE)
    String add(
            @PathVariable UUID datasetId,
            @RequestParam Map<String, String> form,
            HttpServletResponse response,
            Model model) {
        Dataset dataset = dataset(datasetId);
        String title = Typed.line(form, "titel");
        String field = Typed.line(form, "veld");
        String typed = Typed.lines(form, "gemeenten");
        Map<String, String> errors = new LinkedHashMap<>();
        if (title.isEmpty() || title.length() > LONGEST_TITLE) {
            errors.put("titel", "Geef het cijfer een titel van ten hoogste 200 tekens.");
        }
        OptionalInt at = dataset.definition().indexOf(field);
        if (at.isEmpty()
                || !dataset.definition().fields().get(at.getAsInt()).type().isNumeric()) {
            errors.put("veld", "Kies welk getal u wilt zien.");
        }
        List<String> codes = new ArrayList<>();
        List<String> unknown = new ArrayList<>();
        for (String name : typed.split("[,;\\n]")) {
            if (!name.isBlank()) {
                municipality(name.strip())
                        .map(Municipality::code)
                        .ifPresentOrElse(
                                code -> {
                                    if (!codes.contains(code)) {
                                        codes.add(code);
                                    }
                                },
                                () -> unknown.add(name.strip()));
            }
        }
        if (!unknown.isEmpty()) {
            errors.put(
                    "gemeenten",
                    "Deze gemeente bestaat nu niet: " + String.join(", ", unknown)
                            + ". Vul de naam of de code van een gemeente van nu in.");
        } else if (codes.isEmpty() || codes.size() > MOST_MUNICIPALITIES) {
            errors.put("gemeenten", "Vul 1 tot " + MOST_MUNICIPALITIES + " gemeenten in, met een komma ertussen.");
        }
        if (!errors.isEmpty()) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return form(dataset, title, field, typed, errors, model);
        }
        UUID id = figures.add(
                dataset,
                title,
                dataset.definition().fields().get(at.orElseThrow()).name(),
                codes);
        return "redirect:" + dataset.path() + "/cijfers/" + id;
    }

    private Optional<Municipality> municipality(String text) {
        Municipalities register = Municipalities.register();
        LocalDate today = LocalDate.ofInstant(clock.instant(), ZONE);
        return register.on(today).stream()
                .filter(each ->
                        each.name().equalsIgnoreCase(text) || each.code().equals(text))
                .findFirst();
    }

    private String form(
            Dataset dataset,
            String title,
            String field,
            String municipalities,
            Map<String, String> errors,
            Model model) {
        model.addAttribute("dataset", dataset);
        model.addAttribute("title", title);
        model.addAttribute("field", field);
        model.addAttribute("municipalities", municipalities);
        model.addAttribute("errors", errors);
        model.addAttribute(
                "fields",
                dataset.definition().numeric().stream()
                        .map(at -> dataset.definition().fields().get(at).name())
                        .map(name -> new Choice(name, name))
                        .toList());
        model.addAttribute(
                "breadcrumbs", List.of(new Crumb("Bronnen", "/bronnen"), new Crumb(dataset.name(), dataset.path())));
        return "source/figure-form";
    }

    @GetMapping("/bronnen/{datasetId}/cijfers/{figureId}")
    @Requires(value = Right.DATASET_READ, subject = SUBJECT)
    String show(@PathVariable UUID datasetId, @PathVariable UUID figureId, Model model) {
        Dataset dataset = dataset(datasetId);
        Figure figure =
                figures.find(datasetId, figureId).orElseThrow(() -> new NotFoundException("figure " + figureId));
        model.addAttribute("dataset", dataset);
        model.addAttribute("figure", figure);
        switch (figures.make(figure)) {
            case Figures.Made.Impossible(String reason) -> model.addAttribute("reason", reason);
            case Figures.Made.Series(Version version, MunicipalitySeries series) -> {
                model.addAttribute("version", version);
                if (series.periods().isEmpty()) {
                    model.addAttribute(
                            "reason", "In versie " + version.number() + " staan geen rijen van deze gemeenten.");
                } else {
                    model.addAttribute("chart", FigureChart.of(figure, series, SourceNote.of(dataset, version)));
                    model.addAttribute("gaps", gaps(series));
                }
            }
        }
        model.addAttribute(
                "looks",
                DatasetController.mayManage() ? looks(datasetId, figureId) : List.<DatasetController.LookLine>of());
        model.addAttribute("breadcrumbs", ImportShell.crumbs(dataset, figure.title(), figure.path()));
        return "source/figure";
    }

    /** The same figures as a file: a number, or why there is none. */
    @GetMapping("/bronnen/{datasetId}/cijfers/{figureId}/cijfer.csv")
    @Requires(value = Right.DATASET_READ, subject = SUBJECT, action = Action.EXPORT)
    ResponseEntity<byte[]> download(@PathVariable UUID datasetId, @PathVariable UUID figureId) {
        Dataset dataset = dataset(datasetId);
        Figure figure =
                figures.find(datasetId, figureId).orElseThrow(() -> new NotFoundException("figure " + figureId));
        return switch (figures.make(figure)) {
            case Figures.Made.Impossible(String reason) ->
                ImportShell.csv("cijfer.csv", FigureFile.withoutFigure(figure.title(), reason));
            case Figures.Made.Series(Version version, MunicipalitySeries series) ->
                ImportShell.csv("cijfer.csv", FigureFile.of(series, SourceNote.of(dataset, version)));
        };
    }

    private List<DatasetController.LookLine> looks(UUID datasetId, UUID figureId) {
        List<String> objects = new ArrayList<>();
        DatasetController.both(objects, datasetId, figureId);
        return DatasetController.LookLine.latest(history, objects);
    }

    /** Why a number is not there, for each municipality and period. */
    private static List<String> gaps(MunicipalitySeries series) {
        List<String> gaps = new ArrayList<>();
        for (Municipality municipality : series.municipalities()) {
            var values = series.values(municipality.code());
            for (int at = 0; at < values.size(); at++) {
                String reason = MunicipalitySeries.reason(values.get(at));
                if (!reason.isEmpty()) {
                    gaps.add(municipality.name() + ", " + series.periods().get(at) + ": " + reason);
                }
            }
        }
        return gaps;
    }

    private Dataset dataset(UUID id) {
        return datasets.find(id).orElseThrow(() -> new NotFoundException("dataset " + id));
    }
}
