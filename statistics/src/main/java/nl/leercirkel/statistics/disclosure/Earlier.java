package nl.leercirkel.statistics.disclosure;

import java.util.Set;
import java.util.function.IntPredicate;

/**
 * What is settled before a table is protected.
 *
 * @param suppressed cells that are suppressed already
 * @param published cells that are published already and cannot be taken back
 * @param watched cells that are protected when they are secret
 * @param attackers that this takes account of, beside those of the policy
 */
@SuppressWarnings("ArrayRecordComponent") // inside this package only; nobody changes or compares it
record Earlier(boolean[] suppressed, boolean[] published, IntPredicate watched, Set<Proof.Attacker> attackers) {

    static Earlier nothing(Table table) {
        return new Earlier(new boolean[table.size()], new boolean[table.size()], all -> true, Set.of());
    }
}
