package nl.leercirkel.statistics.space;

/**
 * The inner loop of a scan: sixteen replications beside each other, two counts in each of eight longs. The counts of one place stand together,
 * so that taking in a place is eight additions from one spot in memory. A count has 31 bits; the 32nd is set before a limit is subtracted and
 * is lost in the subtraction by a count beyond it, so that one comparison tells whether any of the sixteen is.
 */
final class ScanKernel {

    static final int LANES = 16;
    static final int WORDS = LANES / 2;

    private static final long GUARD = 0x8000000080000000L;

    private ScanKernel() {}

    /**
     * Takes in places until a count is above its limit.
     *
     * @param counts eight longs per row
     * @param rows which are taken in, in order
     * @param bins per place the index of the limit for the window that ends there
     * @param limits by bin, twice in a long
     * @param sums the counts so far, kept up to date
     * @return the first place from which on a count is above, with that place taken in; length where there is none
     */
    static int above(long[] counts, char[] rows, char[] bins, int from, int length, long[] limits, long[] sums) {
        long a = sums[0];
        long b = sums[1];
        long c = sums[2];
        long d = sums[3];
        long e = sums[4];
        long f = sums[5];
        long g = sums[6];
        long h = sums[7];
        int k = from;
        for (; k < length; k++) {
            int row = rows[k] * WORDS;
            long limit = limits[bins[k]] | GUARD;
            a += counts[row];
            b += counts[row + 1];
            c += counts[row + 2];
            d += counts[row + 3];
            e += counts[row + 4];
            f += counts[row + 5];
            g += counts[row + 6];
            h += counts[row + 7];
            long within = (limit - a)
                    & (limit - b)
                    & (limit - c)
                    & (limit - d)
                    & (limit - e)
                    & (limit - f)
                    & (limit - g)
                    & (limit - h);
            if ((within & GUARD) != GUARD) {
                break;
            }
        }
        sums[0] = a;
        sums[1] = b;
        sums[2] = c;
        sums[3] = d;
        sums[4] = e;
        sums[5] = f;
        sums[6] = g;
        sums[7] = h;
        return k;
    }

    /** As {@link #above}, but stops at a count above the high limit or below the low one. */
    static int outside(
            long[] counts,
            char[] rows,
            char[] bins,
            int from,
            int length,
            long[] highLimits,
            long[] lowLimits,
            long[] sums) {
        int k = from;
        for (; k < length; k++) {
            int row = rows[k] * WORDS;
            long high = highLimits[bins[k]] | GUARD;
            long low = lowLimits[bins[k]];
            long within = GUARD;
            for (int word = 0; word < WORDS; word++) {
                long sum = sums[word] + counts[row + word];
                sums[word] = sum;
                within &= (high - sum) & ((sum | GUARD) - low);
            }
            if (within != GUARD) {
                break;
            }
        }
        return k;
    }

    static void put(long[] counts, int row, int lane, int count) {
        int at = row * WORDS + (lane >> 1);
        counts[at] =
                (lane & 1) == 0 ? counts[at] & ~0xFFFFFFFFL | count : counts[at] & 0xFFFFFFFFL | (long) count << 32;
    }

    static int get(long[] sums, int lane) {
        return (int) (sums[lane >> 1] >>> ((lane & 1) << 5));
    }
}
