package nl.leercirkel.demo;

import java.util.List;
import java.util.UUID;
import nl.leercirkel.organisation.PartnerDraft;
import nl.leercirkel.organisation.Partners;
import nl.leercirkel.portfolio.FieldError;
import nl.leercirkel.portfolio.Parsed;
import nl.leercirkel.portfolio.PortfolioEditor;
import nl.leercirkel.portfolio.ProgrammeEditor;
import nl.leercirkel.portfolio.ProgrammeForm;
import nl.leercirkel.portfolio.ProgrammeFrame;
import nl.leercirkel.portfolio.ProjectForm;
import nl.leercirkel.portfolio.SaveOutcome;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Stores a demo file at the acting person's authority, all or nothing. A programme that is already there is left alone:
 * starting again never undoes what somebody changed in the demo.
 */
@Service
class DemoLoader {
    private final Partners partners;
    private final ProgrammeEditor programmes;
    private final PortfolioEditor projects;

    DemoLoader(Partners partners, ProgrammeEditor programmes, PortfolioEditor projects) {
        this.partners = partners;
        this.programmes = programmes;
        this.projects = projects;
    }

    /** Whether anything was stored. */
    @Transactional
    public boolean load(DemoFile file) {
        ProgrammeForm.Draft programme = valid(ProgrammeForm.parse(file.programme()), file.authorityName());
        if (programmes.exists(programme.data().name())) {
            return false;
        }
        file.partners().forEach((name, kind) -> partners.obtain(PartnerDraft.of(name, kind)));
        ProgrammeFrame frame = ProgrammeFrame.of(programme);
        var programmeId = saved(programmes.addProgramme(programme));
        projects.addProjects(
                programmeId,
                file.projects().stream()
                        .map(form -> valid(ProjectForm.parse(form, frame), form.value("naam")))
                        .toList(),
                "Ingelezen uit " + programme.data().sourceKey());
        return true;
    }

    private static <T> T valid(Parsed<T> parsed, String where) {
        return switch (parsed) {
            case Parsed.Valid<T>(T value) -> value;
            case Parsed.Invalid<T>(List<FieldError> errors) ->
                throw new IllegalStateException("Demo file, " + where + ": " + errors);
        };
    }

    private static UUID saved(SaveOutcome outcome) {
        if (outcome instanceof SaveOutcome.Saved(UUID id)) {
            return id;
        }
        throw new IllegalStateException("Demo file: " + outcome);
    }
}
