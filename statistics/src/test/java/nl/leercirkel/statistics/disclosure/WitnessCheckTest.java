package nl.leercirkel.statistics.disclosure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import nl.leercirkel.statistics.Failure;
import nl.leercirkel.statistics.Reason;
import org.junit.jupiter.api.Test;

/** A witness that is no other table of whole numbers, or does not move the secret far enough, is refused with the cell. */
class WitnessCheckTest {

    private static final Policy POLICY = Policy.minimum(5);

    private static final Table TABLE = ByHand.counts(new int[] {3, 9, 8}, new int[] {7, 6, 9}, new int[] {5, 8, 6});

    private static final String[] CORNERS = {"1a", "1b", "2a", "2b"};

    private static Target target(long lower, long upper, long width) {
        return new Target(new int[] {ByHand.cell(TABLE, "1a")}, lower, upper, width);
    }

    private static WitnessCheck check(Table table, Policy policy, String... suppressed) {
        return new WitnessCheck(table, new Sensitivity(table, policy), ByHand.among(table, suppressed));
    }

    private static void assertRefused(WitnessCheck check, Target target, String detail, Witness... witnesses) {
        assertThat(check.check(target, List.of(witnesses))).contains(new Failure(Reason.NOT_PROTECTED, detail));
    }

    @Test
    void aBlockUpAndDownShowsASecretThatMayBeOneOffToEachSide() {
        Witness up = ByHand.witness(TABLE, "1a+1", "1b-1", "2a-1", "2b+1");
        WitnessCheck check = check(TABLE, POLICY, CORNERS);
        assertThat(check.check(target(1, 1, 2), List.of(up, up.reversed()))).isEmpty();
        assertRefused(check, target(1, 1, 3), "[1, a] can be -1 to +1 off, and must be more", up, up.reversed());
        assertRefused(check, target(1, 1, 0), "[1, a] can be 0 to +1 off, and must be more", up);
        assertRefused(check, target(1, 1, 0), "[1, a] can be -1 to +0 off, and must be more", up.reversed());
        assertRefused(check, target(0, 0, 1), "[1, a] can be 0 to +0 off, and must be more");
        assertThat(check.check(target(0, 1, 1), List.of(up))).isEmpty();
        assertThat(check.check(target(1, 0, 1), List.of(up.reversed()))).isEmpty();
    }

    @Test
    void aPublishedOrImpossibleCellDoesNotChange() {
        Witness lower = ByHand.witness(TABLE, "1a+1", "1b-1", "3a-1", "3b+1");
        assertRefused(
                check(TABLE, POLICY, CORNERS), target(0, 1, 0), "[3, a] is published, and changes in a witness", lower);
        Table impossible = TABLE.with(ByHand.marked(TABLE, "3b"), new boolean[TABLE.size()], new long[TABLE.size()]);
        assertRefused(
                check(impossible, POLICY, "1a", "1b", "3a", "3b"),
                target(0, 1, 0),
                "[3, b] is published, and changes in a witness",
                lower);
    }

    @Test
    void nothingGoesBelowItsFloor() {
        WitnessCheck check = check(TABLE, POLICY, CORNERS);
        Witness toZero = ByHand.witness(TABLE, "1a-3", "1b+3", "2a+3", "2b-3");
        assertThat(check.check(target(3, 0, 0), List.of(toZero))).isEmpty();
        Witness below = ByHand.witness(TABLE, "1a-4", "1b+4", "2a+4", "2b-4");
        assertRefused(check, target(3, 0, 0), "[1, a] goes below what it can be in a witness", below);
        long[] floor = new long[TABLE.size()];
        floor[ByHand.cell(TABLE, "2b")] = 4;
        Table higher = TABLE.with(new boolean[TABLE.size()], new boolean[TABLE.size()], floor);
        assertRefused(
                check(higher, POLICY, CORNERS),
                target(3, 0, 0),
                "[2, b] goes below what it can be in a witness",
                toZero);
    }

    @Test
    void totalsAddUpInAWitness() {
        WitnessCheck check = check(TABLE, POLICY, "1a", "1b", "2a", "2b", "1T");
        assertRefused(
                check, target(0, 1, 0), "[1, T] does not add up in a witness", ByHand.witness(TABLE, "1a+1", "2a-1"));
        // The totals of both rows go the other way than their parts.
        assertThat(check(TABLE, POLICY, "1a", "1T", "2a", "2T")
                        .check(target(0, 1, 0), List.of(ByHand.witness(TABLE, "1a+1", "2a-1", "1T-1", "2T+1")))
                        .orElseThrow()
                        .detail())
                .endsWith("does not add up in a witness");
        assertThat(check(TABLE, POLICY, "1a", "1T", "2a", "2T")
                        .check(target(0, 1, 0), List.of(ByHand.witness(TABLE, "1a+1", "2a-1", "1T+1", "2T-1"))))
                .isEmpty();
    }

    /** Whoever is the only one in 2b knows that cell: it does not change for somebody else's secret. */
    @Test
    void whatItsOnlyContributorKnowsDoesNotChange() {
        Table table = ByHand.counts(new int[] {3, 9}, new int[] {7, 1});
        Target target = new Target(new int[] {ByHand.cell(table, "1a")}, 0, 1, 0);
        Witness up = ByHand.witness(table, "1a+1", "1b-1", "2a-1", "2b+1");
        assertThat(check(table, POLICY, CORNERS).check(target, List.of(up))).isEmpty();
        assertRefused(
                check(table, POLICY.withSoleContributors(true), CORNERS),
                target,
                "[2, b] is known to its only contributor, and changes in a witness",
                up);
        // The one in 2b learns nothing about 2b itself.
        Target own = new Target(new int[] {ByHand.cell(table, "2b")}, 0, 1, 0);
        assertThat(check(table, POLICY.withSoleContributors(true), CORNERS).check(own, List.of(up)))
                .isEmpty();
    }
}
