package nl.leercirkel.statistics.space;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/**
 * Numbers places so that near ones have near numbers: what is scanned together then stands together in memory. It changes the speed of a
 * scan and nothing else.
 */
final class SpatialOrder {

    private static final int BITS = 21;

    private SpatialOrder() {}

    /** All places, each once, in an order in which neighbours mostly follow each other. */
    static int[] of(Windows windows) {
        return switch (windows) {
            case Windows.Circles(Places places) -> along(places);
            case Windows.Connected(Places places, Adjacency _) -> along(places);
            case Windows.Rings(Adjacency adjacency) -> outwards(adjacency);
        };
    }

    /** Along Morton's curve: by the bits of the coordinates in turn. */
    private static int[] along(Places places) {
        int n = places.size();
        long[] keys = new long[n];
        double[][] coordinates = places.inSpace();
        double[] least = new double[coordinates.length];
        double widest = 0;
        for (int d = 0; d < coordinates.length; d++) {
            least[d] = Arrays.stream(coordinates[d]).min().orElse(0);
            widest = Math.max(widest, Arrays.stream(coordinates[d]).max().orElse(0) - least[d]);
        }
        double scale = widest > 0 ? ((1 << BITS) - 1) / widest : 0;
        for (int i = 0; i < n; i++) {
            for (int d = 0; d < coordinates.length; d++) {
                keys[i] |= spread((long) ((coordinates[d][i] - least[d]) * scale)) << d;
            }
        }
        return IntStream.range(0, n)
                .boxed()
                .sorted(Comparator.comparingLong(i -> keys[i]))
                .mapToInt(Integer::intValue)
                .toArray();
    }

    /** Puts two zeros between the bits. */
    private static long spread(long bits) {
        long spread = 0;
        for (int bit = 0; bit < BITS; bit++) {
            spread |= (bits >>> bit & 1) << 3 * bit;
        }
        return spread;
    }

    /** From neighbour to neighbour, from the first area of each island. */
    private static int[] outwards(Adjacency adjacency) {
        int n = adjacency.size();
        int[] order = new int[n];
        boolean[] seen = new boolean[n];
        int end = 0;
        for (int first = 0; first < n; first++) {
            if (seen[first]) {
                continue;
            }
            seen[first] = true;
            order[end++] = first;
            for (int at = end - 1; at < end; at++) {
                for (int neighbour : adjacency.neighbours(order[at])) {
                    if (!seen[neighbour]) {
                        seen[neighbour] = true;
                        order[end++] = neighbour;
                    }
                }
            }
        }
        return order;
    }
}
