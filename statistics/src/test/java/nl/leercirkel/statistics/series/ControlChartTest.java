package nl.leercirkel.statistics.series;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import nl.leercirkel.statistics.Outcome;
import nl.leercirkel.statistics.Randomness;
import nl.leercirkel.statistics.Reason;
import nl.leercirkel.statistics.series.ControlChart.Overdispersion;
import nl.leercirkel.statistics.series.ControlChart.Rule;
import org.apache.commons.rng.UniformRandomProvider;
import org.junit.jupiter.api.Test;

class ControlChartTest {

    private static final Set<Rule> ALL = EnumSet.allOf(Rule.class);

    /** NIST/SEMATECH e-Handbook, section 6.3.2.2: mean 50.81, mean range 1.8778, limits 45.8159 and 55.8041. */
    @Test
    void individualsOfTheHandbook() {
        double[] flow = {49.6, 47.6, 49.9, 51.3, 47.8, 51.2, 52.6, 52.4, 53.6, 52.1};
        ControlChart chart = ControlCharts.individuals(flow, 10, ALL).get();
        assertThat(chart.centre()).isCloseTo(50.81, within(1e-9));
        assertThat(chart.sigma()).isCloseTo(1.8778 / 1.128, within(5e-5));
        assertThat(chart.points().getFirst().lower()).isCloseTo(45.8159, within(5e-5));
        assertThat(chart.points().getFirst().upper()).isCloseTo(55.8041, within(5e-5));
        assertThat(chart.movingRangeLimit()).isCloseTo(3.267 * 1.877778, within(1e-4));
        assertThat(chart.hasSignal()).isFalse();
        assertThat(chart.n()).isEqualTo(10);
        assertThat(chart.kind()).isEqualTo(ControlChart.Kind.INDIVIDUALS);
        assertThat(chart.points().get(1).z()).isCloseTo((47.6 - 50.81) / chart.sigma(), within(1e-12));
    }

    /** NIST/SEMATECH e-Handbook, section 6.3.3.2: 30 wafers of 50 chips, centre .2313, limits .0524 and .4102. */
    @Test
    void sharesOfTheHandbook() {
        long[] defective = {
            12, 15, 8, 10, 4, 7, 16, 9, 14, 10, 5, 6, 17, 12, 22, 8, 10, 5, 13, 11, 20, 18, 24, 15, 9, 12, 7, 13, 9, 6
        };
        long[] chips = new long[30];
        Arrays.fill(chips, 50);
        ControlChart chart = ControlCharts.proportions(
                        defective, chips, Overdispersion.IGNORED, 30, Set.of(Rule.BEYOND_LIMIT))
                .get();
        assertThat(chart.centre()).isCloseTo(.2313, within(5e-5));
        assertThat(chart.points().getFirst().lower()).isCloseTo(.0524, within(5e-5));
        assertThat(chart.points().getFirst().upper()).isCloseTo(.4102, within(5e-5));
        assertThat(chart.points().stream().filter(p -> !p.signals().isEmpty()).count())
                .isEqualTo(2);
        assertThat(chart.points().get(14).signals()).containsExactly(Rule.BEYOND_LIMIT);
        assertThat(chart.points().get(22).signals()).containsExactly(Rule.BEYOND_LIMIT);
    }

    /** NIST/SEMATECH e-Handbook, section 6.3.3.1: 25 wafers, 400 particles, centre 16, limits 4 and 28. */
    @Test
    void countsOfTheHandbook() {
        long[] particles = {
            16, 14, 28, 16, 12, 20, 10, 12, 10, 17, 19, 17, 14, 16, 15, 13, 14, 16, 11, 20, 11, 19, 16, 31, 13
        };
        double[] wafer = new double[25];
        Arrays.fill(wafer, 1);
        ControlChart chart = ControlCharts.rates(
                        particles, wafer, Overdispersion.IGNORED, 25, Set.of(Rule.BEYOND_LIMIT))
                .get();
        assertThat(chart.centre()).isEqualTo(16);
        assertThat(chart.points().getFirst().lower()).isEqualTo(4);
        assertThat(chart.points().getFirst().upper()).isEqualTo(28);
        assertThat(chart.points().get(2).signals()).isEmpty();
        assertThat(chart.points().get(23).signals()).containsExactly(Rule.BEYOND_LIMIT);
    }

    private static final long[] EVENTS = {24, 15, 30, 10, 18, 7, 40, 9, 31, 10};
    private static final long[] TRIALS = {220, 250, 300, 230, 290, 195, 360, 210, 340, 225};

    /** Laney's formula worked out apart: sigma of the standardised shares 2.570841, of the rates 2.473831. */
    @Test
    void limitsWidenWithOverdispersion() {
        ControlChart shares = ControlCharts.proportions(EVENTS, TRIALS, Overdispersion.LANEY, 10, ALL)
                .get();
        assertThat(shares.centre()).isCloseTo(.0740458, within(1e-7));
        assertThat(shares.sigma()).isCloseTo(2.5708410, within(1e-6));
        assertThat(shares.points().getFirst().upper()).isCloseTo(.2101997, within(1e-6));
        assertThat(shares.points().get(1).upper()).isCloseTo(.2017696, within(1e-6));
        assertThat(shares.points().getFirst().lower()).isZero();
        ControlChart narrow = ControlCharts.proportions(EVENTS, TRIALS, Overdispersion.IGNORED, 10, ALL)
                .get();
        assertThat(narrow.points().getFirst().upper()).isCloseTo(.1270066, within(1e-6));
        assertThat(narrow.sigma()).isCloseTo(2.5708410, within(1e-6));
        assertThat(narrow.points().getFirst().z() / shares.points().getFirst().z())
                .isCloseTo(2.5708410, within(1e-6));
        double[] exposure = Arrays.stream(TRIALS).asDoubleStream().toArray();
        ControlChart rates = ControlCharts.rates(EVENTS, exposure, Overdispersion.LANEY, 10, ALL)
                .get();
        assertThat(rates.sigma()).isCloseTo(2.4738307, within(1e-6));
        assertThat(rates.points().get(6).upper()).isCloseTo(.1804822, within(1e-6));
    }

    @Test
    void aShareIsNeverAboveOne() {
        long[] events = {48, 49, 50, 47, 50, 49, 48, 50};
        long[] trials = {50, 50, 50, 50, 50, 50, 50, 50};
        ControlChart chart = ControlCharts.proportions(events, trials, Overdispersion.IGNORED, 8, ALL)
                .get();
        assertThat(chart.points()).allMatch(point -> point.upper() == 1);
    }

    /** Values in sigma of a baseline with mean 0 and sigma 1: eight values +-.564 have a mean range of 1.128. */
    private static ControlChart after(double... values) {
        double[] all = new double[8 + values.length];
        for (int i = 0; i < 8; i++) {
            all[i] = i % 2 == 0 ? .564 : -.564;
        }
        System.arraycopy(values, 0, all, 8, values.length);
        return ControlCharts.individuals(all, 8, ALL).get();
    }

    private static Set<Rule> last(double... values) {
        return after(values).points().getLast().signals();
    }

    @Test
    void eachRuleSignalsWhereItIsCompleteAndNotBefore() {
        assertThat(after(0).sigma()).isCloseTo(1, within(1e-12));
        assertThat(last(3.01)).containsExactly(Rule.BEYOND_LIMIT);
        assertThat(last(-3.01)).containsExactly(Rule.BEYOND_LIMIT);
        assertThat(last(2.99)).isEmpty();
        assertThat(last(2.1, 0, 2.1)).containsExactly(Rule.TWO_OF_THREE);
        assertThat(last(2.1, 0, 0, 2.1)).isEmpty();
        assertThat(last(2.1, 0, -2.1)).isEmpty();
        assertThat(last(2.1, 2.1, 0)).isEmpty();
        assertThat(last(-2.1, -2.1)).containsExactly(Rule.TWO_OF_THREE);
        assertThat(last(1.1, 1.2, .5, 1.1, 1.1)).containsExactly(Rule.FOUR_OF_FIVE);
        assertThat(last(1.1, 1.2, .5, .5, 1.1)).isEmpty();
        assertThat(last(.5, .4, .5, .4, .5, .4, .5, .4))
                .containsExactlyInAnyOrder(Rule.EIGHT_ON_ONE_SIDE, Rule.FIFTEEN_NEAR_CENTRE);
        assertThat(last(1.5, -.1, .5, .4, .5, .4, .5, .4, .5)).doesNotContain(Rule.EIGHT_ON_ONE_SIDE);
        assertThat(last(-1.5, -.9, -.3, .3, .9, 1.5)).containsExactly(Rule.SIX_IN_ONE_DIRECTION);
        assertThat(last(0, -.9, -.3, .3, .9, 1.5)).doesNotContain(Rule.SIX_IN_ONE_DIRECTION);
        assertThat(last(1.5, .9, .3, -.3, -.9, -1.5)).containsExactly(Rule.SIX_IN_ONE_DIRECTION);
        assertThat(last(1.5, .9, .3, .3, -.9, -1.5)).isEmpty();
        assertThat(last(.5, -.5, .5, -.5, .5, -.5, .5)).containsExactly(Rule.FIFTEEN_NEAR_CENTRE);
        assertThat(last(.5, -.5, .5, -.5, .5, -.5)).isEmpty();
        assertThat(last(1.2, .5, -.5, .5, -.5, .5, -.5, .5)).isEmpty();
    }

    @Test
    void onlyAskedRulesAreLookedFor() {
        double[] values = {1, 2, 1, 2, 1, 2, 1, 2, 99};
        assertThat(ControlCharts.individuals(values, 8, Set.of()).get().hasSignal())
                .isFalse();
        assertThat(ControlCharts.individuals(values, 8, Set.of(Rule.BEYOND_LIMIT))
                        .get()
                        .hasSignal())
                .isTrue();
    }

    /** Anhoej and Olesen (2014): 24 observations allow a run of 8 and need 8 crossings. */
    @Test
    void runsOfTheRunChart() {
        double[] alternating = new double[24];
        double[] shifted = new double[24];
        for (int i = 0; i < 24; i++) {
            alternating[i] = i % 2;
            shifted[i] = i < 12 ? i % 3 : 10 + i % 3;
        }
        Runs stable = Runs.of(alternating).get();
        assertThat(stable.longestAllowed()).isEqualTo(8);
        assertThat(stable.fewestAllowed()).isEqualTo(8);
        assertThat(stable.crossings()).isEqualTo(23);
        assertThat(stable.longestRun()).isEqualTo(1);
        assertThat(stable.isShifted()).isFalse();
        assertThat(stable.pValue()).isEqualTo(1);
        Runs shift = Runs.of(shifted).get();
        assertThat(shift.median()).isEqualTo(6);
        assertThat(shift.longestRun()).isEqualTo(12);
        assertThat(shift.crossings()).isEqualTo(1);
        assertThat(shift.isShifted()).isTrue();
        // (1 + 23) / 2^23
        assertThat(shift.pValue()).isCloseTo(24 / 8388608.0, within(1e-12));
        // values on the median do not count
        double[] withMedian = {1, 5, 3, 3, 3, 1, 5, 1, 5, 1, 5, 1, 5};
        assertThat(Runs.of(withMedian).get().n()).isEqualTo(10);
        assertThat(Runs.of(withMedian).get().crossings()).isEqualTo(9);
        assertThat(Runs.of(new double[] {1, 3, 3, 3, 3, 3, 3, 3, 3, 5, 2})
                        .failure()
                        .reason())
                .isEqualTo(Reason.TOO_FEW);
        assertThat(ControlCharts.individuals(shifted, 24, ALL).get().runs().orElseThrow())
                .isEqualTo(shift);
        assertThat(after(0).runs()).isEmpty();
    }

    /** One longer run than allowed, or one crossing too few: each alone is enough. */
    @Test
    void eitherRunRuleIsEnough() {
        assertThat(new Runs(24, 0, 9, 8, 12, 8, .5).isShifted()).isTrue();
        assertThat(new Runs(24, 0, 8, 8, 8, 8, .5).isShifted()).isFalse();
        assertThat(new Runs(24, 0, 8, 8, 7, 8, .04).isShifted()).isTrue();
    }

    /** A stable normal process: 2.7 in 1,000 periods beyond three sigma; limits from 200 periods, standard error .1. */
    @Test
    void falseAlarmsOfAStableProcess() {
        UniformRandomProvider stream = Randomness.of(5).stream();
        var gaussian = org.apache.commons.rng.sampling.distribution.ZigguratSampler.NormalizedGaussian.of(stream);
        int signals = 0;
        for (int run = 0; run < 1000; run++) {
            double[] values = new double[200];
            Arrays.setAll(values, i -> gaussian.sample());
            signals += (int) ControlCharts.individuals(values, 200, Set.of(Rule.BEYOND_LIMIT)).get().points().stream()
                    .filter(point -> !point.signals().isEmpty())
                    .count();
        }
        assertThat(signals / 200_000.0).isBetween(.0023, .0036);
    }

    @Property(tries = 100)
    void changingTheUnitChangesNoSignal(
            @ForAll @DoubleRange(min = .01, max = 1000) double scale,
            @ForAll @DoubleRange(min = -1e4, max = 1e4) double shift,
            @ForAll @IntRange(max = 1000) int seed) {
        UniformRandomProvider stream = Randomness.of(seed).stream();
        double[] values = new double[30];
        Arrays.setAll(values, i -> stream.nextInt(1000) / 8.0);
        double[] other = Arrays.stream(values).map(v -> scale * v + shift).toArray();
        ControlChart one = ControlCharts.individuals(values, 20, EnumSet.of(Rule.BEYOND_LIMIT, Rule.TWO_OF_THREE))
                .get();
        ControlChart two = ControlCharts.individuals(other, 20, EnumSet.of(Rule.BEYOND_LIMIT, Rule.TWO_OF_THREE))
                .get();
        assertThat(two.centre()).isCloseTo(scale * one.centre() + shift, within(1e-6 * (1 + scale)));
        for (int i = 0; i < 30; i++) {
            assertThat(two.points().get(i).z()).isCloseTo(one.points().get(i).z(), within(1e-6));
        }
    }

    @Test
    void badInputHasAReason() {
        double[] ten = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10};
        assertThat(reason(ControlCharts.individuals(new double[0], 8, ALL))).isEqualTo(Reason.NO_DATA);
        assertThat(reason(ControlCharts.individuals(new double[7], 7, ALL))).isEqualTo(Reason.TOO_FEW);
        assertThat(reason(ControlCharts.individuals(new double[8], 8, ALL))).isEqualTo(Reason.CONSTANT);
        assertThat(reason(ControlCharts.individuals(ten, 7, ALL))).isEqualTo(Reason.OUT_OF_RANGE);
        assertThat(reason(ControlCharts.individuals(ten, 11, ALL))).isEqualTo(Reason.OUT_OF_RANGE);
        double[] holed = ten.clone();
        holed[3] = Double.NaN;
        assertThat(reason(ControlCharts.individuals(holed, 8, ALL))).isEqualTo(Reason.NOT_A_NUMBER);
        assertThat(reason(Runs.of(holed))).isEqualTo(Reason.NOT_A_NUMBER);
        assertThat(reason(Runs.of(new double[12]))).isEqualTo(Reason.CONSTANT);
        long[] none = new long[10];
        assertThat(reason(ControlCharts.proportions(none, TRIALS, Overdispersion.LANEY, 10, ALL)))
                .isEqualTo(Reason.CONSTANT);
        assertThat(reason(ControlCharts.proportions(TRIALS, TRIALS, Overdispersion.LANEY, 10, ALL)))
                .isEqualTo(Reason.CONSTANT);
        assertThat(reason(ControlCharts.proportions(EVENTS, none, Overdispersion.LANEY, 10, ALL)))
                .isEqualTo(Reason.OUT_OF_RANGE);
        assertThat(reason(ControlCharts.proportions(none, none, Overdispersion.LANEY, 10, ALL)))
                .isEqualTo(Reason.NOTHING_TO_DIVIDE_BY);
        assertThat(reason(ControlCharts.proportions(EVENTS, Arrays.copyOf(TRIALS, 9), Overdispersion.LANEY, 9, ALL)))
                .isEqualTo(Reason.DO_NOT_MATCH);
        long[] negative = EVENTS.clone();
        negative[0] = -1;
        assertThat(reason(ControlCharts.proportions(negative, TRIALS, Overdispersion.LANEY, 10, ALL)))
                .isEqualTo(Reason.OUT_OF_RANGE);
        assertThat(reason(ControlCharts.rates(negative, ten, Overdispersion.LANEY, 10, ALL)))
                .isEqualTo(Reason.OUT_OF_RANGE);
        assertThat(reason(ControlCharts.rates(EVENTS, new double[10], Overdispersion.LANEY, 10, ALL)))
                .isEqualTo(Reason.NOTHING_TO_DIVIDE_BY);
        assertThat(reason(ControlCharts.rates(EVENTS, holed, Overdispersion.LANEY, 10, ALL)))
                .isEqualTo(Reason.NOT_A_NUMBER);
        assertThat(reason(ControlCharts.rates(EVENTS, ten, Overdispersion.LANEY, 3, ALL)))
                .isEqualTo(Reason.OUT_OF_RANGE);
        long[] even = new long[10];
        Arrays.fill(even, 5);
        double[] equal = new double[10];
        Arrays.fill(equal, 50);
        assertThat(reason(ControlCharts.rates(even, equal, Overdispersion.LANEY, 10, ALL)))
                .isEqualTo(Reason.CONSTANT);
        assertThat(ControlCharts.rates(even, equal, Overdispersion.IGNORED, 10, ALL)
                        .isAnswer())
                .isTrue();
    }

    private static Reason reason(Outcome<?> outcome) {
        return outcome.failure().reason();
    }
}
