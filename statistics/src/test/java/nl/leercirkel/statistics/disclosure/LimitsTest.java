package nl.leercirkel.statistics.disclosure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import nl.leercirkel.statistics.Failure;
import nl.leercirkel.statistics.Outcome;
import nl.leercirkel.statistics.Reason;
import nl.leercirkel.statistics.disclosure.Policy.Protection;
import org.junit.jupiter.api.Test;

/** What is exactly on a limit still goes. */
class LimitsTest {

    private static final List<Dimension> ONE = ByHand.dimensions(1, 2).subList(1, 2);

    private static Dimension codes(String name, int many) {
        List<String> codes = new ArrayList<>();
        for (int i = 0; i < many; i++) {
            codes.add("c" + i);
        }
        return Dimension.of(name, codes, List.of()).get();
    }

    private static Outcome<Table> amounts(int times, double amount) {
        List<Contribution> contributions = new ArrayList<>();
        for (int i = 0; i < times; i++) {
            contributions.add(new Contribution(List.of("a"), "p" + i, amount));
        }
        return Table.amounts(ONE, contributions, Map.of());
    }

    @Test
    void twentyMillionCellsFitAndOneRowMoreDoesNot() {
        assertThat(Grid.fits(List.of(codes("a", 4000), codes("b", 5000)))).isTrue();
        assertThat(Grid.fits(List.of(codes("a", 4000), codes("b", 5001)))).isFalse();
    }

    @Test
    void theLargestCountAndAmountAndTheMostDecimalsGo() {
        assertThat(Table.counts(ONE, List.of(Table.Cell.of(1e15, "a"))).isAnswer())
                .isTrue();
        assertThat(Table.counts(ONE, List.of(Table.Cell.of(0, "a"))).isAnswer()).isTrue();
        assertThat(amounts(1, 1e11).isAnswer()).isTrue();
        assertThat(amounts(1, 0).isAnswer()).isTrue();
        assertThat(amounts(1, .000001).get().value(List.of("T")).orElseThrow()).isEqualByComparingTo("0.000001");
    }

    /** 92 times a hundred billion in millionths is 9.2 x 10^18, just below 2^63; 93 times is above it. */
    @Test
    void aSumThatDoesNotFitIsNamed() {
        List<Contribution> contributions = new ArrayList<>();
        contributions.add(new Contribution(List.of("b"), "klein", .000001));
        for (int i = 0; i < 92; i++) {
            contributions.add(new Contribution(List.of("a"), "p" + i, 1e11));
        }
        assertThat(Table.amounts(ONE, contributions, Map.of()).isAnswer()).isTrue();
        // In another cell: only the total is too large.
        List<Contribution> total = new ArrayList<>(contributions);
        total.add(new Contribution(List.of("b"), "groot", 1e11));
        assertThat(Table.amounts(ONE, total, Map.of()).failure())
                .isEqualTo(new Failure(Reason.TOO_LARGE, "a total does not fit in 18 digits"));
        // In the same cell, and so much that the sum would go round to a number above 0.
        List<Contribution> cell = new ArrayList<>(contributions);
        for (int i = 0; i < 100; i++) {
            cell.add(new Contribution(List.of("a"), "q" + i, 1e11));
        }
        assertThat(Table.amounts(ONE, cell, Map.of()).failure())
                .isEqualTo(new Failure(Reason.TOO_LARGE, "the amounts in [a] do not fit in 18 digits"));
    }

    @Test
    void whoContributesNothingIsNoContributor() {
        Table table = Table.amounts(
                        ONE,
                        List.of(
                                new Contribution(List.of("a"), "een", 5),
                                new Contribution(List.of("a"), "twee", 0),
                                new Contribution(List.of("b"), "een", 5),
                                new Contribution(List.of("b"), "twee", 1)),
                        Map.of())
                .get();
        Contributors contributors = java.util.Objects.requireNonNull(table.contributors());
        assertThat(contributors.only(ByHand.cell(table, "a"))).isNotNull();
        assertThat(contributors.only(ByHand.cell(table, "b"))).isNull();
        assertThat(contributors.largestFirst(new int[] {ByHand.cell(table, "a")}))
                .containsExactly(5);
        assertThat(contributors.largestFirst(new int[] {ByHand.cell(table, "T")}))
                .containsExactly(10, 1);
    }

    @Test
    void everyCellIsThereOnce() {
        Table table = ByHand.counts(new int[] {1, 2}, new int[] {3, 4});
        assertThat(table.cells()).hasSize(9).doesNotHaveDuplicates();
        assertThat(table.publishing(List.of(new Table.View(Map.of("rij", Set.of("1"), "kolom", Set.of("T")))))
                        .get()
                        .isHidden(ByHand.cell(table, "1T")))
                .isFalse();
    }

    @Test
    void theLargestPercentagesGo() {
        Table table = amounts(3, 10).get();
        assertThat(Policy.minimum(3).with(new Protection(0, 0, 0, 0)).check(table))
                .isEmpty();
        assertThat(Policy.minimum(3).with(new Protection(0, 0, 0, 1000)).check(table))
                .isEmpty();
        assertThat(Policy.minimum(3).with(new Protection(0, 0, 0, 1000.1)).check(table))
                .isPresent();
        assertThat(Policy.percentRule(1000).check(table)).isEmpty();
        assertThat(Policy.percentRule(1000.1).check(table)).isPresent();
        assertThat(Policy.dominance(1, .1).check(table)).isEmpty();
        assertThat(Policy.dominance(1, 99.9).check(table)).isEmpty();
        assertThat(Policy.minimum(2).check(table)).isEmpty();
    }

    /** However many cells there are, their values together never weigh as much as one cell: the fewest cells count, then the smallest. */
    @Test
    void whereCellsAreCountedTheirValuesOnlyBreakTies() {
        Table table = ByHand.counts(new int[] {4, 900, 0}, new int[] {30, 7, 200});
        double[] weights = Weights.of(table, Policy.minimum(5).with(Policy.Cost.CELLS));
        assertThat(Arrays.stream(weights).map(weight -> weight - 1).sum()).isBetween(0.0, 1.0);
        for (int one = 0; one < weights.length; one++) {
            for (int other = 0; other < weights.length; other++) {
                if (table.values()[one] > table.values()[other]) {
                    assertThat(weights[one]).isGreaterThan(weights[other]);
                }
            }
        }
    }

    @Test
    void aWitnessNamesOnlyCellsThatChange() {
        Witness witness = new Witness(Map.of(3, 2L, 5, 0L, 7, -2L));
        assertThat(witness.size()).isEqualTo(2);
        assertThat(witness.cell(0)).isEqualTo(3);
        assertThat(witness.change(0)).isEqualTo(2);
        assertThat(witness.reversed().change(1)).isEqualTo(2);
        assertThat(witness.changeOf(new int[] {3, 5})).isEqualTo(2);
    }
}
