package nl.leercirkel.statistics.disclosure;

import java.util.Map;

/**
 * Another table that an attacker cannot tell from the true one: the true table plus these changes. It shows that an attacker must
 * think the changed values possible, whole numbers and all.
 */
final class Witness {

    private final int[] cells;
    private final long[] changes;

    /** @param net changes per cell; zeros are left out */
    Witness(Map<Integer, Long> net) {
        cells = net.entrySet().stream()
                .filter(entry -> entry.getValue() != 0)
                .mapToInt(Map.Entry::getKey)
                .sorted()
                .toArray();
        changes = new long[cells.length];
        for (int i = 0; i < cells.length; i++) {
            changes[i] = net.getOrDefault(cells[i], 0L);
        }
    }

    private Witness(int[] cells, long[] changes) {
        this.cells = cells;
        this.changes = changes;
    }

    Witness reversed() {
        long[] opposite = new long[changes.length];
        for (int i = 0; i < changes.length; i++) {
            opposite[i] = -changes[i];
        }
        return new Witness(cells, opposite);
    }

    int size() {
        return cells.length;
    }

    int cell(int i) {
        return cells[i];
    }

    long change(int i) {
        return changes[i];
    }

    /** How much the sum of some cells changes. */
    long changeOf(int[] some) {
        long sum = 0;
        for (int cell : some) {
            int i = java.util.Arrays.binarySearch(cells, cell);
            sum += i < 0 ? 0 : changes[i];
        }
        return sum;
    }
}
