package nl.leercirkel.statistics.business;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import nl.leercirkel.statistics.Caveat;
import nl.leercirkel.statistics.Randomness;
import nl.leercirkel.statistics.Reason;
import org.apache.commons.rng.UniformRandomProvider;
import org.junit.jupiter.api.Test;

class AvoidedCostTest {

    private static AvoidedCost.Case known(double days, double price, double actual) {
        return new AvoidedCost.Case(days, days, days, price, 1, actual);
    }

    @Test
    void knownDaysLeaveNoMargin() {
        AvoidedCost result = AvoidedCost.of(
                        List.of(known(10, 100, 200), known(20, 100, 300), known(0, 100, 100)), .95, Randomness.of(1))
                .get();
        assertThat(result.gross()).isEqualTo(3000);
        assertThat(result.actual()).isEqualTo(600);
        assertThat(result.avoided()).isEqualTo(2400);
        assertThat(result.withoutCare()).isEqualTo(1);
        assertThat(result.cases()).isEqualTo(3);
        assertThat(result.independent().lower()).isCloseTo(2400, within(1e-9));
        assertThat(result.together().upper()).isCloseTo(2400, within(1e-9));
        assertThat(result.perCase().value()).isCloseTo(800, within(1e-9));
        // cases bring 800, 1,700 and -100: resampling three of them spans those
        assertThat(result.perCase().interval().lower()).isBetween(-100.0, 300.0);
        assertThat(result.perCase().interval().upper()).isBetween(1300.0, 1700.0);
        assertThat(result.perCase().caveats()).contains(Caveat.FEW_OBSERVATIONS, Caveat.SIMULATED);
    }

    /** 25 equal cases, days triangular(0, 30, 60) at 10 euro: mean 300 and SD 122.47 per case; the middle 95% of one
     * triangle is 30 +- 60 (1 - sqrt(.05)) / 2 days. */
    @Test
    void ownErrorsAverageOutAndCommonErrorsDoNot() {
        List<AvoidedCost.Case> cases = Collections.nCopies(25, new AvoidedCost.Case(0, 30, 60, 10, 1, 50));
        AvoidedCost result = AvoidedCost.of(cases, .95, Randomness.of(2)).get();
        assertThat(result.avoided()).isCloseTo(25 * 250, within(1e-9));
        double half = 1.96 * 5 * 122.474;
        assertThat(result.independent().lower()).isCloseTo(6250 - half, within(60.0));
        assertThat(result.independent().upper()).isCloseTo(6250 + half, within(60.0));
        double together = 25 * 10 * 30 * (1 - Math.sqrt(.05));
        assertThat(result.together().lower()).isCloseTo(6250 - together, within(250.0));
        assertThat(result.together().upper()).isCloseTo(6250 + together, within(250.0));
        assertThat(result.perCase().caveats()).containsExactly(Caveat.SIMULATED);
    }

    /** A use that is unsure: with chance .4 of 100 days at 10 euro the expected gross is 400 per case. */
    @Test
    void anUnsureUseCountsByItsChance() {
        List<AvoidedCost.Case> cases = Collections.nCopies(50, new AvoidedCost.Case(100, 100, 100, 10, .4, 0));
        AvoidedCost result = AvoidedCost.of(cases, .95, Randomness.of(3)).get();
        assertThat(result.gross()).isCloseTo(20_000, within(1e-6));
        // binomial(50, .4): middle 95% is 13 to 27 uses
        assertThat(result.independent().lower()).isEqualTo(13_000);
        assertThat(result.independent().upper()).isEqualTo(27_000);
        assertThat(result.together().lower()).isZero();
        assertThat(result.together().upper()).isEqualTo(50_000);
    }

    @Test
    void theSeedDecidesAndNotTheThreads() {
        List<AvoidedCost.Case> cases = Collections.nCopies(5, new AvoidedCost.Case(0, 3, 60, 10, .9, 5));
        AvoidedCost one = AvoidedCost.of(cases, .9, new Randomness(1, 1)).get();
        assertThat(AvoidedCost.of(cases, .9, new Randomness(1, 3)).get()).isEqualTo(one);
        assertThat(one.seed()).isEqualTo(1);
    }

    /** Per case over samples of 60 cases whose expected use is normal: 200 intervals, standard error 1.5%. */
    @Test
    void coverage() {
        UniformRandomProvider stream = Randomness.of(12).stream();
        Distribution.Sampler days = new Distribution.Normal(100, 20).sampler();
        int held = 0;
        for (int i = 0; i < 200; i++) {
            double[] drawn = new double[60];
            days.fill(drawn, 60, stream);
            List<AvoidedCost.Case> cases = new ArrayList<>();
            for (double day : drawn) {
                cases.add(known(day, 1, 0));
            }
            held += AvoidedCost.of(cases, .95, Randomness.of(i))
                            .get()
                            .perCase()
                            .interval()
                            .contains(100)
                    ? 1
                    : 0;
        }
        assertThat(held / 200.0).isBetween(.92, .98);
    }

    @Test
    void badInputHasAReason() {
        AvoidedCost.Case fine = known(1, 1, 1);
        assertThat(reason(List.of(), .95)).isEqualTo(Reason.NO_DATA);
        assertThat(reason(List.of(fine, fine), .95)).isEqualTo(Reason.TOO_FEW);
        assertThat(reason(List.of(fine, fine, fine), 0)).isEqualTo(Reason.OUT_OF_RANGE);
        assertThat(reason(List.of(fine, fine, fine), 1)).isEqualTo(Reason.OUT_OF_RANGE);
        assertThat(reason(List.of(fine, fine, known(Double.NaN, 1, 1)), .95)).isEqualTo(Reason.NOT_A_NUMBER);
        assertThat(with(new AvoidedCost.Case(5, 4, 6, 1, 1, 1))).isEqualTo(Reason.OUT_OF_RANGE);
        assertThat(with(new AvoidedCost.Case(1, 4, 3, 1, 1, 1))).isEqualTo(Reason.OUT_OF_RANGE);
        assertThat(with(new AvoidedCost.Case(-1, 4, 6, 1, 1, 1))).isEqualTo(Reason.OUT_OF_RANGE);
        assertThat(with(new AvoidedCost.Case(1, 4, 6, -1, 1, 1))).isEqualTo(Reason.OUT_OF_RANGE);
        assertThat(with(new AvoidedCost.Case(1, 4, 6, 1, 1.1, 1))).isEqualTo(Reason.OUT_OF_RANGE);
        assertThat(with(new AvoidedCost.Case(1, 4, 6, 1, -.1, 1))).isEqualTo(Reason.OUT_OF_RANGE);
        assertThat(with(new AvoidedCost.Case(1, 4, 6, 1, 1, -1))).isEqualTo(Reason.OUT_OF_RANGE);
    }

    private static Reason with(AvoidedCost.Case bad) {
        return reason(List.of(known(1, 1, 1), known(1, 1, 1), bad), .95);
    }

    private static Reason reason(List<AvoidedCost.Case> cases, double level) {
        return AvoidedCost.of(cases, level, Randomness.of(1)).failure().reason();
    }
}
