package nl.leercirkel.statistics.disclosure;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntPredicate;
import nl.leercirkel.statistics.Failure;
import nl.leercirkel.statistics.Reason;

/**
 * Checks witnesses against the table itself, knowing nothing of how they were found: each is a table with the same published values,
 * the same equations and nothing below its floor, and together they move the target far enough.
 */
final class WitnessCheck {

    private final Table table;
    private final IntPredicate unknown;
    private final Sensitivity sensitivity;

    /** @param unknown whether a cell is suppressed, or not published at all */
    WitnessCheck(Table table, Sensitivity sensitivity, IntPredicate unknown) {
        this.table = table;
        this.sensitivity = sensitivity;
        this.unknown = unknown;
    }

    Optional<Failure> check(Target target, List<Witness> witnesses) {
        long most = 0;
        long least = 0;
        for (Witness witness : witnesses) {
            Optional<Failure> failure = check(target, witness);
            if (failure.isPresent()) {
                return failure;
            }
            long change = witness.changeOf(target.cells());
            most = Math.max(most, change);
            least = Math.min(least, change);
        }
        if (most < target.upper() || -least < target.lower() || most - least < target.width()) {
            return failure(target.cell(), "can be " + least + " to +" + most + " off, and must be more");
        }
        return Optional.empty();
    }

    private Optional<Failure> check(Target target, Witness witness) {
        Map<Integer, Long> left = new HashMap<>();
        IntPredicate known = sensitivity.knownToOthers(target);
        for (int i = 0; i < witness.size(); i++) {
            int cell = witness.cell(i);
            long change = witness.change(i);
            if (!unknown.test(cell) || table.isImpossible(cell)) {
                return failure(cell, "is published, and changes in a witness");
            }
            if (table.values()[cell] + change < table.floor(cell)) {
                return failure(cell, "goes below what it can be in a witness");
            }
            if (known.test(cell)) {
                return failure(cell, "is known to its only contributor, and changes in a witness");
            }
            table.grid()
                    .equationsOf(cell, (equation, total) -> left.merge(equation, total ? change : -change, Long::sum));
        }
        for (Map.Entry<Integer, Long> equation : left.entrySet()) {
            if (equation.getValue() != 0) {
                return failure(table.grid().members(equation.getKey())[0], "does not add up in a witness");
            }
        }
        return Optional.empty();
    }

    private Optional<Failure> failure(int cell, String what) {
        return Optional.of(new Failure(Reason.NOT_PROTECTED, table.grid().codes(cell) + " " + what));
    }
}
