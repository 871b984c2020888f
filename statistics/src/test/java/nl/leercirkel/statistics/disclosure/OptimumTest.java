package nl.leercirkel.statistics.disclosure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import nl.leercirkel.statistics.Randomness;
import nl.leercirkel.statistics.disclosure.Policy.Cost;
import nl.leercirkel.statistics.disclosure.Policy.Protection;
import nl.leercirkel.statistics.disclosure.Suppression.Method;
import org.apache.commons.rng.UniformRandomProvider;
import org.junit.jupiter.api.Test;

/** The optimum where sums of suppressed cells are secrets too and some cells are not published at all, against every pattern there is. */
class OptimumTest {

    @Test
    void noPatternThatAlsoHidesSumsIsCheaper() {
        UniformRandomProvider random = Randomness.of(51).stream();
        int withSums = 0;
        for (int i = 0; i < 16; i++) {
            boolean row = i % 2 == 0;
            List<Dimension> dimensions = row ? ByHand.dimensions(1, 5).subList(1, 2) : ByHand.dimensions(2, 2);
            Table plain = Table.counts(dimensions, small(dimensions, random)).get();
            boolean[] hidden = new boolean[plain.size()];
            if (i % 3 == 0) {
                hidden[random.nextInt(plain.size())] = true;
            }
            Table table = plain.with(new boolean[plain.size()], hidden, new long[plain.size()]);
            Policy policy = Policy.minimum(4)
                    .with(i % 4 < 2 ? Cost.INFORMATION : Cost.VALUE)
                    .with(
                            switch (i % 5) {
                                case 0 -> Protection.NOT_EXACT;
                                case 1 -> new Protection(1, 2, 3, 0);
                                default -> Protection.STANDARD;
                            });
            double cheapest = cheapest(table, policy);
            var found = Suppression.protect(table, policy, Method.OPTIMAL);
            if (Double.isInfinite(cheapest)) {
                assertThat(found.isAnswer()).isFalse();
                continue;
            }
            assertThat(found.get().proof().cost()).as("table %d", i).isCloseTo(cheapest, within(1e-6));
            withSums += (int) found.get().proof().secrets().stream()
                    .filter(secret -> secret.cells().size() > 1)
                    .count();
            double safe = Suppression.protect(table, policy, Method.SAFE)
                    .get()
                    .proof()
                    .cost();
            assertThat(safe).isGreaterThanOrEqualTo(cheapest - 1e-6);
        }
        assertThat(withSums).isPositive();
    }

    private static List<Table.Cell> small(List<Dimension> dimensions, UniformRandomProvider random) {
        return RandomTables.leaves(dimensions).stream()
                .map(codes -> new Table.Cell(codes, random.nextInt(5) < 2 ? 1 : 4 + random.nextInt(5)))
                .toList();
    }

    private static double cheapest(Table table, Policy policy) {
        Sensitivity sensitivity = new Sensitivity(table, policy);
        boolean[] primary = new boolean[table.size()];
        sensitivity.cells().forEach(target -> primary[target.cell()] = true);
        List<Integer> open = new ArrayList<>();
        for (int cell = 0; cell < primary.length; cell++) {
            if (!primary[cell] && !table.isHidden(cell) && table.values()[cell] > 0) {
                open.add(cell);
            }
        }
        double[] weights = Weights.of(table, policy);
        double best = Double.POSITIVE_INFINITY;
        for (int set = 0; set < 1 << open.size(); set++) {
            boolean[] unknown = primary.clone();
            double cost = 0;
            for (int k = 0; k < open.size(); k++) {
                if ((set >> k & 1) == 1) {
                    unknown[open.get(k)] = true;
                    cost += weights[open.get(k)];
                }
            }
            for (int cell = 0; cell < unknown.length; cell++) {
                unknown[cell] |= table.isHidden(cell);
            }
            if (cost < best && protects(table, sensitivity, unknown)) {
                best = cost;
            }
        }
        return best;
    }

    private static boolean protects(Table table, Sensitivity sensitivity, boolean[] unknown) {
        List<Target> targets = new ArrayList<>(sensitivity.cells());
        targets.addAll(new Groups(table, sensitivity).more(cell -> unknown[cell]));
        List<long[]> tables = BruteForce.tables(table, unknown);
        for (Target target : targets) {
            long value = sum(table.values(), target);
            long least =
                    tables.stream().mapToLong(one -> sum(one, target)).min().orElseThrow() - value;
            long most = tables.stream().mapToLong(one -> sum(one, target)).max().orElseThrow() - value;
            if (-least < target.lower() || most < target.upper() || most - least < target.width()) {
                return false;
            }
        }
        return true;
    }

    private static long sum(long[] values, Target target) {
        return Arrays.stream(target.cells()).mapToLong(cell -> values[cell]).sum();
    }

    /** 120 cells to choose from are the most. */
    @Test
    void withMoreThan120CellsToChooseFromTheOptimumIsNotSought() {
        for (int others = OptimalSuppression.MOST_CANDIDATES;
                others <= OptimalSuppression.MOST_CANDIDATES + 1;
                others++) {
            int[] counts = new int[others];
            Arrays.fill(counts, 9);
            counts[0] = 3;
            List<String> codes = new ArrayList<>();
            List<Table.Cell> cells = new ArrayList<>();
            for (int i = 0; i < others; i++) {
                codes.add("p" + i);
                cells.add(Table.Cell.of(counts[i], "p" + i));
            }
            // The total is the last of the cells to choose from.
            Table table = Table.counts(
                            List.of(Dimension.flat("plaats", "T", codes).get()), cells)
                    .get();
            var found = Suppression.protect(table, Policy.minimum(5), Method.OPTIMAL);
            if (others == OptimalSuppression.MOST_CANDIDATES) {
                assertThat(found.get().suppressed(PublishedTable.Kind.SECONDARY))
                        .hasSize(1);
            } else {
                assertThat(found.failure().detail()).isEqualTo("121 cells to choose from, at most 120");
                PublishedTable safe =
                        Suppression.protect(table, Policy.minimum(5)).get();
                assertThat(safe.suppressed(PublishedTable.Kind.SECONDARY)).hasSize(1);
                assertThat(safe.proof().optimal()).isFalse();
                assertThat(safe.proof().against())
                        .isEqualTo(Set.of(Proof.Attacker.OUTSIDER, Proof.Attacker.SUM_OF_SUPPRESSED));
            }
        }
    }
}
