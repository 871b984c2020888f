package nl.leercirkel.statistics.space;

import java.util.Arrays;

/**
 * Windows in the order of distance. Only places within a guess of the largest radius are sorted; the guess comes from the centre before
 * and changes the speed, never the order.
 */
final class CircleGrowth implements Growth {

    private final Places places;
    private final double[] mass;
    private final double most;
    private final double[] squares;
    private final long[] keys;
    private final int[] together;
    private final int bits;
    private double guess = Double.POSITIVE_INFINITY;

    CircleGrowth(Places places, double[] mass, double most) {
        this.places = places;
        this.mass = mass;
        this.most = most;
        int n = places.size();
        squares = new double[n];
        keys = new long[n];
        together = new int[n];
        bits = 32 - Integer.numberOfLeadingZeros(Math.max(1, n - 1));
    }

    @Override
    public void grow(int centre, Sequence into) {
        into.clear();
        places.squares(centre, squares);
        double limit = guess;
        int candidates = within(limit);
        while (candidates < 0) {
            limit *= 4;
            candidates = within(limit);
        }
        sort(candidates);
        double sum = 0;
        double reached = 0;
        for (int from = 0; from < candidates; ) {
            int to = from;
            double square = squares[place(from)];
            while (to < candidates && squares[place(to)] == square) {
                together[to] = place(to);
                sum += mass[place(to)];
                to++;
            }
            if (sum > most) {
                break;
            }
            into.addTogether(together, from, to);
            reached = square;
            from = to;
        }
        guess = reached > 0 ? 1.44 * reached : Double.POSITIVE_INFINITY;
    }

    /** Keys of the places with mass within this distance; -1 where they may not be all that a window can hold. */
    private int within(double limit) {
        long clear = -1L << bits;
        int count = 0;
        double sum = 0;
        for (int i = 0; i < squares.length; i++) {
            if (squares[i] <= limit && mass[i] > 0) {
                keys[count++] = Double.doubleToRawLongBits(squares[i]) & clear | i;
                sum += mass[i];
            }
        }
        return sum > most || limit == Double.POSITIVE_INFINITY ? count : -1;
    }

    private int place(int k) {
        return index(keys[k]);
    }

    /** By the leading digits of the distance, then, where these are equal, by all of them, then by number. */
    private void sort(int count) {
        Arrays.sort(keys, 0, count);
        for (int k = 1; k < count; k++) {
            long key = keys[k];
            int at = k;
            while (at > 0 && keys[at - 1] >>> bits == key >>> bits && squares[place(at - 1)] > squares[index(key)]) {
                keys[at] = keys[at - 1];
                at--;
            }
            keys[at] = key;
        }
    }

    private int index(long key) {
        return (int) (key & ~(-1L << bits));
    }
}
