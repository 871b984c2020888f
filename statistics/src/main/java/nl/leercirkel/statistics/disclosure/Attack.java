package nl.leercirkel.statistics.disclosure;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.IntPredicate;
import nl.leercirkel.statistics.Failure;
import nl.leercirkel.statistics.Outcome;
import nl.leercirkel.statistics.Reason;

/**
 * The attacker let loose on any suppressed table, also one that was protected elsewhere or by hand: which secrets can be worked out,
 * and how closely?
 */
public final class Attack {

    /** More unknown cells than this are too many for linear programmes. */
    public static final int MOST_UNKNOWN = 2000;

    /**
     * What the attacker finds about one secret.
     *
     * @param cells the codes of the cell, or of the cells below one total whose sum is secret
     * @param feasible least and most that fits with what is published; the upper end may be open
     * @param isProtected whether these ends lie as far apart as the policy wants
     */
    public record Finding(List<List<String>> cells, Feasible feasible, boolean isProtected) {

        public Finding {
            cells = List.copyOf(cells);
        }

        /** Whether the attacker knows the exact value. */
        public boolean isDisclosed() {
            return feasible.highest().filter(feasible.lowest()::equals).isPresent();
        }
    }

    /**
     * Values that fit with what is published. By linear programming: also values that only tables with fractions would have, so that
     * an attacker who reckons with whole numbers may come a little nearer.
     *
     * @param lowest least value
     * @param highest most, empty where there is no bound
     */
    public record Feasible(BigDecimal lowest, Optional<BigDecimal> highest) {}

    private Attack() {}

    /**
     * Attacks a table of which some cells are not published.
     *
     * @param suppressed cells that are not published, beside those outside the table's views
     * @return a finding per secret, also for secrets that are published; DO_NOT_MATCH for an unknown cell, TOO_LARGE above
     *     {@link #MOST_UNKNOWN} unknown cells, NO_CONVERGENCE when the solver gives up
     */
    public static Outcome<List<Finding>> on(Table table, Policy policy, Collection<List<String>> suppressed) {
        Optional<Failure> failure = policy.check(table);
        if (failure.isPresent()) {
            return Outcome.failed(failure.get());
        }
        boolean[] unknown = new boolean[table.size()];
        for (List<String> codes : suppressed) {
            int cell = table.grid().cell(codes);
            if (cell < 0) {
                return Outcome.failed(Reason.DO_NOT_MATCH, "no cell " + codes);
            }
            unknown[cell] = true;
        }
        int count = 0;
        for (int cell = 0; cell < unknown.length; cell++) {
            unknown[cell] |= table.isHidden(cell);
            count += unknown[cell] ? 1 : 0;
        }
        if (count > MOST_UNKNOWN) {
            return Outcome.failed(Reason.TOO_LARGE, count + " unknown cells, at most " + MOST_UNKNOWN);
        }
        return findings(table, policy, cell -> unknown[cell]);
    }

    private static Outcome<List<Finding>> findings(Table table, Policy policy, IntPredicate unknown) {
        Sensitivity sensitivity = new Sensitivity(table, policy);
        List<Target> targets = new ArrayList<>(sensitivity.cells());
        if (policy.groups()) {
            targets.addAll(new Groups(table, sensitivity).more(unknown));
        }
        LinearAttack outsider = LinearAttack.on(table, unknown, none -> false);
        List<Finding> findings = new ArrayList<>();
        for (Target target : targets) {
            LinearAttack attack = policy.soleContributors()
                    ? LinearAttack.on(table, unknown, sensitivity.knownToOthers(target))
                    : outsider;
            Optional<LinearAttack.Range> range = attack.range(target.cells());
            if (range.isEmpty()) {
                return Outcome.failed(
                        Reason.NO_CONVERGENCE, "attack on " + table.grid().codes(target.cell()));
            }
            findings.add(finding(table, target, range.get()));
        }
        return Outcome.of(List.copyOf(findings));
    }

    private static Finding finding(Table table, Target target, LinearAttack.Range range) {
        long value = Arrays.stream(target.cells())
                .mapToLong(cell -> table.values()[cell])
                .sum();
        long below = (long) Math.floor(-range.least() + LinearAttack.TOLERANCE);
        boolean open = Double.isInfinite(range.most());
        long above = open ? 0 : (long) Math.floor(range.most() + LinearAttack.TOLERANCE);
        boolean isProtected =
                below >= target.lower() && (open || (above >= target.upper() && below + above >= target.width()));
        return new Finding(
                Arrays.stream(target.cells()).mapToObj(table.grid()::codes).toList(),
                new Feasible(
                        table.number(value - below),
                        open ? Optional.empty() : Optional.of(table.number(value + above))),
                isProtected);
    }
}
