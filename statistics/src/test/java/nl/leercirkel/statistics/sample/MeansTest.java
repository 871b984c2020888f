package nl.leercirkel.statistics.sample;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import nl.leercirkel.statistics.Alternative;
import nl.leercirkel.statistics.Caveat;
import nl.leercirkel.statistics.Estimate;
import nl.leercirkel.statistics.Reason;
import nl.leercirkel.statistics.TestResult;
import org.junit.jupiter.api.Test;

class MeansTest {

    /** Student (1908): hours of sleep gained with two drugs, ten patients. */
    static final double[] SLEEP_1 = {.7, -1.6, -.2, -1.2, -.1, 3.4, 3.7, .8, 0, 2};

    static final double[] SLEEP_2 = {1.9, .8, 1.1, .1, -.1, 4.4, 5.5, 1.6, 4.6, 3.4};

    @Test
    void welchOnSleep() {
        // R help of t.test on sleep: t -1.8608, df 17.776, p .07939; digits by scipy 1.17, reference.py: 1e-8
        TestResult test = Means.compare(SLEEP_1, SLEEP_2, Alternative.TWO_SIDED).get();
        assertThat(test.statistic()).isCloseTo(-1.860813467, within(1e-8));
        assertThat(test.degreesOfFreedom()).isCloseTo(17.77647352, within(1e-7));
        assertThat(test.pValue()).isCloseTo(.07939414019, within(1e-9));
        assertThat(test.n()).isEqualTo(20);
        Estimate difference = Means.difference(SLEEP_1, SLEEP_2, .95).get();
        assertThat(difference.value()).isCloseTo(-1.58, within(1e-12));
        assertThat(difference.interval().lower()).isCloseTo(-3.365483231, within(1e-8));
        assertThat(difference.interval().upper()).isCloseTo(.2054832307, within(1e-8));
        assertThat(difference.n()).isEqualTo(20);
        assertThat(difference.caveats()).containsExactly(Caveat.FEW_OBSERVATIONS);
        assertThat(Means.compare(SLEEP_1, SLEEP_2, Alternative.LESS).get().pValue())
                .isCloseTo(.07939414019 / 2, within(1e-9));
    }

    @Test
    void pairedOnSleep() {
        // R help of t.test, paired: t -4.0621, df 9, p .002833; digits by scipy 1.17: 1e-8
        TestResult test =
                Means.pairedTest(SLEEP_1, SLEEP_2, Alternative.TWO_SIDED).get();
        assertThat(test.statistic()).isCloseTo(-4.062127683, within(1e-8));
        assertThat(test.degreesOfFreedom()).isEqualTo(9);
        assertThat(test.pValue()).isCloseTo(.002832890197, within(1e-10));
        Estimate difference = Means.pairedDifference(SLEEP_1, SLEEP_2, .95).get();
        assertThat(difference.interval().lower()).isCloseTo(-2.459885763, within(1e-8));
        assertThat(difference.interval().upper()).isCloseTo(-.7001142367, within(1e-8));
        assertThat(difference.n()).isEqualTo(10);
    }

    @Test
    void oneSampleReachesTheReference() {
        // scipy 1.17 ttest_1samp(sleep 2, 1), reference.py: 1e-8
        assertThat(Means.test(SLEEP_2, 1, Alternative.TWO_SIDED).get().statistic())
                .isCloseTo(2.10055285, within(1e-8));
        assertThat(Means.test(SLEEP_2, 1, Alternative.TWO_SIDED).get().pValue()).isCloseTo(.06505988567, within(1e-9));
        assertThat(Means.test(SLEEP_2, 1, Alternative.GREATER).get().pValue())
                .isCloseTo(.06505988567 / 2, within(1e-9));
        assertThat(Means.mean(SLEEP_2, .95).get().interval().lower()).isCloseTo(.8976775394, within(1e-8));
        assertThat(Means.mean(SLEEP_2, .95).get().interval().upper()).isCloseTo(3.762322461, within(1e-8));
        assertThat(Summary.of(SLEEP_2).get().skewness()).isCloseTo(.3858055076, within(1e-9));
    }

    @Test
    void summaryOfAFewNumbers() {
        // By hand
        Summary summary = Summary.of(new double[] {4, 1, 2, 5}).get();
        assertThat(summary.median()).isEqualTo(3);
        assertThat(summary.minimum()).isEqualTo(1);
        assertThat(summary.maximum()).isEqualTo(5);
        assertThat(summary.standardDeviation()).isCloseTo(Math.sqrt(10.0 / 3), within(1e-15));
        assertThat(Summary.of(new double[] {3, 9, 1}).get().median()).isEqualTo(3);
        Summary one = Summary.of(new double[] {7}).get();
        assertThat(one).isEqualTo(new Summary(1, 7, 0, 0, 7, 7, 7));
        assertThat(Summary.of(new double[] {.1, .1, .1}).get().standardDeviation())
                .isZero();
    }

    @Test
    void skewedMoneyIsSaidToBe() {
        double[] money = new double[40];
        java.util.Arrays.setAll(money, i -> i < 38 ? 1000 + i : 60_000);
        assertThat(Means.mean(money, .95).get().caveats()).containsExactly(Caveat.SKEWED);
        double[] even = new double[40];
        java.util.Arrays.setAll(even, i -> i);
        assertThat(Means.mean(even, .95).get().caveats()).isEmpty();
    }

    @Test
    void wrongInputIsNamed() {
        double[] one = {1};
        double[] two = {1, 2};
        double[] same = {.1, .1, .1};
        double[] broken = {1, Double.NaN};
        assertThat(Means.mean(new double[0], .95).failure().reason()).isEqualTo(Reason.NO_DATA);
        assertThat(Means.mean(one, .95).failure().reason()).isEqualTo(Reason.TOO_FEW);
        assertThat(Means.mean(broken, .95).failure().reason()).isEqualTo(Reason.NOT_A_NUMBER);
        assertThat(Means.mean(broken, .95).failure().detail()).contains("[1]");
        assertThat(Means.mean(same, .95).failure().reason()).isEqualTo(Reason.CONSTANT);
        assertThat(Means.mean(two, 1).failure().reason()).isEqualTo(Reason.OUT_OF_RANGE);
        assertThat(Means.test(same, 0, Alternative.LESS).failure().reason()).isEqualTo(Reason.CONSTANT);
        assertThat(Means.test(one, 0, Alternative.LESS).failure().reason()).isEqualTo(Reason.TOO_FEW);
        assertThat(Means.test(two, Double.NaN, Alternative.LESS).failure().reason())
                .isEqualTo(Reason.NOT_A_NUMBER);
        assertThat(Means.pairedTest(two, same, Alternative.LESS).failure().reason())
                .isEqualTo(Reason.DO_NOT_MATCH);
        assertThat(Means.pairedDifference(two, broken, .95).failure().reason()).isEqualTo(Reason.NOT_A_NUMBER);
        assertThat(Means.pairedDifference(two, new double[] {2, 3}, .95)
                        .failure()
                        .reason())
                .isEqualTo(Reason.CONSTANT);
        assertThat(Means.difference(two, one, .95).failure().reason()).isEqualTo(Reason.TOO_FEW);
        assertThat(Means.difference(one, two, .95).failure().reason()).isEqualTo(Reason.TOO_FEW);
        assertThat(Means.difference(two, two, 0).failure().reason()).isEqualTo(Reason.OUT_OF_RANGE);
        assertThat(Means.compare(same, same, Alternative.LESS).failure().reason())
                .isEqualTo(Reason.CONSTANT);
        assertThat(Means.compare(same, two, Alternative.LESS).isAnswer()).isTrue();
        assertThat(Summary.of(new double[] {Double.POSITIVE_INFINITY}).failure().reason())
                .isEqualTo(Reason.NOT_A_NUMBER);
    }
}
