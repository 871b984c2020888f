package nl.leercirkel.portfolio;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What bringing a programme and its projects in from elsewhere needs beside reading: the choices of the forms, earlier
 * versions, and saving.
 */
@Service
public class ProjectExchange {
    private final PortfolioEditor editor;
    private final ProgrammeEditor programmes;

    ProjectExchange(PortfolioEditor editor, ProgrammeEditor programmes) {
        this.editor = editor;
        this.programmes = programmes;
    }

    /** The words that fields and columns ("fase", "geld.soort") choose from, in a programme. */
    public Map<String, List<String>> choices(ProgrammeFrame frame) {
        Map<String, List<String>> words = new LinkedHashMap<>();
        FormDesigns.project(frame, List.of()).options().forEach((field, options) -> {
            // action lines are several numbers in one field, which no list of a spreadsheet can offer
            if (!options.isEmpty() && !field.equals(PlanForm.ACTION_LINES)) {
                words.put(field, options.stream().map(FormView.Option::value).toList());
            }
        });
        for (String yesOrNo : List.of(
                ProjectForm.MONEY + ".uit-programma",
                ProgrammeForm.FUNDS + ".in-budget",
                ProgrammeForm.REQUIREMENTS + ".antwoord")) {
            words.put(yesOrNo, List.of("ja", "nee"));
        }
        return words;
    }

    /** A project as it was in an earlier version; only for a project that the acting person sees. */
    @Transactional(readOnly = true)
    public Optional<TextForm> formerly(UUID projectId, int version) {
        return editor.historyOf(projectId).isEmpty()
                ? Optional.empty()
                : editor.snapshot(projectId, version).map(form -> form.in(ProjectForm.SHAPE));
    }

    /** As the page saves it: everything of the programme, its lines and funds, but not its projects. */
    public SaveOutcome saveProgramme(UUID programmeId, int expectedVersion, ProgrammeForm.Draft draft) {
        return programmes.saveProgramme(programmeId, expectedVersion, draft);
    }

    /** As the page saves it: what the person may not change is left as it was. */
    @Transactional
    public SaveOutcome save(UUID projectId, int expectedVersion, ProjectData data, String remark) {
        return editor.saveProject(projectId, expectedVersion, data, remark);
    }
}
