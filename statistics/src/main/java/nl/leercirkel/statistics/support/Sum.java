package nl.leercirkel.statistics.support;

/**
 * A sum kept in two doubles, as if computed in twice the precision (Ogita, Rump and Oishi 2005, "Accurate sum and dot
 * product"). Mutable, for use within one method.
 */
public final class Sum {

    private double high;
    private double low;

    public Sum add(double value) {
        double total = high + value;
        double back = total - high;
        low += (high - (total - back)) + (value - back);
        high = total;
        return this;
    }

    /** Adds a product without rounding it first. */
    public Sum addProduct(double a, double b) {
        double product = a * b;
        low += Math.fma(a, b, -product);
        return add(product);
    }

    public double value() {
        return high + low;
    }

    public static double of(double[] values) {
        Sum sum = new Sum();
        for (double value : values) {
            sum.add(value);
        }
        return sum.value();
    }

    public static double mean(double[] values) {
        return Centre.of(values).mean();
    }

    /**
     * The mean in two doubles, for differences from it that keep all their digits.
     *
     * @param high the mean, rounded
     * @param low what the rounding left
     */
    public record Centre(double high, double low) {

        public static Centre of(double[] values) {
            Sum sum = new Sum();
            for (double value : values) {
                sum.add(value);
            }
            int n = values.length;
            double high = sum.value() / n;
            // What is left of the sum after n times the rounded mean, over n.
            double low =
                    new Sum().add(sum.high).add(sum.low).addProduct(-high, n).value() / n;
            return new Centre(high, low);
        }

        public double mean() {
            return high + low;
        }

        public double deviation(double value) {
            return (value - high) - low;
        }

        public double squares(double[] values) {
            Sum squares = new Sum();
            for (double value : values) {
                double deviation = deviation(value);
                squares.addProduct(deviation, deviation);
            }
            return squares.value();
        }
    }
}
