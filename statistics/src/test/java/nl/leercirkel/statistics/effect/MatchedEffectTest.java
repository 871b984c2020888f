package nl.leercirkel.statistics.effect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import nl.leercirkel.statistics.Caveat;
import nl.leercirkel.statistics.Estimate;
import nl.leercirkel.statistics.Outcome;
import nl.leercirkel.statistics.Reason;
import nl.leercirkel.statistics.Shared;
import nl.leercirkel.statistics.comparison.Balance;
import nl.leercirkel.statistics.comparison.PropensityMatching;
import nl.leercirkel.statistics.comparison.PropensityMatching.Pair;
import nl.leercirkel.statistics.sample.Means;
import org.junit.jupiter.api.Test;

class MatchedEffectTest {

    private static final MatchedEffect.Settings PLAIN = new MatchedEffect.Settings(Optional.empty(), false, .95);

    /** LaLonde's training programme: 185 treated, 429 from a survey; age, schooling, origin, marriage, degree, earlier earnings. */
    private record Lalonde(double[][] covariates, boolean[] treated, double[] earnings) {
        static Lalonde read() {
            List<String[]> rows = Shared.rows("matching/lalonde_matchit.csv");
            double[][] covariates = rows.stream()
                    .map(row -> new double[] {
                        Double.parseDouble(row[2]),
                        Double.parseDouble(row[3]),
                        row[4].equals("black") ? 1 : 0,
                        row[4].equals("hispan") ? 1 : 0,
                        Double.parseDouble(row[5]),
                        Double.parseDouble(row[6]),
                        Double.parseDouble(row[7]),
                        Double.parseDouble(row[8])
                    })
                    .toArray(double[][]::new);
            boolean[] treated = new boolean[rows.size()];
            for (int i = 0; i < treated.length; i++) {
                treated[i] = rows.get(i)[1].equals("1");
            }
            return new Lalonde(covariates, treated, Shared.column(rows, 9));
        }
    }

    @Test
    void withoutCaliperTheErrorIsThatOfThePairs() {
        Lalonde data = Lalonde.read();
        MatchedEffect found = MatchedEffect.of(data.covariates(), data.treated(), data.earnings(), PLAIN)
                .get();
        // Every treated unit is matched: 185 pairs, 370 rows, as MatchIt gives (reference-data/matching)
        assertThat(found.pairs()).hasSize(185);
        assertThat(found.unmatched()).isEmpty();
        double[] one = found.pairs().stream()
                .mapToDouble(pair -> data.earnings()[pair.treated()])
                .toArray();
        double[] two = found.pairs().stream()
                .mapToDouble(pair -> data.earnings()[pair.control()])
                .toArray();
        Estimate paired = Means.pairedDifference(one, two, .95).get();
        assertThat(found.effect().value()).isCloseTo(paired.value(), within(1e-8));
        assertThat(found.effect().interval().lower())
                .isCloseTo(paired.interval().lower(), within(2.0));
        double[] gaps = new double[185];
        for (int i = 0; i < 185; i++) {
            gaps[i] = one[i] - two[i] - paired.value();
        }
        double squares = 0;
        for (double gap : gaps) {
            squares += gap * gap;
        }
        assertThat(found.effect().standardError()).isCloseTo(Math.sqrt(squares / 184 / 185), within(1e-7));
        assertThat(found.before())
                .isEqualTo(PropensityMatching.of(data.covariates(), data.treated())
                        .get()
                        .before());
        assertThat(found.after())
                .isEqualTo(PropensityMatching.of(data.covariates(), data.treated())
                        .get()
                        .after());
    }

    @Test
    void aCaliperBalancesAndSaysWhoIsLeftOut() {
        Lalonde data = Lalonde.read();
        MatchedEffect found = MatchedEffect.of(
                        data.covariates(), data.treated(), data.earnings(), MatchedEffect.Settings.standard())
                .get();
        assertThat(found.pairs().size() + found.unmatched().size()).isEqualTo(185);
        assertThat(found.unmatched()).isNotEmpty();
        assertThat(found.effect().estimate().caveats()).contains(Caveat.UNITS_LEFT_OUT);
        // Without a caliper the share of black people stays .37 standard deviations apart; within it nothing is left
        // above .25
        MatchedEffect loose = MatchedEffect.of(data.covariates(), data.treated(), data.earnings(), PLAIN)
                .get();
        assertThat(largest(loose.after())).isGreaterThan(.3);
        assertThat(loose.effect().estimate().caveats()).contains(Caveat.ASSUMPTION_DOUBTFUL);
        assertThat(largest(found.after())).isLessThan(.25);
        assertThat(found.effect().estimate().caveats()).doesNotContain(Caveat.ASSUMPTION_DOUBTFUL);
        // The experiment gave about 1,794 (Dehejia and Wahba 1999); the naive difference is -635
        assertThat(found.effect().interval().contains(1794)).isTrue();
        assertThat(found.effect().value()).isGreaterThan(0);
        Set<Integer> used = new HashSet<>();
        double width = .2 * spread(found, data.treated());
        for (Pair pair : found.pairs()) {
            assertThat(data.treated()[pair.treated()]).isTrue();
            assertThat(data.treated()[pair.control()]).isFalse();
            assertThat(used.add(pair.control())).isTrue();
            assertThat(Math.abs(odds(found, pair.treated()) - odds(found, pair.control())))
                    .isLessThanOrEqualTo(width * (1 + 1e-12));
        }
        // Whoever is left out has no free control within the caliper
        for (int unit : found.unmatched()) {
            for (int i = 0; i < data.treated().length; i++) {
                if (!data.treated()[i] && !used.contains(i)) {
                    assertThat(Math.abs(odds(found, unit) - odds(found, i))).isGreaterThan(width);
                }
            }
        }
    }

    private static double largest(List<Balance> balance) {
        return balance.stream()
                .mapToDouble(row -> Math.abs(row.standardisedDifference()))
                .max()
                .orElseThrow();
    }

    private static double odds(MatchedEffect found, int unit) {
        double chance = found.scores().get(unit);
        return Math.log(chance / (1 - chance));
    }

    private static double spread(MatchedEffect found, boolean[] treated) {
        double sum = 0;
        for (boolean group : new boolean[] {true, false}) {
            double mean = 0;
            double squares = 0;
            int n = 0;
            for (int i = 0; i < treated.length; i++) {
                if (treated[i] == group) {
                    n++;
                    double gap = odds(found, i) - mean;
                    mean += gap / n;
                    squares += gap * (odds(found, i) - mean);
                }
            }
            sum += squares / (n - 1) / 2;
        }
        return Math.sqrt(sum);
    }

    @Test
    void adjustmentTakesOutWhatDiffersWithinPairs() {
        Simulated random = Simulated.of(3);
        Drawn drawn = Drawn.of(random, 200, 0);
        double[] exact = new double[200];
        for (int i = 0; i < 200; i++) {
            exact[i] = 5 * drawn.covariates[i][0]
                    - 2 * drawn.covariates[i][1]
                    + (drawn.treated[i] ? 4 : 0)
                    + 1e-6 * random.normal();
        }
        MatchedEffect adjusted = MatchedEffect.of(
                        drawn.covariates, drawn.treated, exact, MatchedEffect.Settings.standard())
                .get();
        MatchedEffect plain = MatchedEffect.of(
                        drawn.covariates, drawn.treated, exact, new MatchedEffect.Settings(Optional.of(.2), false, .95))
                .get();
        assertThat(adjusted.effect().value()).isCloseTo(4, within(1e-6));
        assertThat(Math.abs(plain.effect().value() - 4)).isGreaterThan(1e-3);
        assertThat(plain.pairs()).isEqualTo(adjusted.pairs());
        assertThat(adjusted.effect().estimate().method()).isEqualTo("matched-pairs-adjusted");
        assertThat(adjusted.effect().estimate().n()).isEqualTo(adjusted.pairs().size());
    }

    /** Units whose chance of treatment rises with both covariates. */
    record Drawn(double[][] covariates, boolean[] treated, double[] outcome) {
        static Drawn of(Simulated random, int n, double effect) {
            double[][] covariates = new double[n][];
            boolean[] treated = new boolean[n];
            double[] outcome = new double[n];
            for (int i = 0; i < n; i++) {
                covariates[i] = new double[] {random.normal(), random.normal()};
                treated[i] = random.uniform() < 1 / (1 + Math.exp(1.3 - .5 * covariates[i][0] - .5 * covariates[i][1]));
                outcome[i] = covariates[i][0] + covariates[i][1] + random.normal() + (treated[i] ? effect : 0);
            }
            return new Drawn(covariates, treated, outcome);
        }
    }

    @Test
    void theEffectFollowsScaleAndNotTheUnitsOfCovariates() {
        Drawn drawn = Drawn.of(Simulated.of(6), 120, 1);
        double[][] other = new double[120][];
        double[] moved = new double[120];
        for (int i = 0; i < 120; i++) {
            other[i] = new double[] {drawn.covariates[i][1] * 1000 - 5, drawn.covariates[i][0] / 100};
            moved[i] = 3 * drawn.outcome[i] + 50;
        }
        MatchedEffect one = MatchedEffect.of(
                        drawn.covariates, drawn.treated, drawn.outcome, MatchedEffect.Settings.standard())
                .get();
        MatchedEffect two = MatchedEffect.of(other, drawn.treated, moved, MatchedEffect.Settings.standard())
                .get();
        assertThat(two.pairs()).isEqualTo(one.pairs());
        assertThat(two.effect().value()).isCloseTo(3 * one.effect().value(), within(1e-9));
        assertThat(two.effect().pValue()).isCloseTo(one.effect().pValue(), within(1e-9));
    }

    @Test
    void wrongInputIsNamed() {
        Drawn drawn = Drawn.of(Simulated.of(6), 60, 1);
        MatchedEffect.Settings standard = MatchedEffect.Settings.standard();
        assertThat(reason(MatchedEffect.of(drawn.covariates, drawn.treated, new double[59], standard)))
                .isEqualTo(Reason.DO_NOT_MATCH);
        double[] broken = drawn.outcome.clone();
        broken[4] = Double.POSITIVE_INFINITY;
        assertThat(reason(MatchedEffect.of(drawn.covariates, drawn.treated, broken, standard)))
                .isEqualTo(Reason.NOT_A_NUMBER);
        assertThat(reason(MatchedEffect.of(drawn.covariates, new boolean[60], drawn.outcome, standard)))
                .isEqualTo(Reason.CONSTANT);
        assertThat(reason(MatchedEffect.of(drawn.covariates, drawn.treated, new double[60], standard)))
                .isEqualTo(Reason.CONSTANT);
        assertThat(reason(MatchedEffect.of(
                        drawn.covariates,
                        drawn.treated,
                        drawn.outcome,
                        new MatchedEffect.Settings(Optional.of(0.0), true, .95))))
                .isEqualTo(Reason.OUT_OF_RANGE);
        assertThat(reason(MatchedEffect.of(
                        drawn.covariates,
                        drawn.treated,
                        drawn.outcome,
                        new MatchedEffect.Settings(Optional.of(1e-12), true, .95))))
                .isEqualTo(Reason.TOO_FEW);
        assertThat(reason(MatchedEffect.of(
                        drawn.covariates,
                        drawn.treated,
                        drawn.outcome,
                        new MatchedEffect.Settings(Optional.empty(), true, 1.5))))
                .isEqualTo(Reason.OUT_OF_RANGE);
        boolean[] most = new boolean[60];
        java.util.Arrays.fill(most, 0, 40, true);
        assertThat(reason(MatchedEffect.of(drawn.covariates, most, drawn.outcome, PLAIN)))
                .isEqualTo(Reason.TOO_FEW);
    }

    private static Reason reason(Outcome<MatchedEffect> outcome) {
        return outcome.failure().reason();
    }
}
