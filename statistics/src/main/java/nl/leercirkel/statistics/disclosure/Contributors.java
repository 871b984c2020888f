package nl.leercirkel.statistics.disclosure;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Who contributes how much to each cell of a table of amounts. */
final class Contributors {

    private final Map<Integer, Map<Integer, Long>> amounts = new HashMap<>();

    /**
     * @param leaf cells to contributors to amounts
     */
    Contributors(Grid grid, Map<Integer, Map<Integer, Long>> leaf) {
        leaf.forEach((leafCell, parts) -> {
            for (int cell : grid.holding(leafCell)) {
                Map<Integer, Long> here = amounts.computeIfAbsent(cell, none -> new HashMap<>());
                parts.forEach((who, amount) -> here.merge(who, amount, Math::addExact));
            }
        });
    }

    /** The amounts of the contributors of some cells together, largest first. */
    long[] largestFirst(int[] cells) {
        Map<Integer, Long> together = new HashMap<>();
        for (int cell : cells) {
            amounts.getOrDefault(cell, Map.of()).forEach((who, amount) -> together.merge(who, amount, Math::addExact));
        }
        long[] rising = together.values().stream()
                .filter(amount -> amount > 0)
                .mapToLong(Long::longValue)
                .sorted()
                .toArray();
        long[] falling = new long[rising.length];
        for (int i = 0; i < rising.length; i++) {
            falling[i] = rising[rising.length - 1 - i];
        }
        return falling;
    }

    /** The only contributor of a cell, or null. */
    @Nullable
    Integer only(int cell) {
        Map<Integer, Long> here = amounts.getOrDefault(cell, Map.of());
        return here.size() == 1 ? here.keySet().iterator().next() : null;
    }
}
