package nl.leercirkel.statistics.effect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import nl.leercirkel.statistics.Caveat;
import nl.leercirkel.statistics.Outcome;
import nl.leercirkel.statistics.Reason;
import nl.leercirkel.statistics.linear.LeastSquares;
import org.hipparchus.linear.LUDecomposition;
import org.hipparchus.linear.MatrixUtils;
import org.hipparchus.linear.RealMatrix;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class InterruptedSeriesTest {

    /**
     * Cigarette sales in California, packs per head, 1970 to 2000 (Abadie, Diamond and Hainmueller 2010), with the tax of 1989: the
     * example of Linden (2015), Conducting interrupted time-series analysis, Stata Journal 15.
     */
    private static final double[] CALIFORNIA = {
        123.0, 121.0, 123.5, 124.4, 126.7, 127.1, 128.0, 126.4, 126.1, 121.9, 120.2, 118.6, 115.4, 110.8, 104.8, 102.8,
        99.7, 97.5, 90.1, 82.4, 77.8, 68.7, 67.5, 63.4, 58.6, 56.4, 54.5, 53.8, 52.3, 47.2, 41.6
    };

    private static final SeriesDesign TAX = SeriesDesign.startingAt(19);

    private static InterruptedSeries california(SerialErrors errors) {
        return InterruptedSeries.of(CALIFORNIA, TAX, errors, .95).get();
    }

    @Test
    void lindensExampleWithNeweyWest() {
        InterruptedSeries found = california(new SerialErrors.NeweyWest(1));
        // Linden (2015) prints _x1989 -20.06 (4.72), _x_t1989 -1.49 (.44); the digits are the formulas in NumPy
        assertThat(found.level().value()).isCloseTo(-20.05809717, within(1e-8));
        assertThat(found.level().standardError()).isCloseTo(4.72439445, within(1e-8));
        assertThat(found.level().degreesOfFreedom()).isEqualTo(27);
        assertThat(found.slope().orElseThrow().value()).isCloseTo(-1.49465219, within(1e-8));
        assertThat(found.slope().orElseThrow().standardError()).isCloseTo(.43682006, within(1e-8));
        assertThat(found.trendBefore().value()).isCloseTo(-1.77947368, within(1e-8));
        assertThat(found.diagnostics().durbinWatson()).isCloseTo(.5352417844765215, within(1e-10));
        assertThat(found.diagnostics().residuals().pValue()).isLessThan(.001);
        assertThat(california(new SerialErrors.NeweyWest(3)).level().standardError())
                .isCloseTo(5.74374446, within(1e-8));
        assertThat(california(new SerialErrors.NeweyWest(0))
                        .slope()
                        .orElseThrow()
                        .standardError())
                .isCloseTo(.38642654, within(1e-8));
        assertThat(found.level().estimate().method()).isEqualTo("segmented-regression-newey-west");
    }

    @Test
    void californiaWithPraisWinsten() {
        InterruptedSeries found = california(new SerialErrors.PraisWinsten());
        // The same iteration in NumPy, to convergence
        assertThat(found.diagnostics().autocorrelation()).isCloseTo(.944039487692436, within(1e-9));
        assertThat(found.level().value()).isCloseTo(-6.08396751, within(1e-7));
        assertThat(found.level().standardError()).isCloseTo(2.72484993, within(1e-7));
        assertThat(found.slope().orElseThrow().value()).isCloseTo(-1.99435964, within(1e-7));
        assertThat(found.slope().orElseThrow().standardError()).isCloseTo(.95046424, within(1e-7));
        assertThat(found.trendBefore().value()).isCloseTo(-1.84250622, within(1e-7));
    }

    @Test
    void independentErrorsAreTheNormalEquations() {
        InterruptedSeries found = california(new SerialErrors.Independent());
        BigDecimal[] exact = normalEquations(TAX.rows(31), CALIFORNIA);
        assertThat(found.trendBefore().value()).isCloseTo(exact[1].doubleValue(), within(1e-11));
        assertThat(found.level().value()).isCloseTo(exact[2].doubleValue(), within(1e-11));
        assertThat(found.slope().orElseThrow().value()).isCloseTo(exact[3].doubleValue(), within(1e-11));
        LeastSquares plain =
                LeastSquares.fit(TAX.rows(31), CALIFORNIA, false, .95).get();
        assertThat(found.level().standardError())
                .isCloseTo(plain.coefficients().get(2).standardError(), within(1e-10));
        assertThat(found.level().interval().lower())
                .isCloseTo(plain.coefficients().get(2).interval().lower(), within(1e-8));
        assertThat(found.level().pValue()).isCloseTo(plain.coefficients().get(2).pValue(), within(1e-10));
        assertThat(found.level().estimate().caveats())
                .containsExactlyInAnyOrder(Caveat.ASSUMPTION_DOUBTFUL, Caveat.FEW_OBSERVATIONS);
    }

    /** X'X b = X'y by elimination in exact decimals of 60 digits. */
    private static BigDecimal[] normalEquations(double[][] rows, double[] y) {
        MathContext digits = new MathContext(60);
        int k = rows[0].length;
        BigDecimal[][] matrix = new BigDecimal[k][k + 1];
        for (int a = 0; a < k; a++) {
            Arrays.fill(matrix[a], BigDecimal.ZERO);
            for (int i = 0; i < rows.length; i++) {
                for (int b = 0; b <= k; b++) {
                    BigDecimal other = new BigDecimal(b < k ? rows[i][b] : y[i]);
                    matrix[a][b] = matrix[a][b].add(new BigDecimal(rows[i][a]).multiply(other));
                }
            }
        }
        for (int a = 0; a < k; a++) {
            for (int other = 0; other < k; other++) {
                if (other != a) {
                    BigDecimal factor = matrix[other][a].divide(matrix[a][a], digits);
                    for (int b = 0; b <= k; b++) {
                        matrix[other][b] = matrix[other][b].subtract(factor.multiply(matrix[a][b]), digits);
                    }
                }
            }
        }
        BigDecimal[] solution = new BigDecimal[k];
        Arrays.setAll(solution, a -> matrix[a][k].divide(matrix[a][a], digits));
        return solution;
    }

    @Test
    void meanAndLastAreTheRightSums() {
        for (SerialErrors errors : List.of(new SerialErrors.Integrated(), new SerialErrors.NeweyWest(2))) {
            InterruptedSeries found = california(errors);
            double slope = found.slope().orElseThrow().value();
            // Twelve years after: the mean lies 5.5 years on, the last 11
            assertThat(found.mean().value()).isCloseTo(found.level().value() + 5.5 * slope, within(1e-9));
            assertThat(found.last().value()).isCloseTo(found.level().value() + 11 * slope, within(1e-9));
            assertThat(found.path()).hasSize(31);
            InterruptedSeries.Point last = found.path().getLast();
            assertThat(last.fitted() - last.counterfactual())
                    .isCloseTo(found.last().value(), within(1e-9));
            assertThat(last.effect().orElseThrow().interval())
                    .isEqualTo(found.last().interval());
            assertThat(found.path().get(18).effect()).isEmpty();
            assertThat(found.path().get(18).fitted())
                    .isEqualTo(found.path().get(18).counterfactual());
            assertThat(found.path().get(3).observed()).isEqualTo(124.4);
            assertThat(found.path().get(3).period()).isEqualTo(3);
        }
    }

    @Test
    void integratingOutTheAutocorrelationWidensWhatItWouldTakeForKnown() {
        InterruptedSeries integrated = california(new SerialErrors.Integrated());
        // The restricted likelihood rises to rho = .99 and beyond (NumPy: level -5.881 with error 2.698 at .99)
        assertThat(integrated.diagnostics().autocorrelation()).isBetween(.85, 1.0);
        assertThat(integrated.level().value()).isBetween(-7.0, -5.0);
        assertThat(integrated.level().standardError()).isBetween(2.5, 3.5);
        assertThat(integrated.level().interval().contains(0))
                .isEqualTo(integrated.level().pValue() > .05);
        assertThat(integrated.level().estimate().method()).isEqualTo("segmented-regression-integrated");
    }

    /** The mixture by brute force: the posterior integrated over a fine grid of rho itself, with dense matrices. */
    @Test
    void theMixtureAgreesWithAnotherQuadrature() {
        Simulated random = Simulated.of(15);
        double[] values = random.autoregressive(20, .4);
        SeriesDesign design = SeriesDesign.startingAt(10);
        double[][] rows = design.rows(20);
        int n = 20;
        int k = 4;
        double total = 0;
        double mean = 0;
        int points = 2000;
        for (int g = 0; g < points; g++) {
            // rho = tanh(u), so that the ends, where the weight rises, are approached in small steps
            double u = -12 + (g + .5) * 24 / points;
            double rho = Math.tanh(u);
            RealMatrix precision = tridiagonal(n, rho);
            RealMatrix x = MatrixUtils.createRealMatrix(rows);
            RealMatrix cross = x.transposeMultiply(precision.multiply(x));
            LUDecomposition lu = new LUDecomposition(cross, 1e-300);
            double[] beta = lu.getSolver()
                    .solve(MatrixUtils.createRealVector(
                            x.transposeMultiply(precision).operate(values)))
                    .toArray();
            double[] residual = values.clone();
            for (int i = 0; i < n; i++) {
                for (int a = 0; a < k; a++) {
                    residual[i] -= rows[i][a] * beta[a];
                }
            }
            double squares = MatrixUtils.createRealVector(residual)
                    .dotProduct(MatrixUtils.createRealVector(precision.operate(residual)));
            // |V|^(-1/2) |X'V^-1 X|^(-1/2) S^(-(n-k)/2) / sqrt(1 - rho^2), with |V| = 1/(1 - rho^2)
            double jacobian = 1 / Math.pow(Math.cosh(u), 2);
            double weight = jacobian * Math.pow(lu.getDeterminant(), -.5) * Math.pow(squares, -(n - k) / 2.0);
            total += weight;
            mean += weight * beta[2];
        }
        InterruptedSeries found = InterruptedSeries.of(values, design).get();
        assertThat(found.level().value()).isCloseTo(mean / total, within(1e-4));
    }

    private static RealMatrix tridiagonal(int n, double rho) {
        RealMatrix precision = MatrixUtils.createRealMatrix(n, n);
        for (int i = 0; i < n; i++) {
            precision.setEntry(i, i, i == 0 || i == n - 1 ? 1 : 1 + rho * rho);
            if (i > 0) {
                precision.setEntry(i, i - 1, -rho);
                precision.setEntry(i - 1, i, -rho);
            }
        }
        return precision;
    }

    @Test
    void aSeasonAndAPhaseInAreTakenOut() {
        double[] values = new double[48];
        Simulated random = Simulated.of(7);
        for (int t = 0; t < 48; t++) {
            double season = t % 12 < 3 ? 10 : 0;
            double phase = t >= 24 && t < 27 ? 40 - t : 0;
            values[t] = 50 + .5 * t + season + phase + (t >= 27 ? 6 + .25 * (t - 27) : 0) + random.normal(0, 1e-6);
        }
        SeriesDesign design = SeriesDesign.startingAt(24).withPhaseIn(3).withSeason(12, 6);
        InterruptedSeries found = InterruptedSeries.of(values, design).get();
        assertThat(found.level().value()).isCloseTo(6, within(1e-4));
        assertThat(found.slope().orElseThrow().value()).isCloseTo(.25, within(1e-5));
        assertThat(found.trendBefore().value()).isCloseTo(.5, within(1e-5));
        assertThat(found.path().get(25).effect()).isEmpty();
        assertThat(found.path().get(25).fitted()).isCloseTo(values[25], within(1e-4));
        assertThat(found.path().get(25).counterfactual()).isCloseTo(62.5 + 10, within(1e-4));
        assertThat(design.columns()).isEqualTo(4 + 3 + 11);
        assertThat(design.firstAfter()).isEqualTo(27);
    }

    @Test
    void levelOnlyIsADifferenceOfMeansAroundOneTrend() {
        double[] values = {1, 2, 3, 4, 15, 16, 17, 18.5, 1.5 + 18};
        SeriesDesign design = SeriesDesign.startingAt(4).levelOnly();
        InterruptedSeries found = InterruptedSeries.of(values, design, new SerialErrors.Independent(), .95)
                .get();
        assertThat(found.slope()).isEmpty();
        assertThat(found.mean().value()).isEqualTo(found.level().value());
        assertThat(found.level().value()).isBetween(9.5, 10.5);
    }

    @Test
    void aControlSeriesTakesAwayWhatHappenedToBoth() {
        Simulated random = Simulated.of(31);
        double[] shock = random.autoregressive(40, .7);
        double[] control = new double[40];
        double[] series = new double[40];
        for (int t = 0; t < 40; t++) {
            double both = 100 - .4 * t + (t >= 20 ? -8 : 0) + 3 * shock[t];
            control[t] = both + random.normal(0, .5);
            series[t] = both + 5 + (t >= 20 ? -3 : 0) + random.normal(0, .5);
        }
        InterruptedSeries.Controlled found = InterruptedSeries.controlled(
                        series, control, SeriesDesign.startingAt(20), new SerialErrors.Integrated(), .95)
                .get();
        assertThat(found.difference().mean().value()).isBetween(-4.0, -2.0);
        assertThat(found.difference().mean().interval().contains(-3)).isTrue();
        assertThat(found.difference().trendBefore().interval().contains(0)).isTrue();
        assertThat(found.alone().mean().value()).isLessThan(-7);
        assertThat(found.control().mean().value()).isLessThan(-4);
        assertThat(found.alone().mean().interval().width())
                .isGreaterThan(2 * found.difference().mean().interval().width());
        assertThat(InterruptedSeries.controlled(
                                series, new double[39], SeriesDesign.startingAt(20), new SerialErrors.Integrated(), .95)
                        .failure()
                        .reason())
                .isEqualTo(Reason.DO_NOT_MATCH);
    }

    @Test
    void sideBySideShowsWhatTheChoiceDoes() {
        Map<SerialErrors, Outcome<InterruptedSeries>> all = InterruptedSeries.sideBySide(CALIFORNIA, TAX, 1, .95);
        assertThat(all).hasSize(4);
        assertThat(all.get(new SerialErrors.NeweyWest(1)).get().level().value()).isLessThan(-20);
        assertThat(all.get(new SerialErrors.PraisWinsten()).get().level().value())
                .isGreaterThan(-7);
    }

    @Test
    void changesFollowScaleShiftAndTrend() {
        for (SerialErrors errors : List.of(
                new SerialErrors.Integrated(),
                new SerialErrors.PraisWinsten(),
                new SerialErrors.NeweyWest(2),
                new SerialErrors.Independent())) {
            double[] moved = new double[CALIFORNIA.length];
            for (int t = 0; t < moved.length; t++) {
                moved[t] = 4 * CALIFORNIA[t] - 100 + 7 * t;
            }
            InterruptedSeries one = california(errors);
            InterruptedSeries other =
                    InterruptedSeries.of(moved, TAX, errors, .95).get();
            assertThat(other.level().value()).isCloseTo(4 * one.level().value(), within(1e-7));
            assertThat(other.mean().interval().lower())
                    .isCloseTo(4 * one.mean().interval().lower(), within(1e-5));
            assertThat(other.level().pValue()).isCloseTo(one.level().pValue(), within(1e-7));
            assertThat(other.trendBefore().value())
                    .isCloseTo(4 * one.trendBefore().value() + 7, within(1e-7));
        }
    }

    @Test
    void caveatsSayWhatIsDoubtful() {
        double[] white = Simulated.of(40).normals(40);
        assertThat(InterruptedSeries.of(white, SeriesDesign.startingAt(20))
                        .get()
                        .level()
                        .estimate()
                        .caveats())
                .isEmpty();
        assertThat(InterruptedSeries.of(white, SeriesDesign.startingAt(7))
                        .get()
                        .level()
                        .estimate()
                        .caveats())
                .containsExactly(Caveat.FEW_OBSERVATIONS);
        assertThat(InterruptedSeries.of(white, SeriesDesign.startingAt(20), new SerialErrors.NeweyWest(2), .95)
                        .get()
                        .level()
                        .estimate()
                        .caveats())
                .containsExactly(Caveat.FEW_OBSERVATIONS);
        // A wave of six periods is no first-order autocorrelation
        double[] wavy = new double[60];
        for (int t = 0; t < 60; t++) {
            wavy[t] = 3 * Math.sin(t * Math.PI / 3) + white[t % 40];
        }
        assertThat(InterruptedSeries.of(wavy, SeriesDesign.startingAt(30))
                        .get()
                        .level()
                        .estimate()
                        .caveats())
                .containsExactly(Caveat.ASSUMPTION_DOUBTFUL);
    }

    @Test
    void wrongInputIsNamed() {
        double[] ten = {3, 1, 4, 1, 5, 9, 2, 6, 5, 3};
        assertThat(reason(new double[0], TAX)).isEqualTo(Reason.NO_DATA);
        assertThat(reason(new double[] {1, Double.NaN}, TAX)).isEqualTo(Reason.NOT_A_NUMBER);
        assertThat(reason(ten, SeriesDesign.startingAt(10))).isEqualTo(Reason.OUT_OF_RANGE);
        assertThat(reason(ten, SeriesDesign.startingAt(-1))).isEqualTo(Reason.OUT_OF_RANGE);
        assertThat(reason(ten, SeriesDesign.startingAt(5).withPhaseIn(-1))).isEqualTo(Reason.OUT_OF_RANGE);
        assertThat(reason(ten, SeriesDesign.startingAt(5).withSeason(4, 3))).isEqualTo(Reason.OUT_OF_RANGE);
        assertThat(reason(ten, SeriesDesign.startingAt(5).withSeason(0, 0))).isEqualTo(Reason.OUT_OF_RANGE);
        assertThat(reason(ten, SeriesDesign.startingAt(5).withSeason(4, -1))).isEqualTo(Reason.OUT_OF_RANGE);
        assertThat(reason(ten, SeriesDesign.startingAt(2))).isEqualTo(Reason.TOO_FEW);
        assertThat(reason(ten, SeriesDesign.startingAt(8))).isEqualTo(Reason.TOO_FEW);
        assertThat(reason(ten, SeriesDesign.startingAt(5).withPhaseIn(3))).isEqualTo(Reason.TOO_FEW);
        assertThat(reason(ten, SeriesDesign.startingAt(5).withSeason(8, 4))).isEqualTo(Reason.TOO_FEW);
        assertThat(reason(ten, SeriesDesign.startingAt(5))).isNull();
        double[] line = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10};
        assertThat(reason(line, SeriesDesign.startingAt(5))).isEqualTo(Reason.CONSTANT);
        assertThat(reason(new double[10], SeriesDesign.startingAt(5))).isEqualTo(Reason.CONSTANT);
        assertThat(InterruptedSeries.of(ten, SeriesDesign.startingAt(5), new SerialErrors.NeweyWest(10), .95)
                        .failure()
                        .reason())
                .isEqualTo(Reason.OUT_OF_RANGE);
        assertThat(InterruptedSeries.of(ten, SeriesDesign.startingAt(5), new SerialErrors.NeweyWest(-1), .95)
                        .failure()
                        .reason())
                .isEqualTo(Reason.OUT_OF_RANGE);
        assertThat(InterruptedSeries.of(ten, SeriesDesign.startingAt(5), new SerialErrors.Independent(), 0)
                        .failure()
                        .reason())
                .isEqualTo(Reason.OUT_OF_RANGE);
    }

    private static @Nullable Reason reason(double[] values, SeriesDesign design) {
        Outcome<InterruptedSeries> outcome = InterruptedSeries.of(values, design);
        return outcome.isAnswer() ? null : outcome.failure().reason();
    }
}
