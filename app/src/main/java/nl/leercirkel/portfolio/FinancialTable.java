package nl.leercirkel.portfolio;

import java.math.BigDecimal;
import java.util.List;
import nl.leercirkel.portfolio.PortfolioOverview.LineTotal;

/** The financial overview as a table: per line its projects and their sum, and the sum of all. */
record FinancialTable(
        List<Group> groups, String total, String budget, boolean contradicts, boolean grouped, boolean empty) {

    /**
     * A line with its projects.
     *
     * @param budget what the source says the line may cost; empty when it does not say
     */
    record Group(String name, List<Entry> entries, String subtotal, String budget, boolean contradicts) {}

    /** A project with its amount. */
    record Entry(String name, String path, String amount, boolean given, String note) {}

    static FinancialTable of(ProgrammeDossier programme) {
        PortfolioOverview overview = programme.overview();
        List<Group> groups = overview.lines().stream()
                .map(line -> group(line, programme.projects()))
                .toList();
        return new FinancialTable(
                groups,
                total(overview.total(), overview.projects(), overview.withoutAmount()),
                overview.budget().isGiven() ? overview.budget().format() : "",
                contradicts(overview.total(), overview.budget()),
                !programme.lines().isEmpty(),
                overview.withoutAmount() == overview.projects()
                        && !overview.budget().isGiven());
    }

    private static Group group(LineTotal line, List<ProjectDossier> projects) {
        return new Group(
                line.name(),
                projects.stream()
                        .filter(project -> project.data().line().equals(line.name()))
                        .map(FinancialTable::entry)
                        .toList(),
                total(line.total(), line.projects(), line.withoutAmount()),
                line.budget().isGiven() ? line.budget().format() : "",
                contradicts(line.total(), line.budget()));
    }

    private static Entry entry(ProjectDossier project) {
        Amount amount = project.data().plannedFromProgramme();
        String note = project.data().funding().stream()
                .filter(money -> money.plannedFromProgramme().isPresent())
                .map(money -> money.amount() instanceof Amount.Known known
                        ? known.qualifier().prefix().strip()
                        : "")
                .filter(text -> !text.isEmpty())
                .findFirst()
                .orElse("");
        return new Entry(project.name(), project.path(), amount.format(), amount.isGiven(), note);
    }

    /** What the source does not say is not a zero. */
    private static String total(BigDecimal total, int projects, int withoutAmount) {
        return projects > 0 && withoutAmount == projects ? "bron geeft geen bedragen" : DutchNumbers.euro(total);
    }

    private static boolean contradicts(BigDecimal total, Amount budget) {
        return budget.inEuro().map(stated -> stated.compareTo(total) != 0).orElse(false);
    }
}
