package nl.leercirkel.statistics.disclosure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import nl.leercirkel.statistics.Randomness;
import nl.leercirkel.statistics.disclosure.Policy.Cost;
import nl.leercirkel.statistics.disclosure.Policy.Protection;
import nl.leercirkel.statistics.disclosure.Suppression.Method;
import org.apache.commons.rng.UniformRandomProvider;
import org.junit.jupiter.api.Test;

/** Tiny tables, of which every pattern and every table of whole numbers can be tried. */
class BruteForceTest {

    private static final List<Dimension> SMALL = List.of(
            Dimension.flat("a", "T", List.of("1", "2", "3")).get(),
            Dimension.flat("b", "T", List.of("x", "y")).get());

    private static final List<Dimension> LEVELS = List.of(
            Dimension.of("a", List.of(), List.of(Dimension.Total.of("T", "P", "3"), Dimension.Total.of("P", "1", "2")))
                    .get(),
            Dimension.flat("b", "T", List.of("x", "y")).get());

    @Test
    void theOptimumIsTheCheapestOfAllPatterns() {
        UniformRandomProvider random = Randomness.of(11).stream();
        int secondary = 0;
        for (int i = 0; i < 12; i++) {
            Table table =
                    Table.counts(SMALL, RandomTables.cells(SMALL, random, 9)).get();
            Policy policy = Policy.minimum(3)
                    .with(i % 2 == 0 ? Cost.INFORMATION : Cost.VALUE)
                    .with(i % 3 == 0 ? Protection.NOT_EXACT : Protection.STANDARD)
                    .withGroups(false);
            double cheapest = BruteForce.optimum(table, policy);
            PublishedTable published =
                    Suppression.protect(table, policy, Method.OPTIMAL).get();
            assertThat(published.proof().cost()).isCloseTo(cheapest, within(1e-6));
            secondary += published.suppressed(PublishedTable.Kind.SECONDARY).size();
        }
        assertThat(secondary).isPositive();
    }

    @Test
    void noTableOfWholeNumbersGivesAwayASecret() {
        UniformRandomProvider random = Randomness.of(12).stream();
        for (int i = 0; i < 24; i++) {
            List<Dimension> dimensions = i % 2 == 0 ? SMALL : LEVELS;
            Table table = Table.counts(dimensions, RandomTables.cells(dimensions, random, 9))
                    .get();
            Policy policy = Policy.minimum(3).with(i % 3 == 0 ? new Protection(1, 2, 3, 0) : Protection.STANDARD);
            for (Method method : Method.values()) {
                PublishedTable published =
                        Suppression.protect(table, policy, method).get();
                boolean[] unknown = new boolean[table.size()];
                for (int cell = 0; cell < unknown.length; cell++) {
                    unknown[cell] = published.isUnknown(cell);
                }
                long[][] ends = BruteForce.ends(table, unknown);
                for (Target target : new Sensitivity(table, policy).cells()) {
                    int cell = target.cell();
                    assertThat(table.values()[cell] - ends[0][cell]).isGreaterThanOrEqualTo(target.lower());
                    assertThat(ends[1][cell] - table.values()[cell]).isGreaterThanOrEqualTo(target.upper());
                }
                // What linear programming thinks possible holds everything that is.
                LinearAttack attack = LinearAttack.on(table, published::isUnknown, none -> false);
                for (int cell = 0; cell < unknown.length; cell++) {
                    LinearAttack.Range range = attack.range(cell).orElseThrow();
                    assertThat(table.values()[cell] + range.least()).isLessThanOrEqualTo(ends[0][cell] + 1e-6);
                    assertThat(table.values()[cell] + range.most()).isGreaterThanOrEqualTo(ends[1][cell] - 1e-6);
                }
            }
        }
    }
}
