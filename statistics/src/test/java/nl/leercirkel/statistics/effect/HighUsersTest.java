package nl.leercirkel.statistics.effect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import nl.leercirkel.statistics.Caveat;
import nl.leercirkel.statistics.Estimate;
import nl.leercirkel.statistics.Outcome;
import nl.leercirkel.statistics.Reason;
import nl.leercirkel.statistics.comparison.Shrinkage;
import nl.leercirkel.statistics.effect.HighUsers.Evidence;
import nl.leercirkel.statistics.sample.Means;
import org.junit.jupiter.api.Test;

class HighUsersTest {

    @Test
    void theFallOfThoseAboveACutoffByNumericalIntegration() {
        // Barnett, Van der Pols and Dobson (2005): mean 60, deviation 15; here above 80, the mirror of their "40 or
        // less"
        for (double reliability : new double[] {0, .3, .5, .9}) {
            for (int m : new int[] {1, 2, 4}) {
                double formula = Reliability.known(60, 15, reliability, 0)
                        .get()
                        .expectedFallAbove(80, m)
                        .get();
                double spread = 15 * Math.sqrt(reliability + (1 - reliability) / m);
                double mass = 0;
                double mean = 0;
                double step = spread / 2000;
                for (double x = 80 + step / 2; x < 60 + 12 * spread; x += step) {
                    double density = Math.exp(-Math.pow((x - 60) / spread, 2) / 2);
                    mass += density;
                    mean += density * x;
                }
                // What lasts of the distance of their mean from 60 is the share of the variance between people
                double lasting = 225 * reliability / (spread * spread);
                assertThat(formula).isCloseTo((1 - lasting) * (mean / mass - 60), within(1e-4));
            }
        }
        // Their figure 3 begins at reliability 1: no fall
        assertThat(Reliability.known(60, 15, 1, 0)
                        .get()
                        .expectedFallAbove(80, 1)
                        .get())
                .isZero();
    }

    @Test
    void reliabilityByHand() {
        // Ten people, differences of 2 within pairs: deviations from the mean 10 by hand
        double[] first = {1, 3, 5, 7, 9, 11, 13, 15, 17, 19};
        double[] second = {3, 5, 3, 9, 7, 13, 11, 17, 15, 17};
        Reliability found = Reliability.of(first, second).get();
        double mean = 0;
        for (int i = 0; i < 10; i++) {
            mean += (first[i] + second[i]) / 20;
        }
        double total = 0;
        double both = 0;
        for (int i = 0; i < 10; i++) {
            total += Math.pow(first[i] - mean, 2) + Math.pow(second[i] - mean, 2);
            both += (first[i] - mean) * (second[i] - mean);
        }
        assertThat(found.mean()).isCloseTo(10, within(1e-12));
        assertThat(found.reliability()).isCloseTo(2 * both / total, within(1e-12));
        assertThat(found.deviation()).isCloseTo(Math.sqrt(total / 19), within(1e-12));
        assertThat(found.standardError()).isCloseTo((1 - Math.pow(2 * both / total, 2)) / 3, within(1e-12));
        assertThat(found.n()).isEqualTo(10);
    }

    @Test
    void aSecondBaselineSplitsTheChange() {
        double[] before = {20, 24, 30, 22, 28, 26};
        double[] second = {15, 20, 25, 19, 20, 24};
        double[] after = {12, 18, 20, 19, 15, 20};
        HighUsers found = HighUsers.of(before, after, new Evidence.SecondBaseline(second), .95)
                .get();
        assertThat(found.change()).isCloseTo(-46 / 6.0, within(1e-12));
        assertThat(found.regression().value()).isCloseTo(-27 / 6.0, within(1e-12));
        assertThat(found.effect().value()).isCloseTo(-19 / 6.0, within(1e-12));
        assertThat(found.change())
                .isCloseTo(found.regression().value() + found.effect().value(), within(1e-12));
        Estimate paired = Means.pairedDifference(after, second, .95).get();
        assertThat(found.effect().interval().lower())
                .isCloseTo(paired.interval().lower(), within(1e-10));
        assertThat(found.regression().interval().upper())
                .isCloseTo(
                        Means.pairedDifference(second, before, .95)
                                .get()
                                .interval()
                                .upper(),
                        within(1e-10));
        assertThat(found.n()).isEqualTo(6);
        assertThat(found.effect().estimate().caveats()).containsExactly(Caveat.FEW_OBSERVATIONS);
    }

    @Test
    void anEarlierSelectionServesAsComparison() {
        double[] before = {20, 24, 30, 22};
        double[] after = {10, 12, 17, 15};
        double[] earlier = {21, 25, 29};
        double[] later = {16, 22, 23};
        HighUsers found = HighUsers.of(before, after, new Evidence.EarlierSelection(earlier, later), .9)
                .get();
        Estimate welch = Means.difference(new double[] {-10, -12, -13, -7}, new double[] {-5, -3, -6}, .9)
                .get();
        assertThat(found.effect().value()).isCloseTo(welch.value(), within(1e-12));
        assertThat(found.effect().interval().lower()).isCloseTo(welch.interval().lower(), within(1e-10));
        assertThat(found.regression().value()).isCloseTo(-14 / 3.0, within(1e-12));
        assertThat(found.change()).isCloseTo(-10.5, within(1e-12));
    }

    @Test
    void aKnownReliabilityPredictsEachPerson() {
        double[] before = {80, 90, 100};
        double[] after = {72, 78, 79};
        Reliability known = Reliability.known(60, 15, .6, 0).get();
        HighUsers found =
                HighUsers.of(before, after, new Evidence.Population(known), .95).get();
        // Expected 72, 78, 84: the rest is 0, 0, -5
        assertThat(found.regression().value()).isCloseTo(-.4 * 30, within(1e-12));
        assertThat(found.regression().interval().width()).isCloseTo(0, within(1e-12));
        assertThat(found.effect().value()).isCloseTo(-5 / 3.0, within(1e-12));
        assertThat(found.effect().standardError()).isCloseTo(Math.sqrt(50 / 3.0 / 2 / 3), within(1e-12));
        assertThat(found.effect().degreesOfFreedom()).isEqualTo(2);
        assertThat(found.change()).isCloseTo(-41 / 3.0, within(1e-12));
        // Not knowing it well widens both: 30 x .1 = 3
        HighUsers unsure = HighUsers.of(
                        before,
                        after,
                        new Evidence.Population(
                                Reliability.known(60, 15, .6, .1).get()),
                        .95)
                .get();
        assertThat(unsure.effect().standardError()).isCloseTo(Math.sqrt(50 / 3.0 / 2 / 3 + 9), within(1e-12));
        assertThat(unsure.regression().interval().width()).isCloseTo(2 * 1.959964 * 3, within(1e-5));
    }

    @Test
    void withoutEvidenceNothingIsSeparated() {
        Outcome<HighUsers> found =
                HighUsers.of(new double[] {20, 24, 30}, new double[] {10, 11, 12}, new Evidence.None(), .95);
        assertThat(found.failure().reason()).isEqualTo(Reason.NOT_IDENTIFIED);
        assertThat(found.failure().detail())
                .contains("cannot be separated")
                .contains(String.valueOf(11 - 74 / 3.0).substring(0, 6));
    }

    /** Everyone in a population over three periods; those above the cutoff in the second are chosen. */
    record Population(List<double[]> people, List<double[]> chosen, List<double[]> earlier) {
        static Population draw(Simulated random, int n, double effect) {
            List<double[]> people = new ArrayList<>();
            List<double[]> chosen = new ArrayList<>();
            List<double[]> earlier = new ArrayList<>();
            for (int i = 0; i < n; i++) {
                double own = random.normal(50, 8);
                double[] person = {
                    own + random.normal(0, 6),
                    own + random.normal(0, 6),
                    own + random.normal(0, 6),
                    own + random.normal(0, 6)
                };
                people.add(person);
                if (person[1] > 60) {
                    person[2] += 0;
                    person[3] += effect;
                    chosen.add(person);
                }
                if (person[0] > 60) {
                    earlier.add(person);
                }
            }
            return new Population(people, chosen, earlier);
        }

        static double[] period(List<double[]> people, int period) {
            return people.stream().mapToDouble(person -> person[period]).toArray();
        }
    }

    @Test
    void countsByHandWherePeopleDoNotDiffer() {
        // Everyone alike but for chance: the shape is infinite, each is expected at the common rate of 40 per 20
        // person-years
        long[] events = {2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 1, 3};
        double[] years = new double[20];
        boolean[] chosen = new boolean[20];
        java.util.Arrays.fill(years, 1);
        chosen[0] = true;
        chosen[19] = true;
        CountsOfHighUsers found = CountsOfHighUsers.of(
                        events, years, chosen, new long[] {6, 3}, new double[] {2, 4}, .95)
                .get();
        assertThat(found.expected()).isCloseTo(2 * 2 + 2 * 4, within(1e-4));
        assertThat(found.ratio().value()).isCloseTo(9 / 12.0, within(1e-5));
        // 2 x 2 + 3 x 4 events before, over the same time
        assertThat(found.naive()).isCloseTo(9 / 16.0, within(1e-12));
        double error = Math.sqrt(1 / 9.0);
        assertThat(found.ratio().interval().upper()).isCloseTo(.75 * Math.exp(1.959964 * error), within(1e-5));
        assertThat(found.ratio().interval().lower()).isCloseTo(.75 * Math.exp(-1.959964 * error), within(1e-5));
        // z = ln(.75) x 3 = -.863; P(|z| > .863) = .3881
        assertThat(found.pValue()).isCloseTo(.3881, within(2e-4));
        assertThat(found.ratio().caveats())
                .containsExactlyInAnyOrder(Caveat.PRIOR_ESTIMATED, Caveat.LARGE_SAMPLE_FORMULA);
    }

    @Test
    void countsOfPeopleWhoDifferArePulledByTheirShape() {
        long[] events = {0, 0, 0, 1, 0, 2, 0, 0, 12, 1, 9, 0, 3, 0, 0, 15};
        double[] years = new double[16];
        java.util.Arrays.fill(years, 1);
        boolean[] chosen = new boolean[16];
        chosen[8] = true;
        chosen[15] = true;
        CountsOfHighUsers found = CountsOfHighUsers.of(
                        events, years, chosen, new long[] {10, 10}, new double[] {1, 1}, .95)
                .get();
        Shrinkage prior = Shrinkage.rates(events, years, .95).get();
        double shape = prior.shape();
        double rate = shape / prior.commonRate() + 1;
        // Hauer: each (shape + own) / rate, variance that over rate
        assertThat(found.expected()).isCloseTo((2 * shape + 27) / rate, within(1e-9));
        double spread = (2 * shape + 27) / (rate * rate) / Math.pow((2 * shape + 27) / rate, 2);
        assertThat(found.ratio().value()).isCloseTo(20 / found.expected() / (1 + spread), within(1e-9));
        assertThat(Math.log(found.ratio().interval().upper() / found.ratio().value()))
                .isCloseTo(1.959964 * Math.sqrt(1 / 20.0 + spread), within(1e-6));
        assertThat(found.ratio().n()).isEqualTo(2);
    }

    @Test
    void splitsFollowScaleAndShift() {
        Simulated random = Simulated.of(77);
        Population drawn = Population.draw(random, 200, -2);
        double[] before = Population.period(drawn.chosen(), 1);
        double[] after = Population.period(drawn.chosen(), 3);
        double[] first = Population.period(drawn.people(), 0);
        double[] second = Population.period(drawn.people(), 1);
        HighUsers one = HighUsers.of(
                        before,
                        after,
                        new Evidence.Population(Reliability.of(first, second).get()),
                        .95)
                .get();
        HighUsers ten = HighUsers.of(
                        Simulated.map(before, x -> 10 * x + 7),
                        Simulated.map(after, x -> 10 * x + 7),
                        new Evidence.Population(Reliability.of(
                                        Simulated.map(first, x -> 10 * x + 7), Simulated.map(second, x -> 10 * x + 7))
                                .get()),
                        .95)
                .get();
        assertThat(ten.effect().value()).isCloseTo(10 * one.effect().value(), within(1e-8));
        assertThat(ten.effect().interval().upper())
                .isCloseTo(10 * one.effect().interval().upper(), within(1e-7));
        assertThat(ten.regression().value()).isCloseTo(10 * one.regression().value(), within(1e-8));
    }

    @Test
    void wrongInputIsNamed() {
        double[] three = {3, 4, 8};
        Evidence.None none = new Evidence.None();
        assertThat(reason(HighUsers.of(new double[0], three, none, .95))).isEqualTo(Reason.NO_DATA);
        assertThat(reason(HighUsers.of(three, new double[] {1, 2}, none, .95))).isEqualTo(Reason.DO_NOT_MATCH);
        assertThat(reason(HighUsers.of(new double[] {1}, new double[] {2}, none, .95)))
                .isEqualTo(Reason.TOO_FEW);
        assertThat(reason(HighUsers.of(three, three, none, 0))).isEqualTo(Reason.OUT_OF_RANGE);
        assertThat(reason(HighUsers.of(three, three, new Evidence.SecondBaseline(three), .95)))
                .isEqualTo(Reason.CONSTANT);
        assertThat(reason(HighUsers.of(three, three, new Evidence.SecondBaseline(new double[2]), .95)))
                .isEqualTo(Reason.DO_NOT_MATCH);
        assertThat(reason(HighUsers.of(three, three, new Evidence.SecondBaseline(new double[0]), .95)))
                .isEqualTo(Reason.NO_DATA);
        assertThat(reason(HighUsers.of(
                        three, three, new Evidence.EarlierSelection(new double[] {1}, new double[] {2}), .95)))
                .isEqualTo(Reason.TOO_FEW);
        assertThat(reason(HighUsers.of(
                        three, three, new Evidence.EarlierSelection(new double[] {1, 2}, new double[] {2}), .95)))
                .isEqualTo(Reason.DO_NOT_MATCH);
        assertThat(Reliability.known(0, 0, .5, 0).failure().reason()).isEqualTo(Reason.OUT_OF_RANGE);
        assertThat(Reliability.known(0, 1, 1.1, 0).failure().reason()).isEqualTo(Reason.OUT_OF_RANGE);
        assertThat(Reliability.known(0, 1, -.1, 0).failure().reason()).isEqualTo(Reason.OUT_OF_RANGE);
        assertThat(Reliability.known(0, 1, .5, -1).failure().reason()).isEqualTo(Reason.OUT_OF_RANGE);
        assertThat(Reliability.known(Double.NaN, 1, .5, 0).failure().reason()).isEqualTo(Reason.NOT_A_NUMBER);
        assertThat(Reliability.of(new double[10], new double[10]).failure().reason())
                .isEqualTo(Reason.CONSTANT);
        assertThat(Reliability.of(three, three).failure().reason()).isEqualTo(Reason.TOO_FEW);
        double[] up = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10};
        assertThat(Reliability.of(up, Simulated.map(up, x -> -x)).failure().reason())
                .isEqualTo(Reason.OUT_OF_RANGE);
        Reliability known = Reliability.known(0, 1, .5, 0).get();
        assertThat(known.expectedFallAbove(50, 1).failure().reason()).isEqualTo(Reason.NOT_REACHED);
        assertThat(known.expectedFallAbove(1, 0).failure().reason()).isEqualTo(Reason.OUT_OF_RANGE);
        long[] many = {1, 2, 3, 4, 9};
        double[] one = {1, 1, 1, 1, 1};
        boolean[] last = {false, false, false, false, true};
        assertThat(counts(many, one, new boolean[5], new long[0], new double[0]))
                .isEqualTo(Reason.NO_DATA);
        assertThat(counts(many, one, last, new long[2], new double[1])).isEqualTo(Reason.DO_NOT_MATCH);
        assertThat(counts(many, one, last, new long[1], new double[2])).isEqualTo(Reason.DO_NOT_MATCH);
        assertThat(counts(many, one, last, new long[] {-1}, new double[] {1})).isEqualTo(Reason.OUT_OF_RANGE);
        assertThat(counts(many, one, last, new long[] {3}, new double[] {0})).isEqualTo(Reason.NOTHING_TO_DIVIDE_BY);
        assertThat(counts(many, one, last, new long[] {0}, new double[] {1})).isEqualTo(Reason.TOO_FEW);
        assertThat(counts(many, one, last, new long[] {3}, new double[] {.01})).isEqualTo(Reason.TOO_FEW);
        assertThat(counts(many, one, new boolean[4], new long[] {3}, new double[] {1}))
                .isEqualTo(Reason.DO_NOT_MATCH);
    }

    private static Reason counts(long[] events, double[] exposure, boolean[] chosen, long[] after, double[] years) {
        return CountsOfHighUsers.of(events, exposure, chosen, after, years, .95)
                .failure()
                .reason();
    }

    private static Reason reason(Outcome<HighUsers> outcome) {
        return outcome.failure().reason();
    }
}
