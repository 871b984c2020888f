package nl.leercirkel.statistics.linear;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import nl.leercirkel.statistics.Caveat;
import nl.leercirkel.statistics.Interval;
import nl.leercirkel.statistics.Reason;
import org.junit.jupiter.api.Test;

class ModelsTest {

    private static final double[][] X = {{1}, {2}, {3}, {4}, {5}};

    @Test
    void aLineByHand() {
        // y = 2, 4, 5, 4, 5: slope .6, intercept 2.2, residual sum of squares 2.4, R-squared .6 (by hand)
        double[] y = {2, 4, 5, 4, 5};
        LeastSquares fit = LeastSquares.fit(X, y, .95).get();
        Coefficient slope = fit.coefficients().get(1);
        assertThat(slope.value()).isCloseTo(.6, within(1e-14));
        assertThat(fit.coefficients().get(0).value()).isCloseTo(2.2, within(1e-14));
        assertThat(fit.residualDeviation()).isCloseTo(Math.sqrt(.8), within(1e-14));
        assertThat(slope.standardError()).isCloseTo(Math.sqrt(.08), within(1e-14));
        assertThat(fit.rSquared()).isCloseTo(.6, within(1e-14));
        assertThat(fit.fStatistic()).isCloseTo(4.5, within(1e-12));
        // t = 2.12132 on 3 degrees of freedom; t(.975; 3) = 3.182446 from tables
        assertThat(slope.statistic()).isCloseTo(2.1213203, within(1e-7));
        assertThat(slope.pValue()).isCloseTo(.1240271, within(1e-6));
        assertThat(fit.fPValue()).isCloseTo(slope.pValue(), within(1e-12));
        assertThat(slope.interval().upper()).isCloseTo(.6 + 3.182446 * Math.sqrt(.08), within(1e-6));
        // Leverage of point i: 1/5 + (i - 3)^2 / 10
        assertThat(fit.leverages().get(0)).isCloseTo(.6, within(1e-14));
        assertThat(fit.leverages().get(2)).isCloseTo(.2, within(1e-14));
        assertThat(fit.fitted(y).get().get(4)).isCloseTo(5.2, within(1e-13));
        assertThat(fit.residuals().get(4)).isCloseTo(-.2, within(1e-13));
        assertThat(fit.caveats()).containsExactly(Caveat.FEW_OBSERVATIONS);
        assertThat(fit.n()).isEqualTo(5);
    }

    @Test
    void throughTheOriginAndAPerfectLine() {
        // Slope = sum xy / sum xx = 66/55
        LeastSquares origin =
                LeastSquares.fit(X, new double[] {2, 4, 5, 4, 5}, false, .9).get();
        assertThat(origin.coefficients()).hasSize(1);
        assertThat(origin.coefficients().getFirst().value()).isCloseTo(66.0 / 55, within(1e-14));
        assertThat(origin.degreesOfFreedom()).isEqualTo(4);
        // R-squared around 0: 1 - (86 - 66^2/55) / 86
        assertThat(origin.rSquared()).isCloseTo(66.0 * 66 / 55 / 86, within(1e-14));
        LeastSquares perfect =
                LeastSquares.fit(X, new double[] {3, 5, 7, 9, 11}, .95).get();
        assertThat(perfect.rSquared()).isEqualTo(1);
        assertThat(perfect.coefficients().get(1).value()).isEqualTo(2);
        assertThat(perfect.fPValue()).isZero();
    }

    @Test
    void wrongInputOfLeastSquaresIsNamed() {
        double[] y = {1, 2, 3, 4, 6};
        assertThat(LeastSquares.fit(new double[0][], y, .95).failure().reason()).isEqualTo(Reason.NO_DATA);
        assertThat(LeastSquares.fit(new double[][] {{}}, y, .95).failure().reason())
                .isEqualTo(Reason.NO_DATA);
        assertThat(LeastSquares.fit(X, new double[] {1}, .95).failure().reason())
                .isEqualTo(Reason.DO_NOT_MATCH);
        assertThat(LeastSquares.fit(new double[][] {{1}, {1, 2}}, new double[] {1, 2}, .95)
                        .failure()
                        .reason())
                .isEqualTo(Reason.DO_NOT_MATCH);
        assertThat(LeastSquares.fit(X, new double[] {1, 1, 1, 1, 1}, .95)
                        .failure()
                        .reason())
                .isEqualTo(Reason.CONSTANT);
        assertThat(LeastSquares.fit(X, new double[] {1, 2, Double.NaN, 1, 1}, .95)
                        .failure()
                        .reason())
                .isEqualTo(Reason.NOT_A_NUMBER);
        assertThat(LeastSquares.fit(new double[][] {{Double.NaN}, {1}, {2}}, new double[] {1, 2, 4}, .95)
                        .failure()
                        .reason())
                .isEqualTo(Reason.NOT_A_NUMBER);
        assertThat(LeastSquares.fit(new double[][] {{1}, {2}}, new double[] {1, 2}, .95)
                        .failure()
                        .reason())
                .isEqualTo(Reason.TOO_FEW);
        // More predictors than units
        assertThat(LeastSquares.fit(new double[][] {{1, 2, 3}, {3, 1, 2}}, new double[] {1, 2}, .95)
                        .failure()
                        .reason())
                .isEqualTo(Reason.TOO_FEW);
        assertThat(LeastSquares.fit(new double[][] {{7}, {7}, {7}, {7}, {7}}, y, .95)
                        .failure()
                        .reason())
                .isEqualTo(Reason.NOT_IDENTIFIED);
        assertThat(LeastSquares.fit(new double[][] {{0}, {0}, {0}, {0}, {0}}, y, .95)
                        .failure()
                        .reason())
                .isEqualTo(Reason.NOT_IDENTIFIED);
        double[][] twice = Arrays.stream(X)
                .map(row -> new double[] {row[0], 3 * row[0] + 1})
                .toArray(double[][]::new);
        assertThat(LeastSquares.fit(twice, y, .95).failure().reason()).isEqualTo(Reason.NOT_IDENTIFIED);
        assertThat(LeastSquares.fit(X, y, 0).failure().reason()).isEqualTo(Reason.OUT_OF_RANGE);
    }

    @Test
    void logisticWithOneYesOrNoIsTheOddsRatio() {
        // Closed form: log odds ratio of 12/18 against 5/25, standard error sqrt(1/12 + 1/18 + 1/5 + 1/25)
        double[][] predictors = new double[60][];
        boolean[] yes = new boolean[60];
        for (int i = 0; i < 60; i++) {
            predictors[i] = new double[] {i < 30 ? 1 : 0};
            yes[i] = i < 12 || (i >= 30 && i < 35);
        }
        Logistic fit = Logistic.fit(predictors, yes, .95).get();
        Coefficient slope = fit.coefficients().get(1);
        double error = Math.sqrt(1.0 / 12 + 1.0 / 18 + 1.0 / 5 + 1.0 / 25);
        assertThat(slope.value()).isCloseTo(Math.log(12.0 / 18 / (5.0 / 25)), within(1e-9));
        assertThat(slope.standardError()).isCloseTo(error, within(1e-7));
        assertThat(slope.statistic()).isCloseTo(slope.value() / error, within(1e-6));
        assertThat(slope.interval().lower()).isCloseTo(slope.value() - 1.959963985 * error, within(1e-6));
        // scipy 1.17: z 1.955963, p .05046946
        assertThat(slope.pValue()).isCloseTo(.05046946, within(1e-7));
        assertThat(fit.probabilities().get(0)).isCloseTo(.4, within(1e-9));
        assertThat(fit.probabilities().get(59)).isCloseTo(5.0 / 30, within(1e-9));
        double deviance = -2 * (12 * Math.log(.4) + 18 * Math.log(.6) + 5 * Math.log(1.0 / 6) + 25 * Math.log(5.0 / 6));
        assertThat(fit.deviance()).isCloseTo(deviance, within(1e-9));
        assertThat(fit.n()).isEqualTo(60);
    }

    @Test
    void wrongInputOfLogisticIsNamed() {
        assertThat(Logistic.fit(X, new boolean[] {false, false, true, true, true}, .95)
                        .failure()
                        .reason())
                .isEqualTo(Reason.NOT_IDENTIFIED);
        assertThat(Logistic.fit(X, new boolean[5], .95).failure().reason()).isEqualTo(Reason.CONSTANT);
        assertThat(Logistic.fit(X, new boolean[] {true, true, true, true, true}, .95)
                        .failure()
                        .reason())
                .isEqualTo(Reason.CONSTANT);
        assertThat(Logistic.fit(X, new boolean[4], .95).failure().reason()).isEqualTo(Reason.DO_NOT_MATCH);
        assertThat(Logistic.fit(new double[0][], new boolean[0], .95).failure().reason())
                .isEqualTo(Reason.NO_DATA);
        assertThat(Logistic.fit(new double[][] {{1}, {2}}, new boolean[] {true, false}, .95)
                        .failure()
                        .reason())
                .isEqualTo(Reason.TOO_FEW);
        assertThat(Logistic.fit(new double[][] {{3}, {3}, {3}, {3}}, new boolean[] {true, false, true, false}, .95)
                        .failure()
                        .reason())
                .isEqualTo(Reason.NOT_IDENTIFIED);
        assertThat(Logistic.fit(X, new boolean[] {true, false, true, false, true}, 1)
                        .failure()
                        .reason())
                .isEqualTo(Reason.OUT_OF_RANGE);
        // One answer separated, the others not: the slope runs off
        assertThat(Logistic.fit(
                                new double[][] {{0}, {0}, {0}, {0}, {1}, {1}},
                                new boolean[] {true, false, true, false, true, true},
                                .95)
                        .failure()
                        .reason())
                .isEqualTo(Reason.NOT_IDENTIFIED);
    }

    @Test
    void wrongInputOfAnovaIsNamed() {
        assertThat(OneWayAnova.of(List.of()).failure().reason()).isEqualTo(Reason.NO_DATA);
        assertThat(OneWayAnova.of(List.of(new double[] {1, 2})).failure().reason())
                .isEqualTo(Reason.TOO_FEW);
        assertThat(OneWayAnova.of(List.of(new double[] {1}, new double[] {2}))
                        .failure()
                        .reason())
                .isEqualTo(Reason.TOO_FEW);
        assertThat(OneWayAnova.of(List.of(new double[] {1, 1}, new double[] {2, 2}))
                        .failure()
                        .reason())
                .isEqualTo(Reason.CONSTANT);
        assertThat(OneWayAnova.of(List.of(new double[] {1, 2}, new double[0]))
                        .failure()
                        .reason())
                .isEqualTo(Reason.NO_DATA);
        assertThat(OneWayAnova.of(List.of(new double[] {1, Double.NaN}, new double[] {1}))
                        .failure()
                        .reason())
                .isEqualTo(Reason.NOT_A_NUMBER);
        // By hand: {1, 3} and {5, 7}: between 16, within 4, f = 16 / (4/2) = 8
        OneWayAnova anova = OneWayAnova.of(List.of(new double[] {1, 3}, new double[] {5, 7}))
                .get();
        assertThat(anova.f()).isCloseTo(8, within(1e-13));
        assertThat(anova.pValue()).isCloseTo(.1055728, within(1e-7));
        assertThat(new Interval(0, 1, .5).contains(anova.rSquared())).isTrue();
    }
}
