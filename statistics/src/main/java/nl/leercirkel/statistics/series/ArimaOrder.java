package nl.leercirkel.statistics.series;

/**
 * The order of a seasonal ARIMA model, (p,d,q)(P,D,Q)[period] in the notation of Box and Jenkins.
 *
 * @param p           autoregressive terms
 * @param d           differences
 * @param q           moving average terms
 * @param seasonalP   seasonal autoregressive terms
 * @param seasonalD   seasonal differences
 * @param seasonalQ   seasonal moving average terms
 * @param period      observations per year, 1 without season
 * @param hasConstant a mean without differences, a drift with one; refused with more
 */
public record ArimaOrder(
        int p, int d, int q, int seasonalP, int seasonalD, int seasonalQ, int period, boolean hasConstant) {

    public ArimaOrder {
        if (Math.min(Math.min(p, d), Math.min(q, seasonalP)) < 0 || Math.min(seasonalD, seasonalQ) < 0 || period < 1) {
            throw new IllegalArgumentException("an order is never negative, a period at least 1");
        }
        if (p > 10 || q > 10 || seasonalP > 3 || seasonalQ > 3 || d > 2 || seasonalD > 1) {
            throw new IllegalArgumentException("order above what data of this kind can carry");
        }
        if (period == 1 && seasonalP + seasonalD + seasonalQ > 0) {
            throw new IllegalArgumentException("seasonal terms need a period above 1");
        }
        if (hasConstant && d + seasonalD > 1) {
            throw new IllegalArgumentException("a constant after two differences is a runaway curve");
        }
    }

    /** (p,d,q) without season; with a mean where d is 0. */
    public static ArimaOrder of(int p, int d, int q) {
        return new ArimaOrder(p, d, q, 0, 0, 0, 1, d == 0);
    }

    /** (p,d,q)(P,D,Q)[period]; with a mean where nothing is differenced. */
    public static ArimaOrder seasonal(int p, int d, int q, int seasonalP, int seasonalD, int seasonalQ, int period) {
        return new ArimaOrder(p, d, q, seasonalP, seasonalD, seasonalQ, period, d + seasonalD == 0);
    }

    public ArimaOrder withConstant(boolean constant) {
        return new ArimaOrder(p, d, q, seasonalP, seasonalD, seasonalQ, period, constant);
    }

    /** As "(0,1,1)(0,1,1)[12]". */
    public String code() {
        String text = "(" + p + "," + d + "," + q + ")";
        return period == 1 ? text : text + "(" + seasonalP + "," + seasonalD + "," + seasonalQ + ")[" + period + "]";
    }

    /** Dynamic parameters, without regression coefficients and variance. */
    int dynamic() {
        return p + q + seasonalP + seasonalQ;
    }

    int lost() {
        return d + seasonalD * period;
    }

    double[] difference(double[] values) {
        double[] result = values;
        for (int k = 0; k < seasonalD; k++) {
            result = difference(result, period);
        }
        for (int k = 0; k < d; k++) {
            result = difference(result, 1);
        }
        return result;
    }

    static double[] difference(double[] values, int lag) {
        double[] result = new double[Math.max(values.length - lag, 0)];
        for (int i = 0; i < result.length; i++) {
            result[i] = values[i + lag] - values[i];
        }
        return result;
    }
}
