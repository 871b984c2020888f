package nl.leercirkel.statistics.effect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.stream.IntStream;
import nl.leercirkel.statistics.Interval;
import nl.leercirkel.statistics.Randomness;
import org.apache.commons.rng.UniformRandomProvider;
import org.junit.jupiter.api.Test;

/** What a plan draws has no effect in it and the spread that the design gives: the estimates of many runs against formulas. */
class PlansTest {
    private static final int RUNS = 1500;

    private record Spread(double mean, double deviation) {

        static Spread of(PowerSimulation.Run run) {
            UniformRandomProvider stream = Randomness.of(11).stream();
            double[] estimates = IntStream.range(0, RUNS)
                    .mapToDouble(i -> {
                        Interval interval = run.analyse(stream, .95).get();
                        return (interval.lower() + interval.upper()) / 2;
                    })
                    .toArray();
            double mean = Arrays.stream(estimates).average().orElseThrow();
            double squares = Arrays.stream(estimates)
                    .map(one -> (one - mean) * (one - mean))
                    .sum();
            return new Spread(mean, Math.sqrt(squares / RUNS));
        }

        /** Four standard errors for the mean, and 6% for the deviation, more than three of its own. */
        void isZeroWithin(double deviation) {
            assertThat(mean).isCloseTo(0, within(4 * deviation / Math.sqrt(RUNS)));
            assertThat(this.deviation).isCloseTo(deviation, within(.06 * deviation));
        }
    }

    /** A change of one unit has variance 2 d^2 (1 - r); the difference of two means of changes has that by 1/10 + 1/30. */
    @Test
    void twoGroups() {
        for (double correlation : new double[] {-.5, 0, .6}) {
            double change = Math.sqrt(2 * 9 * (1 - correlation));
            Spread.of(Plans.twoByTwo(10, 30, 3, correlation, Errors.CR2))
                    .isZeroWithin(change * Math.sqrt(1 / 10.0 + 1 / 30.0));
        }
    }

    /**
     * People above a cutoff who fall back by themselves. Given the measurement, the next has variance d^2 (1 - r^2); two later ones
     * differ by 2 d^2 (1 - r).
     */
    @Test
    void highUsers() {
        Reliability population = Reliability.known(50, 10, .36, 0).get();
        Spread.of(Plans.highUsers(40, population, 60, false)).isZeroWithin(10 * Math.sqrt((1 - .36 * .36) / 40));
        Spread.of(Plans.highUsers(40, population, 60, true)).isZeroWithin(10 * Math.sqrt(2 * (1 - .36) / 40));
    }

    /**
     * A step on a straight line: its estimate is a weighted sum of the values, the weights being what a line leaves of the step. The
     * variance is the sum of d^2 r^|s - t| / (1 - r^2) by these weights.
     */
    @Test
    void aSeriesWithMemory() {
        double[] weights = stepOnALine(20, 12);
        for (double correlation : new double[] {0, .5, -.4}) {
            double variance = 0;
            for (int s = 0; s < 20; s++) {
                for (int t = 0; t < 20; t++) {
                    variance += weights[s]
                            * weights[t]
                            * 4
                            * Math.pow(correlation, Math.abs(s - t))
                            / (1 - correlation * correlation);
                }
            }
            Spread.of(Plans.series(
                            20,
                            SeriesDesign.startingAt(12).levelOnly(),
                            2,
                            correlation,
                            new SerialErrors.Independent()))
                    .isZeroWithin(Math.sqrt(variance));
        }
    }

    private static double[] stepOnALine(int periods, int start) {
        double middle = (periods - 1) / 2.0;
        double share = (periods - start) / (double) periods;
        double slope = 0;
        double squares = 0;
        for (int t = 0; t < periods; t++) {
            slope += (t - middle) * (t < start ? 0 : 1);
            squares += (t - middle) * (t - middle);
        }
        double[] left = new double[periods];
        double own = 0;
        for (int t = 0; t < periods; t++) {
            left[t] = (t < start ? 0 : 1) - share - slope / squares * (t - middle);
            own += t < start ? 0 : left[t];
        }
        double of = own;
        return Arrays.stream(left).map(weight -> weight / of).toArray();
    }
}
