package nl.leercirkel.statistics.series;

/**
 * Whether a recursion x(t) = lag[0] x(t-1) + lag[1] x(t-2) + ... dies out, by stepping its order down (Schur and Cohn, as in
 * Durbin and Levinson's recursion run backwards): no roots are computed, so nothing can fail to converge.
 */
final class Stability {

    private Stability() {}

    /** True where all roots of z^p - lag[0] z^(p-1) - ... - lag[p-1] lie within the circle of this radius. */
    static boolean within(double[] lags, double radius) {
        double[] work = new double[lags.length];
        double scale = 1;
        for (int k = 0; k < lags.length; k++) {
            scale /= radius;
            work[k] = lags[k] * scale;
        }
        double[] lower = new double[lags.length];
        for (int order = lags.length; order >= 1; order--) {
            double partial = work[order - 1];
            double remaining = 1 - partial * partial;
            if (!(remaining > 0)) {
                return false;
            }
            for (int k = 0; k < order - 1; k++) {
                lower[k] = (work[k] + partial * work[order - 2 - k]) / remaining;
            }
            System.arraycopy(lower, 0, work, 0, order - 1);
        }
        return true;
    }

    /** From partial autocorrelations, each between -1 and 1, to the lags of a recursion that dies out (Monahan 1984). */
    static double[] fromPartials(double[] partials) {
        double[] lags = new double[partials.length];
        double[] before = new double[partials.length];
        for (int order = 0; order < partials.length; order++) {
            System.arraycopy(lags, 0, before, 0, order);
            for (int k = 0; k < order; k++) {
                lags[k] = before[k] - partials[order] * before[order - 1 - k];
            }
            lags[order] = partials[order];
        }
        return lags;
    }
}
