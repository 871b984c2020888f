package nl.leercirkel.statistics.disclosure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import nl.leercirkel.statistics.Randomness;
import org.apache.commons.rng.UniformRandomProvider;
import org.junit.jupiter.api.Test;

/** Rounding of tables so small that every rounding, and every table that rounds to the same, can be tried. */
class RoundingByHandTest {

    private static final Policy POLICY = Policy.minimum(5);

    private static RoundedTable round(Table table, int base) {
        return ControlledRounding.round(table, base, POLICY).get();
    }

    private static long[] values(Table table, RoundedTable rounded) {
        return table.cells().stream()
                .mapToLong(codes -> rounded.cell(codes).orElseThrow().longValueExact())
                .toArray();
    }

    /** 4 + 4 + 4 = 12 to fives: 12 goes to 10 or 15, and 5 + 5 + 0 or 5 + 5 + 5; the second is off by 6 in all, the first by 8. */
    @Test
    void theRoundingThatIsLeastOffInSum() {
        Table table = ByHand.row(4, 4, 4);
        RoundedTable rounded = round(table, 5);
        assertThat(values(table, rounded)).containsOnly(5, 15);
        assertThat(rounded.check().largestDeviation()).isEqualTo(3);
        assertThat(rounded.check().cells()).isEqualTo(4);
        assertThat(rounded.check().equations()).isEqualTo(1);
        assertThat(rounded.check().secrets()).isEqualTo(3);
        assertThat(rounded.dimensions()).isEqualTo(table.dimensions());
        assertThat(round(table, 2).check().largestDeviation()).isZero();
        // 4 to 0 or 1000, 12 to 0 or 1000: all to 0.
        assertThat(values(table, round(table, 1000))).containsOnly(0);
        assertThat(round(table, 1000).check().largestDeviation()).isEqualTo(12);
    }

    @Test
    void nothingIsNearerThanTheOptimumAndWhatIsExposedCannotBeAnythingElse() {
        UniformRandomProvider random = Randomness.of(61).stream();
        int hidden = 0;
        for (int i = 0; i < 60; i++) {
            int base = 2 + i % 2;
            List<Dimension> dimensions = ByHand.dimensions(2, 2 + i % 3 / 2);
            Table plain = Table.counts(
                            dimensions,
                            RandomTables.leaves(dimensions).stream()
                                    .map(codes -> new Table.Cell(codes, random.nextBoolean() ? 0 : random.nextInt(6)))
                                    .toList())
                    .get();
            Table table = plain.withImpossible(plain.cells().stream()
                            .filter(codes -> plain.value(codes).orElseThrow().signum() == 0 && random.nextInt(3) > 0)
                            .toList())
                    .get();
            RoundedTable rounded = round(table, base);
            assertThat(rounded.check().optimal()).isTrue();
            long[] shown = values(table, rounded);
            assertThat(off(table, shown)).isEqualTo(nearest(table, base));
            long deviation = Math.max(rounded.check().largestDeviation(), base - 1);
            Set<Integer> fixed = fixed(table, shown, deviation);
            for (Target secret : new Sensitivity(table, POLICY).cells()) {
                boolean isExposed =
                        rounded.check().exposed().contains(table.grid().codes(secret.cell()));
                assertThat(isExposed)
                        .as("%s", table.grid().codes(secret.cell()))
                        .isEqualTo(fixed.contains(secret.cell()));
                hidden += isExposed ? 0 : 1;
            }
        }
        assertThat(hidden).isGreaterThan(50);
    }

    private static long off(Table table, long[] shown) {
        long sum = 0;
        for (int cell = 0; cell < shown.length; cell++) {
            sum += Math.abs(shown[cell] - table.values()[cell]);
        }
        return sum;
    }

    private static List<Integer> leaves(Table table) {
        List<Integer> leaves = new ArrayList<>();
        for (int cell = 0; cell < table.size(); cell++) {
            if (table.grid().isLeaf(cell)) {
                leaves.add(cell);
            }
        }
        return leaves;
    }

    /** Of all choices of up or down for each leaf that leave every total within the base: the least in sum. */
    private static long nearest(Table table, int base) {
        List<Integer> leaves = leaves(table);
        long best = Long.MAX_VALUE;
        for (int set = 0; set < 1 << leaves.size(); set++) {
            long[] values = new long[table.size()];
            for (int i = 0; i < leaves.size(); i++) {
                long value = table.values()[leaves.get(i)];
                values[leaves.get(i)] = value - value % base + ((set >> i & 1) == 1 ? base : 0);
            }
            table.grid().sumUp(values, Long::sum);
            boolean restricted = true;
            for (int cell = 0; cell < values.length; cell++) {
                restricted &= Math.abs(values[cell] - table.values()[cell]) < base;
            }
            best = restricted ? Math.min(best, off(table, values)) : best;
        }
        return best;
    }

    /** The cells that have the same value in every table that lies within this deviation of what is shown. */
    private static Set<Integer> fixed(Table table, long[] shown, long deviation) {
        Set<Integer> fixed = new TreeSet<>();
        for (int cell = 0; cell < shown.length; cell++) {
            fixed.add(cell);
        }
        vary(table, shown, deviation, leaves(table), 0, new long[shown.length], fixed);
        return fixed;
    }

    private static void vary(
            Table table, long[] shown, long deviation, List<Integer> leaves, int i, long[] values, Set<Integer> fixed) {
        if (i == leaves.size()) {
            long[] sums = values.clone();
            table.grid().sumUp(sums, Long::sum);
            for (int cell = 0; cell < sums.length; cell++) {
                if (Math.abs(sums[cell] - shown[cell]) > deviation || (table.isImpossible(cell) && sums[cell] != 0)) {
                    return;
                }
            }
            fixed.removeIf(cell -> sums[cell] != table.values()[cell]);
            return;
        }
        int leaf = leaves.get(i);
        for (long value = Math.max(0, shown[leaf] - deviation); value <= shown[leaf] + deviation; value++) {
            values[leaf] = value;
            vary(table, shown, deviation, leaves, i + 1, values, fixed);
        }
    }

    /** 7 x 9 cells with their totals are 80, 8 x 8 with theirs 81. */
    @Test
    void toEightyCellsTheLeastDeviationIsSought() {
        assertThat(round(filled(7, 9), 3).check().optimal()).isTrue();
        RoundedTable searched = round(filled(8, 8), 3);
        assertThat(searched.check().optimal()).isFalse();
        assertThat(searched.check().isZeroRestricted()).isTrue();
    }

    private static Table filled(int rows, int columns) {
        int[][] counts = new int[rows][columns];
        for (int row = 0; row < rows; row++) {
            for (int column = 0; column < columns; column++) {
                counts[row][column] = (7 * row + 5 * column) % 11;
            }
        }
        return ByHand.counts(counts);
    }

    /** Multiples stay what they are, whatever the size. */
    @Test
    void aTableOfMultiplesIsNotChangedBySearching() {
        int[][] counts = new int[12][12];
        for (int row = 0; row < 12; row++) {
            for (int column = 0; column < 12; column++) {
                counts[row][column] = 5 * ((row + 2 * column) % 7);
            }
        }
        Table table = ByHand.counts(counts);
        assertThat(RoundingSearch.round(table, 5)).isEqualTo(table.values());
        counts[3][4] = 7;
        Table one = ByHand.counts(counts);
        long[] rounded = RoundingSearch.round(one, 5);
        // 7 goes to 5, and with it all that hold it: 2 off is nearer than 3.
        assertThat(rounded).isEqualTo(roundedDown(counts));
    }

    private static long[] roundedDown(int[][] counts) {
        counts[3][4] = 5;
        return ByHand.counts(counts).values();
    }
}
