package nl.leercirkel.portfolio;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/**
 * The financial overview of a programme: what its projects plan from its budget, per line and together. Everything is
 * computed from the projects; what the source states is held against it.
 *
 * @param lines the lines in order, last the projects without a line when there are any
 * @param total of all projects of which the amount is known
 * @param budget what the source says the programme may cost
 */
public record PortfolioOverview(
        List<LineTotal> lines, int projects, int withoutAmount, BigDecimal total, Amount budget, List<Check> checks) {

    /** What counts of one project: its line and its amount. */
    public record Item(String line, Amount amount) {}

    /**
     * The projects of one line added up.
     *
     * @param name empty for the projects without a line
     * @param withoutAmount of how many projects the source gives no amount
     */
    public record LineTotal(String name, int projects, int withoutAmount, BigDecimal total, Amount budget) {}

    public PortfolioOverview {
        lines = List.copyOf(lines);
        checks = List.copyOf(checks);
    }

    static PortfolioOverview of(String programme, Amount budget, List<Line> lines, List<Item> items) {
        List<LineTotal> totals = new ArrayList<>();
        lines.forEach(line -> totals.add(total(line.name(), line.budget(), items)));
        LineTotal rest = total("", Amount.NOT_GIVEN, items);
        if (rest.projects > 0) {
            totals.add(rest);
        }
        BigDecimal total = sum(items);
        int withoutAmount = withoutAmount(items);
        List<Check> checks = new ArrayList<>();
        totals.forEach(line -> compare(
                checks,
                CheckKind.LINE_TOTAL,
                "Lijn " + line.name,
                "de lijn",
                line.total,
                line.projects,
                line.withoutAmount,
                line.budget));
        compare(
                checks,
                CheckKind.PROGRAMME_TOTAL,
                "Programma " + programme,
                "het programma",
                total,
                items.size(),
                withoutAmount,
                budget);
        return new PortfolioOverview(totals, items.size(), withoutAmount, total, budget, checks);
    }

    private static LineTotal total(String line, Amount budget, List<Item> items) {
        List<Item> own = items.stream().filter(item -> item.line.equals(line)).toList();
        return new LineTotal(line, own.size(), withoutAmount(own), sum(own), budget);
    }

    private static BigDecimal sum(List<Item> items) {
        return items.stream()
                .flatMap(item -> item.amount.inEuro().stream())
                .reduce(BigDecimal.ZERO.setScale(2), BigDecimal::add);
    }

    private static int withoutAmount(List<Item> items) {
        return (int) items.stream().filter(item -> !item.amount.isGiven()).count();
    }

    private static void compare(
            List<Check> checks,
            CheckKind kind,
            String where,
            String what,
            BigDecimal total,
            int projects,
            int withoutAmount,
            Amount budget) {
        if (budget.inEuro().isEmpty()) {
            return;
        }
        BigDecimal stated = budget.inEuro().get();
        BigDecimal difference = total.subtract(stated);
        if (difference.signum() == 0 && withoutAmount == 0) {
            return;
        }
        if (difference.signum() <= 0 && withoutAmount > 0) {
            checks.add(new Check(
                    CheckKind.AMOUNT_MISSING,
                    where,
                    "Van " + (withoutAmount == 1 ? "1 project" : withoutAmount + " projecten")
                            + " geeft de bron geen bedrag"
                            + (withoutAmount == projects ? "" : "; de andere tellen op tot " + DutchNumbers.euro(total))
                            + "; het budget van " + what + " is " + DutchNumbers.euro(stated) + ".",
                    difference));
            return;
        }
        checks.add(new Check(
                kind,
                where,
                "De projecten tellen op tot " + DutchNumbers.euro(total) + ", het budget van " + what + " is "
                        + DutchNumbers.euro(stated) + ": " + DutchNumbers.euro(difference.abs())
                        + (difference.signum() > 0 ? " te veel." : " te weinig."),
                difference));
    }

    /** The projects' total minus the budget; zero when no budget is given. */
    public BigDecimal difference() {
        return budget.inEuro().map(total::subtract).orElse(BigDecimal.ZERO);
    }

    /** The answer in one sentence: "15 projecten, samen € 5.000.000, gelijk aan het budget." */
    public String sentence() {
        String count = projects == 1 ? "1 project" : projects + " projecten";
        if (projects == 0) {
            return budget.isGiven()
                    ? "Nog geen projecten; het budget is " + budget.format() + "."
                    : "Nog geen projecten.";
        }
        if (withoutAmount == projects) {
            return count + "; de bron geeft geen bedragen.";
        }
        String text = count + ", samen " + DutchNumbers.euro(total);
        if (withoutAmount > 0) {
            text += " (van " + withoutAmount + " geeft de bron geen bedrag)";
        }
        if (!budget.isGiven()) {
            return text + ".";
        }
        return switch (difference().signum()) {
            case 0 -> text + ", gelijk aan het budget.";
            case 1 ->
                text + ", " + DutchNumbers.euro(difference()) + " meer dan het budget van " + budget.format() + ".";
            default ->
                text + ", " + DutchNumbers.euro(difference().abs()) + " minder dan het budget van " + budget.format()
                        + ".";
        };
    }
}
