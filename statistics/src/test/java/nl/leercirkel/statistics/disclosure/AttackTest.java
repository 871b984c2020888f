package nl.leercirkel.statistics.disclosure;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import nl.leercirkel.statistics.Failure;
import nl.leercirkel.statistics.Reason;
import nl.leercirkel.statistics.disclosure.Attack.Feasible;
import nl.leercirkel.statistics.disclosure.Attack.Finding;
import nl.leercirkel.statistics.disclosure.Policy.Protection;
import org.junit.jupiter.api.Test;

/** What the attacker finds, against linear programmes solved by hand. */
class AttackTest {

    private static final Policy POLICY = Policy.minimum(5);

    private static Feasible feasible(long lowest, long highest) {
        return new Feasible(BigDecimal.valueOf(lowest), Optional.of(BigDecimal.valueOf(highest)));
    }

    private static Finding finding(Table table, Policy policy, String secret, String... suppressed) {
        List<Finding> findings =
                Attack.on(table, policy, ByHand.codes(suppressed)).get();
        return findings.stream()
                .filter(finding -> finding.cells().equals(ByHand.codes(new String[] {secret})))
                .findFirst()
                .orElseThrow();
    }

    /**
     * 4 9 | 13 over 7 2 | 9, all four suppressed: with 1a = x the others are 13 - x, 11 - x and x - 2, so x lies from 2 to 11, and 2b from
     * 0 to 9.
     */
    @Test
    void aBlockOfFourIsFeasibleAsFarAsItsCornersGo() {
        Table table = ByHand.counts(new int[] {4, 9}, new int[] {7, 2});
        String[] all = {"1a", "1b", "2a", "2b"};
        assertThat(finding(table, POLICY, "1a", all).feasible()).isEqualTo(feasible(2, 11));
        assertThat(finding(table, POLICY, "2b", all).feasible()).isEqualTo(feasible(0, 9));
        assertThat(finding(table, POLICY, "1a", all).isDisclosed()).isFalse();
        assertThat(Attack.on(table, POLICY, ByHand.codes(all)).get()).hasSize(2);
        // 2 below, 7 above, 9 apart: asked for exactly, or one more.
        assertThat(finding(table, POLICY.with(new Protection(2, 7, 9, 0)), "1a", all)
                        .isProtected())
                .isTrue();
        assertThat(finding(table, POLICY.with(new Protection(3, 1, 0, 0)), "1a", all)
                        .isProtected())
                .isFalse();
        assertThat(finding(table, POLICY.with(new Protection(1, 8, 0, 0)), "1a", all)
                        .isProtected())
                .isFalse();
        assertThat(finding(table, POLICY.with(new Protection(1, 1, 10, 0)), "1a", all)
                        .isProtected())
                .isFalse();
    }

    @Test
    void oneSuppressedCellInARowIsTheTotalLessTheOthers() {
        Table table = ByHand.counts(new int[] {4, 9}, new int[] {7, 8});
        Finding alone = finding(table, POLICY, "1a", "1a");
        assertThat(alone.feasible()).isEqualTo(feasible(4, 4));
        assertThat(alone.isDisclosed()).isTrue();
        assertThat(alone.isProtected()).isFalse();
        // A row of two, of which one follows from its column.
        assertThat(finding(table, POLICY, "1a", "1a", "1b").isDisclosed()).isTrue();
    }

    /** 1b is suppressed and so are all its totals: it may be anything, and 1T = 3 + 1b anything from 3. */
    @Test
    void aSecretWithoutBoundAboveStillNeedsRoomBelow() {
        Table table = ByHand.counts(new int[] {3, 0}, new int[] {7, 6});
        Finding total = finding(table, POLICY, "1T", "1b", "1T", "Tb", "TT");
        assertThat(total.feasible()).isEqualTo(new Feasible(BigDecimal.valueOf(3), Optional.empty()));
        assertThat(total.isProtected()).isFalse();
        assertThat(total.isDisclosed()).isFalse();
        Finding open = finding(table, POLICY.with(new Protection(1, 1000, 1000, 0)), "1a", "1a", "1T", "Ta", "TT");
        assertThat(open.feasible()).isEqualTo(new Feasible(BigDecimal.ZERO, Optional.empty()));
        assertThat(open.isProtected()).isTrue();
    }

    /** 1 + 2 suppressed of 1, 2, 9: each from 0 to 3, together exactly 3. */
    @Test
    void theSumOfSuppressedCellsIsFoundAsWell() {
        Table table = ByHand.row(1, 2, 9);
        List<List<String>> suppressed = List.of(List.of("a"), List.of("b"));
        List<Finding> findings = Attack.on(table, POLICY, suppressed).get();
        assertThat(findings).hasSize(3);
        assertThat(findings.get(0).feasible()).isEqualTo(feasible(0, 3));
        assertThat(findings.get(1).feasible()).isEqualTo(feasible(0, 3));
        assertThat(findings.get(2).cells()).isEqualTo(suppressed);
        assertThat(findings.get(2).feasible()).isEqualTo(feasible(3, 3));
        assertThat(findings.get(2).isDisclosed()).isTrue();
        assertThat(findings.get(2).isProtected()).isFalse();
        assertThat(Attack.on(table, POLICY.withGroups(false), suppressed).get()).hasSize(2);
    }

    /** 3 1 | 4 over 7 6 | 13: the one in 1b knows that 1a is 4 - 1. */
    @Test
    void theOnlyOneInACellSubtractsHimself() {
        Table table = ByHand.counts(new int[] {3, 1}, new int[] {7, 6});
        String[] all = {"1a", "1b", "2a", "2b", "1T", "2T"};
        Policy outsider = POLICY.withGroups(false);
        assertThat(finding(table, outsider, "1a", "1a", "1b", "2a", "2b").feasible())
                .isEqualTo(feasible(0, 4));
        assertThat(finding(table, outsider.withSoleContributors(true), "1a", "1a", "1b", "2a", "2b")
                        .feasible())
                .isEqualTo(feasible(3, 3));
        // With the row totals suppressed too, 1a goes against 2a.
        assertThat(finding(table, outsider.withSoleContributors(true), "1a", all)
                        .feasible())
                .isEqualTo(feasible(0, 10));
    }

    /** In amounts of half euros: 1a = x from 0 to 3.5 + 1.5 = 5. */
    @Test
    void amountsAreFoundInTheirOwnUnit() {
        List<Contribution> contributions = new ArrayList<>();
        double[][] amounts = {{3.5, 1.5}, {6, 2.5}};
        for (int row = 0; row < 2; row++) {
            for (int column = 0; column < 2; column++) {
                contributions.add(new Contribution(
                        List.of(String.valueOf(row + 1), String.valueOf((char) ('a' + column))),
                        "aanbieder",
                        amounts[row][column]));
            }
        }
        Table table =
                Table.amounts(ByHand.dimensions(2, 2), contributions, Map.of()).get();
        Finding found = finding(table, Policy.minimum(2).withGroups(false), "1a", "1a", "1b", "2a", "2b");
        assertThat(found.feasible()).isEqualTo(new Feasible(new BigDecimal("1.0"), Optional.of(new BigDecimal("5.0"))));
    }

    @Test
    void cellsOutsideTheViewsAreUnknownToo() {
        Table table = ByHand.counts(new int[] {3, 9}, new int[] {7, 8})
                .publishing(List.of(
                        new Table.View(Map.of("rij", Set.of("T"))), new Table.View(Map.of("kolom", Set.of("T")))))
                .get();
        // Only the totals 12, 15, 10, 17 and 27 are shown: 1a from 0 to 10.
        assertThat(finding(table, POLICY, "1a").feasible()).isEqualTo(feasible(0, 10));
        // Hidden and suppressed is no less unknown.
        assertThat(finding(table, POLICY, "1a", "1a").feasible()).isEqualTo(feasible(0, 10));
    }

    @Test
    void tooManyUnknownCellsAreCounted() {
        int[] counts = new int[Attack.MOST_UNKNOWN];
        Arrays.fill(counts, 9);
        List<String> codes = new ArrayList<>();
        List<Table.Cell> cells = new ArrayList<>();
        for (int i = 0; i < Attack.MOST_UNKNOWN; i++) {
            codes.add("p" + i);
            cells.add(Table.Cell.of(9, "p" + i));
        }
        Table table = Table.counts(List.of(Dimension.flat("plaats", "T", codes).get()), cells)
                .get();
        List<List<String>> parts = codes.stream().map(List::of).toList();
        assertThat(Attack.on(table, POLICY, parts).get()).isEmpty();
        assertThat(Attack.on(table, POLICY, table.cells()).failure())
                .isEqualTo(new Failure(Reason.TOO_LARGE, "2001 unknown cells, at most 2000"));
        Table hidden = table.publishing(List.of(new Table.View(Map.of("plaats", Set.of("T")))))
                .get();
        assertThat(Attack.on(hidden, POLICY, List.of(List.of("T"))).failure().reason())
                .isEqualTo(Reason.TOO_LARGE);
    }
}
