package nl.leercirkel.statistics.space;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import nl.leercirkel.statistics.Randomness;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How often chance passes for a finding. */
class ScanCalibrationTest {

    private static final ScanSettings SETTINGS = ScanSettings.standard().withReplications(19);

    /**
     * Without clusters, p is at most .05 in 5% of maps, and at most .2 in 20%. 400 maps with 19 replications: binomial limits of 3.3 standard
     * deviations. Poisson counts by one draw per person, so not by the code that draws replications; Bernoulli likewise.
     */
    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void pIsAsOftenSmallAsItSays(boolean poisson) {
        int maps = 400;
        int atFive = 0;
        int atTwenty = 0;
        for (int seed = 0; seed < maps; seed++) {
            Maps.Map map = Maps.random(1000 + seed, 25, 60, .04);
            ScanSettings settings = SETTINGS.withDirection(seed % 2 == 0 ? Direction.HIGH : Direction.BOTH);
            SpatialScan scan = poisson
                    ? SpatialScan.poisson(
                                    Windows.circles(map.places()),
                                    map.cases(),
                                    map.population(),
                                    settings,
                                    Randomness.of(seed))
                            .get()
                    : SpatialScan.bernoulli(
                                    Windows.circles(map.places()),
                                    map.cases(),
                                    map.persons(),
                                    settings,
                                    Randomness.of(seed))
                            .get();
            double p =
                    scan.clusters().isEmpty() ? 1 : scan.clusters().getFirst().pValue();
            atFive += p <= .05 ? 1 : 0;
            atTwenty += p <= .2 ? 1 : 0;
        }
        assertThat((double) atFive).isCloseTo(.05 * maps, within(3.3 * Math.sqrt(.05 * .95 * maps)));
        assertThat((double) atTwenty).isCloseTo(.2 * maps, within(3.3 * Math.sqrt(.2 * .8 * maps)));
    }
}
