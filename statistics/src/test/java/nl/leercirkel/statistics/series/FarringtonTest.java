package nl.leercirkel.statistics.series;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import nl.leercirkel.statistics.Outcome;
import nl.leercirkel.statistics.Randomness;
import nl.leercirkel.statistics.Reason;
import nl.leercirkel.statistics.series.Farrington.Settings;
import nl.leercirkel.statistics.series.Farrington.Threshold;
import org.apache.commons.rng.sampling.distribution.PoissonSampler;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FarringtonTest {

    /** 340 weeks with a season, a trend, an old outbreak in week 150 and one in week 338 (both counted from 1). */
    private static long[] weeks() {
        long[] counts = new long[340];
        for (int t = 1; t <= 340; t++) {
            double value = 20 + 8 * Math.cos(2 * Math.PI * t / 52) + 2 * ((t * 7919L) % 11 - 5) + .02 * t;
            counts[t - 1] = Math.round(value);
        }
        counts[149] = 70;
        counts[337] = 55;
        return counts;
    }

    private static Settings settings(int blocks, Threshold threshold) {
        return new Settings(52, 5, 3, blocks, 26, 2.58, 1, .01, 5, 4, threshold);
    }

    /**
     * R 4.2.2, surveillance 1.20.3, farringtonFlexible on the same series; relative tolerance 5e-5, where
     * both stop iterating. That version puts the prior
     * weights in the place of the working weights before it takes the standard error, so nearly every trend is clear to it (hence
     * always a trend here) and its POWER threshold, alone in using that error, is 1 to 6% lower; the next test has that one by hand.
     */
    @ParameterizedTest
    @CsvSource({
        // week, blocks, threshold, expected, upper, p, dispersion, trend
        "336, 1, POWER, 19.2891477, 39.0785635, .515464626, 2.86471870, .00130873639",
        "338, 1, POWER, 20.5646433, 41.5483989, .000156503243, 3.02297385, .00165639042",
        "340, 1, POWER, 20.0527423, 39.5447463, .909932826, 2.70377792, .00120338682",
        "336, 1, NEGATIVE_BINOMIAL, 19.2891477, 40, .500209850, 2.86471870, .00130873639",
        "338, 1, NEGATIVE_BINOMIAL, 20.5646433, 42, .000553026452, 3.02297385, .00165639042",
        "339, 1, NEGATIVE_BINOMIAL, 21.1740552, 43, .879208181, 2.84935240, .00158137592",
        "336, 10, POWER, 18.0188796, 33.4702109, .434957619, 1.95215248, .000855049183",
        "338, 10, POWER, 18.2812379, 33.9347256, .000000388832998, 1.97540751, .000867447679",
        "337, 10, NEGATIVE_BINOMIAL, 17.7854280, 34, .554322888, 1.97992491, .000877308146",
        "338, 10, NEGATIVE_BINOMIAL, 18.2812379, 34, .00000435108322, 1.97540751, .000867447679",
        "340, 10, NEGATIVE_BINOMIAL, 18.9361666, 35, .935933758, 1.89743399, .000822768236"
    })
    void weeksAsInTheReferenceImplementation(
            int week,
            int blocks,
            Threshold threshold,
            double expected,
            double upper,
            double p,
            double phi,
            double trend) {
        Farrington.Judged judged =
                Farrington.judge(weeks(), week - 1, settings(blocks, threshold)).get();
        assertThat(judged.expected()).isCloseTo(expected, within(5e-5 * expected));
        if (threshold == Threshold.POWER) {
            assertThat(judged.upper()).isBetween(upper, 1.06 * upper);
        } else {
            assertThat(judged.upper()).isEqualTo(upper);
            assertThat(judged.pValue()).isCloseTo(p, within(5e-4 * p + 1e-12));
        }
        assertThat(judged.dispersion()).isCloseTo(phi, within(5e-5 * phi));
        assertThat(judged.trend()).isCloseTo(trend, within(5e-4 * trend));
        assertThat(judged.isAlarm()).isEqualTo(week == 338);
        assertThat(judged.at()).isEqualTo(week - 1);
        assertThat(judged.outliers() > 0).isEqualTo(blocks == 10); // the old outbreak lies outside the windows
    }

    /**
     * By hand: counts 8, 12, 10, 9, 11 in the same month have mean 10 and dispersion below 1, so the mean has variance 10 / 5 = 2,
     * tau = 1 + 2 / 10 and the threshold is (10^(2/3) + 2.326348 sqrt(4/9 10^(1/3) 1.2))^(3/2).
     */
    @Test
    void powerThresholdByHand() {
        long[] counts = new long[72];
        Arrays.fill(counts, 99);
        long[] same = {8, 12, 10, 9, 11, 16};
        for (int year = 0; year < 6; year++) {
            counts[11 + 12 * year] = same[year];
        }
        Settings settings = new Settings(12, 5, 0, 1, 6, 2.58, .05, .01, 5, 1, Threshold.POWER);
        Farrington.Judged judged = Farrington.judge(counts, 71, settings).get();
        double sd = Math.sqrt(4 / 9.0 * Math.cbrt(10) * 1.2);
        assertThat(judged.expected()).isCloseTo(10, within(1e-6));
        assertThat(judged.upper()).isCloseTo(Math.pow(Math.cbrt(100) + 2.326348 * sd, 1.5), within(1e-5));
        // (16^(2/3) - 10^(2/3)) / sd = 1.5934: upper tail .0555
        assertThat(judged.pValue()).isCloseTo(.0555, within(1e-4));
        assertThat(judged.n()).isEqualTo(5);
        assertThat(judged.trend()).isZero();
        assertThat(judged.outliers()).isZero();
        assertThat(judged.dispersion()).isEqualTo(1);
        assertThat(judged.isAlarm()).isFalse();
    }

    /** Data without overdispersion fall back to Poisson. Same source, same series with half the noise, week 338: phi 1. */
    @Test
    void withoutOverdispersionPoisson() {
        long[] counts = new long[340];
        for (int t = 1; t <= 340; t++) {
            counts[t - 1] = Math.round(20 + 8 * Math.cos(2 * Math.PI * t / 52) + ((t * 7919L) % 11 - 5) + .02 * t);
        }
        counts[149] = 70;
        counts[337] = 55;
        Farrington.Judged judged = Farrington.judge(counts, 337, settings(10, Threshold.NEGATIVE_BINOMIAL))
                .get();
        assertThat(judged.dispersion()).isEqualTo(1);
        assertThat(judged.expected()).isCloseTo(18.2454561, within(1e-4));
        assertThat(judged.upper()).isEqualTo(29);
        assertThat(judged.pValue()).isCloseTo(3.20213444e-12, within(1e-15));
    }

    /** Twice the population and twice the counts: the same verdict; a population that doubles doubles the expectation. */
    @Test
    void countsFollowThePopulation() {
        long[] counts = weeks();
        double[] population = new double[340];
        Arrays.fill(population, 1000);
        Farrington.Judged one =
                Farrington.judge(counts, population, 335, Settings.weekly()).get();
        assertThat(one.expected())
                .isCloseTo(
                        Farrington.judge(counts, 335, Settings.weekly()).get().expected(), within(1e-6));
        population[335] = 2000;
        assertThat(Farrington.judge(counts, population, 335, Settings.weekly())
                        .get()
                        .expected())
                .isCloseTo(2 * one.expected(), within(1e-6));
    }

    @Test
    void fewCountsGiveNoAlarm() {
        long[] counts = new long[72];
        for (int i = 0; i < 72; i++) {
            counts[i] = i % 9 == 0 ? 1 : 0;
        }
        counts[71] = 4;
        Settings monthly = new Settings(12, 5, 1, 1, 6, 2.58, .05, .01, 5, 1, Threshold.NEGATIVE_BINOMIAL);
        Farrington.Judged judged = Farrington.judge(counts, 71, monthly).get();
        assertThat(judged.observed()).isGreaterThan((long) judged.upper());
        assertThat(judged.enough()).isFalse();
        assertThat(judged.isAlarm()).isFalse();
        counts[71] = 5;
        assertThat(Farrington.judge(counts, 71, monthly).get().isAlarm()).isTrue();
    }

    /** Poisson counts with a season: false alarms at most about 1% a period, and discrete, so rather fewer; 300 series. */
    @Test
    void falseAlarms() {
        var stream = Randomness.of(31).stream();
        int alarms = 0;
        int unsure = 0;
        for (int run = 0; run < 400; run++) {
            long[] counts = new long[72];
            for (int i = 0; i < 72; i++) {
                counts[i] = PoissonSampler.of(stream, 12 + 4 * Math.sin(i * Math.PI / 6))
                        .sample();
            }
            Farrington.Judged judged =
                    Farrington.judge(counts, 71, Settings.monthly()).get();
            alarms += judged.isAlarm() ? 1 : 0;
            unsure += judged.pValue() < .5 ? 1 : 0;
        }
        assertThat(alarms).isBetween(0, 12);
        assertThat(unsure / 400.0).isBetween(.35, .58);
    }

    @Test
    void badInputHasAReason() {
        long[] counts = weeks();
        Settings weekly = Settings.weekly();
        assertThat(reason(Farrington.judge(new long[0], 0, weekly))).isEqualTo(Reason.NO_DATA);
        assertThat(reason(Farrington.judge(counts, 262, weekly))).isEqualTo(Reason.TOO_FEW);
        assertThat(Farrington.judge(counts, 263, weekly).isAnswer()).isTrue();
        assertThat(reason(Farrington.judge(counts, 340, weekly))).isEqualTo(Reason.OUT_OF_RANGE);
        assertThat(reason(Farrington.judge(counts, -1, weekly))).isEqualTo(Reason.OUT_OF_RANGE);
        assertThat(reason(Farrington.judge(new long[340], 339, weekly))).isEqualTo(Reason.CONSTANT);
        assertThat(reason(Farrington.judge(counts, new double[340], 339, weekly)))
                .isEqualTo(Reason.NOTHING_TO_DIVIDE_BY);
        assertThat(reason(Farrington.judge(counts, new double[3], 339, weekly))).isEqualTo(Reason.DO_NOT_MATCH);
        double[] population = new double[340];
        Arrays.fill(population, 1);
        population[100] = Double.NaN;
        assertThat(reason(Farrington.judge(counts, population, 339, weekly))).isEqualTo(Reason.NOT_A_NUMBER);
        counts[9] = -1;
        assertThat(reason(Farrington.judge(counts, 339, weekly))).isEqualTo(Reason.OUT_OF_RANGE);
        // one count in one block of five years: whatever comes out is an answer or a reason, never NaN
        long[] bare = new long[340];
        bare[100] = 1;
        Outcome<Farrington.Judged> outcome = Farrington.judge(bare, 339, weekly);
        outcome.ifAnswer(judged -> assertThat(judged.upper()).isFinite());
    }

    @Test
    void settingsMustFitInAYear() {
        assertThatThrownBy(() -> new Settings(52, 5, 26, 10, 26, 2.58, .05, .01, 5, 4, Threshold.POWER))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Settings(12, 5, 1, 11, 6, 2.58, .05, .01, 5, 4, Threshold.POWER))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Settings(12, 5, 1, 4, 12, 2.58, .05, .01, 5, 4, Threshold.POWER))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Settings(12, 5, 1, 4, 6, 2.58, .05, .5, 5, 4, Threshold.POWER))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Settings(12, 0, 1, 4, 6, 2.58, .05, .01, 5, 4, Threshold.POWER))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Settings(12, 5, 1, 4, 6, 2.58, .05, .01, 5, 0, Threshold.POWER))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(new Settings(12, 5, 1, 10, 11, 2.58, 1, .01, 0, 1, Threshold.POWER).blocks())
                .isEqualTo(10);
    }

    private static Reason reason(Outcome<?> outcome) {
        return outcome.failure().reason();
    }
}
