package nl.leercirkel.statistics.series;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import nl.leercirkel.statistics.Outcome;
import nl.leercirkel.statistics.Randomness;
import nl.leercirkel.statistics.Reason;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.sampling.distribution.ZigguratSampler;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EtsTest {

    static double[] wandering(int n, double alpha, int seed) {
        var gaussian = ZigguratSampler.NormalizedGaussian.of(Randomness.of(seed).stream());
        double[] y = new double[n];
        double level = 50;
        for (int i = 0; i < n; i++) {
            double e = gaussian.sample();
            y[i] = level + e;
            level += alpha * e;
        }
        return y;
    }

    @ParameterizedTest
    @ValueSource(strings = {"ANN", "AAdN", "MAM", "MNA", "AAA"})
    void aCodeNamesItsModel(String code) {
        assertThat(EtsModel.of(code).code()).isEqualTo(code);
    }

    @Test
    void modelsWithoutFiniteVarianceDoNotExist() {
        assertThatThrownBy(() -> EtsModel.of("ANM")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() ->
                        new EtsModel(EtsModel.Error.ADDITIVE, EtsModel.Trend.NONE, EtsModel.Season.MULTIPLICATIVE))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(EtsModel.candidates(true, true)).hasSize(15);
        assertThat(EtsModel.candidates(false, true)).hasSize(6);
        assertThat(EtsModel.candidates(true, false)).hasSize(6);
        assertThat(EtsModel.candidates(false, false)).hasSize(3);
    }

    /** Means and variances of forecasts against 40,000 simulated futures of the same model; tolerance about 4 standard errors. */
    @ParameterizedTest
    @ValueSource(strings = {"ANN", "AAN", "AAdN", "AAA", "MNN", "MAdN", "MAA", "MNM", "MAM", "MAdM"})
    void forecastsHaveTheMomentsOfTheirModel(String code) {
        EtsModel model = EtsModel.of(code);
        double[] seasons = model.season() == EtsModel.Season.MULTIPLICATIVE
                ? new double[] {1.2, .9, .7, 1.2}
                : new double[] {20, -10, -30, 20};
        double beta = model.hasTrend() ? .05 : 0;
        double phi = model.isDamped() ? .9 : 1;
        double gamma = model.isSeasonal() ? .2 : 0;
        double slope = model.hasTrend() ? 3 : 0;
        double variance = model.error() == EtsModel.Error.MULTIPLICATIVE ? .0025 : 25;
        int h = 7;
        double[][] stated = new EtsVariance(model, .4, beta, gamma, phi, 4, variance).ahead(100, slope, seasons, h);
        var gaussian = ZigguratSampler.NormalizedGaussian.of(Randomness.of(1).stream());
        int runs = 40_000;
        double[] sum = new double[h];
        double[] squares = new double[h];
        for (int run = 0; run < runs; run++) {
            double l = 100;
            double b = slope;
            double[] s = seasons.clone();
            for (int t = 0; t < h; t++) {
                double q = l + phi * b;
                double season = s[t % 4];
                double mu = switch (model.season()) {
                    case NONE -> q;
                    case ADDITIVE -> q + season;
                    case MULTIPLICATIVE -> q * season;
                };
                double e = Math.sqrt(variance) * gaussian.sample();
                double y = model.error() == EtsModel.Error.ADDITIVE ? mu + e : mu * (1 + e);
                sum[t] += y / runs;
                squares[t] += y * y / runs;
                double adjusted = switch (model.season()) {
                    case NONE -> y;
                    case ADDITIVE -> y - season;
                    case MULTIPLICATIVE -> y / season;
                };
                s[t % 4] = switch (model.season()) {
                    case NONE -> 0;
                    case ADDITIVE -> season + gamma * (y - q - season);
                    case MULTIPLICATIVE -> season + gamma * (y / q - season);
                };
                l = q + .4 * (adjusted - q);
                b = phi * b + beta * (adjusted - q);
            }
        }
        for (int t = 0; t < h; t++) {
            double drawn = squares[t] - sum[t] * sum[t];
            assertThat(stated[1][t]).isCloseTo(drawn, within(.03 * drawn));
            assertThat(stated[0][t]).isCloseTo(sum[t], within(4 * Math.sqrt(drawn / runs)));
        }
    }

    /** Intervals of the next value, 1,500 series of 80 points: 95% with a standard error of .6%. */
    @Test
    void coverage() {
        int held = 0;
        EtsModel model = EtsModel.of("ANN");
        for (int i = 0; i < 1500; i++) {
            double[] y = wandering(81, .4, 5000 + i);
            Forecast forecast = Ets.fit(model, Arrays.copyOf(y, 80), 1)
                    .get()
                    .forecast(1, .95)
                    .get();
            held += forecast.steps().getFirst().interval().contains(y[80]) ? 1 : 0;
        }
        assertThat(held / 1500.0).isBetween(.935, .965);
    }

    /**
     * Another unit scales forecasts and shifts the AIC of an additive model. The search is that of the reference implementation, with
     * a first simplex and a stop that depend on how large the numbers are: where the likelihood is flat it stops elsewhere, less than
     * one point of AIC away, where two points tell models apart.
     */
    @ParameterizedTest
    @ValueSource(doubles = {.01, .37, 12, 1000})
    void anotherUnit(double scale) {
        for (int seed = 0; seed < 50; seed++) {
            double[] y = wandering(40, .3, seed);
            double[] other = Arrays.stream(y).map(v -> scale * v).toArray();
            EtsFit one = Ets.fit(EtsModel.of("ANN"), y, 1).get();
            EtsFit two = Ets.fit(EtsModel.of("ANN"), other, 1).get();
            assertThat(two.aic()).isCloseTo(one.aic() + 2 * 40 * Math.log(scale), within(1.0));
            double mean = one.forecast(3, .9).get().means()[2];
            assertThat(two.forecast(3, .9).get().means()[2])
                    .isCloseTo(scale * mean, within(.01 * scale * Math.abs(mean)));
        }
    }

    @Test
    void whatAFitTells() {
        double[] y = wandering(60, .4, 3);
        EtsFit fit = Ets.choose(y, 1).get();
        assertThat(fit.n()).isEqualTo(60);
        assertThat(fit.period()).isEqualTo(1);
        assertThat(fit.candidates()).hasSize(6);
        assertThat(fit.candidates().getFirst().aicc()).isEqualTo(fit.aicc());
        assertThat(fit.candidates()).isSortedAccordingTo((a, b) -> Double.compare(a.aicc(), b.aicc()));
        assertThat(fit.residuals()).hasSize(60);
        assertThat(fit.converged()).isTrue();
        assertThat(fit.whiteness().pValue()).isBetween(.01, 1.0);
        assertThat(fit.seasons()).isEmpty();
        assertThat(fit.bic()).isGreaterThan(fit.aic());
        assertThat(fit.logLik()).isCloseTo(-(fit.aic() - 2 * 3) / 2, within(1e-9));
        Forecast forecast = fit.forecast(4, .8).get();
        assertThat(forecast.method()).isEqualTo("ETS(" + fit.model().code() + ")");
        assertThat(forecast.n()).isEqualTo(60);
        assertThat(forecast.steps()).extracting(Forecast.Step::ahead).containsExactly(1, 2, 3, 4);
        Forecast.Step step = forecast.steps().getFirst();
        assertThat(step.interval().width()).isCloseTo(2 * 1.2815516 * step.standardError(), within(1e-6));
        assertThat(step.interval().level()).isEqualTo(.8);
    }

    /** The states before the first value give the first fitted value; the last seasonal state follows from the others. */
    @Test
    void statesBeforeTheStart() {
        double[] y = new double[24];
        Arrays.setAll(y, i -> 100 + i + new double[] {10, -4, -6}[i % 3] + (i * 31 % 7 - 3) * .2);
        EtsFit fit = Ets.fit(EtsModel.of("AAA"), y, 3).get();
        assertThat(fit.start()).hasSize(5);
        assertThat(fit.start().subList(2, 5).stream().mapToDouble(v -> v).sum()).isCloseTo(0, within(1e-9));
        double first = fit.start().get(0) + fit.start().get(1) + fit.start().get(4);
        assertThat(fit.residuals().getFirst()).isCloseTo(y[0] - first, within(1e-9));
        assertThat(fit.forecast(3, .95).get().means()[0]).isBetween(128.0, 140.0);
        EtsFit relative = Ets.fit(EtsModel.of("MAM"), y, 3).get();
        assertThat(relative.start().subList(2, 5).stream().mapToDouble(v -> v).sum())
                .isCloseTo(3, within(1e-9));
        // a year ahead of a line with season: the season is where it was
        assertThat(relative.forecast(3, .95).get().means()[0]).isBetween(128.0, 140.0);
    }

    @Test
    void badInputHasAReason() {
        double[] y = wandering(20, .3, 1);
        assertThat(reason(Ets.choose(new double[0], 1))).isEqualTo(Reason.NO_DATA);
        assertThat(reason(Ets.choose(new double[20], 1))).isEqualTo(Reason.CONSTANT);
        assertThat(reason(Ets.choose(Arrays.copyOf(y, 6), 1))).isEqualTo(Reason.TOO_FEW);
        assertThat(Ets.choose(Arrays.copyOf(y, 7), 1).isAnswer()).isTrue();
        assertThat(reason(Ets.choose(y, 0))).isEqualTo(Reason.OUT_OF_RANGE);
        assertThat(reason(Ets.choose(y, 25))).isEqualTo(Reason.OUT_OF_RANGE);
        double[] holed = y.clone();
        holed[4] = Double.NaN;
        assertThat(reason(Ets.choose(holed, 1))).isEqualTo(Reason.NOT_A_NUMBER);
        assertThat(reason(Ets.fit(EtsModel.of("ANA"), y, 1))).isEqualTo(Reason.DO_NOT_MATCH);
        assertThat(reason(Ets.fit(EtsModel.of("AAA"), y, 12))).isEqualTo(Reason.TOO_FEW);
        double[] zero = y.clone();
        zero[3] = 0;
        assertThat(reason(Ets.fit(EtsModel.of("MNN"), zero, 1))).isEqualTo(Reason.OUT_OF_RANGE);
        assertThat(Ets.choose(zero, 1).get().candidates()).hasSize(3);
        EtsFit fit = Ets.choose(y, 1).get();
        assertThat(reason(fit.forecast(0, .95))).isEqualTo(Reason.OUT_OF_RANGE);
        assertThat(reason(fit.forecast(1001, .95))).isEqualTo(Reason.OUT_OF_RANGE);
        assertThat(reason(fit.forecast(1, 1))).isEqualTo(Reason.OUT_OF_RANGE);
        assertThat(reason(fit.forecast(1, 0))).isEqualTo(Reason.OUT_OF_RANGE);
        // a perfect line leaves no error; it must end in an answer or a reason
        double[] line = new double[20];
        Arrays.setAll(line, i -> 3 + 2 * i);
        Ets.choose(line, 1).ifAnswer(answer -> assertThat(answer.aicc()).isNotNaN());
        Ets.choose(line, 4).ifAnswer(answer -> assertThat(answer.aicc()).isNotNaN());
    }

    private static Reason reason(Outcome<?> outcome) {
        return outcome.failure().reason();
    }

    /** Random input of every shape: an answer with finite numbers or a reason, within the limit of evaluations. */
    @Property(tries = 60)
    void neverNaN(@ForAll @IntRange(max = 10_000) int seed) {
        UniformRandomProvider stream = Randomness.of(seed).stream();
        double[] y = new double[7 + stream.nextInt(30)];
        int kind = stream.nextInt(4);
        Arrays.setAll(y, i -> switch (kind) {
            case 0 -> stream.nextInt(3);
            case 1 -> Math.exp(20 * stream.nextDouble() - 10);
            case 2 -> i == 3 ? 1e9 : stream.nextDouble();
            default -> -i * i;
        });
        Ets.choose(y, 1 + stream.nextInt(6)).ifAnswer(fit -> {
            assertThat(fit.aicc()).isNotNaN();
            assertThat(fit.variance()).isNotNaN();
            fit.forecast(5, .95)
                    .ifAnswer(forecast ->
                            assertThat(forecast.steps().get(4).mean()).isFinite());
        });
    }
}
