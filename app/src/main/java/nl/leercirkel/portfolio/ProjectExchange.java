package nl.leercirkel.portfolio;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What bringing projects in from elsewhere needs beside reading: the choices of a form, earlier versions, and saving. */
@Service
public class ProjectExchange {
    private final PortfolioEditor editor;

    ProjectExchange(PortfolioEditor editor) {
        this.editor = editor;
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
        words.put(ProjectForm.MONEY + ".uit-programma", List.of("ja", "nee"));
        return words;
    }

    /** A project as it was in an earlier version; only for a project that the acting person sees. */
    @Transactional(readOnly = true)
    public Optional<TextForm> formerly(UUID projectId, int version) {
        return editor.historyOf(projectId).isEmpty()
                ? Optional.empty()
                : editor.snapshot(projectId, version).map(form -> form.in(ProjectForm.SHAPE));
    }

    /** As the page saves it: what the person may not change is left as it was. */
    @Transactional
    public SaveOutcome save(UUID projectId, int expectedVersion, ProjectData data, String remark) {
        return editor.saveProject(projectId, expectedVersion, data, remark);
    }
}
