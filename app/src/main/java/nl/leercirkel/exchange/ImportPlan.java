package nl.leercirkel.exchange;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import nl.leercirkel.portfolio.ProgrammeForm;
import nl.leercirkel.portfolio.ProjectData;
import org.jspecify.annotations.Nullable;

/**
 * What a file would do: with the programme, per project, or the errors because of which it does nothing.
 *
 * @param programme null when the file does not say a valid one, which is among the errors
 */
record ImportPlan(@Nullable ProgrammeStep programme, List<Step> steps, List<CellError> errors) {

    ImportPlan {
        steps = List.copyOf(steps);
        errors = List.copyOf(errors);
    }

    enum Kind {
        ADDED,
        CHANGED,
        /** The file says what Leercirkel says already. */
        SAME,
        /** Changed in Leercirkel since the export, not in the file: it stays as it is in Leercirkel. */
        KEPT,
        /** Changed in Leercirkel since the export, and in the file as well. */
        CONFLICT
    }

    /**
     * What happens with one project.
     *
     * @param version as stored now
     * @param note who changed it since, for a conflict
     */
    record Step(
            Kind kind,
            int row,
            String name,
            @Nullable UUID projectId,
            int version,
            ProjectData data,
            List<Difference> differences,
            String note) {
        public String path() {
            return projectId == null ? "" : "/projecten/" + projectId;
        }
    }

    /** What happens with the programme itself; it is never {@link Kind#ADDED}. */
    record ProgrammeStep(
            Kind kind,
            int row,
            String name,
            UUID programmeId,
            int version,
            ProgrammeForm.Draft draft,
            List<Difference> differences,
            String note) {
        public String path() {
            return "/portfolio/" + programmeId;
        }
    }

    /** A field or sheet that changes. */
    record Difference(String what, String before, String after) {}

    List<Step> of(Kind kind) {
        return steps.stream().filter(step -> step.kind == kind).toList();
    }

    /** The programme when this happens with it. */
    Optional<ProgrammeStep> programme(Kind kind) {
        return Optional.ofNullable(programme).filter(step -> step.kind == kind);
    }

    boolean hasChanges() {
        return programme(Kind.CHANGED).isPresent()
                || steps.stream().anyMatch(step -> step.kind == Kind.ADDED || step.kind == Kind.CHANGED);
    }

    /** Whether it can be stored as a whole. */
    boolean isSound() {
        return errors.isEmpty()
                && of(Kind.CONFLICT).isEmpty()
                && programme(Kind.CONFLICT).isEmpty();
    }

    ImportPlan with(List<CellError> more) {
        List<CellError> all = new ArrayList<>(errors);
        all.addAll(more);
        return new ImportPlan(programme, steps, all);
    }
}
