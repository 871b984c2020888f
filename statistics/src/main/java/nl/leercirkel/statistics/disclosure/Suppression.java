package nl.leercirkel.statistics.disclosure;

import java.util.List;
import java.util.Optional;
import nl.leercirkel.statistics.Failure;
import nl.leercirkel.statistics.Outcome;
import nl.leercirkel.statistics.Reason;

/**
 * Cell suppression: leaves out what is secret, and the least that must be left out beside it so that nobody can work it out. Every
 * answer was attacked first.
 */
public final class Suppression {

    /** How the secondary cells are found. */
    public enum Method {
        /** The optimum where the table is small enough, else safe. */
        BEST,
        /** Cells at the least total cost, proven; TOO_LARGE where that takes too much work. */
        OPTIMAL,
        /** Any size: safe, and near the optimum. */
        SAFE
    }

    private Suppression() {}

    /** As {@link #protect(Table, Policy, Method)} with the best method that the size allows. */
    public static Outcome<PublishedTable> protect(Table table, Policy policy) {
        return protect(table, policy, Method.BEST);
    }

    /**
     * Protects a table.
     *
     * @return the published table with its proof; NOT_PROTECTED with the cell when no pattern protects it; TOO_LARGE when the optimum
     *     was asked for and takes too much work; other reasons for a policy that does not fit the table
     */
    public static Outcome<PublishedTable> protect(Table table, Policy policy, Method method) {
        return protect(table, policy, method, Earlier.nothing(table));
    }

    static Outcome<PublishedTable> protect(Table table, Policy policy, Method method, Earlier earlier) {
        Optional<Failure> failure = policy.check(table);
        if (failure.isPresent()) {
            return Outcome.failed(failure.get());
        }
        List<Target> targets = new Sensitivity(table, policy)
                .cells().stream()
                        .filter(target -> earlier.watched().test(target.cell()))
                        .toList();
        boolean[] primary = new boolean[table.size()];
        targets.forEach(target -> primary[target.cell()] = true);
        boolean[] start = primary.clone();
        for (int cell = 0; cell < start.length; cell++) {
            start[cell] |= earlier.suppressed()[cell];
        }
        boolean[] fixed = earlier.published();
        Outcome<Pattern> optimal = method == Method.SAFE
                ? Outcome.failed(Reason.TOO_LARGE, "not asked for")
                : OptimalSuppression.of(table, policy, targets, start, fixed);
        boolean tooLarge = !optimal.isAnswer() && optimal.failure().reason() == Reason.TOO_LARGE;
        Outcome<Pattern> pattern = tooLarge && method != Method.OPTIMAL
                ? SafeSuppression.of(table, policy, targets, start, fixed)
                : optimal;
        return pattern.flatMap(found -> Audit.of(table, policy, found, earlier.attackers())
                .map(proof -> new PublishedTable(table, found.suppressed(), primary, proof)));
    }
}
