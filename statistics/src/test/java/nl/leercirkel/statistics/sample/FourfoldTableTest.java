package nl.leercirkel.statistics.sample;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import nl.leercirkel.statistics.Alternative;
import nl.leercirkel.statistics.Caveat;
import nl.leercirkel.statistics.Estimate;
import nl.leercirkel.statistics.Reason;
import nl.leercirkel.statistics.TestResult;
import org.junit.jupiter.api.Test;

class FourfoldTableTest {

    private static final FourfoldTable TEA = new FourfoldTable(3, 1, 1, 3);

    @Test
    void fisherTastesTea() {
        // Fisher (1935): 17/70 and 34/70, exact: 1e-12
        assertThat(TEA.fisher(Alternative.GREATER).get().pValue()).isCloseTo(17.0 / 70, within(1e-12));
        assertThat(TEA.fisher(Alternative.TWO_SIDED).get().pValue()).isCloseTo(34.0 / 70, within(1e-12));
        assertThat(TEA.fisher(Alternative.LESS).get().pValue()).isCloseTo(69.0 / 70, within(1e-12));
        // scipy 1.17 (R's help prints 6.408309, from a coarser search): 1e-8
        assertThat(TEA.oddsRatio(.95).get().value()).isCloseTo(6.408319659, within(1e-8));
        assertThat(TEA.oddsRatio(.95).get().caveats()).containsExactly(Caveat.FEW_OBSERVATIONS);
    }

    @Test
    void oddsRatioReachesTheReference() {
        // scipy 1.17 contingency.odds_ratio (conditional), reference.py: 1e-7 relative
        FourfoldTable table = new FourfoldTable(7, 12, 2, 9);
        Estimate ratio = table.oddsRatio(.95).get();
        assertThat(ratio.value()).isCloseTo(2.545684652, within(1e-7));
        assertThat(ratio.interval().lower()).isCloseTo(.3577414444, within(1e-7));
        assertThat(ratio.interval().upper()).isCloseTo(30.89969205, within(1e-6));
        assertThat(table.fisher(Alternative.TWO_SIDED).get().pValue()).isCloseTo(.4188905547, within(1e-9));
        assertThat(ratio.n()).isEqualTo(30);
        assertThat(ratio.caveats()).isEmpty();
    }

    @Test
    void oddsRatioAtItsEnds() {
        FourfoldTable zero = new FourfoldTable(0, 5, 5, 2);
        assertThat(zero.oddsRatio(.95).get().value()).isZero();
        assertThat(zero.oddsRatioInterval(.95).get().lower()).isZero();
        FourfoldTable infinite = new FourfoldTable(5, 0, 2, 5);
        assertThat(infinite.oddsRatio(.95).failure().reason()).isEqualTo(Reason.NOT_REACHED);
        assertThat(infinite.oddsRatioInterval(.95).get().upper()).isInfinite();
        assertThat(infinite.oddsRatioInterval(.95).get().lower())
                .isCloseTo(
                        1
                                / new FourfoldTable(0, 5, 5, 2)
                                        .oddsRatioInterval(.95)
                                        .get()
                                        .upper(),
                        within(1e-9));
    }

    @Test
    void mcNemarOnTheApprovalOfPrimeMinisters() {
        // Agresti (1990), table 10.1: corrected chi-squared (|86-150|-1)^2/236 = 16.81780; p by scipy 1.17: 1e-12
        FourfoldTable approval = new FourfoldTable(794, 86, 150, 570);
        TestResult test = approval.mcNemar().get();
        assertThat(test.statistic()).isCloseTo(16.81779661, within(1e-8));
        assertThat(test.pValue()).isCloseTo(4.114562281e-05, within(1e-12));
        assertThat(test.n()).isEqualTo(1600);
        assertThat(test.caveats()).containsExactly(Caveat.LARGE_SAMPLE_FORMULA);
        // exact by scipy 1.17 binomtest(86, 236): 1e-12
        assertThat(approval.mcNemarExact(Alternative.TWO_SIDED).get().pValue())
                .isCloseTo(3.71593614e-05, within(1e-12));
        assertThat(new FourfoldTable(0, 1, 5, 0)
                        .mcNemarExact(Alternative.LESS)
                        .get()
                        .pValue())
                .isCloseTo(7.0 / 64, within(1e-12));
        assertThat(new FourfoldTable(1, 3, 3, 1).mcNemar().get().statistic()).isZero();
        assertThat(new FourfoldTable(1, 3, 3, 1).mcNemar().get().caveats()).contains(Caveat.FEW_OBSERVATIONS);
        assertThat(new FourfoldTable(1, 12, 13, 1).mcNemar().get().caveats())
                .containsExactly(Caveat.LARGE_SAMPLE_FORMULA);
    }

    @Test
    void wrongInputIsNamed() {
        assertThat(new FourfoldTable(-1, 1, 1, 1)
                        .fisher(Alternative.LESS)
                        .failure()
                        .reason())
                .isEqualTo(Reason.OUT_OF_RANGE);
        assertThat(new FourfoldTable(1, -1, 1, 1).mcNemar().failure().reason()).isEqualTo(Reason.OUT_OF_RANGE);
        assertThat(new FourfoldTable(1, 1, -1, 1)
                        .mcNemarExact(Alternative.LESS)
                        .failure()
                        .reason())
                .isEqualTo(Reason.OUT_OF_RANGE);
        assertThat(new FourfoldTable(1, 1, 1, -1).oddsRatio(.95).failure().reason())
                .isEqualTo(Reason.OUT_OF_RANGE);
        assertThat(new FourfoldTable(0, 0, 0, 0)
                        .fisher(Alternative.LESS)
                        .failure()
                        .reason())
                .isEqualTo(Reason.NO_DATA);
        assertThat(new FourfoldTable(5, 0, 0, 5).mcNemar().failure().reason()).isEqualTo(Reason.CONSTANT);
        assertThat(new FourfoldTable(5, 0, 0, 5)
                        .mcNemarExact(Alternative.LESS)
                        .failure()
                        .reason())
                .isEqualTo(Reason.CONSTANT);
        assertThat(new FourfoldTable(3, 0, 4, 0).oddsRatio(.95).failure().reason())
                .isEqualTo(Reason.CONSTANT);
        assertThat(new FourfoldTable(3, 1, 4, 2).oddsRatio(2).failure().reason())
                .isEqualTo(Reason.OUT_OF_RANGE);
        assertThat(new FourfoldTable(2_000_000, 1, 1, 1)
                        .fisher(Alternative.LESS)
                        .failure()
                        .reason())
                .isEqualTo(Reason.TOO_LARGE);
    }
}
