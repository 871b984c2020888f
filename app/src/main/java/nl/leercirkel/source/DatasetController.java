package nl.leercirkel.source;

import jakarta.servlet.http.HttpServletResponse;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import nl.leercirkel.audit.ObjectHistory;
import nl.leercirkel.security.Action;
import nl.leercirkel.security.ActorContext;
import nl.leercirkel.security.Requires;
import nl.leercirkel.security.Right;
import nl.leercirkel.shell.ContributedSource;
import nl.leercirkel.shell.Crumb;
import nl.leercirkel.shell.NotFoundException;
import nl.leercirkel.shell.Notice;
import nl.leercirkel.shell.SourceContribution;
import nl.leercirkel.source.check.Definition;
import nl.leercirkel.source.check.FieldType;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The list of datasets, and everything about one. */
@Controller
class DatasetController {
    private static final String SUBJECT = "dataset";
    private static final int MOST_LOOKS = 20;

    private final DatasetAdministration datasets;
    private final Imports imports;
    private final SourceUses uses;
    private final Figures figures;
    private final Supplies supplies;
    private final ObjectHistory history;
    private final List<SourceContribution> contributions;

    DatasetController(
            DatasetAdministration datasets,
            Imports imports,
            SourceUses uses,
            Figures figures,
            Supplies supplies,
            ObjectHistory history,
            List<SourceContribution> contributions) {
        this.datasets = datasets;
        this.imports = imports;
        this.uses = uses;
        this.figures = figures;
        this.supplies = supplies;
        this.history = history;
        this.contributions = contributions;
    }

    /** Who looked, as the page shows it. */
    record LookLine(String when, String who, String actionKey, String subjectKey) {
        /** The last times that somebody looked at one of these. */
        static List<LookLine> latest(ObjectHistory history, List<String> objects) {
            return history.latest(objects, MOST_LOOKS).stream()
                    .map(look -> new LookLine(
                            SourceNote.moment(look.when()),
                            look.person(),
                            look.actionKey(),
                            "audit.subject." + look.subject()))
                    .toList();
        }
    }

    /** Which figure rests on which version, as the page shows it. */
    record UseLine(int version, boolean current, String title, String path, String when) {}

    @GetMapping("/bronnen")
    @Requires(value = Right.DATASET_READ, subject = SUBJECT, action = Action.SEARCH)
    String list(@RequestParam(name = "q", defaultValue = "") String typed, Locale locale, Model model) {
        String text = Typed.line(typed);
        model.addAttribute("datasets", datasets.list(text));
        model.addAttribute("contributed", contributed(text, locale));
        model.addAttribute("text", text);
        model.addAttribute("mayManage", mayManage());
        return "source/list";
    }

    /** What figures rest on that is no dataset, for who looks for it by the same words. */
    private List<ContributedSource> contributed(String text, Locale locale) {
        String wanted = text.toLowerCase(locale);
        return contributions.stream()
                .flatMap(one -> one.sources(ActorContext.required(), locale).stream())
                .filter(source -> (source.name() + " " + source.supplier())
                        .toLowerCase(locale)
                        .contains(wanted))
                .toList();
    }

    @GetMapping("/bronnen/nieuw")
    @Requires(value = Right.DATASET_MANAGE, subject = SUBJECT)
    String newDataset(Model model) {
        return form(null, 0, AboutForm.empty(), List.of(), Map.of(), model);
    }

    @PostMapping("/bronnen")
    @Requires(value = Right.DATASET_MANAGE, subject = SUBJECT, action = Action.CREATE)
    String create(
            @RequestParam Map<String, String> fields,
            HttpServletResponse response,
            RedirectAttributes redirect,
            Model model) {
        AboutForm about = AboutForm.read(fields);
        Map<String, String> errors = about.errors();
        if (errors.isEmpty()) {
            var added = datasets.add(about.about());
            if (added.isPresent()) {
                Notice.success(
                        redirect, "De bron is gemaakt. Lees nu een bestand in, of zeg eerst welke velden zij heeft.");
                return "redirect:" + Dataset.path(added.get());
            }
            errors.put("naam", "Er is al een bron die zo heet.");
        }
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        return form(null, 0, about, List.of(), errors, model);
    }

    @GetMapping("/bronnen/{datasetId}")
    @Requires(value = Right.DATASET_READ, subject = SUBJECT)
    String show(@PathVariable UUID datasetId, Model model) {
        Dataset dataset = known(datasetId);
        List<Version> versions = datasets.versions(datasetId);
        model.addAttribute("dataset", dataset);
        model.addAttribute("versions", versions);
        model.addAttribute(
                "current",
                versions.stream().filter(Version::current).findFirst().orElse(null));
        model.addAttribute("uses", uses(datasetId, versions));
        model.addAttribute("figures", figures.ofDataset(datasetId));
        model.addAttribute(
                "drawable",
                dataset.definition().first(FieldType.MUNICIPALITY).isPresent()
                        && dataset.definition().first(FieldType.PERIOD).isPresent()
                        && !dataset.definition().numeric().isEmpty());
        model.addAttribute("supply", supplies.find(datasetId).orElse(null));
        model.addAttribute(
                "takeable", versions.stream().filter(Version::current).anyMatch(RowsController::mayTake));
        model.addAttribute("mayManage", mayManage());
        if (mayManage()) {
            List<Import> open = imports.ofDataset(datasetId);
            model.addAttribute("imports", open);
            model.addAttribute("looks", looks(datasetId, versions, open));
        }
        model.addAttribute("breadcrumbs", List.of(new Crumb("Bronnen", "/bronnen")));
        return "source/dataset";
    }

    private List<UseLine> uses(UUID datasetId, List<Version> versions) {
        return uses.ofDataset(datasetId).stream()
                .map(use -> new UseLine(
                        use.versionNumber(),
                        versions.stream()
                                .anyMatch(version ->
                                        version.current() && version.id().equals(use.versionId())),
                        use.title(),
                        use.path(),
                        SourceNote.moment(use.lastUsedAt())))
                .toList();
    }

    private List<LookLine> looks(UUID datasetId, List<Version> versions, List<Import> open) {
        List<String> objects = new ArrayList<>();
        objects.add(datasetId.toString());
        versions.forEach(version -> both(objects, datasetId, version.id()));
        open.forEach(of -> both(objects, datasetId, of.id()));
        figures.ofDataset(datasetId).forEach(figure -> both(objects, datasetId, figure.id()));
        return LookLine.latest(history, objects);
    }

    /** The log names a page by the identifiers in its path, in no certain order. */
    static void both(List<String> objects, UUID dataset, UUID part) {
        objects.add(dataset + "/" + part);
        objects.add(part + "/" + dataset);
    }

    @GetMapping("/bronnen/{datasetId}/wijzigen")
    @Requires(value = Right.DATASET_MANAGE, subject = SUBJECT)
    String edit(@PathVariable UUID datasetId, Model model) {
        Dataset dataset = known(datasetId);
        return form(
                dataset,
                dataset.revision(),
                AboutForm.of(dataset.about()),
                dataset.definition().fields().stream().map(FieldForm::of).toList(),
                Map.of(),
                model);
    }

    @PostMapping("/bronnen/{datasetId}/wijzigen")
    @Requires(value = Right.DATASET_MANAGE, subject = SUBJECT, action = Action.CHANGE)
    String change(
            @PathVariable UUID datasetId,
            @RequestParam Map<String, String> form,
            HttpServletResponse response,
            RedirectAttributes redirect,
            Model model) {
        Dataset dataset = known(datasetId);
        AboutForm about = AboutForm.read(form);
        List<FieldForm> fields = new ArrayList<>(FieldForm.read(form));
        int revision = Typed.number(form, "revisie", 0);
        if ("veld".equals(form.get("actie"))) {
            fields.add(FieldForm.empty());
            return form(dataset, revision, about, fields, Map.of(), model);
        }
        Map<String, String> errors = new LinkedHashMap<>(about.errors());
        errors.putAll(FieldForm.errors(fields));
        if (errors.isEmpty()) {
            Definition definition = FieldForm.definition(fields);
            definition.contradictions().forEach(wrong -> errors.putIfAbsent("velden", wrong));
            if (errors.isEmpty()) {
                switch (datasets.change(datasetId, revision, about.about(), definition)) {
                    case DONE -> {
                        Notice.success(redirect, "De bron is gewijzigd. Wat al was ingelezen, blijft zoals het was.");
                        return "redirect:" + dataset.path();
                    }
                    case NAME_TAKEN -> errors.put("naam", "Er is al een bron die zo heet.");
                    case CHANGED_MEANWHILE ->
                        errors.put(
                                "naam",
                                "Iemand anders heeft deze bron intussen gewijzigd. Open de pagina opnieuw en doe uw wijziging nog eens.");
                }
            }
        }
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        return form(dataset, revision, about, fields, errors, model);
    }

    private String form(
            @Nullable Dataset dataset,
            int revision,
            AboutForm about,
            List<FieldForm> fields,
            Map<String, String> errors,
            Model model) {
        model.addAttribute("dataset", dataset);
        model.addAttribute("revision", revision);
        model.addAttribute("form", about);
        model.addAttribute("fields", fields);
        model.addAttribute("errors", errors);
        model.addAttribute("rhythms", Refresh.values());
        model.addAttribute(
                "types",
                Arrays.stream(FieldType.values())
                        .map(type -> new Choice(type.name(), type.label()))
                        .toList());
        model.addAttribute(
                "others",
                datasets.list("").stream()
                        .filter(line -> dataset == null || !line.id().equals(dataset.id()))
                        .map(line -> new Choice(line.id().toString(), line.name()))
                        .toList());
        List<Crumb> crumbs = new ArrayList<>();
        crumbs.add(new Crumb("Bronnen", "/bronnen"));
        if (dataset != null) {
            crumbs.add(new Crumb(dataset.name(), dataset.path()));
        }
        model.addAttribute("breadcrumbs", crumbs);
        return "source/form";
    }

    private Dataset known(UUID id) {
        return datasets.find(id).orElseThrow(() -> new NotFoundException("dataset " + id));
    }

    static boolean mayManage() {
        return ActorContext.required().may(Right.DATASET_MANAGE);
    }
}
