package nl.leercirkel.statistics.disclosure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nl.leercirkel.statistics.disclosure.Policy.Protection;
import nl.leercirkel.statistics.disclosure.Policy.Zeros;
import org.junit.jupiter.api.Test;

/** The primary rules at their limits, and who knows which cell. */
class SensitivityTest {

    private static Optional<Target> of(Table table, Policy policy, String... cells) {
        int[] numbers = java.util.Arrays.stream(cells)
                .mapToInt(cell -> ByHand.cell(table, cell))
                .toArray();
        return new Sensitivity(table, policy).of(numbers);
    }

    private static void assertDistances(Optional<Target> target, long lower, long upper, long width) {
        assertThat(target.map(Target::lower)).contains(lower);
        assertThat(target.map(Target::upper)).contains(upper);
        assertThat(target.map(Target::width)).contains(width);
    }

    private static Table amounts(double[]... perColumn) {
        List<Contribution> contributions = new ArrayList<>();
        for (int column = 0; column < perColumn.length; column++) {
            for (int i = 0; i < perColumn[column].length; i++) {
                contributions.add(new Contribution(
                        List.of(String.valueOf((char) ('a' + column))), column + "-" + i, perColumn[column][i]));
            }
        }
        return Table.amounts(ByHand.dimensions(1, perColumn.length).subList(1, 2), contributions, Map.of())
                .get();
    }

    @Test
    void aCountJustBelowTheMinimumIsSecretAndTheMinimumIsNot() {
        Table table = ByHand.row(4, 5, 0, 1);
        assertDistances(of(table, Policy.minimum(5), "a"), 1, 1, 0);
        assertThat(of(table, Policy.minimum(5), "b")).isEmpty();
        assertThat(of(table, Policy.minimum(5), "c")).isEmpty();
        assertThat(of(table, Policy.minimum(5), "a", "d")).isEmpty();
        assertDistances(of(table, Policy.minimum(6), "a", "d"), 1, 1, 0);
    }

    /** No table lies below 0, so a 1 can be no more than 1 lower and a 0 not at all. */
    @Test
    void nothingIsAskedBelowZero() {
        Table table = ByHand.row(4, 5, 0, 1);
        Policy wide = Policy.minimum(5).with(new Protection(3, 2, 4, 30)).with(Zeros.SECRET);
        assertDistances(of(table, wide, "a"), 3, 2, 4);
        assertDistances(of(table, wide, "d"), 1, 2, 4);
        assertDistances(of(table, wide, "c"), 0, 2, 4);
        // Only lower was asked for, and lower than 0 cannot be: then at least not exact.
        Policy lower = Policy.minimum(5).with(new Protection(1, 0, 0, 0)).with(Zeros.SECRET);
        assertDistances(of(table, lower, "c"), 0, 0, 1);
        assertDistances(of(table, lower, "a"), 1, 0, 0);
    }

    @Test
    void aCellIsNoLowerThanItsFloorAndASumOfCellsNoLowerThanZero() {
        Table plain = ByHand.row(4, 1, 2, 9);
        long[] floor = new long[plain.size()];
        floor[ByHand.cell(plain, "a")] = 3;
        floor[ByHand.cell(plain, "b")] = Table.NO_FLOOR;
        Table table = plain.with(new boolean[plain.size()], new boolean[plain.size()], floor);
        Policy policy = Policy.minimum(6).with(new Protection(9, 1, 0, 0));
        assertDistances(of(table, policy, "a"), 1, 1, 0);
        assertDistances(of(table, policy, "b"), 9, 1, 0);
        assertDistances(of(table, policy, "a", "b"), 5, 1, 0);
    }

    /** 30% of 101 is 30.3, to whole units upwards; of 100 it is 30. Both cells have two contributors, fewer than three. */
    @Test
    void amountsOfFewContributorsAreKeptAPercentageOff() {
        Table table = amounts(new double[] {60, 41}, new double[] {60, 40}, new double[] {30, 40, 30});
        Policy policy = Policy.minimum(3);
        assertDistances(of(table, policy, "a"), 31, 31, 0);
        assertDistances(of(table, policy, "b"), 30, 30, 0);
        assertThat(of(table, policy, "c")).isEmpty();
        assertDistances(of(table, policy.with(new Protection(35, 1, 80, 30)), "b"), 35, 30, 80);
        // Counts are kept off by numbers only.
        assertDistances(of(ByHand.row(4, 200), policy.withMinimum(5), "a"), 1, 1, 0);
    }

    /** (2, 80): 80 of 100 is no more than 80%; 81 of 100 is, and 81 / .8 - 100 = 1.25. */
    @Test
    void dominanceAtExactlyTheLimitIsNotSecret() {
        Table table = amounts(new double[] {50, 30, 20}, new double[] {50, 31, 19}, new double[] {.3, .3, .3});
        assertThat(of(table, Policy.dominance(2, 80), "a")).isEmpty();
        // in tenths
        assertDistances(of(table, Policy.dominance(2, 80), "b"), 13, 13, 0);
        // 3 x 0.3 of 0.9 is 100%, and 0.9 / .9 - 0.9 = 0.1
        assertDistances(of(table, Policy.dominance(3, 90), "c"), 1, 1, 0);
    }

    /** p = 10: of 100 + 50 + 10 the rest is exactly 10% of 100; of 100 + 50 + 9 it is 1 less. */
    @Test
    void thePercentRuleAtExactlyTheLimitIsNotSecret() {
        Table table = amounts(new double[] {100, 50, 10}, new double[] {100, 50, 9}, new double[] {100, 50, 5, 4});
        assertThat(of(table, Policy.percentRule(10), "a")).isEmpty();
        assertDistances(of(table, Policy.percentRule(10), "b"), 1, 1, 0);
        assertDistances(of(table, Policy.percentRule(10), "c"), 1, 1, 0);
    }

    /** The largest distance of the two rules counts. */
    @Test
    void dominanceAndThePercentRuleTogether() {
        Table table = amounts(new double[] {70, 20, 10});
        Policy both = new Policy(
                0,
                Zeros.SHOWN,
                Optional.of(new Policy.Dominance(1, 60)),
                Optional.of(new Policy.PercentRule(15)),
                Protection.STANDARD,
                false,
                false,
                Policy.Cost.CELLS);
        // 70 / .6 - 100 = 16.7 and 10.5 - 10 = .5
        assertDistances(of(table, both, "a"), 17, 17, 0);
    }

    @Test
    void whoIsTheOnlyOneInACellKnowsIt() {
        Table table = ByHand.counts(new int[] {1, 0, 9}, new int[] {7, 1, 9});
        int one = ByHand.cell(table, "1a");
        int nine = ByHand.cell(table, "1c");
        Sensitivity sole = new Sensitivity(table, Policy.minimum(5).withSoleContributors(true));
        assertThat(sole.isKnownToSomebody(one)).isTrue();
        assertThat(sole.isKnownToSomebody(nine)).isFalse();
        assertThat(sole.isKnownToOther(one, nine)).isTrue();
        assertThat(sole.isKnownToOther(nine, one)).isFalse();
        // The one in 2b is somebody else than the one in 1a.
        assertThat(sole.isKnownToOther(ByHand.cell(table, "2b"), one)).isTrue();
        // Only 1 stands in Tb, the same person as in 2b: nothing new.
        assertThat(sole.isKnownToOther(ByHand.cell(table, "Tb"), ByHand.cell(table, "2b")))
                .isFalse();
        assertThat(sole.isKnownToOther(ByHand.cell(table, "2b"), ByHand.cell(table, "Tb")))
                .isFalse();
        // But the person in 2b is not alone in 2T.
        assertThat(sole.isKnownToOther(ByHand.cell(table, "2b"), ByHand.cell(table, "2T")))
                .isTrue();
        Sensitivity none = new Sensitivity(table, Policy.minimum(5));
        assertThat(none.isKnownToSomebody(one)).isFalse();
        assertThat(none.isKnownToOther(one, nine)).isFalse();
    }

    /** A secret never counts as known, whoever is behind it, nor do the other cells of a secret sum. */
    @Test
    void theCellsOfASecretAreNotKnownToOthers() {
        Table table = ByHand.row(1, 1, 1, 9);
        Sensitivity sole = new Sensitivity(table, Policy.minimum(5).withSoleContributors(true));
        int a = ByHand.cell(table, "a");
        int b = ByHand.cell(table, "b");
        int c = ByHand.cell(table, "c");
        Target sum = new Target(new int[] {a, b}, 1, 1, 0);
        assertThat(sole.knownToOthers(sum).test(a)).isFalse();
        assertThat(sole.knownToOthers(sum).test(b)).isFalse();
        assertThat(sole.knownToOthers(sum).test(c)).isTrue();
        assertThat(sole.knownToOthers(sum).test(ByHand.cell(table, "d"))).isFalse();
    }

    @Test
    void theOnlyContributorOfTwoCellsKnowsBothAndLearnsNothing() {
        List<Contribution> contributions = List.of(
                new Contribution(List.of("a"), "een", 10),
                new Contribution(List.of("b"), "een", 12),
                new Contribution(List.of("c"), "twee", 15),
                new Contribution(List.of("d"), "een", 15),
                new Contribution(List.of("d"), "twee", 15));
        Table table = Table.amounts(ByHand.dimensions(1, 4).subList(1, 2), contributions, Map.of())
                .get();
        Sensitivity sole = new Sensitivity(table, Policy.percentRule(10));
        int a = ByHand.cell(table, "a");
        int b = ByHand.cell(table, "b");
        int c = ByHand.cell(table, "c");
        int d = ByHand.cell(table, "d");
        assertThat(sole.isKnownToOther(a, b)).isFalse();
        assertThat(sole.isKnownToOther(c, b)).isTrue();
        assertThat(sole.isKnownToOther(d, b)).isFalse();
        assertThat(sole.isKnownToSomebody(a)).isTrue();
        assertThat(sole.isKnownToSomebody(d)).isFalse();
    }
}
