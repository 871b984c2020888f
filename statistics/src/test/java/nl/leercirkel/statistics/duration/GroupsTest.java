package nl.leercirkel.statistics.duration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import nl.leercirkel.statistics.Caveat;
import nl.leercirkel.statistics.Reason;
import nl.leercirkel.statistics.Shared;
import nl.leercirkel.statistics.linear.Coefficient;
import org.junit.jupiter.api.Test;

/** Log-rank test and Cox regression. */
class GroupsTest {

    private static final double[] TIME = {1, 2, 3, 4, 5, 6};
    private static final boolean[] EVENT = {true, true, true, true, false, true};

    private static int[] ints(List<String[]> rows, int column) {
        return rows.stream().mapToInt(row -> Integer.parseInt(row[column])).toArray();
    }

    private static List<String[]> lungWithEcog() {
        return Shared.rows("survival/lung.csv").stream()
                .filter(row -> !row[5].equals("NA"))
                .toList();
    }

    private static Durations durations(List<String[]> rows) {
        return Durations.of(Shared.column(rows, 1), KaplanMeierTest.died(rows)).get();
    }

    @Test
    void logRankOnLungReachesR() {
        List<String[]> rows = Shared.rows("survival/lung.csv");
        LogRank test = LogRank.of(durations(rows), ints(rows, 4)).get();
        // R survival 3.5-3 survdiff: 10.326742, p .0013, observed 112 and 53, expected 91.6 and 73.4: 1e-6
        assertThat(test.test().statistic()).isCloseTo(10.326742, within(1e-6));
        assertThat(test.test().pValue()).isCloseTo(.0013, within(5e-5));
        assertThat(test.test().degreesOfFreedom()).isEqualTo(1);
        assertThat(test.test().caveats()).containsExactly(Caveat.LARGE_SAMPLE_FORMULA);
        assertThat(test.groups().get(0).label()).isEqualTo(1);
        assertThat(test.groups().get(0).n()).isEqualTo(138);
        assertThat(test.groups().get(0).observed()).isEqualTo(112);
        assertThat(test.groups().get(1).observed()).isEqualTo(53);
        assertThat(test.groups().get(0).expected()).isCloseTo(91.58173902, within(1e-7));
        assertThat(test.groups().get(1).expected()).isCloseTo(73.41826097, within(1e-7));
    }

    @Test
    void logRankInStrataAndOfFourGroupsReachesTheReference() {
        // reference.py, by its definition: 1e-7; veteran: R's help of survdiff prints 25.4 on 3 degrees of freedom
        List<String[]> rows = lungWithEcog();
        LogRank lung = LogRank.stratified(durations(rows), ints(rows, 4), ints(rows, 5))
                .get();
        assertThat(lung.test().statistic()).isCloseTo(10.79505963, within(1e-7));
        List<String[]> veterans = Shared.rows("survival/veteran.csv");
        boolean[] died = new boolean[veterans.size()];
        int[] cell = new int[died.length];
        List<String> cells = List.of("adeno", "large", "smallcell", "squamous");
        for (int i = 0; i < died.length; i++) {
            died[i] = veterans.get(i)[3].equals("1");
            cell[i] = cells.indexOf(veterans.get(i)[1]);
        }
        LogRank four = LogRank.of(Durations.of(Shared.column(veterans, 2), died).get(), cell)
                .get();
        assertThat(four.test().statistic()).isCloseTo(25.40370035, within(1e-7));
        assertThat(four.test().degreesOfFreedom()).isEqualTo(3);
    }

    @Test
    void coxOnLungReachesR() {
        // R survival: sex -.5310 (.1672); age .011067 (.009267), sex -.552612 (.167739), ph.ecog .463728 (.113577);
        // digits, likelihood and tests from reference.py, the partial likelihood written out by definition: 1e-7
        List<String[]> rows = Shared.rows("survival/lung.csv");
        double[][] sex = Arrays.stream(Shared.column(rows, 4))
                .mapToObj(x -> new double[] {x})
                .toArray(double[][]::new);
        Cox efron = Cox.fit(durations(rows), sex, .95).get();
        assertThat(efron.coefficients().get(0).value()).isCloseTo(-.53102354, within(1e-7));
        assertThat(efron.coefficients().get(0).standardError()).isCloseTo(.1671785833, within(1e-8));
        assertThat(efron.logLikelihood()).isCloseTo(-744.592999, within(1e-6));
        assertThat(efron.likelihoodRatio().statistic()).isCloseTo(10.63360473, within(1e-6));
        assertThat(efron.score().statistic()).isCloseTo(10.3251485, within(1e-6));
        assertThat(efron.wald().statistic()).isCloseTo(10.0894215, within(1e-6));
        assertThat(efron.proportionality().get(0).statistic()).isCloseTo(2.664662934, within(1e-6));
        assertThat(efron.events()).isEqualTo(165);
        assertThat(efron.caveats()).isEmpty();
        Cox breslow = Cox.fit(durations(rows), sex, new int[rows.size()], Cox.Ties.BRESLOW, .95)
                .get();
        assertThat(breslow.coefficients().get(0).value()).isCloseTo(-.5303965769, within(1e-8));
        assertThat(breslow.logLikelihood()).isCloseTo(-744.8181827, within(1e-6));
        List<String[]> full = lungWithEcog();
        double[][] three = full.stream()
                .map(row ->
                        new double[] {Double.parseDouble(row[3]), Double.parseDouble(row[4]), Double.parseDouble(row[5])
                        })
                .toArray(double[][]::new);
        Cox model = Cox.fit(durations(full), three, .95).get();
        double[] values = {.0110667646, -.5526123955, .4637284751};
        double[] errors = {.009267411014, .1677390538, .1135772662};
        double[] proportionality = {.118022952, 2.305997056, 2.116858986};
        for (int j = 0; j < 3; j++) {
            Coefficient coefficient = model.coefficients().get(j);
            assertThat(coefficient.value()).isCloseTo(values[j], within(1e-8));
            assertThat(coefficient.standardError()).isCloseTo(errors[j], within(1e-8));
            assertThat(coefficient.interval().lower()).isCloseTo(values[j] - 1.959963985 * errors[j], within(1e-7));
            assertThat(coefficient.statistic()).isCloseTo(values[j] / errors[j], within(1e-5));
            assertThat(model.proportionality().get(j).statistic()).isCloseTo(proportionality[j], within(1e-6));
        }
        // R prints p .000044 for ph.ecog
        assertThat(model.coefficients().get(2).pValue()).isCloseTo(4.4e-5, within(1e-6));
        assertThat(model.likelihoodRatio().degreesOfFreedom()).isEqualTo(3);
    }

    @Test
    void coxWithStrataAndLateEntriesReachesTheReference() {
        // reference.py: 1e-8
        List<String[]> rows = Shared.rows("survival/lung.csv");
        double[] time = Shared.column(rows, 1);
        Durations late = Durations.entering(KaplanMeierTest.entries(time), time, KaplanMeierTest.died(rows))
                .get();
        double[][] age = Arrays.stream(Shared.column(rows, 3))
                .mapToObj(x -> new double[] {x})
                .toArray(double[][]::new);
        Cox model = Cox.fit(late, age, ints(rows, 4), Cox.Ties.EFRON, .95).get();
        assertThat(model.coefficients().get(0).value()).isCloseTo(.01652439558, within(1e-8));
        assertThat(model.coefficients().get(0).standardError()).isCloseTo(.009182858204, within(1e-8));
        assertThat(model.logLikelihood()).isCloseTo(-627.5155101, within(1e-6));
        assertThat(model.likelihoodRatio().statistic()).isCloseTo(3.308053536, within(1e-6));
    }

    @Test
    void withoutTiesTheScoreTestIsTheLogRankTest() {
        double[] time = {3, 8, 1, 7, 2, 9, 4, 5, 6, 10};
        boolean[] event = {true, true, true, false, true, true, false, true, true, true};
        int[] group = {0, 0, 1, 1, 1, 0, 0, 1, 0, 1};
        double[][] x = Arrays.stream(group).mapToObj(g -> new double[] {g}).toArray(double[][]::new);
        Durations durations = Durations.of(time, event).get();
        assertThat(Cox.fit(durations, x, .95).get().score().statistic())
                .isCloseTo(LogRank.of(durations, group).get().test().statistic(), within(1e-10));
    }

    @Test
    void doubtAboutProportionalityIsSaid() {
        // Group 1 ends early or never, group 0 late: the factor turns round
        int n = 120;
        double[] time = new double[n];
        boolean[] event = new boolean[n];
        double[][] x = new double[n][];
        for (int i = 0; i < n; i++) {
            boolean one = i % 2 == 0;
            time[i] = one ? (i % 4 == 0 ? 1 + i * .01 : 20 + i * .01) : 5 + i * .01;
            event[i] = true;
            x[i] = new double[] {one ? 1 : 0};
        }
        assertThat(Cox.fit(Durations.of(time, event).get(), x, .95).get().caveats())
                .contains(Caveat.ASSUMPTION_DOUBTFUL);
    }

    @Test
    void wrongInputIsNamed() {
        Durations durations = Durations.of(TIME, EVENT).get();
        int[] group = {0, 1, 0, 1, 0, 1};
        assertThat(LogRank.of(durations, new int[6]).failure().reason()).isEqualTo(Reason.TOO_FEW);
        assertThat(LogRank.of(durations, new int[5]).failure().reason()).isEqualTo(Reason.DO_NOT_MATCH);
        assertThat(LogRank.stratified(durations, group, new int[2]).failure().reason())
                .isEqualTo(Reason.DO_NOT_MATCH);
        assertThat(LogRank.of(Durations.of(TIME, new boolean[6]).get(), group)
                        .failure()
                        .reason())
                .isEqualTo(Reason.TOO_FEW);
        assertThat(LogRank.stratified(durations, group, group).failure().reason())
                .isEqualTo(Reason.NOT_IDENTIFIED);
        double[][] x = {{1}, {3}, {2}, {2}, {5}, {1}};
        assertThat(Cox.fit(durations, new double[0][], .95).failure().reason()).isEqualTo(Reason.DO_NOT_MATCH);
        assertThat(Cox.fit(durations, new double[6][0], .95).failure().reason()).isEqualTo(Reason.NO_DATA);
        assertThat(Cox.fit(durations, new double[][] {{1}, {1}, {1}, {1}, {1}, {1}}, .95)
                        .failure()
                        .reason())
                .isEqualTo(Reason.CONSTANT);
        assertThat(Cox.fit(durations, new double[][] {{1}, {Double.NaN}, {1}, {2}, {1}, {1}}, .95)
                        .failure()
                        .reason())
                .isEqualTo(Reason.NOT_A_NUMBER);
        assertThat(Cox.fit(durations, new double[][] {{1}, {1, 2}, {1}, {2}, {1}, {1}}, .95)
                        .failure()
                        .reason())
                .isEqualTo(Reason.DO_NOT_MATCH);
        double[][] twice =
                Arrays.stream(x).map(row -> new double[] {row[0], 2 * row[0]}).toArray(double[][]::new);
        assertThat(Cox.fit(durations, twice, .95).failure().reason()).isEqualTo(Reason.NOT_IDENTIFIED);
        // Who has 1 always ends before who has 0: the factor runs off to infinity
        double[][] order = {{1}, {1}, {1}, {0}, {0}, {0}};
        assertThat(Cox.fit(durations, order, .95).failure().reason()).isEqualTo(Reason.NOT_IDENTIFIED);
        // Events of one group before all others, the last of the other group alone (found by LawsTest): flat to
        // infinity
        double[][] alternating = {{0}, {1}, {0}, {1}, {0}, {1}, {0}, {1}, {0}};
        Durations separated = Durations.of(
                        new double[] {1, 3, 1, 3, 1, 3, 3, 4, 3},
                        new boolean[] {true, false, true, false, true, false, false, true, false})
                .get();
        assertThat(Cox.fit(separated, alternating, .95).failure().reason()).isEqualTo(Reason.NOT_IDENTIFIED);
        double[][] wide = new double[6][5];
        for (int i = 0; i < 6; i++) {
            wide[i][i % 5] = 1 + i;
        }
        assertThat(Cox.fit(durations, wide, .95).failure().reason()).isEqualTo(Reason.TOO_FEW);
        assertThat(Cox.fit(durations, x, new int[3], Cox.Ties.EFRON, .95)
                        .failure()
                        .reason())
                .isEqualTo(Reason.DO_NOT_MATCH);
        assertThat(Cox.fit(durations, x, 0).failure().reason()).isEqualTo(Reason.OUT_OF_RANGE);
        assertThat(Cox.fit(durations, x, .95).get().caveats()).contains(Caveat.FEW_OBSERVATIONS);
    }
}
