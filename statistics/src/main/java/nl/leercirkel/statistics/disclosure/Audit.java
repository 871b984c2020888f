package nl.leercirkel.statistics.disclosure;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntPredicate;
import nl.leercirkel.statistics.Failure;
import nl.leercirkel.statistics.Outcome;

/** Makes the proof of a pattern: checks every witness, and for tables that are small enough lets the attacker do the sums as well. */
final class Audit {

    /** With more unknown cells than this, what is feasible is not worked out exactly; the witnesses stand. */
    static final int MOST_FOR_LINEAR_PROGRAMMES = 150;

    private Audit() {}

    /** NOT_PROTECTED with the cell where a witness does not hold. */
    static Outcome<Proof> of(Table table, Policy policy, Pattern pattern, Set<Proof.Attacker> more) {
        Sensitivity sensitivity = new Sensitivity(table, policy);
        IntPredicate unknown = cell -> pattern.suppressed()[cell] || table.isHidden(cell);
        WitnessCheck check = new WitnessCheck(table, sensitivity, unknown);
        int cells = table.grid().cells();
        boolean small =
                java.util.stream.IntStream.range(0, cells).filter(unknown).count() <= MOST_FOR_LINEAR_PROGRAMMES;
        LinearAttack attack = small ? LinearAttack.on(table, unknown, none -> false) : null;
        List<Proof.Secret> secrets = new ArrayList<>();
        for (int i = 0; i < pattern.targets().size(); i++) {
            Target target = pattern.targets().get(i);
            List<Witness> witnesses = pattern.witnesses().get(i);
            Optional<Failure> failure = check.check(target, witnesses);
            if (failure.isPresent()) {
                return Outcome.failed(failure.get());
            }
            Optional<LinearAttack.Range> range = attack == null ? Optional.empty() : attack.range(target.cells());
            secrets.add(secret(table, target, witnesses, range));
        }
        return Outcome.of(new Proof(
                against(policy, more),
                secrets,
                cells,
                table.grid().equations(),
                cost(table, policy, pattern),
                pattern.optimal()));
    }

    private static Set<Proof.Attacker> against(Policy policy, Set<Proof.Attacker> more) {
        Set<Proof.Attacker> against = EnumSet.of(Proof.Attacker.OUTSIDER);
        if (policy.soleContributors()) {
            against.add(Proof.Attacker.SOLE_CONTRIBUTORS);
        }
        if (policy.groups()) {
            against.add(Proof.Attacker.SUM_OF_SUPPRESSED);
        }
        against.addAll(more);
        return against;
    }

    private static double cost(Table table, Policy policy, Pattern pattern) {
        boolean[] primary = new boolean[pattern.suppressed().length];
        pattern.targets().stream().filter(target -> !target.isGroup()).forEach(t -> primary[t.cell()] = true);
        double[] weights = Weights.of(table, policy);
        double cost = 0;
        for (int cell = 0; cell < primary.length; cell++) {
            cost += pattern.suppressed()[cell] && !primary[cell] && !table.isHidden(cell) ? weights[cell] : 0;
        }
        return cost;
    }

    private static Proof.Secret secret(
            Table table, Target target, List<Witness> witnesses, Optional<LinearAttack.Range> range) {
        long above = 0;
        long below = 0;
        for (Witness witness : witnesses) {
            above = Math.max(above, witness.changeOf(target.cells()));
            below = Math.max(below, -witness.changeOf(target.cells()));
        }
        double unit = BigDecimal.ONE.movePointLeft(table.decimals()).doubleValue();
        return new Proof.Secret(
                Arrays.stream(target.cells()).mapToObj(table.grid()::codes).toList(),
                table.number(below),
                table.number(above),
                table.number(target.lower()),
                table.number(target.upper()),
                table.number(target.width()),
                // Whole units only: an end between two of them is none.
                range.map(found -> new Proof.Feasible(
                        Math.floor(-found.least() + LinearAttack.TOLERANCE) * unit,
                        Math.floor(found.most() + LinearAttack.TOLERANCE) * unit)));
    }
}
