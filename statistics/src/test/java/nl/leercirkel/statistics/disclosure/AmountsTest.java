package nl.leercirkel.statistics.disclosure;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import nl.leercirkel.statistics.Reason;
import nl.leercirkel.statistics.Shared;
import nl.leercirkel.statistics.disclosure.PublishedTable.Kind;
import nl.leercirkel.statistics.disclosure.Suppression.Method;
import org.junit.jupiter.api.Test;

/** Amounts with contributors: dominance, the p% rule, holdings, and attackers who contribute themselves. */
class AmountsTest {

    private static final List<Dimension> ONE = List.of(
            Dimension.flat("plaats", "Totaal", List.of("a", "b", "c", "d")).get());

    private static Table table(double[][] perPlace, Map<String, String> holdings) {
        List<Contribution> contributions = new ArrayList<>();
        for (int place = 0; place < perPlace.length; place++) {
            for (int i = 0; i < perPlace[place].length; i++) {
                String code = String.valueOf((char) ('a' + place));
                contributions.add(new Contribution(List.of(code), code + i, perPlace[place][i]));
            }
        }
        return Table.amounts(ONE, contributions, holdings).get();
    }

    private static List<Integer> secret(Table table, Policy policy) {
        return new Sensitivity(table, policy).cells().stream().map(Target::cell).toList();
    }

    private static Target target(Table table, Policy policy, String code) {
        int cell = table.grid().cell(List.of(code));
        return new Sensitivity(table, policy)
                .cells().stream().filter(t -> t.cell() == cell).findFirst().orElseThrow();
    }

    /** Reckoned by hand: of 100 = 70 + 20 + 10 the largest two have 90%; of 100 = 50 + 30 + 20 they have 80%, no more than that. */
    @Test
    void dominance() {
        Table table = table(new double[][] {{70, 20, 10}, {50, 30, 20}, {40, 30, 30}, {25, 25, 25, 25}}, Map.of());
        assertThat(secret(table, Policy.dominance(2, 80)))
                .containsExactly(table.grid().cell(List.of("a")));
        // 90 / .8 - 100 = 12.5, to whole units upwards
        assertThat(target(table, Policy.dominance(2, 80), "a").upper()).isEqualTo(13);
        assertThat(target(table, Policy.dominance(2, 80), "a").lower()).isEqualTo(13);
        assertThat(secret(table, Policy.dominance(1, 45)))
                .containsExactlyInAnyOrder(
                        table.grid().cell(List.of("a")), table.grid().cell(List.of("b")));
    }

    /** Reckoned by hand: the second of 70 + 20 + 10 is off by 10, less than 15% of 70 = 10.5; of 70 + 20 + 10.5 it is not. */
    @Test
    void percentRule() {
        Table table = table(new double[][] {{70, 20, 10}, {70, 20, 10.5}, {100}, {60, 40}}, Map.of());
        assertThat(secret(table, Policy.percentRule(15)))
                .containsExactlyInAnyOrder(
                        table.grid().cell(List.of("a")),
                        table.grid().cell(List.of("c")),
                        table.grid().cell(List.of("d")));
        // in tenths: 105 - 100, 15% of 1000, 15% of 600
        assertThat(target(table, Policy.percentRule(15), "a").upper()).isEqualTo(5);
        assertThat(target(table, Policy.percentRule(15), "c").upper()).isEqualTo(150);
        assertThat(target(table, Policy.percentRule(15), "d").lower()).isEqualTo(90);
    }

    @Test
    void aHoldingCountsAsOneContributor() {
        double[][] amounts = {{30, 30, 30, 10}, {25, 25, 25, 25}, {25, 25, 25, 25}, {25, 25, 25, 25}};
        assertThat(secret(table(amounts, Map.of()), Policy.dominance(1, 60))).isEmpty();
        Table together = table(amounts, Map.of("a0", "groep", "a1", "groep", "a2", "groep"));
        assertThat(secret(together, Policy.dominance(1, 60)))
                .containsExactly(together.grid().cell(List.of("a")));
        assertThat(secret(together, Policy.dominance(1, 60).withMinimum(3)))
                .containsExactly(together.grid().cell(List.of("a")));
    }

    /**
     * SSBtools' magnitude1 (20 contributions of 5 companies): the secret cells by the rule itself, worked out again here from the
     * file, and all of them kept from the outsider and from companies that are alone in a cell.
     */
    @Test
    void magnitude1() {
        List<String[]> rows = Shared.rows("sdc/ssb_magnitude1.csv");
        Dimension sector = Dimension.of(
                        "sector",
                        List.of(),
                        List.of(
                                Dimension.Total.of("private", "Agriculture", "Entertainment", "Industry"),
                                Dimension.Total.of("public", "Governmental"),
                                Dimension.Total.of("Total", "private", "public")))
                .get();
        Dimension geo = Dimension.of(
                        "geo",
                        List.of(),
                        List.of(
                                Dimension.Total.of("EU", "Portugal", "Spain"),
                                Dimension.Total.of("nonEU", "Iceland"),
                                Dimension.Total.of("Total", "EU", "nonEU")))
                .get();
        Table table = Table.amounts(
                        List.of(sector, geo),
                        rows.stream()
                                .map(row ->
                                        new Contribution(List.of(row[0], row[2]), row[4], Double.parseDouble(row[5])))
                                .toList(),
                        Map.of())
                .get();
        Policy policy = Policy.percentRule(10);
        PublishedTable published =
                Suppression.protect(table, policy, Method.SAFE).get();
        for (List<String> codes : table.cells()) {
            Map<String, Double> perCompany = new TreeMap<>();
            for (String[] row : rows) {
                boolean inSector = List.of(row[0], row[1], "Total").contains(codes.get(0));
                boolean inGeo = List.of(row[2], row[3], "Total").contains(codes.get(1));
                if (inSector && inGeo) {
                    perCompany.merge(row[4], Double.parseDouble(row[5]), Double::sum);
                }
            }
            double[] rising = perCompany.values().stream()
                    .mapToDouble(Double::doubleValue)
                    .sorted()
                    .toArray();
            double rest =
                    Arrays.stream(rising).limit(Math.max(0, rising.length - 2)).sum();
            boolean secret = rising.length > 0 && rest < .1 * rising[rising.length - 1];
            assertThat(published.suppressed(Kind.PRIMARY).contains(codes))
                    .as("%s", codes)
                    .isEqualTo(secret);
            assertThat(table.value(codes).orElseThrow().doubleValue())
                    .isCloseTo(Arrays.stream(rising).sum(), org.assertj.core.api.Assertions.within(1e-9));
        }
        SuppressionTest.attack(table, policy, published);
        assertThat(published.proof().against())
                .contains(Proof.Attacker.SOLE_CONTRIBUTORS, Proof.Attacker.SUM_OF_SUPPRESSED);
        assertThat(published.suppressed(Kind.PRIMARY)).isNotEmpty();
    }

    /** A row of two suppressed cells, each with one contributor: each would know the other's. */
    @Test
    void twoSoleContributorsDoNotLearnEachOthersAmount() {
        List<Dimension> two = List.of(
                Dimension.flat("plaats", "Totaal", List.of("a", "b", "c")).get(),
                Dimension.flat("soort", "Totaal", List.of("x", "y", "z")).get());
        List<Contribution> contributions = new ArrayList<>();
        contributions.add(new Contribution(List.of("a", "x"), "alleen", 40));
        contributions.add(new Contribution(List.of("a", "y"), "ook alleen", 45));
        for (String place : List.of("a", "b", "c")) {
            for (String kind : List.of("x", "y", "z")) {
                for (int i = 0; i < 5 && !(place.equals("a") && !kind.equals("z")); i++) {
                    contributions.add(new Contribution(List.of(place, kind), place + kind + i, 50 + i));
                }
            }
        }
        Table table = Table.amounts(two, contributions, Map.of()).get();
        Policy alone = Policy.percentRule(10);
        for (Method method : List.of(Method.SAFE, Method.OPTIMAL)) {
            PublishedTable safe = Suppression.protect(table, alone, method).get();
            assertThat(safe.suppressed(Kind.PRIMARY)).containsExactlyInAnyOrder(List.of("a", "x"), List.of("a", "y"));
            SuppressionTest.attack(table, alone, safe);
        }
        // Without that attacker the two cells protect each other in their row, and the others need not be touched
        // there.
        Policy outsider = alone.withSoleContributors(false).withGroups(false);
        PublishedTable weak =
                Suppression.protect(table, outsider, Method.OPTIMAL).get();
        List<Attack.Finding> findings = Attack.on(
                        table,
                        alone,
                        java.util.stream.Stream.concat(
                                        weak.suppressed(Kind.PRIMARY).stream(),
                                        weak.suppressed(Kind.SECONDARY).stream())
                                .toList())
                .get();
        assertThat(findings.stream().filter(finding -> !finding.isProtected())).isNotEmpty();
    }

    /**
     * 2a + 2c + 2d is a secret sum. D is alone in 2c and so in Tc, and knows both; C and A, who stand behind the first cell 2a, are not
     * alone anywhere. Tc may not change to hide the sum, also not where 2c is the cell that changes with it: that was refused only when
     * the proof was made, and the table with it.
     */
    @Test
    void aSecretSumIsKeptFromTheSameContributorsAsItIsCheckedAgainst() {
        List<Contribution> contributions = List.of(
                new Contribution(List.of("1", "a"), "C", 40),
                new Contribution(List.of("1", "a"), "B", 40),
                new Contribution(List.of("1", "d"), "B", 10),
                new Contribution(List.of("1", "d"), "A", 60),
                new Contribution(List.of("2", "a"), "C", 1),
                new Contribution(List.of("2", "a"), "A", 10),
                new Contribution(List.of("2", "b"), "B", 50),
                new Contribution(List.of("2", "b"), "D", 55),
                new Contribution(List.of("2", "b"), "A", 40),
                new Contribution(List.of("2", "c"), "D", 60),
                new Contribution(List.of("2", "d"), "D", 30),
                new Contribution(List.of("2", "d"), "B", 1));
        Table table =
                Table.amounts(ByHand.dimensions(2, 4), contributions, Map.of()).get();
        PublishedTable published =
                Suppression.protect(table, Policy.percentRule(20), Method.SAFE).get();
        assertThat(published.proof().secrets())
                .anyMatch(secret -> secret.cells().equals(ByHand.codes("2a", "2c", "2d")));
        SuppressionTest.attack(table, Policy.percentRule(20), published);
    }

    @Test
    void badAmountsAreNamed() {
        assertThat(amount(Double.NaN)).isEqualTo(Reason.NOT_A_NUMBER);
        assertThat(amount(-1)).isEqualTo(Reason.OUT_OF_RANGE);
        assertThat(amount(1e12)).isEqualTo(Reason.OUT_OF_RANGE);
        assertThat(amount(.1234567)).isEqualTo(Reason.OUT_OF_RANGE);
        assertThat(Table.amounts(ONE, List.of(), Map.of()).failure().reason()).isEqualTo(Reason.NO_DATA);
        assertThat(Table.amounts(ONE, List.of(new Contribution(List.of("Totaal"), "wie", 1)), Map.of())
                        .failure()
                        .reason())
                .isEqualTo(Reason.DO_NOT_MATCH);
        assertThat(Table.amounts(ONE, List.of(new Contribution(List.of("a"), "wie", 1.25)), Map.of())
                        .get()
                        .value(List.of("Totaal")))
                .contains(new BigDecimal("1.25"));
    }

    private static Reason amount(double amount) {
        return Table.amounts(ONE, List.of(new Contribution(List.of("a"), "wie", amount)), Map.of())
                .failure()
                .reason();
    }
}
