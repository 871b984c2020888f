package nl.leercirkel.portfolio;

import java.util.List;

/**
 * What a programme gives its projects to choose from.
 *
 * @param lines names of its lines, in order
 * @param actionLines the national action lines
 * @param criteria that projects are judged on
 */
public record ProgrammeFrame(List<String> lines, List<ActionLine> actionLines, List<String> criteria) {
    public ProgrammeFrame {
        lines = List.copyOf(lines);
        actionLines = List.copyOf(actionLines);
        criteria = List.copyOf(criteria);
    }

    /** A programme with lines only. */
    public static ProgrammeFrame of(List<String> lines) {
        return new ProgrammeFrame(lines, List.of(), List.of());
    }

    /** As a draft of a programme has it. */
    public static ProgrammeFrame of(ProgrammeForm.Draft draft) {
        return new ProgrammeFrame(
                draft.lines().stream().map(ProgrammeForm.LineDraft::name).toList(),
                draft.data().actionLines(),
                draft.data().criteria());
    }
}
