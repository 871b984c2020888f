package nl.leercirkel.statistics.disclosure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import nl.leercirkel.statistics.Randomness;
import org.apache.commons.rng.UniformRandomProvider;
import org.junit.jupiter.api.Test;

/** Linear programming both ways: what the attacker finds possible is what the equations with their factors bound. */
class DualAttackTest {

    /** 4 9 over 7 2, all four unknown: 1a is at most 7 higher, because 2a goes down with it, and at most 2 lower, because of 2b. */
    @Test
    void theBoundIsWhatTheCellsThatGoDownHaveLeft() {
        Table table = ByHand.counts(new int[] {4, 9}, new int[] {7, 2});
        boolean[] unknown = ByHand.marked(table, "1a", "1b", "2a", "2b");
        Target target = new Target(new int[] {ByHand.cell(table, "1a")}, 1, 1, 0);
        double[] up = new double[table.size()];
        assertThat(DualAttack.addTo(up, table, target, 1, cell -> unknown[cell], none -> false))
                .isTrue();
        assertThat(up[ByHand.cell(table, "2a")]).isCloseTo(7, within(1e-6));
        assertThat(java.util.Arrays.stream(up).sum()).isCloseTo(7, within(1e-6));
        double[] down = new double[table.size()];
        assertThat(DualAttack.addTo(down, table, target, -1, cell -> unknown[cell], none -> false))
                .isTrue();
        assertThat(down[ByHand.cell(table, "2b")]).isCloseTo(2, within(1e-6));
        assertThat(java.util.Arrays.stream(down).sum()).isCloseTo(2, within(1e-6));
    }

    /** The bound of a pattern is that of the dual programme, and no cells that are suppressed beside it loosen it by more than their factors. */
    @Test
    void noCellsLoosenTheBoundByMoreThanTheirFactors() {
        UniformRandomProvider random = Randomness.of(71).stream();
        int bounded = 0;
        int loosened = 0;
        for (int i = 0; i < 24; i++) {
            List<Dimension> dimensions =
                    i % 3 == 0 ? ByHand.dimensions(3, 3) : RandomTables.Kind.values()[i % 4].dimensions();
            Table plain = RandomTables.counts(dimensions, random);
            long[] floor = new long[plain.size()];
            boolean[] unknown = new boolean[plain.size()];
            boolean[] more = new boolean[plain.size()];
            for (int cell = 0; cell < floor.length; cell++) {
                unknown[cell] = random.nextDouble() < .5;
                more[cell] = unknown[cell] || random.nextDouble() < .1;
                // Of changes between versions nobody knows how far down they go.
                floor[cell] = i % 5 == 4 && random.nextDouble() < .2
                        ? Table.NO_FLOOR
                        : plain.values()[cell] / (1 + random.nextInt(3)) / 2;
            }
            Table table = plain.with(new boolean[floor.length], new boolean[floor.length], floor);
            Target target = new Target(new int[] {random.nextInt(floor.length)}, 1, 1, 0);
            unknown[target.cell()] = true;
            more[target.cell()] = true;
            LinearAttack.Range range = LinearAttack.on(table, cell -> unknown[cell], none -> false)
                    .range(target.cells())
                    .orElseThrow();
            LinearAttack.Range wider = LinearAttack.on(table, cell -> more[cell], none -> false)
                    .range(target.cells())
                    .orElseThrow();
            for (int side : new int[] {1, -1}) {
                double bound = side > 0 ? range.most() : -range.least();
                double[] exact = new double[floor.length];
                boolean found = DualAttack.addTo(exact, table, target, side, cell -> unknown[cell], none -> false);
                assertThat(found).as("table %d", i).isEqualTo(Double.isFinite(bound));
                if (!found) {
                    continue;
                }
                bounded++;
                assertThat(sum(exact, unknown)).isCloseTo(bound, within(1e-5));
                double[] leaning = new double[floor.length];
                assertThat(DualAttack.addTo(
                                leaning, table, target, side, cell -> unknown[cell], cell -> !unknown[cell]))
                        .isTrue();
                double widerBound = side > 0 ? wider.most() : -wider.least();
                assertThat(widerBound).isLessThanOrEqualTo(sum(leaning, more) + 1e-5);
                loosened += widerBound > bound + 1e-5 ? 1 : 0;
            }
        }
        assertThat(bounded).isGreaterThan(20);
        assertThat(loosened).isPositive();
    }

    private static double sum(double[] factors, boolean[] cells) {
        double sum = 0;
        for (int cell = 0; cell < cells.length; cell++) {
            sum += cells[cell] ? factors[cell] : 0;
        }
        return sum;
    }
}
