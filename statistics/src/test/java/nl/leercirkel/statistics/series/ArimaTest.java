package nl.leercirkel.statistics.series;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import nl.leercirkel.statistics.Outcome;
import nl.leercirkel.statistics.Randomness;
import nl.leercirkel.statistics.Reason;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.sampling.distribution.ZigguratSampler;
import org.hipparchus.linear.Array2DRowRealMatrix;
import org.hipparchus.linear.ArrayRealVector;
import org.hipparchus.linear.LUDecomposition;
import org.junit.jupiter.api.Test;

class ArimaTest {

    /** x(t) = phi x(t-1) + e(t) + theta e(t-1), around 20. */
    static double[] mixed(int n, double phi, double theta, int seed) {
        var gaussian = ZigguratSampler.NormalizedGaussian.of(Randomness.of(seed).stream());
        double[] y = new double[n];
        double x = 0;
        double before = 0;
        for (int t = -50; t < n; t++) {
            double e = gaussian.sample();
            x = phi * x + e + theta * before;
            before = e;
            if (t >= 0) {
                y[t] = 20 + x;
            }
        }
        return y;
    }

    /** The density of the multivariate normal with the textbook covariance of an ARMA(1,1), by a general matrix. */
    @Test
    void theLikelihoodIsThatOfTheMultivariateNormal() {
        double phi = .6;
        double theta = -.3;
        int n = 12;
        double[] y = mixed(n, phi, theta, 4);
        double[] centred = Arrays.stream(y).map(v -> v - 20).toArray();
        double[][] covariance = new double[n][n];
        double zero = (1 + 2 * phi * theta + theta * theta) / (1 - phi * phi);
        double one = (1 + phi * theta) * (phi + theta) / (1 - phi * phi);
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                int lag = Math.abs(i - j);
                covariance[i][j] = lag == 0 ? zero : one * Math.pow(phi, lag - 1);
            }
        }
        LUDecomposition lu = new LUDecomposition(new Array2DRowRealMatrix(covariance));
        ArrayRealVector vector = new ArrayRealVector(centred);
        double quadratic = vector.dotProduct(lu.getSolver().solve(vector));
        double expected = .5 * Math.log(quadratic / n) + .5 * Math.log(lu.getDeterminant()) / n;
        ArimaLikelihood likelihood =
                new ArimaLikelihood(new ArimaOrder(1, 0, 1, 0, 0, 0, 1, false), centred, new double[0][]);
        assertThat(likelihood.perObservation(new double[] {phi, theta})).isCloseTo(expected, within(1e-10));
        assertThat(likelihood.perObservation(new double[] {1.02, theta})).isInfinite();
    }

    /** A seasonal factor multiplies out: (1 - .5 B)(1 - .4 B^4) and (1 + .3 B)(1 + .2 B^4). */
    @Test
    void seasonalFactorsMultiplyOut() {
        ArmaPolynomials lags =
                ArmaPolynomials.of(new ArimaOrder(1, 0, 1, 1, 0, 1, 4, false), new double[] {.5, .3, .4, .2});
        assertThat(lags.ar()).containsExactly(new double[] {.5, 0, 0, .4, -.2}, within(1e-15));
        assertThat(lags.ma()).containsExactly(new double[] {.3, 0, 0, .2, .06}, within(1e-15));
        assertThat(lags.rootsBeyond(1.01)).isTrue();
        assertThat(new ArmaPolynomials(new double[] {.995}, new double[0]).rootsBeyond(1.01))
                .isFalse();
        assertThat(new ArmaPolynomials(new double[0], new double[] {-.995}).rootsBeyond(1.01))
                .isFalse();
    }

    @Property(tries = 100)
    void partialsGiveARecursionThatDiesOut(
            @ForAll @DoubleRange(min = -.9, max = .9) double a,
            @ForAll @DoubleRange(min = -.9, max = .9) double b,
            @ForAll @DoubleRange(min = -.9, max = .9) double c) {
        double[] lags = Stability.fromPartials(new double[] {a, b, c});
        assertThat(Stability.within(lags, 1)).isTrue();
        double[] x = {1, 1, 1};
        for (int t = 0; t < 20_000; t++) {
            double next = lags[0] * x[2] + lags[1] * x[1] + lags[2] * x[0];
            x = new double[] {x[1], x[2], next};
        }
        assertThat(Math.abs(x[2])).isLessThan(1e-3);
    }

    @Test
    void recursionsThatDoNotDieOut() {
        assertThat(Stability.within(new double[] {1.1}, 1)).isFalse();
        assertThat(Stability.within(new double[] {1}, 1)).isFalse();
        assertThat(Stability.within(new double[] {1}, 1.1)).isTrue();
        assertThat(Stability.within(new double[] {.5, .5}, 1)).isFalse();
        assertThat(Stability.within(new double[] {.5, .49}, 1)).isTrue();
        assertThat(Stability.within(new double[] {0, -1.01}, 1)).isFalse();
        assertThat(Stability.within(new double[0], 1)).isTrue();
    }

    /** Intervals three periods ahead of an AR(1) of 100 points, 1,000 series: 95% with a standard error of .7%. */
    @Test
    void coverageOfForecasts() {
        int held = 0;
        ArimaOrder order = ArimaOrder.of(1, 0, 0);
        for (int i = 0; i < 1000; i++) {
            double[] y = mixed(103, .6, 0, 300 + i);
            Forecast forecast = Arima.fit(order, Arrays.copyOf(y, 100))
                    .get()
                    .forecast(3, .95)
                    .get();
            held += forecast.steps().get(2).interval().contains(y[102]) ? 1 : 0;
        }
        assertThat(held / 1000.0).isBetween(.935, .965);
    }

    /** Intervals of a step of 2 in noise with memory, 600 series of 120 points: 95% with a standard error of .9%. */
    @Test
    void coverageOfAKnownChange() {
        int held = 0;
        Regressors step = Regressors.of(Regressors.step("law", 120, 60));
        for (int i = 0; i < 600; i++) {
            double[] y = mixed(120, .4, 0, 9000 + i);
            for (int t = 60; t < 120; t++) {
                y[t] += 2;
            }
            ArimaFit fit = Arima.fit(ArimaOrder.of(1, 0, 0), y, step).get();
            NamedCoefficient law = fit.coefficients().getLast();
            assertThat(law.name()).isEqualTo("law");
            held += law.precision().orElseThrow().interval().contains(2) ? 1 : 0;
        }
        assertThat(held / 600.0).isBetween(.925, .965);
    }

    @Property(tries = 25)
    void anotherUnitOrLevel(
            @ForAll @DoubleRange(min = .01, max = 1000) double scale,
            @ForAll @DoubleRange(min = -1000, max = 1000) double shift,
            @ForAll @IntRange(max = 300) int seed) {
        double[] y = mixed(60, .5, .3, seed);
        double[] other = Arrays.stream(y).map(v -> scale * v + shift).toArray();
        ArimaFit one = Arima.fit(ArimaOrder.of(1, 0, 1), y).get();
        ArimaFit two = Arima.fit(ArimaOrder.of(1, 0, 1), other).get();
        assertThat(two.coefficients().get(0).estimate())
                .isCloseTo(one.coefficients().get(0).estimate(), within(2e-3));
        assertThat(two.logLik()).isCloseTo(one.logLik() - 60 * Math.log(scale), within(1e-3));
        assertThat(two.forecast(2, .9).get().means()[1])
                .isCloseTo(scale * one.forecast(2, .9).get().means()[1] + shift, within(5e-3 * scale));
    }

    @Test
    void aLineWithDriftGoesOn() {
        double[] y = new double[30];
        Arrays.setAll(y, i -> 5 + 2 * i + (i % 2 == 0 ? .5 : -.5));
        ArimaFit fit = Arima.fit(new ArimaOrder(0, 1, 0, 0, 0, 0, 1, true), y).get();
        assertThat(fit.coefficients()).singleElement().satisfies(drift -> {
            assertThat(drift.name()).isEqualTo("drift");
            assertThat(drift.estimate()).isCloseTo((y[29] - y[0]) / 29, within(1e-9));
        });
        assertThat(fit.forecast(2, .95).get().means()[1]).isCloseTo(y[29] + 2 * (y[29] - y[0]) / 29, within(1e-9));
        // random walk: the standard error grows with the root of the horizon
        Forecast forecast = fit.forecast(4, .95).get();
        assertThat(forecast.steps().get(3).standardError())
                .isCloseTo(2 * forecast.steps().get(0).standardError(), within(1e-9));
        assertThat(fit.used()).isEqualTo(29);
        assertThat(fit.n()).isEqualTo(30);
        assertThat(fit.variance()).isCloseTo(fit.sigma2() * 29 / 28, within(1e-9));
        assertThat(fit.bic()).isCloseTo(-2 * fit.logLik() + 2 * Math.log(29), within(1e-9));
    }

    @Test
    void regressorsAheadMoveTheForecast() {
        double[] y = mixed(80, .3, 0, 6);
        for (int t = 0; t < 80; t += 4) {
            y[t] -= 5;
        }
        int[] at = new int[20];
        Arrays.setAll(at, i -> 4 * i);
        Regressors holiday = Regressors.of(Regressors.pulse("holiday", 80, at));
        ArimaFit fit = Arima.choose(y, 1, holiday).get();
        NamedCoefficient effect = fit.coefficients().getLast();
        assertThat(effect.estimate()).isCloseTo(-5, within(1.0));
        assertThat(effect.precision().orElseThrow().pValue()).isLessThan(1e-6);
        double[] with = fit.forecast(1, .95, Regressors.of(Regressors.pulse("holiday", 1, 0)))
                .get()
                .means();
        double[] without = fit.forecast(1, .95, Regressors.of(Regressors.pulse("holiday", 1)))
                .get()
                .means();
        assertThat(with[0] - without[0]).isCloseTo(effect.estimate(), within(1e-9));
        assertThat(fit.forecast(1, .95).failure().reason()).isEqualTo(Reason.DO_NOT_MATCH);
        assertThat(fit.forecast(2, .95, Regressors.of(Regressors.pulse("holiday", 1, 0)))
                        .failure()
                        .reason())
                .isEqualTo(Reason.DO_NOT_MATCH);
        assertThat(fit.converged()).isTrue();
        assertThat(fit.residuals()).hasSize(80);
        assertThat(fit.whiteness().pValue()).isGreaterThan(.001);
    }

    @Test
    void regressorsOfTheCalendar() {
        List<Regressors.Days> months = new ArrayList<>();
        for (int month = 1; month <= 12; month++) {
            LocalDate first = LocalDate.of(2023, month, 1);
            months.add(new Regressors.Days(first, first.plusMonths(1).minusDays(1)));
        }
        Regressors.Days summer = new Regressors.Days(LocalDate.of(2023, 7, 22), LocalDate.of(2023, 9, 3));
        double[] share = Regressors.holidays("summer", months, List.of(summer)).values();
        assertThat(share[5]).isZero();
        assertThat(share[6]).isCloseTo(10 / 31.0, within(1e-15));
        assertThat(share[7]).isEqualTo(1);
        assertThat(share[8]).isCloseTo(.1, within(1e-15));
        double[] school = Regressors.sinceSchoolYear("2023", months, 2023).values();
        assertThat(school[6]).isZero();
        assertThat(school[7]).isEqualTo(1);
        List<Regressors.Column> season = Regressors.seasonBreak("new season", 6, 3, 3);
        assertThat(season).hasSize(2);
        assertThat(season.getFirst().values()).containsExactly(0, 0, 0, 1, 0, -1);
        assertThat(season.getLast().values()).containsExactly(0, 0, 0, 0, 1, -1);
        assertThat(Regressors.of(season).names()).containsExactly("new season 1", "new season 2");
        assertThat(Regressors.none().and(season).rows(3, 6).columns().getLast().values())
                .containsExactly(0, 1, -1);
        assertThatThrownBy(() -> new Regressors.Days(LocalDate.of(2023, 1, 2), LocalDate.of(2023, 1, 1)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    /** R: urca's ur.kpss on the Nile, type mu, two lags: 1.31522646. */
    @Test
    void differencesByTest() {
        double[] nile = SharedData.series("forecasting/Nile.csv");
        assertThat(Differencing.kpss(nile)).isCloseTo(1.31522646, within(1e-8));
        assertThat(Differencing.regular(nile)).isEqualTo(1);
        assertThat(Differencing.regular(mixed(100, .1, 0, 2))).isZero();
        double[] twice = new double[60];
        Arrays.setAll(twice, i -> i * i + (i * 7 % 5));
        assertThat(Differencing.regular(twice)).isEqualTo(2);
        double[] season = new double[24];
        Arrays.setAll(season, i -> 10 * (i % 4) + (i * 7 % 5) * .1);
        assertThat(Differencing.seasonal(season, 4)).isEqualTo(1);
        assertThat(Differencing.seasonalStrength(season, 4)).isGreaterThan(.99);
        assertThat(Differencing.seasonal(season, 1)).isZero();
        assertThat(Differencing.seasonal(mixed(48, .2, 0, 2), 4)).isZero();
    }

    @Test
    void ordersThatCannotBe() {
        assertThatThrownBy(() -> ArimaOrder.of(-1, 0, 0)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> ArimaOrder.of(11, 0, 0)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> ArimaOrder.of(0, 3, 0)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> ArimaOrder.seasonal(0, 0, 0, 1, 0, 0, 1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> ArimaOrder.of(0, 2, 0).withConstant(true))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(ArimaOrder.of(1, 0, 2).code()).isEqualTo("(1,0,2)");
        assertThat(ArimaOrder.of(1, 0, 2).hasConstant()).isTrue();
        assertThat(ArimaOrder.seasonal(1, 1, 0, 0, 1, 1, 12).code()).isEqualTo("(1,1,0)(0,1,1)[12]");
        assertThat(ArimaOrder.seasonal(1, 1, 0, 0, 1, 1, 12).lost()).isEqualTo(13);
    }

    @Test
    void badInputHasAReason() {
        double[] y = mixed(30, .4, 0, 1);
        ArimaOrder order = ArimaOrder.of(1, 0, 0);
        assertThat(reason(Arima.fit(order, new double[0]))).isEqualTo(Reason.NO_DATA);
        assertThat(reason(Arima.choose(new double[0], 1))).isEqualTo(Reason.NO_DATA);
        assertThat(reason(Arima.fit(order, new double[30]))).isEqualTo(Reason.CONSTANT);
        assertThat(reason(Arima.choose(new double[30], 4))).isEqualTo(Reason.CONSTANT);
        assertThat(reason(Arima.choose(Arrays.copyOf(y, 7), 1))).isEqualTo(Reason.TOO_FEW);
        assertThat(Arima.choose(Arrays.copyOf(y, 8), 1).isAnswer()).isTrue();
        assertThat(reason(Arima.choose(y, 54))).isEqualTo(Reason.OUT_OF_RANGE);
        assertThat(reason(Arima.fit(ArimaOrder.of(5, 1, 5), Arrays.copyOf(y, 12))))
                .isEqualTo(Reason.TOO_FEW);
        double[] holed = y.clone();
        holed[29] = Double.NEGATIVE_INFINITY;
        assertThat(reason(Arima.fit(order, holed))).isEqualTo(Reason.NOT_A_NUMBER);
        assertThat(reason(Arima.choose(holed, 1))).isEqualTo(Reason.NOT_A_NUMBER);
        Regressors.Column one = Regressors.step("one", 30, 10);
        assertThat(reason(Arima.fit(order, y, Regressors.of(one, one)))).isEqualTo(Reason.NOT_IDENTIFIED);
        assertThat(reason(Arima.choose(y, 1, Regressors.of(one, one)))).isEqualTo(Reason.NOT_IDENTIFIED);
        assertThat(reason(Arima.fit(order, y, Regressors.of(Regressors.step("all", 30, 0)))))
                .isEqualTo(Reason.NOT_IDENTIFIED);
        assertThat(reason(Arima.fit(order, y, Regressors.of(Regressors.step("short", 29, 3)))))
                .isEqualTo(Reason.DO_NOT_MATCH);
        double[] bad = new double[30];
        bad[3] = Double.NaN;
        assertThat(reason(Arima.fit(order, y, Regressors.of(new Regressors.Column("bad", bad)))))
                .isEqualTo(Reason.NOT_A_NUMBER);
        ArimaFit fit = Arima.fit(order, y).get();
        assertThat(reason(fit.forecast(0, .95))).isEqualTo(Reason.OUT_OF_RANGE);
        assertThat(reason(fit.forecast(2, 1))).isEqualTo(Reason.OUT_OF_RANGE);
        double[] line = new double[30];
        Arrays.setAll(line, i -> 3 * i);
        assertThat(reason(Arima.fit(ArimaOrder.of(0, 2, 1), line))).isEqualTo(Reason.CONSTANT);
        Arima.choose(line, 1).ifAnswer(answer -> assertThat(answer.aicc()).isNotNaN());
    }

    private static Reason reason(Outcome<?> outcome) {
        return outcome.failure().reason();
    }

    @Property(tries = 40)
    void neverNaN(@ForAll @IntRange(max = 10_000) int seed) {
        UniformRandomProvider stream = Randomness.of(seed).stream();
        double[] y = new double[8 + stream.nextInt(25)];
        int kind = stream.nextInt(4);
        Arrays.setAll(y, i -> switch (kind) {
            case 0 -> stream.nextInt(3);
            case 1 -> Math.exp(20 * stream.nextDouble() - 10);
            case 2 -> i == 3 ? 1e9 : stream.nextDouble();
            default -> -i * i + stream.nextInt(2);
        });
        Arima.choose(y, 1 + stream.nextInt(4)).ifAnswer(fit -> {
            assertThat(fit.aicc()).isFinite();
            assertThat(fit.coefficients()).allMatch(c -> Double.isFinite(c.estimate()));
            fit.forecast(5, .95)
                    .ifAnswer(forecast ->
                            assertThat(forecast.steps().get(4).mean()).isFinite());
        });
    }
}
