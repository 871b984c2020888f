package nl.leercirkel.exchange;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import nl.leercirkel.exchange.ImportPlan.Difference;
import nl.leercirkel.exchange.ImportPlan.Kind;
import nl.leercirkel.exchange.ImportPlan.ProgrammeStep;
import nl.leercirkel.exchange.ImportPlan.Step;
import nl.leercirkel.portfolio.DutchMoments;
import nl.leercirkel.portfolio.FieldError;
import nl.leercirkel.portfolio.Parsed;
import nl.leercirkel.portfolio.ProgrammeDossier;
import nl.leercirkel.portfolio.ProgrammeFrame;
import nl.leercirkel.portfolio.ProjectData;
import nl.leercirkel.portfolio.ProjectDossier;
import nl.leercirkel.portfolio.ProjectExchange;
import nl.leercirkel.portfolio.ProjectForm;
import nl.leercirkel.portfolio.TextForm;
import org.springframework.stereotype.Component;

/**
 * Holds the programme and the projects of a file against what is stored. A project that changed in Leercirkel since the export is
 * compared with what it was then: only when the file changed it too do the two clash.
 */
@Component
class Planner {
    private static final int LONGEST_SHOWN = 300;

    private final ProjectExchange exchange;

    Planner(ProjectExchange exchange) {
        this.exchange = exchange;
    }

    ImportPlan plan(ProgrammeDossier programme, WorkbookParser.Parsed file) {
        Map<UUID, ProjectDossier> byId = new HashMap<>();
        Map<String, ProjectDossier> byName = new HashMap<>();
        programme.projects().forEach(project -> {
            byId.put(project.id(), project);
            byName.put(project.name().toLowerCase(Locale.ROOT), project);
        });
        List<CellError> errors = new ArrayList<>(file.errors());
        ProgrammeStep itself = file.programme() == null
                ? null
                : ProgrammePlanner.step(programme, file.programme(), errors).orElse(null);
        // what projects choose from is what the programme will be
        ProgrammeFrame frame =
                itself == null || itself.kind() == Kind.KEPT ? programme.frame() : ProgrammeFrame.of(itself.draft());
        List<Step> steps = new ArrayList<>();
        for (Imported project : file.projects()) {
            switch (ProjectForm.parse(project.form(), frame)) {
                case Parsed.Invalid<ProjectData>(List<FieldError> wrong) ->
                    wrong.forEach(error -> errors.add(project.place(error)));
                case Parsed.Valid<ProjectData>(ProjectData data) ->
                    step(project, data, byId, byName, errors).ifPresent(steps::add);
            }
        }
        return new ImportPlan(itself, steps, errors);
    }

    private Optional<Step> step(
            Imported project,
            ProjectData data,
            Map<UUID, ProjectDossier> byId,
            Map<String, ProjectDossier> byName,
            List<CellError> errors) {
        UUID key = project.key();
        ProjectDossier sameName = byName.get(project.name().toLowerCase(Locale.ROOT));
        TextForm wanted = ProjectForm.of(data);
        if (key == null) {
            if (sameName == null) {
                return Optional.of(step(Kind.ADDED, project, null, data, List.of(), ""));
            }
            if (wanted.equals(ProjectForm.of(sameName.data()))) {
                return Optional.of(step(Kind.SAME, project, sameName, data, List.of(), ""));
            }
            errors.add(
                    new CellError(
                            Layout.PROJECTS,
                            project.row(),
                            Layout.KEY,
                            "Er is al een project dat zo heet. Wilt u het wijzigen, maak dan eerst een export: daarin staat de sleutel."));
            return Optional.empty();
        }
        ProjectDossier stored = byId.get(key);
        if (stored == null) {
            errors.add(
                    new CellError(
                            Layout.PROJECTS,
                            project.row(),
                            Layout.KEY,
                            "Dit project is er niet (meer) in dit programma. Maak de sleutel leeg om het als nieuw project toe te voegen."));
            return Optional.empty();
        }
        if (sameName != null && !sameName.id().equals(key)) {
            errors.add(new CellError(
                    Layout.PROJECTS,
                    project.row(),
                    Layout.heading("naam"),
                    "Er is in dit programma al een ander project dat zo heet."));
            return Optional.empty();
        }
        TextForm now = ProjectForm.of(stored.data());
        if (wanted.equals(now)) {
            return Optional.of(step(Kind.SAME, project, stored, data, List.of(), ""));
        }
        if (stored.version() == project.version()) {
            return Optional.of(step(Kind.CHANGED, project, stored, data, differences(now, wanted), ""));
        }
        boolean untouched = exchange.formerly(key, project.version())
                .map(former -> former.equals(wanted))
                .orElse(false);
        String who = who(stored.changedBy(), stored.changedAt());
        return Optional.of(
                untouched
                        ? step(Kind.KEPT, project, stored, data, List.of(), who)
                        : step(Kind.CONFLICT, project, stored, data, differences(now, wanted), who));
    }

    private static Step step(
            Kind kind,
            Imported project,
            @org.jspecify.annotations.Nullable ProjectDossier stored,
            ProjectData data,
            List<Difference> differences,
            String note) {
        return new Step(
                kind,
                project.row(),
                data.name(),
                stored == null ? null : stored.id(),
                stored == null ? 0 : stored.version(),
                data,
                differences,
                note);
    }

    static List<Difference> differences(TextForm before, TextForm after) {
        List<Difference> differences = new ArrayList<>();
        after.values().forEach((field, text) -> {
            if (!text.equals(before.value(field))) {
                differences.add(new Difference(Layout.heading(field), shorten(before.value(field)), shorten(text)));
            }
        });
        after.sections().forEach((section, rows) -> {
            List<Map<String, String>> earlier = before.rows(section);
            if (!rows.equals(earlier)) {
                differences.add(new Difference(Layout.heading(section), count(earlier, rows), count(rows, earlier)));
            }
        });
        return differences;
    }

    /** How many rows there are, and the ones that the other side has not. */
    private static String count(List<Map<String, String>> rows, List<Map<String, String>> others) {
        StringBuilder text = new StringBuilder(rows.size() == 1 ? "1 rij" : rows.size() + " rijen");
        String only = rows.stream()
                .filter(row -> !others.contains(row))
                .map(row -> String.join(
                        ", ",
                        row.values().stream().filter(cell -> !cell.isEmpty()).toList()))
                .reduce((one, next) -> one + "; " + next)
                .orElse("");
        return shorten(
                only.isEmpty()
                        ? text.toString()
                        : text.append(": ").append(only).toString());
    }

    private static String shorten(String text) {
        return text.length() <= LONGEST_SHOWN ? text : text.substring(0, LONGEST_SHOWN) + "…";
    }

    static String who(String name, Instant moment) {
        return "gewijzigd door " + name + " op " + DutchMoments.moment(moment);
    }
}
