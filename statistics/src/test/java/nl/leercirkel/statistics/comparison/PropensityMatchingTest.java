package nl.leercirkel.statistics.comparison;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import nl.leercirkel.statistics.Estimate;
import nl.leercirkel.statistics.Reason;
import nl.leercirkel.statistics.Shared;
import nl.leercirkel.statistics.comparison.PropensityMatching.Choice;
import nl.leercirkel.statistics.comparison.PropensityMatching.Pair;
import org.junit.jupiter.api.Test;

/**
 * Lalonde's data as in R's MatchIt 4.5.1, with its usual formula: treat ~ age + educ + race + married + nodegree + re74 + re75.
 *
 * <p>matchit(method = "nearest") of that version gives 770.3902: by a fault it always takes the control with the next lower
 * score (Choice.NEXT_BELOW). The same R package given the distances between scores as a matrix (distance = abs(outer(p1, p0, "-")))
 * does take the nearest, and gives 894.367480. Both were run with R 4.2.2.
 */
class PropensityMatchingTest {

    private static final int TREATED = 185;

    @Test
    void matchItsResultIsRecomputed() {
        Lalonde data = Lalonde.read();
        PropensityMatching matching = PropensityMatching.of(data.covariates, data.treated, Choice.NEXT_BELOW)
                .get();
        assertThat(matching.difference(data.earnings, .95).get().value()).isCloseTo(770.39016784, within(1e-7));
        // summary(m)$sum.matched of MatchIt 4.5.1: means of the controls and standardised differences, 8 digits
        double[] means = {25.20540541, 10.58378378, .47027027, .21081081, .2, .64864865, 2476.94748243, 1669.74189978};
        double[] differences = {
            .085368157, -.118289015, 1.025859283, -.640010449, -.027602622, .130785669, -.078044490, -.042769760
        };
        for (int j = 0; j < means.length; j++) {
            Balance after = matching.after().get(j);
            assertThat(after.controlMean()).as("mean %d", j).isCloseTo(means[j], within(1e-8 * (1 + means[j])));
            // Shares: MatchIt divides by p (1 - p) with n, this library by the sample variance with n - 1
            double scale = j == 2 || j == 3 || j == 4 || j == 5 ? Math.sqrt((TREATED - 1.0) / TREATED) : 1;
            assertThat(after.standardisedDifference())
                    .as("difference %d", j)
                    .isCloseTo(differences[j] * scale, within(1e-8));
        }
    }

    @Test
    void nearestControlsReachTheReference() {
        Lalonde data = Lalonde.read();
        PropensityMatching matching =
                PropensityMatching.of(data.covariates, data.treated).get();
        assertThat(matching.pairs()).hasSize(TREATED);
        assertThat(matching.pairs().stream().map(Pair::control).distinct()).hasSize(TREATED);
        Estimate difference = matching.difference(data.earnings, .95).get();
        assertThat(difference.value()).isCloseTo(894.367480, within(1e-6));
        assertThat(difference.n()).isEqualTo(TREATED);
        assertThat(difference.interval().contains(difference.value())).isTrue();
        // summary(m)$sum.all: means of all treated and controls, standardised difference of age
        Balance age = matching.before().getFirst();
        assertThat(age.treatedMean()).isCloseTo(25.816216, within(1e-6));
        assertThat(age.controlMean()).isCloseTo(28.03030303, within(1e-8));
        assertThat(age.standardisedDifference()).isCloseTo(-.309445262, within(1e-8));
        // fitted(glm(...)): the first three chances; R stops at a relative change of the deviance of 1e-8
        assertThat(matching.scores().get(0)).isCloseTo(.638769933297, within(2e-9));
        assertThat(matching.scores().get(1)).isCloseTo(.224634241570, within(2e-9));
        assertThat(matching.scores().get(2)).isCloseTo(.678243879538, within(2e-9));
    }

    /** Scores rise with the only covariate, so who is next to whom can be read from it. */
    @Test
    void aPairByHand() {
        double[][] covariates = {{10}, {2}, {7}, {11}, {1}, {6}, {3}};
        boolean[] treated = {true, true, false, false, false, false, false};
        assertThat(PropensityMatching.of(covariates, treated).get().pairs())
                .containsExactly(new Pair(0, 3), new Pair(1, 4));
        assertThat(PropensityMatching.of(covariates, treated, Choice.NEXT_BELOW)
                        .get()
                        .pairs())
                .containsExactly(new Pair(0, 2), new Pair(1, 4));
        // Nothing below any more: the lowest that is left
        assertThat(PropensityMatching.of(
                                new double[][] {{9}, {1}, {4}, {6}, {3}, {5}},
                                new boolean[] {true, true, false, false, false, false},
                                Choice.NEXT_BELOW)
                        .get()
                        .pairs())
                .containsExactly(new Pair(0, 3), new Pair(1, 4));
    }

    @Test
    void badInputIsNamed() {
        double[][] covariates = {{10}, {2}, {7}, {11}, {1}, {6}, {3}};
        boolean[] treated = {true, true, false, false, false, false, false};
        PropensityMatching matching = PropensityMatching.of(covariates, treated).get();
        assertThat(matching.difference(new double[3], .95).failure().reason()).isEqualTo(Reason.DO_NOT_MATCH);
        assertThat(matching.difference(new double[7], .95).failure().reason()).isEqualTo(Reason.CONSTANT);
        double[] outcome = {Double.NaN, 2, 3, 4, 5, 6, 7};
        assertThat(matching.difference(outcome, .95).failure().reason()).isEqualTo(Reason.NOT_A_NUMBER);
        assertThat(PropensityMatching.of(covariates, new boolean[7]).failure().reason())
                .isEqualTo(Reason.CONSTANT);
        assertThat(PropensityMatching.of(covariates, new boolean[3]).failure().reason())
                .isEqualTo(Reason.DO_NOT_MATCH);
        assertThat(PropensityMatching.of(new double[][] {{1}, {2}, {3}}, new boolean[] {true, true, false})
                        .failure()
                        .reason())
                .isEqualTo(Reason.TOO_FEW);
        assertThat(PropensityMatching.of(new double[0][], new boolean[0])
                        .failure()
                        .reason())
                .isEqualTo(Reason.NO_DATA);
    }

    private record Lalonde(double[][] covariates, boolean[] treated, double[] earnings) {

        static Lalonde read() {
            List<String[]> rows = Shared.rows("matching/lalonde_matchit.csv");
            double[] treat = Shared.column(rows, 1);
            boolean[] treated = new boolean[treat.length];
            double[][] covariates = new double[treat.length][];
            for (int i = 0; i < treated.length; i++) {
                String[] row = rows.get(i);
                treated[i] = treat[i] == 1;
                covariates[i] = new double[] {
                    Double.parseDouble(row[2]),
                    Double.parseDouble(row[3]),
                    row[4].equals("black") ? 1 : 0,
                    row[4].equals("hispan") ? 1 : 0,
                    Double.parseDouble(row[5]),
                    Double.parseDouble(row[6]),
                    Double.parseDouble(row[7]),
                    Double.parseDouble(row[8])
                };
            }
            return new Lalonde(covariates, treated, Shared.column(rows, 9));
        }
    }
}
