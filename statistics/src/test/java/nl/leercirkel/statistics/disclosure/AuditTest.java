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
import nl.leercirkel.statistics.Outcome;
import nl.leercirkel.statistics.Reason;
import nl.leercirkel.statistics.disclosure.Proof.Attacker;
import nl.leercirkel.statistics.disclosure.Proof.Feasible;
import nl.leercirkel.statistics.disclosure.Proof.Secret;
import org.junit.jupiter.api.Test;

/** The proof holds what the attacker really can reckon, and there is none where a witness does not hold. */
class AuditTest {

    private static final Policy POLICY = Policy.minimum(5);

    private static Pattern pattern(Table table, Target target, List<Witness> witnesses, String... suppressed) {
        return new Pattern(ByHand.marked(table, suppressed), List.of(target), List.of(witnesses), false);
    }

    /** 4 9 over 7 6: 1a is at most 4 lower and, as 2a goes down with it, at most 7 higher. */
    @Test
    void theProofSaysExactlyWhatIsFeasible() {
        Table table = ByHand.counts(new int[] {4, 9}, new int[] {7, 6});
        Target target = new Target(new int[] {ByHand.cell(table, "1a")}, 1, 2, 4);
        Witness up = ByHand.witness(table, "1a+2", "1b-2", "2a-2", "2b+2");
        Pattern pattern = pattern(table, target, List.of(up, up.reversed()), "1a", "1b", "2a", "2b");
        Proof proof = Audit.of(table, POLICY, pattern, Set.of()).get();
        BigDecimal two = BigDecimal.TWO;
        assertThat(proof.secrets())
                .containsExactly(new Secret(
                        List.of(List.of("1", "a")),
                        two,
                        two,
                        BigDecimal.ONE,
                        two,
                        BigDecimal.valueOf(4),
                        Optional.of(new Feasible(4, 7))));
        assertThat(proof.of(List.of("1", "a"))).isPresent();
        assertThat(proof.of(List.of("1", "b"))).isEmpty();
        assertThat(proof.cells()).isEqualTo(9);
        assertThat(proof.equations()).isEqualTo(6);
        // 1 + log10(1 + value) of 9, 7 and 6; 4 is the secret itself.
        assertThat(proof.cost()).isEqualTo(3 + Math.log10(10) + Math.log10(8) + Math.log10(7));
        assertThat(proof.optimal()).isFalse();
        assertThat(proof.against()).containsExactlyInAnyOrder(Attacker.OUTSIDER, Attacker.SUM_OF_SUPPRESSED);
        assertThat(Audit.of(
                                table,
                                POLICY.withGroups(false).withSoleContributors(true),
                                pattern,
                                Set.of(Attacker.EARLIER_VERSION))
                        .get()
                        .against())
                .containsExactlyInAnyOrder(Attacker.OUTSIDER, Attacker.SOLE_CONTRIBUTORS, Attacker.EARLIER_VERSION);
    }

    @Test
    void thereIsNoProofWhereAWitnessDoesNotHold() {
        Table table = ByHand.counts(new int[] {4, 9}, new int[] {7, 6});
        Target target = new Target(new int[] {ByHand.cell(table, "1a")}, 1, 1, 0);
        Witness up = ByHand.witness(table, "1a+1", "1b-1", "2a-1", "2b+1");
        Pattern pattern = pattern(table, target, List.of(up, up.reversed()), "1a", "1b", "2a");
        assertThat(Audit.of(table, POLICY, pattern, Set.of()).failure())
                .isEqualTo(new Failure(Reason.NOT_PROTECTED, "[2, b] is published, and changes in a witness"));
    }

    /** In quarters: 0.25 and 3.00 below one total, so the first is at most 0.25 less and 3.00 more. */
    @Test
    void amountsAreProvenInTheirOwnUnit() {
        List<Contribution> contributions = List.of(
                new Contribution(List.of("a"), "een", .25),
                new Contribution(List.of("b"), "een", 1),
                new Contribution(List.of("b"), "twee", 2),
                new Contribution(List.of("c"), "een", 4),
                new Contribution(List.of("c"), "twee", 3));
        Table table = Table.amounts(ByHand.dimensions(1, 3).subList(1, 2), contributions, Map.of())
                .get();
        for (Suppression.Method method : Suppression.Method.values()) {
            PublishedTable published = Suppression.protect(
                            table, Policy.minimum(2).withGroups(false), method)
                    .get();
            Secret secret = published.proof().of(List.of("a")).orElseThrow();
            assertThat(published.isUnknown(ByHand.cell(table, "b"))).isTrue();
            assertThat(secret.feasible()).contains(new Feasible(.25, 3));
            // 30% of 0.25 is 0.075, to cents upwards.
            assertThat(secret.least()).isEqualTo(new BigDecimal("0.08"));
            assertThat(secret.most()).isEqualTo(new BigDecimal("0.08"));
            // 1 + log10(1 + 3.00): the unit is the euro, not the cent.
            assertThat(published.proof().cost()).isEqualTo(1 + Math.log10(4));
        }
    }

    /** A secret 3 and others of 9 under one total: with 150 unknown cells what is feasible is still worked out, with 151 not. */
    @Test
    void withMoreThan150UnknownCellsTheWitnessesStandAlone() {
        int most = Audit.MOST_FOR_LINEAR_PROGRAMMES;
        List<String> codes = new ArrayList<>();
        List<Table.Cell> cells = new ArrayList<>();
        for (int i = 0; i < most + 2; i++) {
            codes.add("p%03d".formatted(i));
            cells.add(Table.Cell.of(i == 0 ? 3 : 9, codes.get(i)));
        }
        Table table = Table.counts(List.of(Dimension.flat("plaats", "T", codes).get()), cells)
                .get();
        Target target = new Target(new int[] {table.grid().cell(List.of("p000"))}, 1, 1, 0);
        Witness up = new Witness(Map.of(target.cell(), 1L, table.grid().cell(List.of("p001")), -1L));
        for (int unknown = most; unknown <= most + 1; unknown++) {
            boolean[] suppressed = new boolean[table.size()];
            // T, which comes before p000, is published.
            Arrays.fill(suppressed, 1, 1 + unknown, true);
            Outcome<Proof> proof = Audit.of(
                    table,
                    POLICY,
                    new Pattern(suppressed, List.of(target), List.of(List.of(up, up.reversed())), false),
                    Set.of());
            assertThat(proof.get().secrets().getFirst().feasible())
                    .isEqualTo(unknown == most ? Optional.of(new Feasible(3, 9.0 * (most - 1))) : Optional.empty());
        }
    }
}
