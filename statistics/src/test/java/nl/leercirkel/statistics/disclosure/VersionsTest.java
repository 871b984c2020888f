package nl.leercirkel.statistics.disclosure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import nl.leercirkel.statistics.Outcome;
import nl.leercirkel.statistics.Randomness;
import nl.leercirkel.statistics.Reason;
import nl.leercirkel.statistics.disclosure.PublishedTable.Kind;
import nl.leercirkel.statistics.disclosure.PublishedTable.Shown;
import nl.leercirkel.statistics.disclosure.Versions.Changes;
import org.apache.commons.rng.UniformRandomProvider;
import org.junit.jupiter.api.Test;

/** Two publications over the same people cannot be subtracted to a secret. */
class VersionsTest {

    private static final List<Dimension> SMALL = List.of(
            Dimension.flat("a", "T", List.of("1", "2", "3")).get(),
            Dimension.flat("b", "T", List.of("x", "y")).get());

    private static boolean[] unknown(PublishedTable table) {
        boolean[] unknown = new boolean[table.table().size()];
        for (int cell = 0; cell < unknown.length; cell++) {
            unknown[cell] = table.isUnknown(cell);
        }
        return unknown;
    }

    /** Every pair of tables that fits with both publications is tried. */
    @Test
    void noPairOfTablesGivesAwayASecretOfEitherVersionOrOfTheChange() {
        UniformRandomProvider random = Randomness.of(21).stream();
        int secrets = 0;
        int answered = 0;
        for (int i = 0; i < 20; i++) {
            Changes changes = i % 2 == 0 ? Changes.SECRET : Changes.OPEN;
            List<Table.Cell> cells = RandomTables.cells(SMALL, random, 9);
            List<Table.Cell> later = new ArrayList<>(cells);
            for (int k = 0; k < 2; k++) {
                int which = random.nextInt(later.size());
                Table.Cell old = later.get(which);
                later.set(which, new Table.Cell(old.codes(), Math.max(0, old.count() - 1 + random.nextInt(6))));
            }
            Policy policy = Policy.minimum(3).withGroups(false);
            Table before = Table.counts(SMALL, cells).get();
            Table now = Table.counts(SMALL, later).get();
            PublishedTable first = Suppression.protect(before, policy).get();
            Outcome<PublishedTable> next = Versions.next(first, now, policy, changes);
            if (!next.isAnswer()) {
                assertThat(next.failure().reason()).isEqualTo(Reason.NOT_PROTECTED);
                continue;
            }
            answered++;
            secrets += attack(policy, before, now, first, next.get(), changes);
        }
        assertThat(answered).isGreaterThan(15);
        assertThat(secrets).isGreaterThan(30);
    }

    private static int attack(
            Policy policy, Table before, Table now, PublishedTable first, PublishedTable second, Changes changes) {
        List<long[]> earlier = BruteForce.tables(before, unknown(first));
        List<long[]> later = BruteForce.tables(now, unknown(second));
        int cells = before.size();
        long[] leastBefore = before.values().clone();
        long[] mostBefore = before.values().clone();
        long[] leastNow = now.values().clone();
        long[] mostNow = now.values().clone();
        long[] leastChange = new long[cells];
        long[] mostChange = new long[cells];
        for (int cell = 0; cell < cells; cell++) {
            leastChange[cell] = now.values()[cell] - before.values()[cell];
            mostChange[cell] = leastChange[cell];
        }
        for (long[] one : earlier) {
            for (long[] other : later) {
                if (fits(before, now, one, other)) {
                    for (int cell = 0; cell < cells; cell++) {
                        leastBefore[cell] = Math.min(leastBefore[cell], one[cell]);
                        mostBefore[cell] = Math.max(mostBefore[cell], one[cell]);
                        leastNow[cell] = Math.min(leastNow[cell], other[cell]);
                        mostNow[cell] = Math.max(mostNow[cell], other[cell]);
                        leastChange[cell] = Math.min(leastChange[cell], other[cell] - one[cell]);
                        mostChange[cell] = Math.max(mostChange[cell], other[cell] - one[cell]);
                    }
                }
            }
        }
        int secrets = 0;
        for (int cell = 0; cell < cells; cell++) {
            String where = before.grid().codes(cell) + " " + before.values()[cell] + " " + now.values()[cell];
            if (before.values()[cell] > 0 && before.values()[cell] < policy.minimum()) {
                assertThat(mostBefore[cell]).as(where).isGreaterThan(before.values()[cell]);
                assertThat(leastBefore[cell]).as(where).isLessThan(before.values()[cell]);
                secrets++;
            }
            if (now.values()[cell] > 0 && now.values()[cell] < policy.minimum()) {
                assertThat(mostNow[cell]).as(where).isGreaterThan(now.values()[cell]);
                assertThat(leastNow[cell]).as(where).isLessThan(now.values()[cell]);
                secrets++;
            }
            long change = now.values()[cell] - before.values()[cell];
            if (changes == Changes.SECRET && change != 0 && Math.abs(change) < policy.minimum()) {
                assertThat(mostChange[cell]).as("change of " + where).isGreaterThan(change);
                assertThat(leastChange[cell]).as("change of " + where).isLessThan(change);
                secrets++;
            }
        }
        return secrets;
    }

    /** The attacker knows which leaves did not change. */
    private static boolean fits(Table before, Table now, long[] one, long[] other) {
        for (int cell = 0; cell < one.length; cell++) {
            if (before.grid().isLeaf(cell) && before.values()[cell] == now.values()[cell] && one[cell] != other[cell]) {
                return false;
            }
        }
        return true;
    }

    @Test
    void theSameFiguresAreSuppressedWhereTheyWere() {
        Table table = RandomTables.counts(RandomTables.Kind.LEVELS.dimensions(), Randomness.of(3).stream());
        PublishedTable first = Suppression.protect(table, Policy.minimum(5)).get();
        // A lower minimum would publish more, but then the old and the new pattern together would tell more than
        // either.
        PublishedTable second =
                Versions.next(first, table, Policy.minimum(5), Changes.SECRET).get();
        for (List<String> codes : table.cells()) {
            boolean shownFirst = first.cell(codes).orElseThrow() instanceof Shown.Value;
            boolean shownSecond = second.cell(codes).orElseThrow() instanceof Shown.Value;
            assertThat(shownSecond).as("%s", codes).isEqualTo(shownFirst);
        }
        assertThat(second.proof().against()).contains(Proof.Attacker.EARLIER_VERSION);
    }

    @Test
    void whatWasPublishedBeforeCannotBeProtectedAnyMore() {
        List<Table.Cell> cells = List.of(
                Table.Cell.of(3, "1", "x"),
                Table.Cell.of(9, "1", "y"),
                Table.Cell.of(8, "2", "x"),
                Table.Cell.of(7, "2", "y"),
                Table.Cell.of(6, "3", "x"),
                Table.Cell.of(9, "3", "y"));
        Table table = Table.counts(SMALL, cells).get();
        PublishedTable loose = Suppression.protect(table, Policy.minimum(3)).get();
        assertThat(loose.publishedCells()).isEqualTo(table.size());
        Outcome<PublishedTable> strict = Versions.next(loose, table, Policy.minimum(5), Changes.OPEN);
        assertThat(strict.failure().reason()).isEqualTo(Reason.NOT_PROTECTED);
        assertThat(strict.failure().detail()).contains("[1, x]");
    }

    @Test
    void otherDimensionsAndChangedAmountsAreNamed() {
        Table table = RandomTables.counts(RandomTables.Kind.FLAT.dimensions(), Randomness.of(3).stream());
        PublishedTable first = Suppression.protect(table, Policy.minimum(5)).get();
        Table other = RandomTables.counts(RandomTables.Kind.LEVELS.dimensions(), Randomness.of(3).stream());
        assertThat(Versions.next(first, other, Policy.minimum(5), Changes.OPEN)
                        .failure()
                        .reason())
                .isEqualTo(Reason.DO_NOT_MATCH);
        List<Dimension> one =
                List.of(Dimension.flat("a", "T", List.of("1", "2")).get());
        Table amounts = Table.amounts(one, List.of(new Contribution(List.of("1"), "p", 10)), Map.of())
                .get();
        Table changed = Table.amounts(one, List.of(new Contribution(List.of("1"), "p", 11)), Map.of())
                .get();
        Policy policy = Policy.minimum(3);
        assertThat(Suppression.protect(amounts, policy)
                        .flatMap(published -> Versions.next(published, changed, policy, Changes.OPEN))
                        .failure()
                        .detail())
                .contains("amounts changed");
    }

    /** 9 became 11 and nothing else: both may be shown, but not the change of 2 where changes are secret. */
    @Test
    void aSmallChangeOfLargeCellsIsOnlySecretWhereChangesAre() {
        Table before = ByHand.counts(new int[] {9, 12}, new int[] {8, 7});
        Table now = ByHand.counts(new int[] {11, 12}, new int[] {8, 7});
        Policy policy = Policy.minimum(5).withGroups(false);
        PublishedTable first = Suppression.protect(before, policy).get();
        assertThat(first.publishedCells()).isEqualTo(9);
        PublishedTable open = Versions.next(first, now, policy, Changes.OPEN).get();
        assertThat(open.publishedCells()).isEqualTo(9);
        PublishedTable secret =
                Versions.next(first, now, policy, Changes.SECRET).get();
        // The four cells that changed; the first version shows them all.
        for (String changed : List.of("1a", "1T", "Ta", "TT")) {
            assertThat(secret.cell(ByHand.codes(changed)).orElseThrow()).isInstanceOf(Shown.Suppressed.class);
        }
        assertThat(secret.publishedCells()).isEqualTo(5);
    }

    @Test
    void whatWasSuppressedStaysSoWhereTheMinimumIsLowerNow() {
        Table table = ByHand.counts(new int[] {3, 9, 8}, new int[] {7, 6, 9}, new int[] {5, 8, 6});
        PublishedTable first = Suppression.protect(table, Policy.minimum(5)).get();
        assertThat(first.publishedCells()).isEqualTo(12);
        PublishedTable next =
                Versions.next(first, table, Policy.minimum(2), Changes.SECRET).get();
        for (List<String> codes : table.cells()) {
            assertThat(next.isPublished(table.grid().cell(codes)))
                    .isEqualTo(first.isPublished(table.grid().cell(codes)));
        }
    }

    /** A new version tells which cells are secret themselves and which protect another. */
    @Test
    void inANewVersionTooTheSecretCellsAreTheOnesBelowTheMinimum() {
        Table before = ByHand.counts(new int[] {3, 9, 8}, new int[] {7, 6, 9}, new int[] {5, 8, 6});
        Table now = ByHand.counts(new int[] {3, 9, 8}, new int[] {7, 6, 9}, new int[] {5, 8, 30});
        PublishedTable first = Suppression.protect(before, Policy.minimum(5)).get();
        PublishedTable next =
                Versions.next(first, now, Policy.minimum(5), Changes.OPEN).get();
        assertThat(next.suppressed(Kind.PRIMARY)).containsExactly(List.of("1", "a"));
        assertThat(next.suppressed(Kind.SECONDARY)).isEqualTo(first.suppressed(Kind.SECONDARY));
        Table flat = ByHand.row(3, 9);
        assertThat(Versions.next(first, flat, Policy.minimum(5), Changes.OPEN)
                        .failure()
                        .detail())
                .isEqualTo("the versions do not have the same dimensions and codes");
    }

    /** Ages 0-17 in one table and 0-15 in another: 16-17 stands in neither, and can be worked out. */
    @Test
    void twoTablesWithOtherAgesCannotBeSubtracted() {
        List<Dimension.Total> totals = List.of(
                Dimension.Total.of("0-17", "0-11", "12-15", "16-17"), Dimension.Total.of("0-15", "0-11", "12-15"));
        Dimension age = Dimension.of("leeftijd", List.of(), totals).get().withDifferences();
        assertThat(age.totals()).contains(Dimension.Total.of("0-17", "0-15", "16-17"));
        Dimension area = Dimension.flat("wijk", "T", List.of("a", "b", "c")).get();
        double[][] counts = {{30, 20, 2}, {25, 22, 9}, {28, 31, 12}};
        List<Table.Cell> cells = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            for (int k = 0; k < 3; k++) {
                cells.add(Table.Cell.of(
                        counts[i][k],
                        List.of("a", "b", "c").get(i),
                        List.of("0-11", "12-15", "16-17").get(k)));
            }
        }
        Table table = Table.counts(List.of(area, age), cells)
                .flatMap(all -> all.publishing(List.of(
                        new Table.View(Map.of("leeftijd", Set.of("0-17"))),
                        new Table.View(Map.of("leeftijd", Set.of("0-15"))))))
                .get();
        // Unprotected, the attacker subtracts 50 from 52.
        Attack.Finding open =
                Attack.on(table, Policy.minimum(5), List.of()).get().getFirst();
        assertThat(open.cells()).containsExactly(List.of("a", "16-17"));
        assertThat(open.isDisclosed()).isTrue();
        for (Suppression.Method method : Suppression.Method.values()) {
            PublishedTable published =
                    Suppression.protect(table, Policy.minimum(5), method).get();
            assertThat(published.cell("a", "16-17")).contains(new Shown.NotPublished());
            assertThat(published.suppressed(Kind.SECONDARY)).isNotEmpty();
            SuppressionTest.attack(table, Policy.minimum(5), published);
        }
    }
}
