package nl.leercirkel.statistics.business;

import java.util.Arrays;
import org.apache.commons.numbers.arrays.Selection;

/** Quantiles of many draws without sorting them all (type 7 of Hyndman and Fan 1996). */
final class Quantiles {

    private Quantiles() {}

    /** Reorders nothing of the caller. */
    static double[] of(double[] values, double... shares) {
        double[] work = values.clone();
        int[] places = new int[2 * shares.length];
        for (int k = 0; k < shares.length; k++) {
            places[2 * k] = (int) Math.floor(shares[k] * (work.length - 1));
            places[2 * k + 1] = Math.min(places[2 * k] + 1, work.length - 1);
        }
        Selection.select(work, places.clone());
        double[] quantiles = new double[shares.length];
        Arrays.setAll(quantiles, k -> {
            double low = work[places[2 * k]];
            double part = shares[k] * (work.length - 1) - places[2 * k];
            return part == 0 ? low : low + part * (work[places[2 * k + 1]] - low);
        });
        return quantiles;
    }
}
