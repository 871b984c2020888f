package nl.leercirkel.statistics.synthetic;

import java.util.Arrays;
import nl.leercirkel.statistics.support.Sum;

/**
 * How well a comparison followed the unit before treatment.
 *
 * @param periods before treatment
 * @param squares sum of squared gaps
 * @param meanSquare mean squared gap
 * @param rootMeanSquare its root, in the unit of the outcome: how far off the comparison usually was
 * @param ownDeviation standard deviation of the unit's own values before treatment (divided by the number of periods)
 * @param againstPlainMean root mean square over that of the plain mean of all donors: 0 is perfect, 1 is no better
 */
public record FitBefore(
        int periods,
        double squares,
        double meanSquare,
        double rootMeanSquare,
        double ownDeviation,
        double againstPlainMean) {

    static FitBefore of(double[] gaps, Problem problem) {
        int before = problem.before();
        double squares = 0;
        double plain = 0;
        for (int t = 0; t < before; t++) {
            squares += gaps[t] * gaps[t];
            double mean = 0;
            for (int donor : problem.donors()) {
                mean += problem.values()[donor][t] / problem.donors().length;
            }
            double apart = problem.target()[t] - mean;
            plain += apart * apart;
        }
        double[] own = Arrays.copyOf(problem.target(), before);
        double meanSquare = squares / before;
        return new FitBefore(
                before,
                squares,
                meanSquare,
                Math.sqrt(meanSquare),
                Math.sqrt(Sum.Centre.of(own).squares(own) / before),
                plain > 0 ? Math.sqrt(squares / plain) : 1);
    }

    /** Whether the unit's own mean would have followed it as well. */
    public boolean worseThanOwnMean() {
        return rootMeanSquare > ownDeviation;
    }
}
