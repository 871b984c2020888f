package nl.leercirkel.exchange;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import nl.leercirkel.portfolio.ProgrammeDossier;
import nl.leercirkel.portfolio.ProgrammeForm;
import nl.leercirkel.portfolio.ProjectDossier;
import nl.leercirkel.portfolio.ProjectForm;
import nl.leercirkel.portfolio.TextForm;

/**
 * A programme or a project as the API gives it.
 *
 * @param programmeId of a programme its own id
 * @param fields by the names of the form and the workbook, each as text
 * @param rows per section (partners, geld, resultaten, lijnen ...) its rows
 */
record FormResource(
        UUID id,
        UUID programmeId,
        int version,
        Instant changedAt,
        Map<String, String> fields,
        Map<String, List<Map<String, String>>> rows) {

    static FormResource of(ProjectDossier project) {
        return of(
                project.id(),
                project.programmeId(),
                project.version(),
                project.changedAt(),
                ProjectForm.of(project.data()));
    }

    static FormResource of(ProgrammeDossier programme) {
        return of(
                programme.id(),
                programme.id(),
                programme.version(),
                programme.changedAt(),
                ProgrammeForm.of(programme));
    }

    private static FormResource of(UUID id, UUID programmeId, int version, Instant changedAt, TextForm form) {
        return new FormResource(id, programmeId, version, changedAt, form.values(), form.sections());
    }
}
