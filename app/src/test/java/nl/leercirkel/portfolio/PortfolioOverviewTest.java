package nl.leercirkel.portfolio;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import nl.leercirkel.portfolio.PortfolioOverview.Item;
import nl.leercirkel.portfolio.PortfolioOverview.LineTotal;
import org.junit.jupiter.api.Test;

class PortfolioOverviewTest {
    private static final List<Line> LINES = List.of(line("Basis", Amount.NOT_GIVEN), line("Zorg", Amount.NOT_GIVEN));

    private static Line line(String name, Amount budget) {
        return new Line(UUID.randomUUID(), name, budget);
    }

    private static Item item(String line, long euro) {
        return new Item(line, Amount.of(euro));
    }

    private static PortfolioOverview overview(Amount budget, List<Line> lines, Item... items) {
        return PortfolioOverview.of("Proef", budget, lines, List.of(items));
    }

    @Test
    void addsUpPerLineAndTogether() {
        PortfolioOverview overview =
                overview(Amount.of(600), LINES, item("Basis", 100), item("Zorg", 200), item("Zorg", 300));
        assertThat(overview.lines())
                .extracting(
                        LineTotal::name,
                        LineTotal::projects,
                        total -> total.total().intValueExact())
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("Basis", 1, 100),
                        org.assertj.core.groups.Tuple.tuple("Zorg", 2, 500));
        assertThat(overview.sentence()).isEqualTo("3 projecten, samen €\u00a0600, gelijk aan het budget.");
        assertThat(overview.checks()).isEmpty();
    }

    @Test
    void showsByHowMuchTheSumMissesTheBudget() {
        PortfolioOverview more = overview(Amount.of(500), LINES, item("Basis", 600));
        assertThat(more.sentence())
                .isEqualTo("1 project, samen €\u00a0600, €\u00a0100 meer dan het budget van €\u00a0500.");
        assertThat(more.checks())
                .containsExactly(new Check(
                        CheckKind.PROGRAMME_TOTAL,
                        "Programma Proef",
                        "De projecten tellen op tot €\u00a0600, het budget van het programma is €\u00a0500: €\u00a0100 te veel.",
                        BigDecimal.valueOf(100)));
        PortfolioOverview less = overview(Amount.of(500), LINES, item("Basis", 400));
        assertThat(less.checks().getFirst().message()).endsWith("€\u00a0100 te weinig.");
        assertThat(less.checks().getFirst().difference()).isEqualByComparingTo("-100");
    }

    @Test
    void holdsALineAgainstItsOwnBudget() {
        PortfolioOverview overview =
                overview(Amount.NOT_GIVEN, List.of(line("Zorg", Amount.of(250))), item("Zorg", 200), item("Zorg", 100));
        assertThat(overview.checks())
                .containsExactly(new Check(
                        CheckKind.LINE_TOTAL,
                        "Lijn Zorg",
                        "De projecten tellen op tot €\u00a0300, het budget van de lijn is €\u00a0250: €\u00a050 te veel.",
                        BigDecimal.valueOf(50)));
    }

    @Test
    void anUnknownAmountIsNotAZero() {
        PortfolioOverview overview =
                overview(Amount.of(500), LINES, item("Basis", 400), new Item("Zorg", Amount.NOT_GIVEN));
        assertThat(overview.checks()).extracting(Check::kind).containsExactly(CheckKind.AMOUNT_MISSING);
        assertThat(overview.sentence())
                .isEqualTo(
                        "2 projecten, samen €\u00a0400 (van 1 geeft de bron geen bedrag), €\u00a0100 minder dan het budget"
                                + " van €\u00a0500.");
        assertThat(overview(Amount.NOT_GIVEN, List.of(), new Item("", Amount.NOT_GIVEN))
                        .sentence())
                .isEqualTo("1 project; de bron geeft geen bedragen.");
    }

    @Property
    void theTotalIsTheSumOfItsPartsInAnyOrder(@ForAll("items") List<Item> items, @ForAll long seed) {
        PortfolioOverview overview = PortfolioOverview.of("Proef", Amount.NOT_GIVEN, LINES, items);
        BigDecimal parts = overview.lines().stream().map(LineTotal::total).reduce(BigDecimal.ZERO, BigDecimal::add);
        assertThat(overview.total()).isEqualByComparingTo(parts);
        assertThat(overview.lines().stream().mapToInt(LineTotal::projects).sum())
                .isEqualTo(items.size());
        long cents = items.stream()
                .map(Item::amount)
                .flatMap(amount -> amount.inEuro().stream())
                .mapToLong(euro -> euro.movePointRight(2).longValueExact())
                .sum();
        assertThat(overview.total().movePointRight(2).longValueExact()).isEqualTo(cents);

        List<Item> shuffled = new ArrayList<>(items);
        Collections.shuffle(shuffled, new Random(seed));
        assertThat(PortfolioOverview.of("Proef", Amount.NOT_GIVEN, LINES, shuffled))
                .isEqualTo(overview);
    }

    @Provide
    Arbitrary<List<Item>> items() {
        Arbitrary<Amount> amounts = Arbitraries.longs()
                .between(0, 100_000_000_00L)
                .map(cents -> Amount.of(BigDecimal.valueOf(cents, 2)))
                .map(Amount.class::cast);
        return Combinators.combine(
                        Arbitraries.of("Basis", "Zorg", ""),
                        Arbitraries.oneOf(amounts, Arbitraries.just(Amount.NOT_GIVEN)))
                .as(Item::new)
                .list()
                .ofMaxSize(40);
    }
}
