package nl.leercirkel.statistics.series;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.EnumSet;
import nl.leercirkel.statistics.Randomness;
import org.junit.jupiter.api.Test;

/** One example per method of docs/methoden-reeksen.md, each a few lines as an analyst would write them. */
class ExamplesTest {

    /** Requests for youth care per month, four years, made up: a season, a slow rise, more from month 30 on. */
    private static double[] requests() {
        double[] y = new double[48];
        double[] season = {4, 2, 3, 1, 0, -2, -12, -8, 5, 4, 3, 0};
        Arrays.setAll(y, i -> 60 + .2 * i + season[i % 12] + (i * 37 % 11 - 5) * .8 + (i >= 30 ? 9 : 0));
        return y;
    }

    @Test
    void controlChart() {
        // example: Regelkaart voor losse waarden (XmR)
        double[] days = {31, 28, 35, 30, 27, 33, 29, 32, 30, 34, 28, 31, 58};
        ControlChart chart = ControlCharts.individuals(days, 12, EnumSet.of(ControlChart.Rule.BEYOND_LIMIT))
                .get();
        // end
        assertThat(chart.points().getLast().signals()).containsExactly(ControlChart.Rule.BEYOND_LIMIT);
        assertThat(chart.points().stream().limit(12))
                .allMatch(point -> point.signals().isEmpty());
    }

    @Test
    void controlChartOfShares() {
        // example: Regelkaart voor aandelen en aantallen (p en u, met overspreiding)
        long[] reopened = {30, 45, 28, 51, 33, 47, 29, 52, 35, 44};
        long[] closed = {400, 420, 390, 410, 405, 415, 395, 425, 400, 410};
        ControlChart chart = ControlCharts.proportions(
                        reopened,
                        closed,
                        ControlChart.Overdispersion.LANEY,
                        10,
                        EnumSet.of(ControlChart.Rule.BEYOND_LIMIT))
                .get();
        // end
        assertThat(chart.sigma()).isGreaterThan(1);
        assertThat(chart.hasSignal()).isFalse();
    }

    @Test
    void runChart() {
        // example: Reeksregels (run chart)
        double[] waiting = {8, 9, 7, 9, 8, 10, 9, 8, 4, 5, 3, 4, 5, 4, 3, 5};
        Runs runs = Runs.of(waiting).get();
        // end
        assertThat(runs.isShifted()).isTrue();
    }

    @Test
    void changePoints() {
        // example: Breekpunten
        double[] waiting = {8, 9, 7, 9, 8, 10, 9, 8, 4, 5, 3, 4, 5, 4, 3, 5};
        ChangePoints found = ChangePoints.find(waiting, ChangePoints.Kind.MEAN, 3, Randomness.of(2024))
                .get();
        // end
        assertThat(found.changes()).singleElement().satisfies(change -> {
            assertThat(change.at()).isEqualTo(8);
            assertThat(change.by()).isLessThan(-4);
        });
        assertThat(found.pValue()).isLessThan(.01);
    }

    @Test
    void exponentialSmoothing() {
        // example: Exponentiele effening (ETS)
        Forecast forecast =
                Ets.choose(requests(), 12).flatMap(fit -> fit.forecast(12, .95)).get();
        // July and January of the next year: the summer dip comes back
        // end
        assertThat(forecast.means()[6]).isLessThan(forecast.means()[0]);
        assertThat(forecast.steps()).allMatch(step -> step.interval().contains(step.mean()));
    }

    @Test
    void arimaWithAKnownLaw() {
        // example: ARIMA met bekende invloeden
        Regressors law = Regressors.of(Regressors.step("law", 48, 30));
        ArimaFit fit = Arima.choose(requests(), 12, law).get();
        Forecast forecast =
                fit.forecast(3, .8, Regressors.of(Regressors.step("law", 3, 0))).get();
        // end
        assertThat(fit.coefficients().getLast().estimate()).isBetween(5.0, 13.0);
        assertThat(forecast.means()[0]).isBetween(65.0, 95.0);
    }

    @Test
    void localLevel() {
        // example: Lokaal niveau
        double[] few = {12, 15, 11, 14, 18, 17, 21, 19};
        LocalLevel level = LocalLevel.fit(few, .95).get();
        // end
        assertThat(level.lastLevel()).isBetween(16.0, 21.0);
    }

    @Test
    void backtest() {
        // example: Terugtoets
        Backtest test =
                Backtest.run(requests(), 12, 36, 3, .95, Forecaster.ets(12)).get();
        // end
        assertThat(test.steps().getFirst().n()).isEqualTo(12);
        assertThat(test.steps().getFirst().mase()).isLessThan(1.5);
    }

    @Test
    void alarm() {
        // example: Alarm "wijkt af van de prognose"
        Forecast forecast =
                Ets.choose(requests(), 12).flatMap(fit -> fit.forecast(3, .95)).get();
        double[] came = forecast.means();
        came[1] += 60;
        DeviationAlarm alarm = DeviationAlarm.watch(forecast, came, .05).get();
        // end
        assertThat(alarm.points())
                .extracting(DeviationAlarm.Point::verdict)
                .containsExactly(
                        DeviationAlarm.Verdict.AS_EXPECTED,
                        DeviationAlarm.Verdict.HIGHER,
                        DeviationAlarm.Verdict.AS_EXPECTED);
    }

    @Test
    void outbreak() {
        // example: Uitbraakdetectie (Farrington flexibel)
        long[] reports = new long[73];
        Arrays.setAll(reports, i -> 20 + i * 37 % 7 + (i % 12 < 3 ? 5 : 0));
        reports[72] = 60;
        Farrington.Judged month =
                Farrington.judge(reports, 72, Farrington.Settings.monthly()).get();
        // end
        assertThat(month.isAlarm()).isTrue();
        assertThat(Farrington.judge(reports, 71, Farrington.Settings.monthly())
                        .get()
                        .isAlarm())
                .isFalse();
    }
}
