package nl.leercirkel.statistics.series;

import java.util.Arrays;
import java.util.Optional;
import nl.leercirkel.statistics.Failure;
import nl.leercirkel.statistics.Outcome;
import nl.leercirkel.statistics.Reason;
import org.apache.commons.statistics.distribution.BinomialDistribution;

/**
 * The run chart rules: a process without change crosses its median often and stays on one side only briefly. Source: Anhoej and
 * Olesen (2014), Run charts revisited, PLOS ONE 9(11); Chen (2010) for the crossings.
 *
 * @param n              observations that are not on the median; only these count
 * @param median         the median of all observations
 * @param longestRun     most observations in a row on one side
 * @param longestAllowed round(log2(n)) + 3
 * @param crossings      times the series crosses the median
 * @param fewestAllowed  5% point of a binomial with n - 1 trials of one half
 * @param pValue         chance of so few crossings without change; exact under independence
 */
public record Runs(
        int n, double median, int longestRun, int longestAllowed, int crossings, int fewestAllowed, double pValue) {

    /** Fewer useful observations say nothing. */
    private static final int FEWEST = 10;

    /** True where one of both rules says that the process changed; about 5 in 100 stable series also do. */
    public boolean isShifted() {
        return longestRun > longestAllowed || crossings < fewestAllowed;
    }

    /**
     * @param values in order of time
     * @return fails on NaN, a constant series, or fewer than 10 observations beside the median
     */
    public static Outcome<Runs> of(double[] values) {
        Optional<Failure> failure = Checks.varying(values, FEWEST);
        if (failure.isPresent()) {
            return Outcome.failed(failure.get());
        }
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        double median = (sorted[(sorted.length - 1) / 2] + sorted[sorted.length / 2]) / 2;
        int useful = 0;
        int run = 0;
        int longest = 0;
        int crossings = 0;
        boolean above = false;
        for (double value : values) {
            if (value != median) {
                boolean now = value > median;
                if (useful > 0 && now != above) {
                    crossings++;
                    run = 0;
                }
                above = now;
                useful++;
                run++;
                longest = Math.max(longest, run);
            }
        }
        if (useful < FEWEST) {
            return Outcome.failed(Reason.TOO_FEW, useful + " values beside the median, at least " + FEWEST + " needed");
        }
        BinomialDistribution crossing = BinomialDistribution.of(useful - 1, .5);
        return Outcome.of(new Runs(
                useful,
                median,
                longest,
                (int) Math.round(Math.log(useful) / Math.log(2)) + 3,
                crossings,
                crossing.inverseCumulativeProbability(.05),
                crossing.cumulativeProbability(crossings)));
    }
}
