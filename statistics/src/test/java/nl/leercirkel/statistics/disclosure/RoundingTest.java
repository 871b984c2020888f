package nl.leercirkel.statistics.disclosure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import nl.leercirkel.statistics.Randomness;
import nl.leercirkel.statistics.Reason;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Rounded tables add up, whatever their size. */
class RoundingTest {

    private static final Policy POLICY = Policy.minimum(5);

    private static void assertAddsUp(Table table, RoundedTable rounded, int base) {
        int beyond = 0;
        long largest = 0;
        for (List<String> codes : table.cells()) {
            long value = table.value(codes).orElseThrow().longValueExact();
            long shown = rounded.cell(codes).orElseThrow().longValueExact();
            assertThat(shown % base).isZero();
            assertThat(shown).isNotNegative();
            long off = Math.abs(shown - value);
            beyond += off >= base ? 1 : 0;
            largest = Math.max(largest, off);
            if (table.grid().isLeaf(table.grid().cell(codes))) {
                assertThat(off).as("leaf %s", codes).isLessThan(base);
            }
            for (int d = 0; d < codes.size(); d++) {
                for (Dimension.Total total : table.dimensions().get(d).totals()) {
                    if (total.code().equals(codes.get(d))) {
                        long sum = 0;
                        for (String part : total.parts()) {
                            List<String> of = new ArrayList<>(codes);
                            of.set(d, part);
                            sum += rounded.cell(of).orElseThrow().longValueExact();
                        }
                        assertThat(shown).as("%s", codes).isEqualTo(sum);
                    }
                }
            }
        }
        assertThat(rounded.check().beyondBase()).isEqualTo(beyond);
        assertThat(rounded.check().largestDeviation()).isEqualTo(largest);
    }

    @ParameterizedTest
    @EnumSource
    void smallTablesAreZeroRestrictedAndNearest(RandomTables.Kind kind) {
        for (int seed = 0; seed < 4; seed++) {
            Table table = RandomTables.counts(kind.dimensions(), Randomness.of(seed).stream());
            RoundedTable rounded = ControlledRounding.round(table, 5, POLICY).get();
            assertAddsUp(table, rounded, 5);
            assertThat(rounded.check().isZeroRestricted()).isTrue();
            assertThat(rounded.check().optimal()).isTrue();
            for (List<String> codes : table.cells()) {
                long value = table.value(codes).orElseThrow().longValueExact();
                if (value % 5 == 0) {
                    assertThat(rounded.cell(codes).orElseThrow().longValueExact())
                            .isEqualTo(value);
                }
            }
            // What was found by trial is never nearer in sum than the optimum.
            long[] other = RoundingSearch.round(table, 5);
            long optimal = 0;
            long searched = 0;
            boolean restricted = true;
            for (int cell = 0; cell < other.length; cell++) {
                long value = table.values()[cell];
                optimal += Math.abs(
                        rounded.cell(table.grid().codes(cell)).orElseThrow().longValueExact() - value);
                searched += Math.abs(other[cell] - value);
                restricted &= Math.abs(other[cell] - value) < 5;
            }
            if (restricted) {
                assertThat(searched).isGreaterThanOrEqualTo(optimal);
            }
        }
    }

    /** Cox and Ernst 1982: in two dimensions without levels a zero-restricted one exists; the search finds it for 30 x 20. */
    @Test
    void aLargeFlatTableIsZeroRestricted() {
        List<String> rows = new ArrayList<>();
        List<String> columns = new ArrayList<>();
        for (int i = 0; i < 30; i++) {
            rows.add("r%02d".formatted(i));
            columns.add("c%02d".formatted(i));
        }
        Table table = RandomTables.counts(
                List.of(
                        Dimension.flat("rij", "T", rows).get(),
                        Dimension.flat("kolom", "T", columns.subList(0, 20)).get()),
                Randomness.of(6).stream());
        for (int base : new int[] {3, 5, 10}) {
            RoundedTable rounded = ControlledRounding.round(table, base, POLICY).get();
            assertAddsUp(table, rounded, base);
            assertThat(rounded.check().isZeroRestricted()).isTrue();
            assertThat(rounded.check().optimal()).isFalse();
            assertThat(rounded.check().exposed()).isEmpty();
            assertThat(rounded.base()).isEqualTo(base);
        }
    }

    @Test
    void aLargeTableWithLevelsAddsUp() {
        List<String> rows = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            rows.add("r%02d".formatted(i));
        }
        Table table = RandomTables.counts(
                List.of(
                        Dimension.flat("rij", "T", rows).get(),
                        RandomTables.Kind.LEVELS.dimensions().get(1),
                        Dimension.flat("c", "T", List.of("m", "v")).get()),
                Randomness.of(7).stream());
        RoundedTable rounded = ControlledRounding.round(table, 5, POLICY).get();
        assertAddsUp(table, rounded, 5);
        assertThat(rounded.check().largestDeviation()).isLessThan(10);
        assertThat(rounded.check().beyondBase()).isLessThan(table.size() / 50);
        assertThat(rounded.check().exposed()).isEmpty();
    }

    /** 1 + 5 = 6 in one dimension: 5 is a multiple, so 1 goes where 6 goes; the attacker knows 1 to be within 1 to 4 at most. */
    @Test
    void theAttackerOnARoundedTable() {
        List<Dimension> one =
                List.of(Dimension.flat("a", "T", List.of("1", "2")).get());
        Table table = Table.counts(one, List.of(Table.Cell.of(1, "1"), Table.Cell.of(5, "2")))
                .get();
        RoundedTable rounded = ControlledRounding.round(table, 5, POLICY).get();
        assertThat(rounded.check().secrets()).isEqualTo(1);
        assertThat(rounded.check().exposed()).isEmpty();
        // An impossible cell beside it leaves the total alone: base 2 rounds 1 to 0 or 2, and its total to the same.
        Table impossible = Table.counts(one, List.of(Table.Cell.of(1, "1")))
                .flatMap(all -> all.withImpossible(List.of(List.of("2"))))
                .get();
        assertThat(ControlledRounding.round(impossible, 5, POLICY).get().check().exposed())
                .isEmpty();
    }

    @Test
    void badBasesAreNamed() {
        Table table = RandomTables.counts(RandomTables.Kind.FLAT.dimensions(), Randomness.of(1).stream());
        assertThat(ControlledRounding.round(table, 1, POLICY).failure().reason())
                .isEqualTo(Reason.OUT_OF_RANGE);
        assertThat(ControlledRounding.round(table, 1001, POLICY).failure().reason())
                .isEqualTo(Reason.OUT_OF_RANGE);
        assertThat(ControlledRounding.round(table, 5, Policy.minimum(1))
                        .failure()
                        .reason())
                .isEqualTo(Reason.NO_DATA);
    }
}
