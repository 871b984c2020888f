package nl.leercirkel.portfolio;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** A programme as it is kept now, with its lines, its projects in order of line and number, and its totals. */
public record ProgrammeDossier(
        UUID id,
        int version,
        Instant changedAt,
        String changedBy,
        ProgrammeData data,
        List<Line> lines,
        List<ProjectDossier> projects) {

    public ProgrammeDossier {
        lines = List.copyOf(lines);
        projects = List.copyOf(projects);
    }

    public String name() {
        return data.name();
    }

    /** Totals per line and of the whole, computed from the projects. */
    public PortfolioOverview overview() {
        return PortfolioOverview.of(
                data.name(),
                data.totalBudget(),
                lines,
                projects.stream()
                        .map(project -> new PortfolioOverview.Item(
                                project.data().line(), project.data().plannedFromProgramme()))
                        .toList());
    }

    /** All that is not right: first of the programme, then of each project. */
    public boolean hasContradictions() {
        return overview().checks().stream().anyMatch(Check::isContradiction)
                || projects.stream()
                        .anyMatch(project -> project.checks().stream().anyMatch(Check::isContradiction));
    }
}
