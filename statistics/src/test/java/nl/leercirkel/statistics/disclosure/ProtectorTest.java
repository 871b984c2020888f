package nl.leercirkel.statistics.disclosure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import nl.leercirkel.statistics.Randomness;
import nl.leercirkel.statistics.disclosure.Policy.Protection;
import nl.leercirkel.statistics.disclosure.Policy.Zeros;
import org.apache.commons.rng.UniformRandomProvider;
import org.junit.jupiter.api.Test;

/** One secret after another gets the cells it needs, and gives back what it does not. */
class ProtectorTest {

    private static final Policy POLICY = Policy.minimum(5);

    private static Protector protector(Table table, Policy policy, double[] weights, String... fixed) {
        Sensitivity sensitivity = new Sensitivity(table, policy);
        boolean[] primary = new boolean[table.size()];
        sensitivity.cells().forEach(target -> primary[target.cell()] = true);
        return new Protector(table, policy, sensitivity, primary, ByHand.marked(table, fixed), weights, 20);
    }

    private static double[] weights(Table table, double each, Object... cellsAndWeights) {
        double[] weights = new double[table.size()];
        Arrays.fill(weights, each);
        for (int i = 0; i < cellsAndWeights.length; i += 2) {
            weights[ByHand.cell(table, (String) cellsAndWeights[i])] = ((Number) cellsAndWeights[i + 1]).doubleValue();
        }
        return weights;
    }

    private static Target target(Table table, long lower, long upper, long width) {
        return new Target(new int[] {ByHand.cell(table, "1a")}, lower, upper, width);
    }

    private static void assertShown(
            Table table, Policy policy, Protector protector, Target target, Protector.Protected found) {
        WitnessCheck check = new WitnessCheck(
                table, new Sensitivity(table, policy), cell -> protector.isSuppressed(cell) || table.isHidden(cell));
        assertThat(check.check(target, found.witnesses())).isEmpty();
    }

    private static List<String> suppressed(Table table, Protector protector) {
        return java.util.stream.IntStream.range(0, table.size())
                .filter(protector::isSuppressed)
                .mapToObj(cell -> String.join("", table.grid().codes(cell)))
                .toList();
    }

    private static final Table TABLE = ByHand.counts(new int[] {3, 9, 8}, new int[] {7, 6, 9}, new int[] {5, 8, 6});

    @Test
    void theCheapestBlockIsSuppressed() {
        double[] weights = weights(TABLE, 10, "1b", 1, "2a", 2, "2b", 3);
        Protector protector = protector(TABLE, POLICY, weights);
        Target target = target(TABLE, 1, 1, 0);
        assertThat(protector.protect(target, 6)).isNull();
        assertThat(suppressed(TABLE, protector)).containsExactly("1a");
        Protector.Protected found = protector.protect(target, 6.01);
        assertThat(found.cost()).isEqualTo(6);
        assertThat(suppressed(TABLE, protector)).containsExactlyInAnyOrder("1a", "1b", "2a", "2b");
        assertShown(TABLE, POLICY, protector, target, found);
        // What is there already costs nothing a second time.
        Protector.Protected again = protector.protect(target, MoveSearch.BLOCKED);
        assertThat(again.cost()).isZero();
        assertThat(again.added()).isEmpty();
        protector.takeBack(found.added());
        assertThat(suppressed(TABLE, protector)).containsExactly("1a");
        assertThat(protector.protect(target, 6)).isNull();
        // Without 2b, 3b with 3a is the next: 1 + 10 + 10, or one of the totals in their place.
        protector.forbid(ByHand.cell(TABLE, "2b"));
        assertThat(protector.protect(target, MoveSearch.BLOCKED).cost()).isGreaterThan(6);
        assertThat(protector.isSuppressed(ByHand.cell(TABLE, "2b"))).isFalse();
    }

    @Test
    void whatMayNotBeSuppressedIsNot() {
        Table zeros = ByHand.counts(new int[] {3, 0, 8}, new int[] {7, 6, 9}, new int[] {5, 8, 6});
        double[] weights = weights(zeros, 10, "1b", 1, "2a", 2, "2b", 3);
        Target up = target(zeros, 0, 1, 0);
        Target down = target(zeros, 1, 0, 0);
        Protector shown = protector(zeros, POLICY, weights);
        assertThat(shown.weight(ByHand.cell(zeros, "1b"))).isEqualTo(MoveSearch.BLOCKED);
        assertThat(shown.weight(ByHand.cell(zeros, "2a"))).isEqualTo(2);
        assertThat(shown.protect(down, 7)).isNull();
        Policy free = POLICY.with(Zeros.MAY_BE_SUPPRESSED);
        // Down: 1b goes up. Up: 1b would have to go below 0.
        assertThat(protector(zeros, free, weights).protect(down, 7).cost()).isEqualTo(6);
        assertThat(protector(zeros, free, weights).protect(up, 7)).isNull();
        assertThat(protector(zeros, free, weights, "2b").protect(down, 7)).isNull();
        Table impossible = zeros.with(ByHand.marked(zeros, "1b"), new boolean[zeros.size()], new long[zeros.size()]);
        assertThat(protector(impossible, free, weights).protect(down, 7)).isNull();
        Table hidden = zeros.with(new boolean[zeros.size()], ByHand.marked(zeros, "1b", "2a"), new long[zeros.size()]);
        Protector behind = protector(hidden, free, weights);
        Protector.Protected found = behind.protect(down, 7);
        // What nobody sees costs nothing.
        assertThat(found.cost()).isEqualTo(3);
        assertThat(found.added()).containsExactly(ByHand.cell(zeros, "2b"));
        assertShown(hidden, free, behind, down, found);
    }

    /** 1b holds 4 and 1c 8: going up by 9 needs both of them, in the rows 2 and 3 as well. */
    @Test
    void aDistanceThatOneBlockCannotCarryIsMadeOfSeveral() {
        Table table = ByHand.counts(new int[] {3, 4, 8}, new int[] {7, 6, 9}, new int[] {5, 8, 6});
        double[] weights = weights(table, 1);
        for (String total : List.of("1T", "2T", "3T", "Ta", "Tb", "Tc", "TT")) {
            weights[ByHand.cell(table, total)] = 1000;
        }
        Policy wide = POLICY.with(new Protection(3, 9, 0, 0));
        Protector protector = protector(table, wide, weights);
        Target target = target(table, 3, 9, 0);
        Protector.Protected found = protector.protect(target, 1000);
        assertShown(table, wide, protector, target, found);
        assertThat(found.cost()).isLessThanOrEqualTo(8);
        assertThat(protector.isSuppressed(ByHand.cell(table, "1b"))).isTrue();
        assertThat(protector.isSuppressed(ByHand.cell(table, "1c"))).isTrue();
        // Row 1 holds 12 beside it: no more than that without its total.
        assertThat(protector(table, wide, weights).protect(target(table, 0, 12, 0), 1000))
                .isNotNull();
        Protector narrow = protector(table, wide, weights);
        assertThat(narrow.protect(target(table, 0, 13, 0), 1000)).isNull();
        assertThat(suppressed(table, narrow)).isEqualTo(suppressed(table, protector(table, wide, weights)));
    }

    /** A width of 4 is made on the side where it costs least: 1a cannot go more than 3 down, and 1b not more than 1. */
    @Test
    void aWidthIsMadeOnTheSideWhereItCostsLeast() {
        Table table = ByHand.counts(new int[] {3, 1, 8}, new int[] {7, 6, 9}, new int[] {5, 8, 6});
        double[] cheapDown = weights(table, 50, "1b", 1, "2a", 1, "2b", 1);
        Policy policy = Policy.minimum(4).with(Protection.NOT_EXACT);
        Protector down = protector(table, policy, cheapDown);
        Target three = target(table, 0, 0, 3);
        Protector.Protected found = down.protect(three, MoveSearch.BLOCKED);
        assertShown(table, policy, down, three, found);
        // 1b is a secret itself; up by 3 it would need 1c, down by 3 the block will do.
        assertThat(found.cost()).isEqualTo(2);
        assertThat(found.witnesses()).hasSize(1);
        assertThat(found.witnesses().getFirst().changeOf(three.cells())).isEqualTo(-3);
        Target up = target(table, 1, 1, 2);
        Protector both = protector(table, policy, cheapDown);
        assertThat(both.protect(up, MoveSearch.BLOCKED).cost()).isEqualTo(2);
        Target four = target(table, 1, 1, 4);
        Protector wider = protector(table, policy, cheapDown);
        Protector.Protected four3 = wider.protect(four, MoveSearch.BLOCKED);
        assertShown(table, policy, wider, four, four3);
        assertThat(four3.cost()).isEqualTo(2);
    }

    /** Whatever comes out: witnesses that hold, the cost of what was added, and where nothing was found nothing changed. */
    @Test
    void protectingAddsWhatItCostsOrNothing() {
        UniformRandomProvider random = Randomness.of(47).stream();
        int refused = 0;
        int found = 0;
        for (int i = 0; i < 120; i++) {
            List<Dimension> dimensions = i % 2 == 0 ? ByHand.dimensions(3, 3) : RandomTables.Kind.LEVELS.dimensions();
            Table table = Table.counts(dimensions, RandomTables.cells(dimensions, random, 9))
                    .get();
            Policy policy = POLICY.with(List.of(
                            Protection.STANDARD,
                            new Protection(2, 3, 0, 0),
                            new Protection(1, 1, 5, 0),
                            new Protection(0, 0, 3, 0))
                    .get(i % 4));
            double[] weights = new double[table.size()];
            Arrays.setAll(weights, cell -> 1 + random.nextInt(9));
            Protector protector = protector(table, policy, weights);
            for (Target target : new Sensitivity(table, policy).cells()) {
                List<String> before = suppressed(table, protector);
                double limit = 1 + random.nextInt(40);
                Protector.Protected made = protector.protect(target, limit);
                if (made == null) {
                    refused++;
                    assertThat(suppressed(table, protector)).isEqualTo(before);
                    made = protector.protect(target, MoveSearch.BLOCKED);
                } else {
                    assertThat(made.cost()).isLessThan(limit);
                }
                if (made == null) {
                    assertThat(suppressed(table, protector)).isEqualTo(before);
                    continue;
                }
                found++;
                assertShown(table, policy, protector, target, made);
                assertThat(made.added().stream()
                                .mapToDouble(cell -> weights[cell])
                                .sum())
                        .isCloseTo(made.cost(), within(1e-9));
                assertThat(suppressed(table, protector))
                        .hasSize(before.size() + made.added().size());
            }
        }
        assertThat(refused).isGreaterThan(20);
        assertThat(found).isGreaterThan(200);
    }
}
