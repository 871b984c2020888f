package nl.leercirkel.statistics.sample;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import nl.leercirkel.statistics.Reason;
import org.junit.jupiter.api.Test;

class MultipleTestsTest {

    private static final double[] P = {.01, .02, .03, .04, .05, .005};

    private static void isCloseTo(List<Double> adjusted, double... expected) {
        assertThat(adjusted).hasSize(expected.length);
        for (int i = 0; i < expected.length; i++) {
            assertThat(adjusted.get(i)).isCloseTo(expected[i], within(1e-12));
        }
    }

    @Test
    void adjustedValuesReachTheReference() {
        // scipy 1.17 false_discovery_control, reference.py: 1e-12
        isCloseTo(MultipleTests.benjaminiHochberg(P).get(), .03, .04, .045, .048, .05, .03);
        isCloseTo(MultipleTests.benjaminiYekutieli(P).get(), .0735, .098, .11025, .1176, .1225, .0735);
        // By hand from Holm (1979): sorted times 6, 5, 4, 3, 2, 1, never falling
        isCloseTo(MultipleTests.holm(P).get(), .05, .08, .09, .09, .09, .03);
        isCloseTo(MultipleTests.bonferroni(P).get(), .06, .12, .18, .24, .3, .03);
        isCloseTo(MultipleTests.bonferroni(new double[] {.7, .6}).get(), 1, 1);
        isCloseTo(MultipleTests.holm(new double[] {.7, .6}).get(), 1, 1);
    }

    @Test
    void wrongInputIsNamed() {
        assertThat(MultipleTests.holm(new double[0]).failure().reason()).isEqualTo(Reason.NO_DATA);
        assertThat(MultipleTests.holm(new double[] {1.1}).failure().reason()).isEqualTo(Reason.OUT_OF_RANGE);
        assertThat(MultipleTests.bonferroni(new double[] {-.1}).failure().reason())
                .isEqualTo(Reason.OUT_OF_RANGE);
        assertThat(MultipleTests.benjaminiHochberg(new double[] {Double.NaN})
                        .failure()
                        .reason())
                .isEqualTo(Reason.NOT_A_NUMBER);
        assertThat(MultipleTests.benjaminiYekutieli(new double[0]).failure().reason())
                .isEqualTo(Reason.NO_DATA);
    }
}
