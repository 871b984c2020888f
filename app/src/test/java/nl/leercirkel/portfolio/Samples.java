package nl.leercirkel.portfolio;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Projects for tests, written as forms write them. */
final class Samples {
    private Samples() {}

    /** A project of "naam", "value", "partners.0.naam", "value" ... */
    static ProjectData project(String... texts) {
        return switch (ProjectForm.parse(form(texts), List.of("Toegang", "Zorg"))) {
            case Parsed.Valid<ProjectData>(ProjectData data) -> data;
            case Parsed.Invalid<ProjectData>(List<FieldError> errors) ->
                throw new IllegalArgumentException(errors.toString());
        };
    }

    static TextForm form(String... texts) {
        Map<String, String> flat = new HashMap<>();
        for (int i = 0; i < texts.length; i += 2) {
            flat.put(texts[i], texts[i + 1]);
        }
        return TextForm.of(ProjectForm.SHAPE, flat);
    }

    static ProgrammeForm.Draft programme(String name, long budget, String... lines) {
        return new ProgrammeForm.Draft(
                new ProgrammeData(
                        name,
                        "programma",
                        Amount.of(BigDecimal.valueOf(budget)),
                        null,
                        null,
                        null,
                        null,
                        null,
                        "T1",
                        "Testbron",
                        "",
                        "",
                        List.of("passender", "sneller"),
                        List.of(),
                        List.of()),
                java.util.Arrays.stream(lines)
                        .map(line -> new ProgrammeForm.LineDraft(null, line, Amount.NOT_GIVEN))
                        .toList());
    }
}
