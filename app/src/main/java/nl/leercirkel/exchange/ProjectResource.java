package nl.leercirkel.exchange;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import nl.leercirkel.portfolio.ProjectDossier;
import nl.leercirkel.portfolio.ProjectForm;
import nl.leercirkel.portfolio.TextForm;

/**
 * A project as the API gives it.
 *
 * @param fields by the names of the form and the workbook, each as text
 * @param rows per section (partners, geld, resultaten ...) its rows
 */
record ProjectResource(
        UUID id,
        UUID programmeId,
        int version,
        Instant changedAt,
        Map<String, String> fields,
        Map<String, List<Map<String, String>>> rows) {

    static ProjectResource of(ProjectDossier project) {
        TextForm form = ProjectForm.of(project.data());
        return new ProjectResource(
                project.id(),
                project.programmeId(),
                project.version(),
                project.changedAt(),
                form.values(),
                form.sections());
    }
}
