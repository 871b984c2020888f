package nl.leercirkel.statistics.disclosure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import nl.leercirkel.statistics.Randomness;
import nl.leercirkel.statistics.disclosure.PublishedTable.Kind;
import nl.leercirkel.statistics.disclosure.PublishedTable.Shown;
import nl.leercirkel.statistics.disclosure.Suppression.Method;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What must hold for every table: order and names do not matter, nothing is added to what is safe, the same gives the same. */
class LawsTest {

    private static final Policy POLICY = Policy.minimum(5);

    private static Set<List<String>> suppressed(PublishedTable table) {
        Set<List<String>> all = new HashSet<>(table.suppressed(Kind.PRIMARY));
        all.addAll(table.suppressed(Kind.SECONDARY));
        return all;
    }

    @ParameterizedTest
    @EnumSource
    void theOrderOfCellsCodesAndTotalsDoesNotMatter(RandomTables.Kind kind) {
        Random shuffle = new Random(4);
        for (int seed = 0; seed < 4; seed++) {
            List<Table.Cell> cells = RandomTables.cells(kind.dimensions(), Randomness.of(seed).stream(), 40);
            List<Dimension> turned = new ArrayList<>();
            for (Dimension dimension : kind.dimensions()) {
                List<String> codes = new ArrayList<>(dimension.codes());
                Collections.shuffle(codes, shuffle);
                List<Dimension.Total> totals = new ArrayList<>();
                for (Dimension.Total total : dimension.totals()) {
                    List<String> parts = new ArrayList<>(total.parts());
                    Collections.shuffle(parts, shuffle);
                    totals.add(new Dimension.Total(total.code(), parts));
                }
                Collections.shuffle(totals, shuffle);
                turned.add(Dimension.of(dimension.name(), codes, totals).get());
            }
            List<Table.Cell> mixed = new ArrayList<>(cells);
            Collections.shuffle(mixed, shuffle);
            PublishedTable one = Suppression.protect(
                            Table.counts(kind.dimensions(), cells).get(), POLICY, Method.SAFE)
                    .get();
            PublishedTable other = Suppression.protect(
                            Table.counts(turned, mixed).get(), POLICY, Method.SAFE)
                    .get();
            assertThat(suppressed(other)).isEqualTo(suppressed(one));
        }
    }

    @Test
    void otherNamesCostTheSame() {
        List<String> names = List.of("Noord", "Zuid", "Oost", "West", "Centrum");
        for (int seed = 0; seed < 2; seed++) {
            List<Table.Cell> cells =
                    RandomTables.cells(RandomTables.Kind.FLAT.dimensions(), Randomness.of(seed).stream(), 40);
            List<Dimension> renamed = List.of(
                    Dimension.flat("wijk", "Alle", names).get(),
                    RandomTables.Kind.FLAT.dimensions().get(1));
            List<Table.Cell> moved = cells.stream()
                    .map(cell -> new Table.Cell(
                            List.of(
                                    names.get(Integer.parseInt(cell.codes().get(0)) - 1),
                                    cell.codes().get(1)),
                            cell.count()))
                    .toList();
            double one = Suppression.protect(
                            Table.counts(RandomTables.Kind.FLAT.dimensions(), cells)
                                    .get(),
                            POLICY,
                            Method.OPTIMAL)
                    .get()
                    .proof()
                    .cost();
            double other = Suppression.protect(Table.counts(renamed, moved).get(), POLICY, Method.OPTIMAL)
                    .get()
                    .proof()
                    .cost();
            assertThat(other).isCloseTo(one, within(1e-6));
        }
    }

    @Test
    void aCategoryWithoutAnybodyChangesNothing() {
        Dimension more = Dimension.flat("a", "T", List.of("1", "2", "3", "4", "5", "leeg"))
                .get();
        for (int seed = 0; seed < 4; seed++) {
            List<Table.Cell> cells =
                    RandomTables.cells(RandomTables.Kind.FLAT.dimensions(), Randomness.of(seed).stream(), 40);
            Table plain =
                    Table.counts(RandomTables.Kind.FLAT.dimensions(), cells).get();
            Table extended = Table.counts(
                            List.of(more, RandomTables.Kind.FLAT.dimensions().get(1)), cells)
                    .get();
            PublishedTable one = Suppression.protect(plain, POLICY, Method.SAFE).get();
            PublishedTable other =
                    Suppression.protect(extended, POLICY, Method.SAFE).get();
            assertThat(suppressed(other)).isEqualTo(suppressed(one));
        }
    }

    @Test
    void aTableWithoutSecretsIsPublishedAsItIs() {
        List<Dimension> dimensions = RandomTables.Kind.THREE.dimensions();
        List<Table.Cell> cells = RandomTables.leaves(dimensions).stream()
                .map(codes -> new Table.Cell(codes, 5 + Math.abs(codes.hashCode() % 7)))
                .toList();
        Table table = Table.counts(dimensions, cells).get();
        for (Method method : Method.values()) {
            PublishedTable published =
                    Suppression.protect(table, POLICY, method).get();
            for (List<String> codes : table.cells()) {
                assertThat(published.cell(codes))
                        .contains(new Shown.Value(table.value(codes).orElseThrow()));
            }
            assertThat(published.proof().secrets()).isEmpty();
            assertThat(published.proof().cost()).isZero();
        }
    }

    @ParameterizedTest
    @EnumSource
    void theSameTableGivesTheSamePattern(RandomTables.Kind kind) {
        Table table = RandomTables.counts(kind.dimensions(), Randomness.of(9).stream());
        for (Method method : Method.values()) {
            PublishedTable one = Suppression.protect(table, POLICY, method).get();
            PublishedTable other = Suppression.protect(table, POLICY, method).get();
            assertThat(suppressed(other)).isEqualTo(suppressed(one));
            assertThat(other.proof()).isEqualTo(one.proof());
        }
    }

    @Test
    void aHigherMinimumCostsNoLess() {
        for (int seed = 0; seed < 2; seed++) {
            Table table = RandomTables.counts(RandomTables.Kind.LEVELS.dimensions(), Randomness.of(seed).stream());
            int before = table.size();
            for (int minimum : new int[] {2, 3, 5, 8}) {
                PublishedTable published = Suppression.protect(
                                table,
                                Policy.minimum(minimum).withGroups(false).with(Policy.Cost.CELLS),
                                Method.OPTIMAL)
                        .get();
                assertThat(published.publishedCells()).isLessThanOrEqualTo(before);
                before = published.publishedCells();
            }
        }
    }

    /** Every secret of the proof is kept as far off as asked, by tables of whole numbers. */
    @Test
    void theProofHoldsWhatThePolicyAsks() {
        Table table = RandomTables.counts(RandomTables.Kind.LEVELS.dimensions(), Randomness.of(2).stream());
        Policy policy = POLICY.with(new Policy.Protection(2, 3, 7, 0));
        PublishedTable published =
                Suppression.protect(table, policy, Method.SAFE).get();
        assertThat(published.proof().cells()).isEqualTo(table.size());
        assertThat(published.proof().secrets()).isNotEmpty();
        for (Proof.Secret secret : published.proof().secrets()) {
            assertThat(secret.below()).isGreaterThanOrEqualTo(secret.least());
            assertThat(secret.above()).isGreaterThanOrEqualTo(secret.most());
            assertThat(secret.below().add(secret.above())).isGreaterThanOrEqualTo(secret.width());
            Proof.Feasible feasible = secret.feasible().orElseThrow();
            assertThat(feasible.below()).isGreaterThanOrEqualTo(secret.below().doubleValue());
            assertThat(feasible.above()).isGreaterThanOrEqualTo(secret.above().doubleValue());
        }
        List<String> primary = published.suppressed(Kind.PRIMARY).getFirst();
        assertThat(published.proof().of(primary)).isPresent();
        assertThat(published.proof().of(List.of("T", "T"))).isEmpty();
    }

    /** A thousand cells more than linear programmes are run for. */
    @Test
    void aLargerTableIsProvenByItsWitnessesAlone() {
        List<String> places = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            places.add("p%02d".formatted(i));
        }
        List<Dimension> dimensions = List.of(
                Dimension.flat("a", "T", places).get(),
                RandomTables.Kind.LEVELS.dimensions().get(1),
                Dimension.flat("c", "T", List.of("m", "v")).get());
        Table table = RandomTables.counts(dimensions, Randomness.of(8).stream());
        PublishedTable published = Suppression.protect(table, POLICY).get();
        assertThat(published.proof().optimal()).isFalse();
        assertThat(published.proof().secrets())
                .allMatch(secret -> secret.feasible().isEmpty());
        assertThat(published.proof().secrets().size()).isGreaterThan(50);
        assertThat(published.suppressed(Kind.SECONDARY)).isNotEmpty();
        assertThat(Suppression.protect(table, POLICY, Method.OPTIMAL).failure().reason())
                .isEqualTo(nl.leercirkel.statistics.Reason.TOO_LARGE);
    }
}
