package nl.leercirkel.statistics.disclosure;

import java.util.Optional;
import nl.leercirkel.statistics.Failure;
import nl.leercirkel.statistics.Reason;
import nl.leercirkel.statistics.support.Check;

/**
 * What is secret in a table, and how far off an attacker must be kept. Rules as in Hundepool and others (2012), "Statistical
 * Disclosure Control", chapter 4.
 *
 * @param minimum counts (for amounts: numbers of contributors) from 1 up to but not including this are secret; 0 or 1 for no such rule
 * @param zeros what is done with zeros
 * @param dominance the (n, k) rule, for amounts
 * @param percentRule the p% rule, for amounts
 * @param protection how far off an attacker must be kept
 * @param soleContributors whether an attacker may be the only contributor of a cell, who so knows that cell
 * @param groups whether cells that are suppressed below one total may not add up to a secret themselves
 * @param cost what is lost when a cell is suppressed
 */
public record Policy(
        int minimum,
        Zeros zeros,
        Optional<Dominance> dominance,
        Optional<PercentRule> percentRule,
        Protection protection,
        boolean soleContributors,
        boolean groups,
        Cost cost) {

    /** What is done with zeros. A cell that is impossible is always shown. */
    public enum Zeros {
        /** Shown, and never suppressed to protect another cell: what everybody knows to be 0 protects nothing by becoming less. */
        SHOWN,
        /** Not secret, but may be suppressed to protect another cell. */
        MAY_BE_SUPPRESSED,
        /** Secret: that nobody has the trait tells something about everybody in the group. */
        SECRET
    }

    /**
     * The dominance rule: secret where the n largest contributors have more than k percent of the amount.
     *
     * @param largest n, at least 1
     * @param percent k, above 0 and below 100
     */
    public record Dominance(int largest, double percent) {}

    /**
     * The p% rule: secret where the second largest contributor, who knows the own amount, can estimate the largest to within p percent.
     *
     * @param percent p, above 0
     */
    public record PercentRule(double percent) {}

    /**
     * How far off an attacker must be kept from a cell that is secret by the minimum or by being 0. For dominance and the p% rule the
     * distance follows from the rule.
     *
     * @param lower the least an attacker must think possible lies at least this far below the value, or at 0
     * @param upper the most an attacker must think possible lies at least this far above the value
     * @param width these two lie at least this far apart
     * @param percent for amounts: lower and upper are at least this percentage of the value
     */
    public record Protection(long lower, long upper, long width, double percent) {

        /** The attacker must think both one less and one more possible; amounts: 30% to each side. */
        public static final Protection STANDARD = new Protection(1, 1, 0, 30);

        /** The attacker must not know the exact value. */
        public static final Protection NOT_EXACT = new Protection(0, 0, 1, 0);
    }

    /** What is lost when a cell is suppressed. */
    public enum Cost {
        /** 1 for each cell; of equals, the smaller value goes first. */
        CELLS,
        /** 1 + log10(1 + value): large totals are worth more than small cells. */
        INFORMATION,
        /** 1 + the value. */
        VALUE
    }

    /** Counts below this are secret, zeros are shown. */
    public static Policy minimum(int minimum) {
        return new Policy(
                minimum,
                Zeros.SHOWN,
                Optional.empty(),
                Optional.empty(),
                Protection.STANDARD,
                false,
                true,
                Cost.INFORMATION);
    }

    /** Amounts in which the n largest contributors have more than k percent are secret, and single contributors attack. */
    public static Policy dominance(int largest, double percent) {
        return new Policy(
                0,
                Zeros.SHOWN,
                Optional.of(new Dominance(largest, percent)),
                Optional.empty(),
                Protection.STANDARD,
                true,
                true,
                Cost.INFORMATION);
    }

    /** Amounts in which the second largest contributor learns the largest to within p percent are secret; single contributors attack. */
    public static Policy percentRule(double percent) {
        return new Policy(
                0,
                Zeros.SHOWN,
                Optional.empty(),
                Optional.of(new PercentRule(percent)),
                Protection.STANDARD,
                true,
                true,
                Cost.INFORMATION);
    }

    public Policy with(Zeros other) {
        return new Policy(minimum, other, dominance, percentRule, protection, soleContributors, groups, cost);
    }

    public Policy with(Protection other) {
        return new Policy(minimum, zeros, dominance, percentRule, other, soleContributors, groups, cost);
    }

    public Policy with(Cost other) {
        return new Policy(minimum, zeros, dominance, percentRule, protection, soleContributors, groups, other);
    }

    public Policy withMinimum(int other) {
        return new Policy(other, zeros, dominance, percentRule, protection, soleContributors, groups, cost);
    }

    public Policy withSoleContributors(boolean attack) {
        return new Policy(minimum, zeros, dominance, percentRule, protection, attack, groups, cost);
    }

    public Policy withGroups(boolean secret) {
        return new Policy(minimum, zeros, dominance, percentRule, protection, soleContributors, secret, cost);
    }

    /** What is wrong with these settings for this table. */
    Optional<Failure> check(Table table) {
        boolean amountRules = dominance.isPresent() || percentRule.isPresent();
        return Check.first(
                Check.that(minimum >= 0, Reason.OUT_OF_RANGE, "minimum is " + minimum),
                Check.that(
                        minimum > 1 || amountRules || zeros == Zeros.SECRET,
                        Reason.NO_DATA,
                        "a policy without any rule"),
                Check.that(
                        !amountRules || table.isAmounts(),
                        Reason.DO_NOT_MATCH,
                        "dominance and the p% rule need amounts with contributors"),
                Check.that(
                        protection.lower() >= 0 && protection.upper() >= 0 && protection.width() >= 0,
                        Reason.OUT_OF_RANGE,
                        "protection below 0"),
                Check.that(
                        protection.lower() + protection.upper() + protection.width() > 0 || table.isAmounts(),
                        Reason.OUT_OF_RANGE,
                        "no protection"),
                Check.that(
                        protection.percent() >= 0 && protection.percent() <= 1000,
                        Reason.OUT_OF_RANGE,
                        "protection of " + protection.percent() + "%"),
                dominance.flatMap(rule -> Check.that(
                        rule.largest() >= 1 && rule.percent() > 0 && rule.percent() < 100,
                        Reason.OUT_OF_RANGE,
                        "dominance (" + rule.largest() + ", " + rule.percent() + ")")),
                percentRule.flatMap(rule -> Check.that(
                        rule.percent() > 0 && rule.percent() <= 1000, Reason.OUT_OF_RANGE, "p is " + rule.percent())));
    }
}
