package nl.leercirkel.statistics.sample;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.stream.IntStream;
import nl.leercirkel.statistics.Alternative;
import nl.leercirkel.statistics.Caveat;
import nl.leercirkel.statistics.Reason;
import nl.leercirkel.statistics.TestResult;
import org.junit.jupiter.api.Test;

class RanksTest {

    /** Hollander and Wolfe (1973), p. 29: depression scale of nine patients at two visits. */
    static final double[] FIRST_VISIT = {1.83, .5, 1.62, 2.48, 1.68, 1.88, 1.55, 3.06, 1.3};

    static final double[] SECOND_VISIT = {.878, .647, .598, 2.05, 1.06, 1.29, 1.06, 3.14, 1.29};

    /** Hollander and Wolfe (1973), p. 69: permeability of the membrane. */
    static final double[] TERM = {.8, .83, 1.89, 1.04, 1.45, 1.38, 1.91, 1.64, .73, 1.46};

    static final double[] EARLIER = {1.15, .88, .9, .74, 1.21};

    static final double[] TIED_1 = {1, 2, 2, 3, 5, 5, 5};
    static final double[] TIED_2 = {2, 4, 5, 6, 6, 7};

    @Test
    void signedRankOnDepression() {
        // R help of wilcox.test: V 40, p .01953 = 10/512, exact: 1e-12
        TestResult test =
                Ranks.signedRank(FIRST_VISIT, SECOND_VISIT, Alternative.GREATER).get();
        assertThat(test.statistic()).isEqualTo(40);
        assertThat(test.pValue()).isCloseTo(.01953125, within(1e-12));
        assertThat(test.n()).isEqualTo(9);
        assertThat(test.caveats()).isEmpty();
        assertThat(Ranks.signedRank(FIRST_VISIT, SECOND_VISIT, Alternative.TWO_SIDED)
                        .get()
                        .pValue())
                .isCloseTo(.0390625, within(1e-12));
        assertThat(Ranks.signedRank(FIRST_VISIT, SECOND_VISIT, Alternative.LESS)
                        .get()
                        .pValue())
                .isCloseTo(505.0 / 512, within(1e-12));
    }

    @Test
    void rankSumOnPermeability() {
        // R help of wilcox.test: W 35, p .1272; digits by scipy 1.17: 1e-9
        TestResult test = Ranks.rankSum(TERM, EARLIER, Alternative.GREATER).get();
        assertThat(test.statistic()).isEqualTo(35);
        assertThat(test.pValue()).isCloseTo(.1272061272, within(1e-9));
        assertThat(test.method()).isEqualTo("wilcoxon-rank-sum-exact");
    }

    @Test
    void tiesAreExactToo() {
        // scipy 1.17 mannwhitneyu over all permutations, reference.py: 1e-9
        TestResult test = Ranks.rankSum(TIED_1, TIED_2, Alternative.TWO_SIDED).get();
        assertThat(test.statistic()).isEqualTo(9.5);
        assertThat(test.pValue()).isCloseTo(.09673659674, within(1e-9));
        assertThat(test.caveats()).containsExactly(Caveat.TIES);
        // By hand: ranks 1.5, 1.5, 3 with signs ++-: V = 3; at least 3 in 8 ways: 3, 3 (1.5+1.5), 4.5, 4.5, 6
        TestResult signed = Ranks.signedRank(new double[] {1, 1, 0, 7}, new double[] {0, 0, 2, 7}, Alternative.GREATER)
                .get();
        assertThat(signed.statistic()).isEqualTo(3);
        assertThat(signed.pValue()).isCloseTo(5.0 / 8, within(1e-12));
        assertThat(signed.n()).isEqualTo(3);
        assertThat(signed.caveats()).containsExactlyInAnyOrder(Caveat.TIES, Caveat.ZEROS_LEFT_OUT);
    }

    @Test
    void largeSamplesReachTheReference() {
        // scipy 1.17, asymptotic with ties and continuity correction, reference.py: 1e-8
        double[] first =
                IntStream.range(0, 40).mapToDouble(i -> i % 17 + .1 * (i % 3)).toArray();
        double[] second = IntStream.range(0, 45).mapToDouble(i -> i % 13 + 2.5).toArray();
        TestResult sum = Ranks.rankSum(first, second, Alternative.TWO_SIDED).get();
        assertThat(sum.statistic()).isEqualTo(786);
        assertThat(sum.pValue()).isCloseTo(.3174355263, within(1e-8));
        assertThat(sum.caveats()).containsExactlyInAnyOrder(Caveat.TIES, Caveat.LARGE_SAMPLE_FORMULA);
        assertThat(sum.method()).isEqualTo("wilcoxon-rank-sum");
        double[] differences =
                IntStream.range(0, 120).mapToDouble(i -> (i * 37) % 41 - 18).toArray();
        TestResult signed = Ranks.signedRank(differences, new double[120], Alternative.GREATER)
                .get();
        assertThat(signed.statistic()).isEqualTo(4204.5);
        assertThat(signed.n()).isEqualTo(117);
        assertThat(signed.pValue()).isCloseTo(.02031813985, within(1e-8));
        assertThat(signed.caveats())
                .containsExactlyInAnyOrder(Caveat.TIES, Caveat.ZEROS_LEFT_OUT, Caveat.LARGE_SAMPLE_FORMULA);
        // Turned round, LESS and GREATER change places
        assertThat(Ranks.signedRank(new double[120], differences, Alternative.LESS)
                        .get()
                        .pValue())
                .isCloseTo(.02031813985, within(1e-8));
    }

    @Test
    void wrongInputIsNamed() {
        double[] empty = {};
        double[] same = {2, 2};
        assertThat(Ranks.signedRank(empty, empty, Alternative.LESS).failure().reason())
                .isEqualTo(Reason.NO_DATA);
        assertThat(Ranks.signedRank(same, same, Alternative.LESS).failure().reason())
                .isEqualTo(Reason.CONSTANT);
        assertThat(Ranks.signedRank(same, empty, Alternative.LESS).failure().reason())
                .isEqualTo(Reason.DO_NOT_MATCH);
        assertThat(Ranks.signedRank(same, new double[] {1, Double.NaN}, Alternative.LESS)
                        .failure()
                        .reason())
                .isEqualTo(Reason.NOT_A_NUMBER);
        assertThat(Ranks.rankSum(same, same, Alternative.LESS).failure().reason())
                .isEqualTo(Reason.CONSTANT);
        assertThat(Ranks.rankSum(same, empty, Alternative.LESS).failure().reason())
                .isEqualTo(Reason.NO_DATA);
        assertThat(Ranks.rankSum(new double[] {Double.NaN}, same, Alternative.LESS)
                        .failure()
                        .reason())
                .isEqualTo(Reason.NOT_A_NUMBER);
        assertThat(Ranks.rankSum(new double[] {1}, new double[] {2}, Alternative.LESS)
                        .get()
                        .pValue())
                .isCloseTo(.5, within(1e-12));
    }
}
