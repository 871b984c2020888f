package nl.leercirkel.portfolio;

import java.math.BigDecimal;
import java.util.List;
import nl.leercirkel.portfolio.PortfolioOverview.LineTotal;

/**
 * The financial overview as a table: per line its projects and their sum, and the sum of all. A programme with very many
 * projects shows its lines only; the projects are in the list below.
 */
record FinancialTable(
        List<Group> groups, String total, String budget, boolean contradicts, boolean grouped, boolean empty) {

    /**
     * A line with its projects.
     *
     * @param budget what the source says the line may cost; empty when it does not say
     */
    record Group(String name, int projects, List<Entry> entries, String subtotal, String budget, boolean contradicts) {}

    /** A project with its amount. */
    record Entry(String name, String path, String amount, boolean given, String note) {}

    /** With more projects than this the table has only the lines. */
    static final int DETAILED = 60;

    static FinancialTable of(PortfolioOverview overview, List<Overviews.Item> items, boolean grouped) {
        boolean detailed = items.size() <= DETAILED;
        return new FinancialTable(
                overview.lines().stream()
                        .map(line -> group(line, detailed ? items : List.of()))
                        .toList(),
                total(overview.total(), overview.projects(), overview.withoutAmount()),
                overview.budget().isGiven() ? overview.budget().format() : "",
                contradicts(overview.total(), overview.budget()),
                grouped,
                overview.withoutAmount() == overview.projects()
                        && !overview.budget().isGiven());
    }

    private static Group group(LineTotal line, List<Overviews.Item> items) {
        return new Group(
                line.name(),
                line.projects(),
                items.stream()
                        .filter(item -> item.line().equals(line.name()))
                        .map(item -> new Entry(
                                item.name(),
                                item.path(),
                                item.planned().format(),
                                item.planned().isGiven(),
                                item.note()))
                        .toList(),
                total(line.total(), line.projects(), line.withoutAmount()),
                line.budget().isGiven() ? line.budget().format() : "",
                contradicts(line.total(), line.budget()));
    }

    /** What the source does not say is not a zero. */
    private static String total(BigDecimal total, int projects, int withoutAmount) {
        return projects > 0 && withoutAmount == projects ? "bron geeft geen bedragen" : DutchNumbers.euro(total);
    }

    private static boolean contradicts(BigDecimal total, Amount budget) {
        return budget.inEuro().map(stated -> stated.compareTo(total) != 0).orElse(false);
    }
}
