package nl.leercirkel.statistics.space;

import java.util.Arrays;

/**
 * The places a window takes in, one after another, as it grows around a centre. A window ends after a place unless that is inner: the
 * next is as near and comes with it. Mutable, reused.
 */
final class Sequence {

    /** Places are numbered in 16 bits. */
    static final int MOST_PLACES = 1 << 16;

    final char[] places;
    private final long[] inner;
    private int length;

    Sequence(int most) {
        places = new char[most];
        inner = new long[(most + 63) >>> 6];
    }

    private Sequence(char[] places, long[] inner) {
        this.places = places;
        this.inner = inner;
        this.length = places.length;
    }

    void clear() {
        Arrays.fill(inner, 0, (length + 63) >>> 6, 0);
        length = 0;
    }

    /** Adds a place after which a window ends. */
    void add(int place) {
        places[length++] = (char) place;
    }

    /** Adds places from and to in the list that come together. */
    void addTogether(int[] list, int from, int to) {
        for (int i = from; i < to; i++) {
            if (i < to - 1) {
                inner[length >>> 6] |= 1L << length;
            }
            add(list[i]);
        }
    }

    boolean isEnd(int k) {
        return (inner[k >>> 6] >>> k & 1) == 0;
    }

    int length() {
        return length;
    }

    /** A copy that takes no more room than it needs. */
    Sequence copy() {
        return new Sequence(Arrays.copyOf(places, length), Arrays.copyOf(inner, (length + 63) >>> 6));
    }
}
