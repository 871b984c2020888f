package nl.leercirkel.exchange;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import nl.leercirkel.exchange.ImportPlan.Kind;
import nl.leercirkel.exchange.ImportPlan.ProgrammeStep;
import nl.leercirkel.portfolio.FieldError;
import nl.leercirkel.portfolio.Line;
import nl.leercirkel.portfolio.Parsed;
import nl.leercirkel.portfolio.ProgrammeDossier;
import nl.leercirkel.portfolio.ProgrammeForm;
import nl.leercirkel.portfolio.TextForm;
import nl.leercirkel.security.Sha256;

/**
 * Holds the programme of a file against the stored one. Of a programme no earlier versions are kept, so the file carries a
 * print of what was exported: when it still says that, it is not the file that changed.
 */
final class ProgrammePlanner {
    private ProgrammePlanner() {}

    static Optional<ProgrammeStep> step(ProgrammeDossier stored, Imported file, List<CellError> errors) {
        if (!stored.id().equals(file.key())) {
            errors.add(new CellError(
                    Layout.PROGRAMME,
                    file.row(),
                    Layout.KEY,
                    "Dit bestand hoort bij een ander programma. Lees het daar in, of begin met de export of het sjabloon van"
                            + " dit programma."));
            return Optional.empty();
        }
        return switch (ProgrammeForm.parse(withKnownLines(file.form(), stored.lines()))) {
            case Parsed.Invalid<ProgrammeForm.Draft>(List<FieldError> wrong) -> {
                wrong.forEach(error -> errors.add(file.place(error)));
                yield Optional.empty();
            }
            case Parsed.Valid<ProgrammeForm.Draft>(ProgrammeForm.Draft draft) -> Optional.of(step(stored, file, draft));
        };
    }

    private static ProgrammeStep step(ProgrammeDossier stored, Imported file, ProgrammeForm.Draft draft) {
        TextForm wanted = ProgrammeForm.of(draft);
        TextForm now = ProgrammeForm.of(stored);
        if (wanted.equals(now)) {
            return step(Kind.SAME, stored, file, draft, List.of(), "");
        }
        if (stored.version() == file.version()) {
            return step(Kind.CHANGED, stored, file, draft, Planner.differences(now, wanted), "");
        }
        String who = Planner.who(stored.changedBy(), stored.changedAt());
        return print(wanted).equals(file.print())
                ? step(Kind.KEPT, stored, file, draft, List.of(), who)
                : step(Kind.CONFLICT, stored, file, draft, Planner.differences(now, wanted), who);
    }

    private static ProgrammeStep step(
            Kind kind,
            ProgrammeDossier stored,
            Imported file,
            ProgrammeForm.Draft draft,
            List<ImportPlan.Difference> differences,
            String note) {
        return new ProgrammeStep(
                kind, file.row(), draft.data().name(), stored.id(), stored.version(), draft, differences, note);
    }

    /** A line without a key that is called as a stored one is that one, so that the same file twice adds nothing. */
    private static TextForm withKnownLines(TextForm form, List<Line> stored) {
        Map<String, String> byName = new HashMap<>();
        stored.forEach(line ->
                byName.put(line.name().toLowerCase(Locale.ROOT), line.id().toString()));
        form.rows(ProgrammeForm.LINES).forEach(row -> byName.values().remove(row.getOrDefault("id", "")));
        List<Map<String, String>> lines = new ArrayList<>();
        for (Map<String, String> row : form.rows(ProgrammeForm.LINES)) {
            Map<String, String> line = new LinkedHashMap<>(row);
            if (line.getOrDefault("id", "").isEmpty()) {
                line.put("id", byName.getOrDefault(line.getOrDefault("naam", "").toLowerCase(Locale.ROOT), ""));
            }
            lines.add(line);
        }
        Map<String, List<Map<String, String>>> sections = new LinkedHashMap<>(form.sections());
        sections.put(ProgrammeForm.LINES, lines);
        return new TextForm(form.values(), sections);
    }

    /** What a programme says, in a few characters. */
    static String print(TextForm form) {
        return HexFormat.of().formatHex(Sha256.of(form.values() + "\n" + form.sections()), 0, 8);
    }
}
