package nl.leercirkel.demo;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import nl.leercirkel.portfolio.Dossiers;
import nl.leercirkel.portfolio.FieldError;
import nl.leercirkel.portfolio.Parsed;
import nl.leercirkel.portfolio.ProgrammeDossier;
import nl.leercirkel.portfolio.ProgrammeForm;
import nl.leercirkel.portfolio.ProgrammeFrame;
import nl.leercirkel.portfolio.ProjectData;
import nl.leercirkel.portfolio.ProjectForm;
import nl.leercirkel.portfolio.TextForm;

/** The portfolios of the demo, read by the same reader as the demo itself. */
public final class DemoDossiers {
    private DemoDossiers() {}

    public static ProgrammeDossier dordrecht() {
        return read("/demo/dordrecht.yaml", Map.of());
    }

    /** Dordrecht with one amount typed differently. */
    public static ProgrammeDossier dordrechtWithAmount(String project, String amount) {
        return read("/demo/dordrecht.yaml", Map.of(project, amount));
    }

    public static ProgrammeDossier venlo() {
        return read("/demo/venlo.yaml", Map.of());
    }

    public static ProgrammeDossier middenLimburgOost() {
        return read("/demo/midden-limburg-oost.yaml", Map.of());
    }

    private static ProgrammeDossier read(String resource, Map<String, String> amounts) {
        DemoFile file = DemoFile.read(resource);
        ProgrammeForm.Draft programme = valid(ProgrammeForm.parse(file.programme()));
        ProgrammeFrame frame = ProgrammeFrame.of(programme);
        List<ProjectData> projects = file.projects().stream()
                .map(form -> valid(ProjectForm.parse(changed(form, amounts), frame)))
                .toList();
        return Dossiers.of(programme, projects);
    }

    private static TextForm changed(TextForm form, Map<String, String> amounts) {
        String amount = amounts.get(form.value("naam"));
        if (amount == null) {
            return form;
        }
        List<Map<String, String>> money = new ArrayList<>(form.rows("geld"));
        Map<String, String> first = new HashMap<>(money.getFirst());
        first.put("bedrag", amount);
        money.set(0, first);
        Map<String, List<Map<String, String>>> sections = new HashMap<>(form.sections());
        sections.put("geld", money);
        return new TextForm(form.values(), sections);
    }

    private static <T> T valid(Parsed<T> parsed) {
        return switch (parsed) {
            case Parsed.Valid<T>(T value) -> value;
            case Parsed.Invalid<T>(List<FieldError> errors) ->
                throw new AssertionError(Arrays.toString(errors.toArray()));
        };
    }
}
