package nl.leercirkel.portfolio;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

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

    /** What it gives its projects to choose from. */
    public ProgrammeFrame frame() {
        return new ProgrammeFrame(lines.stream().map(Line::name).toList(), data.actionLines(), data.criteria());
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

    /** What is not right about the programme itself: its funds, and its projects against its lines and budget. */
    public List<Check> checks() {
        return Stream.concat(FundChecks.of(data).stream(), overview().checks().stream())
                .toList();
    }

    /** Whether anything contradicts itself, in the programme or in one of its projects. */
    public boolean hasContradictions() {
        return checks().stream().anyMatch(Check::isContradiction)
                || projects.stream()
                        .anyMatch(project -> project.checks().stream().anyMatch(Check::isContradiction));
    }
}
