package nl.leercirkel.statistics.series;

/**
 * The lags of an ARMA process, seasonal factors multiplied out.
 *
 * @param ar x(t) = ar[0] x(t-1) + ... + e(t) + ma[0] e(t-1) + ...
 * @param ma moving average lags
 */
@SuppressWarnings("ArrayRecordComponent") // never leaves the package, never compared
record ArmaPolynomials(double[] ar, double[] ma) {

    /** @param natural phi, theta, seasonal phi, seasonal theta */
    static ArmaPolynomials of(ArimaOrder order, double[] natural) {
        int p = order.p();
        int q = order.q();
        double[] ar = multiply(natural, 0, p, p + q, order.seasonalP(), order.period(), -1);
        double[] ma = multiply(natural, p, q, p + q + order.seasonalP(), order.seasonalQ(), order.period(), 1);
        return new ArmaPolynomials(ar, ma);
    }

    private static double[] multiply(
            double[] c, int from, int n, int seasonalFrom, int seasonalN, int period, int sign) {
        double[] product = new double[n + seasonalN * period];
        for (int i = 0; i < n; i++) {
            product[i] += c[from + i];
        }
        for (int j = 0; j < seasonalN; j++) {
            int lag = (j + 1) * period;
            product[lag - 1] += c[seasonalFrom + j];
            for (int i = 0; i < n; i++) {
                product[lag + i] += sign * c[from + i] * c[seasonalFrom + j];
            }
        }
        return product;
    }

    /** From unbounded search parameters to coefficients that are stationary and invertible (Jones 1980). */
    static double[] natural(ArimaOrder order, double[] search) {
        double[] natural = new double[search.length];
        int p = order.p();
        int q = order.q();
        bounded(search, natural, 0, p, 1);
        bounded(search, natural, p, q, -1);
        bounded(search, natural, p + q, order.seasonalP(), 1);
        bounded(search, natural, p + q + order.seasonalP(), order.seasonalQ(), -1);
        return natural;
    }

    private static void bounded(double[] search, double[] natural, int from, int n, int sign) {
        if (n == 0) {
            return;
        }
        double[] partials = new double[n];
        for (int i = 0; i < n; i++) {
            partials[i] = Math.tanh(search[from + i]);
        }
        double[] lags = Stability.fromPartials(partials);
        for (int i = 0; i < n; i++) {
            natural[from + i] = sign * lags[i];
        }
    }

    /** The distance of the roots from the unit circle: at least this far, both polynomials. */
    boolean rootsBeyond(double modulus) {
        double[] minus = new double[ma.length];
        for (int i = 0; i < ma.length; i++) {
            minus[i] = -ma[i];
        }
        return Stability.within(ar, 1 / modulus) && Stability.within(minus, 1 / modulus);
    }
}
