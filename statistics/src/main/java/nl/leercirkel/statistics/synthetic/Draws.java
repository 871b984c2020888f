package nl.leercirkel.statistics.synthetic;

import java.util.Arrays;
import org.apache.commons.rng.UniformRandomProvider;

/** Places drawn without putting back. */
final class Draws {

    private Draws() {}

    /** So many different places out of n, each set equally likely (the first steps of Fisher and Yates). */
    static int[] places(int n, int count, UniformRandomProvider stream) {
        int[] order = new int[n];
        Arrays.setAll(order, i -> i);
        for (int i = 0; i < count; i++) {
            int j = i + stream.nextInt(n - i);
            int drawn = order[j];
            order[j] = order[i];
            order[i] = drawn;
        }
        return Arrays.copyOf(order, count);
    }
}
