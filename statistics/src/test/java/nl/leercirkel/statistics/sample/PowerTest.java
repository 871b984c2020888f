package nl.leercirkel.statistics.sample;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import nl.leercirkel.statistics.Reason;
import org.junit.jupiter.api.Test;

class PowerTest {

    @Test
    void sharesReachRsHelp() {
        // R help of power.prop.test: n 50, .50 against .75: power .7401659; power .90: n 76.65294; n 50, .5, power .9:
        // p2 .8026141
        assertThat(Power.twoShares(50, .5, .75, .05).get()).isCloseTo(.7401659, within(1e-6));
        assertThat(Power.perGroupForShares(.5, .75, .05, .9).get()).isCloseTo(76.7, within(.05));
        double n = Power.perGroupForShares(.3, .45, .05, .8).get();
        assertThat(Power.twoShares(n, .3, .45, .05).get()).isCloseTo(.8, within(1e-9));
        assertThat(Power.perGroupForShares(.45, .3, .05, .8).get()).isCloseTo(n, within(1e-6));
        assertThat(Power.detectableShareAbove(n, .3, .05, .8).get()).isCloseTo(.45, within(1e-9));
        assertThat(Power.detectableShareBelow(n, .7, .05, .8).get()).isCloseTo(.55, within(1e-9));
    }

    @Test
    void meansReachRsHelp() {
        // R help of power.t.test: n 20, delta 1, sd 1: power .8689528; power .90, delta 1: n 22.02110: all digits
        assertThat(Power.twoMeans(20, 1, 1, .05).get()).isCloseTo(.8689528, within(5e-8));
        assertThat(Power.twoMeans(20, -2, 2, .05).get()).isCloseTo(.8689528, within(5e-8));
        assertThat(Power.perGroupForMeans(1, 1, .05, .9).get()).isCloseTo(22.02110, within(5e-5));
        assertThat(Power.perGroupForMeans(-500, 500, .05, .9).get()).isCloseTo(22.02110, within(5e-5));
        assertThat(Power.detectableDifference(22.02110, 3, .05, .9).get()).isCloseTo(3, within(1e-5));
        // scipy 1.17 nct.cdf, reference.py: 1e-9
        assertThat(Power.noncentralT(2.0244, 38, 3.16227766)).isCloseTo(.1310484344, within(1e-9));
        assertThat(Power.noncentralT(1, 3, 2)).isCloseTo(.157349434, within(1e-8));
    }

    @Test
    void exactPowerReachesTheReference() {
        // scipy 1.17 binomial tails, reference.py: 1e-9
        assertThat(Power.shareAgainst(44, .5, .3, .05).get()).isCloseTo(.8605958178, within(1e-9));
        assertThat(Power.shareAgainst(44, .3, .5, .05).get()).isCloseTo(.8543923817, within(1e-9));
        assertThat(Power.shareAgainst(3, .5, .3, .05).get()).isZero();
        assertThat(Power.casesForShareAgainst(.5, .3, .05, .8).get()).isEqualTo(42);
    }

    @Test
    void clustersCost() {
        // Kish (1965): 1 + (10 - 1) x .05
        assertThat(Power.designEffect(10, .05).get()).isCloseTo(1.45, within(1e-12));
        assertThat(Power.designEffect(1, 1).get()).isEqualTo(1);
    }

    @Test
    void wrongInputIsNamed() {
        assertThat(Power.twoShares(.5, .5, .7, .05).failure().reason()).isEqualTo(Reason.TOO_FEW);
        assertThat(Power.twoShares(1e8, .5, .7, .05).failure().reason()).isEqualTo(Reason.TOO_LARGE);
        assertThat(Power.twoShares(Double.NaN, .5, .7, .05).failure().reason()).isEqualTo(Reason.NOT_A_NUMBER);
        assertThat(Power.twoShares(10, 0, .7, .05).failure().reason()).isEqualTo(Reason.OUT_OF_RANGE);
        assertThat(Power.twoShares(10, .5, 1, .05).failure().reason()).isEqualTo(Reason.OUT_OF_RANGE);
        assertThat(Power.twoShares(10, .5, .6, 0).failure().reason()).isEqualTo(Reason.OUT_OF_RANGE);
        assertThat(Power.perGroupForShares(.5, .5, .05, .8).failure().reason()).isEqualTo(Reason.CONSTANT);
        assertThat(Power.perGroupForShares(.5, .6, .9, .8).failure().reason()).isEqualTo(Reason.OUT_OF_RANGE);
        assertThat(Power.perGroupForShares(.5, .5000001, .05, .8).failure().reason())
                .isEqualTo(Reason.NOT_REACHED);
        assertThat(Power.detectableShareAbove(2, .9, .05, .8).failure().reason())
                .isEqualTo(Reason.NOT_REACHED);
        assertThat(Power.detectableShareAbove(20, 1.9, .05, .8).failure().reason())
                .isEqualTo(Reason.OUT_OF_RANGE);
        assertThat(Power.twoMeans(1, 1, 1, .05).failure().reason()).isEqualTo(Reason.TOO_FEW);
        assertThat(Power.twoMeans(5, 1, 0, .05).failure().reason()).isEqualTo(Reason.NOTHING_TO_DIVIDE_BY);
        assertThat(Power.twoMeans(5, Double.NaN, 1, .05).failure().reason()).isEqualTo(Reason.NOT_A_NUMBER);
        assertThat(Power.perGroupForMeans(0, 1, .05, .8).failure().reason()).isEqualTo(Reason.CONSTANT);
        assertThat(Power.detectableDifference(1, 1, .05, .8).failure().reason()).isEqualTo(Reason.TOO_FEW);
        assertThat(Power.shareAgainst(0, .5, .6, .05).failure().reason()).isEqualTo(Reason.TOO_FEW);
        assertThat(Power.shareAgainst(5, .5, .5, .05).failure().reason()).isEqualTo(Reason.CONSTANT);
        assertThat(Power.casesForShareAgainst(.5, .501, .05, .8).failure().reason())
                .isEqualTo(Reason.TOO_LARGE);
        assertThat(Power.casesForShareAgainst(.5, .5, .05, .8).failure().reason())
                .isEqualTo(Reason.CONSTANT);
        assertThat(Power.designEffect(.5, .1).failure().reason()).isEqualTo(Reason.OUT_OF_RANGE);
        assertThat(Power.designEffect(5, 1.1).failure().reason()).isEqualTo(Reason.OUT_OF_RANGE);
        assertThat(Power.designEffect(5, Double.NaN).failure().reason()).isEqualTo(Reason.NOT_A_NUMBER);
    }
}
