package nl.leercirkel.statistics.series;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import nl.leercirkel.statistics.Interval;
import nl.leercirkel.statistics.Outcome;
import nl.leercirkel.statistics.Randomness;
import nl.leercirkel.statistics.Reason;
import org.apache.commons.rng.sampling.distribution.ZigguratSampler;
import org.junit.jupiter.api.Test;

/** The local level, backtests and the alarm. */
class PrognosisTest {

    /**
     * Durbin and Koopman (2012), section 2.10: variances 1469.1 and 15099, log-likelihood that of ARIMA(0,1,1), -632.5456; R's
     * StructTS: forecast 798.368, smoothed level 1111.669, 999.586, 834.763 and 798.368 in years 1, 28, 50 and 100.
     */
    @Test
    void theLevelOfTheNile() {
        LocalLevel fit =
                LocalLevel.fit(SharedData.series("forecasting/Nile.csv"), .9).get();
        assertThat(fit.levelVariance()).isCloseTo(1469.1, within(.5));
        assertThat(fit.noiseVariance()).isCloseTo(15099, within(2.0));
        assertThat(fit.logLik()).isCloseTo(-632.5456, within(1e-4));
        assertThat(fit.smoothed().get(0).value()).isCloseTo(1111.669, within(.2));
        assertThat(fit.smoothed().get(27).value()).isCloseTo(999.586, within(.2));
        assertThat(fit.smoothed().get(49).value()).isCloseTo(834.763, within(.2));
        assertThat(fit.smoothed().get(99).value()).isCloseTo(798.368, within(.02));
        assertThat(fit.lastLevel()).isCloseTo(fit.smoothed().get(99).value(), within(1e-6));
        // Durbin and Koopman, section 2.3: the variance of the last level settles at 4032
        assertThat(fit.lastVariance()).isCloseTo(4032, within(3.0));
        // the interval also counts that the variances are estimated: somewhat wider than with known ones
        double half = 1.644854 * Math.sqrt(fit.lastVariance());
        assertThat(fit.smoothed().get(99).interval().width()).isBetween(2 * half, 2.6 * half);
        assertThat(fit.smoothed().get(99).interval().contains(fit.lastLevel())).isTrue();
        // with known variances both ends are as sure as each other by symmetry
        assertThat(fit.smoothed().get(0).interval().width())
                .isCloseTo(fit.smoothed().get(99).interval().width(), within(60.0));
        assertThat(fit.whiteness().pValue()).isGreaterThan(.05);
        Forecast forecast = fit.forecast(3, .95).get();
        assertThat(forecast.means()).containsExactly(new double[] {798.368, 798.368, 798.368}, within(.02));
        assertThat(forecast.steps().get(0).standardError()).isCloseTo(143.5266, within(.02));
        assertThat(forecast.steps().get(2).standardError()).isCloseTo(153.4215, within(.02));
    }

    @Test
    void aLevelThatDoesNotMoveIsTheMean() {
        double[] y = new double[30];
        Arrays.setAll(y, i -> i % 2 == 0 ? 4 : 6);
        LocalLevel fit = LocalLevel.fit(y, .95).get();
        assertThat(fit.levelVariance()).isCloseTo(0, within(1e-9));
        assertThat(fit.lastLevel()).isCloseTo(5, within(1e-6));
        assertThat(fit.lastVariance()).isCloseTo(fit.noiseVariance() / 30, within(1e-6));
    }

    /** The level itself lies in its interval: 95% of 800 series of 60 (standard error .8%). */
    @Test
    void coverageOfTheLevel() {
        int held = 0;
        for (int i = 0; i < 800; i++) {
            var gaussian = ZigguratSampler.NormalizedGaussian.of(Randomness.of(70 + i).stream());
            double level = 10;
            double[] y = new double[60];
            for (int t = 0; t < 60; t++) {
                level += .5 * gaussian.sample();
                y[t] = level + gaussian.sample();
            }
            held += LocalLevel.fit(y, .95).get().smoothed().get(59).interval().contains(level) ? 1 : 0;
        }
        assertThat(held / 800.0).isBetween(.935, .97);
    }

    private static Forecast flat(double mean, double sd, int steps, double level) {
        return EtsFit.steps("stub", 10, filled(mean, steps), filled(sd * sd, steps), level)
                .get();
    }

    private static double[] filled(double value, int n) {
        double[] values = new double[n];
        Arrays.fill(values, value);
        return values;
    }

    /** A forecaster that always says 3, on 1..8 from a first past of 4: errors by hand. */
    @Test
    void backtestByHand() {
        double[] y = {1, 2, 3, 4, 5, 6, 7, 8};
        Backtest test = Backtest.run(y, 1, 4, 2, .95, (past, horizon, level) -> Outcome.of(flat(3, 2, horizon, level)))
                .get();
        assertThat(test.origins()).isEqualTo(4);
        assertThat(test.failed()).isZero();
        assertThat(test.level()).isEqualTo(.95);
        Backtest.Step one = test.steps().get(0);
        // observed 5, 6, 7, 8 against 3: errors 2, 3, 4, 5; naive errors 1
        assertThat(one.n()).isEqualTo(4);
        assertThat(one.bias()).isEqualTo(3.5);
        assertThat(one.mae()).isEqualTo(3.5);
        assertThat(one.rmse()).isCloseTo(Math.sqrt(54 / 4.0), within(1e-12));
        assertThat(one.naiveMae()).isEqualTo(1);
        assertThat(one.mase()).isEqualTo(3.5);
        // 3 +- 3.92 holds 5 and 6
        assertThat(one.coverage()).isEqualTo(.5);
        assertThat(one.pValue()).isEmpty();
        Backtest.Step two = test.steps().get(1);
        assertThat(two.n()).isEqualTo(3);
        assertThat(two.mae()).isEqualTo(4);
        assertThat(two.naiveMae()).isEqualTo(2);
        assertThat(two.ahead()).isEqualTo(2);
    }

    @Test
    void theNaiveForecastOfASeasonLooksOneSeasonBack() {
        double[] y = {1, 10, 1, 10, 1, 10, 1, 10, 1, 12};
        Backtest test = Backtest.run(y, 2, 6, 3, .95, (past, horizon, level) -> Outcome.of(flat(5, 2, horizon, level)))
                .get();
        assertThat(test.steps().get(0).naiveMae()).isEqualTo(.5);
        // the past repeats exactly, so there is no naive error to scale by
        assertThat(test.steps().get(0).mase()).isZero();
        assertThat(test.steps().get(2).naiveMae()).isEqualTo(1);
    }

    /** R: forecast::dm.test(e1, e2, h = 1 and 3, power = 1): p .1755735229 and .02256125017. */
    @Test
    void equalErrorAsInTheReferenceImplementation() {
        double[] one = {1.2, -.5, .3, 2.1, -1.1, .7, -.2, 1.5, -.9, .4, .8, -1.3};
        double[] two = {1.5, -.9, 1.3, 1.1, -2.1, .9, -.8, 1.9, -.4, 1.4, .2, -1.8};
        double[] gain = new double[12];
        Arrays.setAll(gain, i -> Math.abs(one[i]) - Math.abs(two[i]));
        assertThat(Backtest.equalError(gain, 1).orElseThrow()).isCloseTo(.1755735229, within(1e-9));
        assertThat(Backtest.equalError(gain, 3).orElseThrow()).isCloseTo(.02256125017, within(1e-9));
        assertThat(Backtest.equalError(new double[12], 1)).isEmpty();
        assertThat(Backtest.equalError(Arrays.copyOf(gain, 7), 1)).isEmpty();
        assertThat(Backtest.equalError(Arrays.copyOf(gain, 8), 1)).isPresent();
        assertThat(Backtest.equalError(Arrays.copyOf(gain, 8), 8)).isEmpty();
    }

    @Test
    void backtestOfTheMethodsThemselves() {
        double[] nile = SharedData.series("forecasting/Nile.csv");
        Regressors dam = Regressors.of(Regressors.step("dam", 100, 28));
        for (Forecaster method : List.of(
                Forecaster.ets(1),
                Forecaster.localLevel(),
                Forecaster.arima(1),
                Forecaster.arima(ArimaOrder.of(0, 0, 0), dam))) {
            Backtest test = Backtest.run(nile, 1, 85, 2, .95, method).get();
            assertThat(test.steps().get(0).n()).isEqualTo(15);
            assertThat(test.steps().get(0).mase()).isBetween(.5, 1.2);
            assertThat(test.steps().get(0).coverage()).isBetween(.8, 1.0);
            assertThat(test.steps().get(0).pValue()).isPresent();
        }
    }

    @Test
    void backtestWithBadInput() {
        double[] y = {1, 2, 3, 4, 5, 6, 7, 8};
        Forecaster fine = (past, horizon, level) -> Outcome.of(flat(3, 2, horizon, level));
        Forecaster never = (past, horizon, level) -> Outcome.failed(Reason.TOO_FEW, "never");
        assertThat(reason(Backtest.run(new double[0], 1, 4, 2, .95, fine))).isEqualTo(Reason.NO_DATA);
        assertThat(reason(Backtest.run(new double[8], 1, 4, 2, .95, fine))).isEqualTo(Reason.CONSTANT);
        assertThat(reason(Backtest.run(y, 4, 4, 2, .95, fine))).isEqualTo(Reason.TOO_FEW);
        assertThat(reason(Backtest.run(y, 1, 8, 2, .95, fine))).isEqualTo(Reason.TOO_FEW);
        assertThat(reason(Backtest.run(y, 1, 4, 0, .95, fine))).isEqualTo(Reason.OUT_OF_RANGE);
        assertThat(reason(Backtest.run(y, 1, 4, 2, 1, fine))).isEqualTo(Reason.OUT_OF_RANGE);
        assertThat(reason(Backtest.run(y, 0, 4, 2, .9, fine))).isEqualTo(Reason.OUT_OF_RANGE);
        assertThat(reason(Backtest.run(y, 1, 4, 2, .95, never))).isEqualTo(Reason.NO_CONVERGENCE);
        Forecaster sometimes = (past, horizon, level) ->
                past.length % 2 == 0 ? never.forecast(past, horizon, level) : fine.forecast(past, horizon, level);
        assertThat(Backtest.run(y, 1, 4, 1, .95, sometimes).get().failed()).isEqualTo(2);
        assertThat(Backtest.run(y, 1, 4, 1, .95, sometimes)
                        .get()
                        .steps()
                        .getFirst()
                        .n())
                .isEqualTo(2);
    }

    /** z of 2.5 has p .0124, twice that for two periods is .0248; z of 1 has p .3173. */
    @Test
    void theAlarmCountsTheWatchedPeriods() {
        DeviationAlarm alarm = DeviationAlarm.watch(flat(100, 10, 3, .95), new double[] {125, 110}, .05)
                .get();
        assertThat(alarm.isRaised()).isTrue();
        DeviationAlarm.Point first = alarm.points().get(0);
        assertThat(first.z()).isEqualTo(2.5);
        assertThat(first.pValue()).isCloseTo(.0124193, within(1e-7));
        assertThat(first.adjusted()).isCloseTo(.0248387, within(1e-7));
        assertThat(first.verdict()).isEqualTo(DeviationAlarm.Verdict.HIGHER);
        assertThat(alarm.points().get(1).adjusted()).isCloseTo(.3173105, within(1e-7));
        assertThat(alarm.points().get(1).verdict()).isEqualTo(DeviationAlarm.Verdict.AS_EXPECTED);
        assertThat(alarm.n()).isEqualTo(10);
        assertThat(alarm.method()).isEqualTo("stub");
        DeviationAlarm low = DeviationAlarm.watch(flat(100, 10, 3, .95), new double[] {100, 100, 70}, .05)
                .get();
        assertThat(low.points().get(2).verdict()).isEqualTo(DeviationAlarm.Verdict.LOWER);
        assertThat(low.points().get(0).pValue()).isEqualTo(1);
        // 2 sigma once is an alarm, 2 sigma among three is not
        assertThat(DeviationAlarm.watch(flat(100, 10, 3, .95), new double[] {120}, .05)
                        .get()
                        .isRaised())
                .isTrue();
        assertThat(DeviationAlarm.watch(flat(100, 10, 3, .95), new double[] {120, 100, 100}, .05)
                        .get()
                        .isRaised())
                .isFalse();
        // Holm: a corrected p-value is never below that of a smaller one
        DeviationAlarm two = DeviationAlarm.watch(flat(100, 10, 3, .95), new double[] {123, 122.9}, .05)
                .get();
        assertThat(two.points().get(1).adjusted())
                .isGreaterThanOrEqualTo(two.points().get(0).adjusted());
    }

    @Test
    void theAlarmWithBadInput() {
        Forecast forecast = flat(100, 10, 2, .95);
        assertThat(reason(DeviationAlarm.watch(forecast, new double[0], .05))).isEqualTo(Reason.NO_DATA);
        assertThat(reason(DeviationAlarm.watch(forecast, new double[3], .05))).isEqualTo(Reason.DO_NOT_MATCH);
        assertThat(reason(DeviationAlarm.watch(forecast, new double[] {Double.NaN}, .05)))
                .isEqualTo(Reason.NOT_A_NUMBER);
        assertThat(reason(DeviationAlarm.watch(forecast, new double[] {1}, 0))).isEqualTo(Reason.OUT_OF_RANGE);
        assertThat(reason(DeviationAlarm.watch(flat(1, 0, 1, .9), new double[] {1}, .05)))
                .isEqualTo(Reason.CONSTANT);
        assertThat(reason(LocalLevel.fit(new double[] {1, 2, 3, 4}, .9))).isEqualTo(Reason.TOO_FEW);
        assertThat(reason(LocalLevel.fit(new double[] {1, 1, 1, 1, 1}, .9))).isEqualTo(Reason.CONSTANT);
        assertThat(reason(LocalLevel.fit(new double[] {1, 2, 3, 4, 9}, 0))).isEqualTo(Reason.OUT_OF_RANGE);
        assertThat(reason(LocalLevel.fit(new double[] {1, 2, 3, 4, 9}, .9).get().forecast(0, .9)))
                .isEqualTo(Reason.OUT_OF_RANGE);
        assertThat(reason(EtsFit.steps("x", 1, new double[] {Double.NaN}, new double[] {1}, .9)))
                .isEqualTo(Reason.NOT_REACHED);
        assertThat(new Interval(0, 1, .9).contains(1)).isTrue();
    }

    /** R: Box.test(lag = 4, type = "Ljung") on these 24 residuals: X-squared 10.255, p .03634. */
    @Test
    void whitenessAsInR() {
        double[] residuals = {
            1.2, -.5, .3, 2.1, -1.1, .7, -.2, 1.5, -.9, .4, .8, -1.3,
            1.5, -.9, 1.3, 1.1, -2.1, .9, -.8, 1.9, -.4, 1.4, .2, -1.8
        };
        Portmanteau test = Portmanteau.of(residuals, 1, 0);
        assertThat(test.degreesOfFreedom()).isEqualTo(4);
        assertThat(test.statistic()).isCloseTo(10.25504236, within(1e-7));
        assertThat(test.pValue()).isCloseTo(.03634382779, within(1e-9));
        assertThat(Portmanteau.of(residuals, 2, 1).degreesOfFreedom()).isEqualTo(3);
        assertThat(Portmanteau.of(new double[10], 1, 0).pValue()).isEqualTo(1);
    }

    private static Reason reason(Outcome<?> outcome) {
        return outcome.failure().reason();
    }
}
