package nl.leercirkel.statistics.sample;

import java.util.Optional;
import nl.leercirkel.statistics.Failure;
import nl.leercirkel.statistics.Outcome;
import nl.leercirkel.statistics.support.Check;
import nl.leercirkel.statistics.support.Sum;

/**
 * A sample in a few numbers, sums carried in twice the precision.
 *
 * @param n number of values, at least 1
 * @param mean in the unit of the values
 * @param standardDeviation with n - 1; 0 when all values are equal or n is 1
 * @param skewness adjusted Fisher-Pearson coefficient G1 (Joanes and Gill 1998); 0 where n < 3 or all values are equal
 * @param minimum lowest value
 * @param median middle value, or the mean of the middle two
 * @param maximum highest value
 */
public record Summary(
        int n, double mean, double standardDeviation, double skewness, double minimum, double median, double maximum) {

    /** NO_DATA for no values, NOT_A_NUMBER for NaN or infinity. */
    public static Outcome<Summary> of(double[] values) {
        Optional<Failure> failure = Check.values("values", values, 1);
        if (failure.isPresent()) {
            return Outcome.failed(failure.get());
        }
        int n = values.length;
        Sum.Centre centre = Sum.Centre.of(values);
        double squares = centre.squares(values);
        double[] sorted = values.clone();
        java.util.Arrays.sort(sorted);
        boolean constant = sorted[0] == sorted[n - 1];
        double deviation = constant ? 0 : Math.sqrt(squares / (n - 1));
        return Outcome.of(new Summary(
                n,
                centre.mean(),
                deviation,
                constant || n < 3 ? 0 : skewness(values, centre, squares),
                sorted[0],
                n % 2 == 1 ? sorted[n / 2] : sorted[n / 2 - 1] / 2 + sorted[n / 2] / 2,
                sorted[n - 1]));
    }

    double standardError() {
        return standardDeviation / Math.sqrt(n);
    }

    private static double skewness(double[] values, Sum.Centre centre, double squares) {
        double n = values.length;
        double scale = Math.sqrt(squares / n);
        double cubes = 0;
        for (double value : values) {
            double standard = centre.deviation(value) / scale;
            cubes += standard * standard * standard;
        }
        return cubes / n * Math.sqrt(n * (n - 1)) / (n - 2);
    }
}
