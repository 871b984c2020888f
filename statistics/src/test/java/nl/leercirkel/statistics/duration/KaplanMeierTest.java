package nl.leercirkel.statistics.duration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import nl.leercirkel.statistics.Caveat;
import nl.leercirkel.statistics.Estimate;
import nl.leercirkel.statistics.Reason;
import nl.leercirkel.statistics.Shared;
import nl.leercirkel.statistics.duration.KaplanMeier.Scale;
import org.junit.jupiter.api.Test;

class KaplanMeierTest {

    /** R's survival package: lung cancer, days, died. */
    static Durations lung(Integer sex) {
        List<String[]> rows = Shared.rows("survival/lung.csv").stream()
                .filter(row -> sex == null || Integer.parseInt(row[4]) == sex)
                .toList();
        return Durations.of(Shared.column(rows, 1), died(rows)).get();
    }

    static boolean[] died(List<String[]> rows) {
        boolean[] died = new boolean[rows.size()];
        for (int i = 0; i < died.length; i++) {
            died[i] = rows.get(i)[2].equals("2");
        }
        return died;
    }

    private static void isMedian(Durations durations, double value, double lower, double upper) {
        Estimate median =
                KaplanMeier.of(durations, Scale.LOG, .95).get().median().get();
        assertThat(median.value()).isEqualTo(value);
        assertThat(median.interval().lower()).isEqualTo(lower);
        assertThat(median.interval().upper()).isEqualTo(upper);
    }

    @Test
    void mediansOfLungReachR() {
        // R survival 3.5-3, survfit (log interval), exact days
        isMedian(lung(null), 310, 285, 363);
        isMedian(lung(1), 270, 212, 310);
        isMedian(lung(2), 426, 348, 550);
    }

    @Test
    void survivalOfLungAtAYearReachesR() {
        // R survival 3.5-3: .4092, se .03582, log interval .3447 to .4858; more digits from reference.py: 1e-9
        KaplanMeier curve = KaplanMeier.of(lung(null), Scale.LOG, .95).get();
        Estimate year = curve.survival(365).get();
        assertThat(year.value()).isCloseTo(.4092416245, within(1e-9));
        assertThat(year.interval().lower()).isCloseTo(.3447215818, within(1e-9));
        assertThat(year.interval().upper()).isCloseTo(.4858376035, within(1e-9));
        assertThat(curve.n()).isEqualTo(228);
        assertThat(curve.events()).isEqualTo(165);
        assertThat(curve.lastTime()).isEqualTo(1022);
        KaplanMeier.Step step = curve.steps().stream()
                .filter(s -> s.time() <= 365)
                .reduce((a, b) -> b)
                .orElseThrow();
        assertThat(step.standardError()).isCloseTo(.03582363817, within(1e-9));
        Estimate complementary = KaplanMeier.of(lung(null), Scale.LOG_LOG, .95)
                .get()
                .survival(365)
                .get();
        assertThat(complementary.interval().lower()).isCloseTo(.3387142691, within(1e-9));
        assertThat(complementary.interval().upper()).isCloseTo(.4783807676, within(1e-9));
        Estimate plain =
                KaplanMeier.of(lung(null), Scale.PLAIN, .95).get().survival(365).get();
        assertThat(plain.interval().lower()).isCloseTo(.3390285838, within(1e-9));
        assertThat(plain.interval().upper()).isCloseTo(.4794546651, within(1e-9));
    }

    @Test
    void restrictedMeanOfLungReachesTheReference() {
        // reference.py (area by sums, variance by its definition): 1e-7
        Estimate mean = KaplanMeier.of(lung(null), Scale.LOG, .95)
                .get()
                .restrictedMean(365)
                .get();
        assertThat(mean.value()).isCloseTo(263.2218665, within(1e-7));
        assertThat(mean.interval().width()).isCloseTo(2 * 1.959963985 * 7.798859086, within(1e-6));
        assertThat(mean.caveats()).isEmpty();
    }

    @Test
    void lateEntriesReachTheReference() {
        // reference.py: everyone enters at 0, 30 or 60 days in turn; at risk, survival and error at a year: 1e-9
        List<String[]> rows = Shared.rows("survival/lung.csv");
        double[] time = Shared.column(rows, 1);
        Durations late = Durations.entering(entries(time), time, died(rows)).get();
        KaplanMeier curve = KaplanMeier.of(late, Scale.LOG, .95).get();
        KaplanMeier.Step step = curve.steps().stream()
                .filter(s -> s.time() <= 365)
                .reduce((a, b) -> b)
                .orElseThrow();
        assertThat(step.atRisk()).isEqualTo(67);
        assertThat(step.survival()).isCloseTo(.3686436072, within(1e-9));
        assertThat(step.standardError()).isCloseTo(.03578530835, within(1e-9));
    }

    static double[] entries(double[] time) {
        double[] entry = new double[time.length];
        java.util.Arrays.setAll(entry, i -> Math.min(time[i] - 1, 30 * (i % 3)));
        return entry;
    }

    @Test
    void aSmallCurveByHand() {
        // Times 1, 2+, 3, 3, 5+: S = 4/5 after 1, 4/5 x 1/3 after 3
        Durations durations = Durations.of(new double[] {3, 1, 2, 5, 3}, new boolean[] {true, true, false, false, true})
                .get();
        KaplanMeier curve = KaplanMeier.of(durations, Scale.PLAIN, .95).get();
        assertThat(curve.steps()).hasSize(2);
        assertThat(curve.steps().get(1).atRisk()).isEqualTo(3);
        assertThat(curve.steps().get(1).events()).isEqualTo(2);
        assertThat(curve.survival(0.5).get().value()).isEqualTo(1);
        assertThat(curve.survival(0.5).get().interval().lower()).isEqualTo(1);
        assertThat(curve.survival(1).get().value()).isCloseTo(.8, within(1e-15));
        assertThat(curve.survival(4).get().value()).isCloseTo(4.0 / 15, within(1e-15));
        assertThat(curve.survival(4).get().caveats()).containsExactly(Caveat.FEW_AT_RISK);
        assertThat(curve.survival(5.01).failure().reason()).isEqualTo(Reason.NOT_REACHED);
        assertThat(curve.median().get().value()).isEqualTo(3);
        // 1 + .8 x 2 + 4/15 x 2
        assertThat(curve.restrictedMean(5).get().value()).isCloseTo(1 + 1.6 + 8.0 / 15, within(1e-14));
        assertThat(curve.restrictedMean(.5).get().value()).isEqualTo(.5);
        assertThat(curve.restrictedMean(5).get().caveats()).containsExactly(Caveat.FEW_OBSERVATIONS);
        assertThat(curve.restrictedMean(6).failure().reason()).isEqualTo(Reason.NOT_REACHED);
    }

    @Test
    void theMedianLiesInTheMiddleOfAStretchAtAHalf() {
        // As R's survfit: with deaths at 1, 2, 3, 4 the curve is .5 from 2 to 3
        Durations durations = Durations.of(new double[] {1, 2, 3, 4}, new boolean[] {true, true, true, true})
                .get();
        KaplanMeier curve = KaplanMeier.of(durations, Scale.LOG_LOG, .95).get();
        assertThat(curve.median().get().value()).isEqualTo(2.5);
        assertThat(curve.quantile(.25).get().value()).isEqualTo(1.5);
        assertThat(curve.quantile(.9).get().value()).isEqualTo(4);
        assertThat(curve.survival(10).get().value()).isZero();
        assertThat(curve.survival(10).get().interval().lower()).isZero();
        assertThat(curve.restrictedMean(10).get().value()).isCloseTo(2.5, within(1e-14));
    }

    @Test
    void anOpenEndIsSaid() {
        Durations durations = Durations.of(
                        new double[] {1, 2, 3, 4, 5, 6}, new boolean[] {true, true, true, false, false, false})
                .get();
        Estimate median =
                KaplanMeier.of(durations, Scale.LOG, .95).get().median().get();
        assertThat(median.value()).isEqualTo(3);
        assertThat(median.interval().upper()).isInfinite();
        assertThat(median.caveats()).containsExactly(Caveat.OPEN_END);
    }

    @Test
    void wrongInputIsNamed() {
        boolean[] one = {true};
        assertThat(Durations.of(new double[0], new boolean[0]).failure().reason())
                .isEqualTo(Reason.NO_DATA);
        assertThat(Durations.of(new double[] {1, 2}, one).failure().reason()).isEqualTo(Reason.DO_NOT_MATCH);
        assertThat(Durations.of(new double[] {-1}, one).failure().reason()).isEqualTo(Reason.OUT_OF_RANGE);
        assertThat(Durations.of(new double[] {Double.NaN}, one).failure().reason())
                .isEqualTo(Reason.NOT_A_NUMBER);
        assertThat(Durations.entering(new double[] {2}, new double[] {2}, one)
                        .failure()
                        .reason())
                .isEqualTo(Reason.OUT_OF_RANGE);
        assertThat(Durations.entering(new double[] {-2}, new double[] {2}, one)
                        .failure()
                        .reason())
                .isEqualTo(Reason.OUT_OF_RANGE);
        assertThat(Durations.entering(new double[] {0, 1}, new double[] {2}, one)
                        .failure()
                        .reason())
                .isEqualTo(Reason.DO_NOT_MATCH);
        Durations never = Durations.of(new double[] {3, 3}, new boolean[2]).get();
        KaplanMeier flat = KaplanMeier.of(never, Scale.LOG, .95).get();
        assertThat(flat.steps()).isEmpty();
        assertThat(flat.median().failure().reason()).isEqualTo(Reason.NOT_REACHED);
        assertThat(flat.survival(3).get().value()).isEqualTo(1);
        assertThat(flat.survival(-1).failure().reason()).isEqualTo(Reason.OUT_OF_RANGE);
        assertThat(flat.survival(Double.NaN).failure().reason()).isEqualTo(Reason.NOT_A_NUMBER);
        assertThat(flat.quantile(1).failure().reason()).isEqualTo(Reason.OUT_OF_RANGE);
        assertThat(flat.quantile(0).failure().reason()).isEqualTo(Reason.OUT_OF_RANGE);
        assertThat(flat.restrictedMean(0).failure().reason()).isEqualTo(Reason.NOTHING_TO_DIVIDE_BY);
        assertThat(KaplanMeier.of(never, Scale.LOG, 1).failure().reason()).isEqualTo(Reason.OUT_OF_RANGE);
        // The one at risk at 2 ends there, before the other enters: the curve would be 0 for good
        Durations gap = Durations.entering(new double[] {0, 5}, new double[] {2, 9}, new boolean[] {true, true})
                .get();
        assertThat(KaplanMeier.of(gap, Scale.LOG, .95).failure().reason()).isEqualTo(Reason.NOT_IDENTIFIED);
        assertThat(KaplanMeier.of(Durations.of(new double[] {4}, one).get(), Scale.LOG, .95)
                        .isAnswer())
                .isTrue();
    }
}
