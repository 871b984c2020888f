package nl.leercirkel.statistics.disclosure;

/**
 * Something an attacker must be kept away from: the sum of some cells, mostly of one.
 *
 * @param cells whose sum is secret
 * @param lower the attacker must think this much less possible
 * @param upper the attacker must think this much more possible
 * @param width least distance between the two ends of what the attacker thinks possible
 */
@SuppressWarnings("ArrayRecordComponent") // inside this package only; nobody changes or compares it
record Target(int[] cells, long lower, long upper, long width) {

    int cell() {
        return cells[0];
    }

    boolean isGroup() {
        return cells.length > 1;
    }
}
