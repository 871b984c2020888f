package nl.leercirkel.statistics.business;

import java.util.Arrays;
import org.apache.commons.numbers.arrays.Selection;

/**
 * Quantiles of many draws without sorting them all (type 7 of Hyndman and Fan 1996). Values are counted in cells of equal width
 * first; only those in cells that hold a wanted place are looked at further.
 */
final class Quantiles {
    private static final int CELLS = 1 << 12;

    private Quantiles() {}

    /** Reorders nothing of the caller. Values are finite, shares from 0 to 1. */
    static double[] of(double[] values, double... shares) {
        int n = values.length;
        int[] places = new int[2 * shares.length];
        for (int k = 0; k < shares.length; k++) {
            places[2 * k] = (int) Math.floor(shares[k] * (n - 1));
            places[2 * k + 1] = Math.min(places[2 * k] + 1, n - 1);
        }
        double[] found = inOrder(values, places);
        double[] quantiles = new double[shares.length];
        Arrays.setAll(quantiles, k -> {
            double low = found[2 * k];
            double part = shares[k] * (n - 1) - places[2 * k];
            return part == 0 ? low : low + part * (found[2 * k + 1] - low);
        });
        return quantiles;
    }

    /** The values that would stand on these places after sorting. */
    private static double[] inOrder(double[] values, int[] places) {
        double low = Double.POSITIVE_INFINITY;
        double high = Double.NEGATIVE_INFINITY;
        for (double value : values) {
            low = Math.min(low, value);
            high = Math.max(high, value);
        }
        // Halved, as two doubles can lie further apart than the largest double
        double scale = CELLS / 2.0 / (high / 2 - low / 2);
        if (Double.isInfinite(scale)) { // all equal, or nearly
            return pick(values.clone(), places);
        }
        int[] counts = new int[CELLS];
        for (double value : values) {
            counts[cell(value, low, scale)]++;
        }
        boolean[] wanted = wanted(counts, places);
        int[] skipped = new int[CELLS]; // values left out that lie before this cell
        int kept = 0;
        for (int c = 0; c < CELLS; c++) {
            kept += wanted[c] ? counts[c] : 0;
            if (c > 0) {
                skipped[c] = skipped[c - 1] + (wanted[c - 1] ? 0 : counts[c - 1]);
            }
        }
        double[] candidates = new double[kept];
        int at = 0;
        for (double value : values) {
            if (wanted[cell(value, low, scale)]) {
                candidates[at++] = value;
            }
        }
        return pick(
                candidates,
                Arrays.stream(places)
                        .map(place -> place - skipped[cellOf(counts, place)])
                        .toArray());
    }

    /** Rises with the value, as rounding does. */
    private static int cell(double value, double low, double scale) {
        return Math.min((int) ((value - low) * scale), CELLS - 1);
    }

    private static boolean[] wanted(int[] counts, int[] places) {
        boolean[] wanted = new boolean[CELLS];
        for (int place : places) {
            wanted[cellOf(counts, place)] = true;
        }
        return wanted;
    }

    private static int cellOf(int[] counts, int place) {
        int cell = 0;
        for (int before = counts[0]; before <= place; before += counts[cell]) {
            cell++;
        }
        return cell;
    }

    private static double[] pick(double[] values, int[] places) {
        Selection.select(values, places.clone());
        return Arrays.stream(places).mapToDouble(place -> values[place]).toArray();
    }
}
