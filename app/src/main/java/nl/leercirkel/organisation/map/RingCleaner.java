package nl.leercirkel.organisation.map;

import java.util.Arrays;

/** Removes what rounding to metres leaves behind: repeated points and lines that go forth and back. */
final class RingCleaner {

    private RingCleaner() {}

    /** The ring without its repeated last point; empty when no area is left. */
    static int[] clean(int[] closed) {
        int[] kept = new int[closed.length];
        int size = 0;
        for (int i = 0; i < closed.length - 2; i += 2) {
            size = add(kept, size, closed[i], closed[i + 1]);
        }
        int from = 0;
        boolean changed = true;
        while (changed && size - from >= 6) {
            changed = false;
            if (same(kept, from, kept, size - 2)) {
                size -= 2;
                changed = true;
            } else if (same(kept, from, kept, size - 4)) {
                // Forth and back over the seam: the last point is the tip.
                size -= 4;
                changed = true;
            } else if (same(kept, from + 2, kept, size - 2)) {
                // The first point is the tip.
                from += 2;
                changed = true;
            }
        }
        int[] ring = Arrays.copyOfRange(kept, from, Math.max(from, size));
        return ring.length < 6 || doubleArea(ring) == 0 ? new int[0] : ring;
    }

    private static int add(int[] kept, int size, int x, int y) {
        if (size >= 2 && kept[size - 2] == x && kept[size - 1] == y) {
            return size;
        }
        if (size >= 4 && kept[size - 4] == x && kept[size - 3] == y) {
            return size - 2;
        }
        kept[size] = x;
        kept[size + 1] = y;
        return size + 2;
    }

    private static boolean same(int[] a, int i, int[] b, int j) {
        return a[i] == b[j] && a[i + 1] == b[j + 1];
    }

    /** Twice the signed area of a ring without repeated last point. */
    static long doubleArea(int[] ring) {
        long sum = 0;
        for (int i = 0; i < ring.length; i += 2) {
            int j = (i + 2) % ring.length;
            sum += (long) ring[i] * ring[j + 1] - (long) ring[j] * ring[i + 1];
        }
        return sum;
    }
}
