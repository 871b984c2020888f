package nl.leercirkel.statistics.space;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import nl.leercirkel.statistics.Outcome;
import nl.leercirkel.statistics.Randomness;
import nl.leercirkel.statistics.Reason;
import nl.leercirkel.statistics.space.PublishedScan.Withheld;
import org.junit.jupiter.api.Test;

/** What of a scan goes out, and what does not. */
class PublishedScanTest {

    private static final PublicationRule RULE = PublicationRule.standard();

    /** Twenty places in a row of 1,000 people and 20 cases each, but for what a test puts in the first. */
    private static SpatialScan scan(long[] cases, double[] population) {
        double[] x = new double[20];
        Arrays.setAll(x, i -> 10 * i * (1 + i / 100.0));
        return SpatialScan.poisson(
                        Windows.circles(Places.plane(x, new double[20]).get()),
                        cases,
                        population,
                        ScanSettings.standard().withReplications(199),
                        Randomness.of(1))
                .get();
    }

    private static long[] cases(long... first) {
        long[] cases = new long[20];
        Arrays.fill(cases, 20);
        System.arraycopy(first, 0, cases, 0, first.length);
        return cases;
    }

    private static double[] population(double... first) {
        double[] population = new double[20];
        Arrays.fill(population, 1000);
        System.arraycopy(first, 0, population, 0, first.length);
        return population;
    }

    private static PublishedScan published(long[] cases, double[] population, PublicationRule rule) {
        return PublishedScan.of(scan(cases, population), cases, rule).get();
    }

    @Test
    void aLargeClusterIsShownCoarsely() {
        long[] cases = cases(61, 58, 63);
        PublishedScan published = published(cases, population(1012, 981, 1049), RULE);
        assertThat(published.shown()).hasSize(1);
        PublishedScan.Shown shown = published.shown().getFirst();
        assertThat(shown.places()).containsExactly(0, 1, 2);
        assertThat(shown.direction()).isEqualTo(Direction.HIGH);
        // 182 of 522 cases; expected 522 * 3042 / 20042 = 79.23; risk of the rounded: (180 / 80) / ((520 - 180) / (520
        // - 80)).
        assertThat(shown.cases()).isEqualTo(180);
        assertThat(shown.expected()).isEqualTo(80);
        assertThat(shown.population()).isEqualTo(3000);
        assertThat(shown.relativeRisk()).isEqualTo(OptionalDouble.of(2.9));
        // p is 1 / 200, rounded up.
        assertThat(shown.pValue()).isEqualTo(.01);
        assertThat(published.n()).isEqualTo(20);
        assertThat(published.clusterOf(2)).hasValue(0);
        assertThat(published.clusterOf(3)).isEmpty();
    }

    @Test
    void onePlaceIsNeverNamed() {
        PublishedScan published = published(cases(90), population(), RULE);
        assertThat(published.shown()).isEmpty();
        assertThat(published.withheld()).containsEntry(Withheld.TOO_FEW_PLACES, 1);
        assertThat(published.clusterOf(0)).isEmpty();
        // Nor is it shown by a rule that would allow it: there is none.
        assertThat(reason(new PublicationRule(1, 0, 2, .9, 1, 1))).isEqualTo(Reason.OUT_OF_RANGE);
    }

    @Test
    void smallPopulationsAndFewCasesAreWithheld() {
        // 2 places of 120 people.
        assertThat(published(cases(15, 15), population(120, 120), RULE).withheld())
                .containsEntry(Withheld.TOO_FEW_PEOPLE, 1);
        assertThat(published(cases(15, 15), population(120, 120), new PublicationRule(2, 240, 10, .8, 5, .05))
                        .shown())
                .hasSize(1);
        long[] cases = cases(61, 58, 63);
        assertThat(published(cases, population(), new PublicationRule(2, 500, 183, .8, 5, .05))
                        .withheld())
                .containsEntry(Withheld.TOO_FEW_CASES, 1);
        assertThat(published(cases, population(), new PublicationRule(4, 500, 10, .8, 5, .05))
                        .withheld())
                .containsEntry(Withheld.TOO_FEW_PLACES, 1);
    }

    @Test
    void aPlaceThatStandsOutIsNotHiddenInAPair() {
        // Two places of which one has 90 of 97 cases.
        SpatialScan scan = scan(cases(90, 7), population(1000, 100));
        assertThat(scan.clusters().getFirst().places()).containsExactlyInAnyOrder(0, 1);
        PublishedScan published = PublishedScan.of(scan, cases(90, 7), RULE).get();
        assertThat(published.withheld()).containsEntry(Withheld.ONE_PLACE_STANDS_OUT, 1);
        // Also by a rule with a large share, as without it fewer than ten cases are left.
        assertThat(published(cases(90, 7), population(1000, 100), new PublicationRule(2, 500, 10, .99, 5, .05))
                        .withheld())
                .containsEntry(Withheld.ONE_PLACE_STANDS_OUT, 1);
        assertThat(published(cases(90, 7), population(1000, 100), new PublicationRule(2, 500, 7, .99, 5, .05))
                        .shown())
                .hasSize(1);
        assertThat(published(cases(90, 7), population(1000, 100), new PublicationRule(2, 500, 7, .9, 5, .05))
                        .shown())
                .isEmpty();
    }

    @Test
    void whatIsOutsideIsProtectedToo() {
        // Nearly all cases in half the map: outside are 9.
        long[] cases = new long[20];
        Arrays.fill(cases, 0, 10, 40);
        Arrays.fill(cases, 11, 20, 1);
        assertThat(published(cases, population(), RULE).withheld()).containsEntry(Withheld.TOO_LITTLE_OUTSIDE, 1);
        cases[10] = 1;
        assertThat(published(cases, population(), RULE).shown()).hasSize(1);
        assertThat(published(cases, population(), new PublicationRule(2, 10_001, 10, .8, 5, .05))
                        .withheld())
                .containsEntry(Withheld.TOO_FEW_PEOPLE, 1);
        assertThat(published(cases, population(), new PublicationRule(2, 10_000, 10, .8, 5, .05))
                        .shown())
                .hasSize(1);
        // Nine in the cluster, so that outside are eleven places, of which none has cases but the risk still shows.
        assertThat(published(cases, population(), new PublicationRule(10, 500, 10, .8, 5, .05))
                        .shown())
                .hasSize(1);
        assertThat(published(cases, population(), new PublicationRule(11, 500, 10, .8, 5, .05))
                        .withheld())
                .containsEntry(Withheld.TOO_FEW_PLACES, 1);
    }

    @Test
    void whatMayBeChanceIsNotShown() {
        long[] cases = cases(24, 25, 22);
        SpatialScan scan = scan(cases, population());
        assertThat(scan.clusters().getFirst().pValue()).isGreaterThan(.05);
        PublishedScan published = PublishedScan.of(scan, cases, RULE).get();
        assertThat(published.shown()).isEmpty();
        assertThat(published.withheld().values().stream().mapToInt(i -> i).sum())
                .isEqualTo(scan.clusters().size());
        assertThat(published.withheld()).containsKey(Withheld.MAY_BE_CHANCE);
        assertThat(PublishedScan.of(scan, cases, new PublicationRule(2, 500, 10, .8, 5, 1))
                        .get()
                        .shown())
                .isNotEmpty();
    }

    /** A rule's numbers are the least and the most that it lets through. */
    @Test
    void whatIsExactlyAtTheRuleIsShown() {
        long[] cases = cases(61, 58, 63);
        SpatialScan scan = scan(cases, population());
        Cluster cluster = scan.clusters().getFirst();
        assertThat(cluster.cases()).isEqualTo(182);
        assertThat(isShown(scan, cases, new PublicationRule(2, 500, 119, .8, 5, .05)))
                .as("without its largest place")
                .isTrue();
        assertThat(isShown(scan, cases, new PublicationRule(2, 500, 120, .8, 5, .05)))
                .isFalse();
        assertThat(isShown(scan, cases, new PublicationRule(2, 500, 10, .8, 5, cluster.pValue())))
                .isTrue();
        assertThat(isShown(scan, cases, new PublicationRule(2, 500, 10, .8, 5, .99 * cluster.pValue())))
                .isFalse();
        assertThat(isShown(scan, cases, new PublicationRule(2, 500, 10, 63.0 / 182, 5, .05)))
                .isTrue();
        assertThat(isShown(scan, cases, new PublicationRule(2, 500, 10, 62.9 / 182, 5, .05)))
                .isFalse();
    }

    private static boolean isShown(SpatialScan scan, long[] cases, PublicationRule rule) {
        return !PublishedScan.of(scan, cases, rule).get().shown().isEmpty();
    }

    /** Where rounding leaves nothing to divide by, no risk is shown rather than an endless one. */
    @Test
    void noRiskWhereRoundingLeavesNothing() {
        // Two of twenty places have nearly all: outside are 2 cases, which rounds to none.
        long[] most = new long[20];
        most[0] = 40;
        most[1] = 40;
        most[12] = 2;
        PublicationRule wide = new PublicationRule(2, 1, 2, .8, 10, .05);
        assertThat(published(most, population(), wide).shown())
                .singleElement()
                .satisfies(shown -> assertThat(shown.cases()).isEqualTo(80))
                .satisfies(shown -> assertThat(shown.expected()).isEqualTo(10))
                .satisfies(shown -> assertThat(shown.relativeRisk()).isEmpty());
        // Two places of few people: expected is 2 of 370, which rounds to none.
        assertThat(published(cases(10, 10), population(50, 50), wide).shown())
                .singleElement()
                .satisfies(shown -> assertThat(shown.cases()).isEqualTo(20))
                .satisfies(shown -> assertThat(shown.expected()).isZero())
                .satisfies(shown -> assertThat(shown.relativeRisk()).isEmpty());
    }

    @Test
    void noTextOfAPublishedScanHasAnExactNumber() {
        long[] cases = cases(61, 58, 63);
        SpatialScan scan = scan(cases, population(1012, 981, 1049));
        String text = PublishedScan.of(scan, cases, RULE).get().toString();
        Cluster exact = scan.clusters().getFirst();
        assertThat(text)
                .doesNotContain(String.valueOf(exact.cases()))
                .doesNotContain("3042")
                .doesNotContain(String.valueOf(exact.logLikelihoodRatio()).substring(0, 5))
                .doesNotContain("radius")
                .doesNotContain("centre");
    }

    @Test
    void emptyScansAndOtherCases() {
        long[] even = cases();
        assertThat(PublishedScan.of(scan(even, population()), even, RULE).get())
                .isEqualTo(new PublishedScan(List.of(), Map.of(), 20));
        long[] cases = cases(61, 58, 63);
        SpatialScan scan = scan(cases, population());
        assertThat(PublishedScan.of(scan, even, RULE).failure().reason()).isEqualTo(Reason.DO_NOT_MATCH);
        // The same total, but elsewhere; and a list that is too short.
        long[] moved = cases.clone();
        moved[0] -= 5;
        moved[19] += 5;
        assertThat(PublishedScan.of(scan, moved, RULE).failure().reason()).isEqualTo(Reason.DO_NOT_MATCH);
        assertThat(PublishedScan.of(scan, new long[] {scan.cases()}, RULE)
                        .failure()
                        .reason())
                .isEqualTo(Reason.DO_NOT_MATCH);
    }

    @Test
    void rulesThatCannotBe() {
        assertThat(reason(RULE)).isNull();
        assertThat(reason(new PublicationRule(2, -1, 10, .8, 5, .05))).isEqualTo(Reason.OUT_OF_RANGE);
        assertThat(reason(new PublicationRule(2, Double.NaN, 10, .8, 5, .05))).isEqualTo(Reason.OUT_OF_RANGE);
        assertThat(reason(new PublicationRule(2, 500, 1, .8, 5, .05))).isEqualTo(Reason.OUT_OF_RANGE);
        assertThat(reason(new PublicationRule(2, 500, 10, 0, 5, .05))).isEqualTo(Reason.OUT_OF_RANGE);
        assertThat(reason(new PublicationRule(2, 500, 10, 1, 5, .05))).isEqualTo(Reason.OUT_OF_RANGE);
        assertThat(reason(new PublicationRule(2, 500, 10, .8, 0, .05))).isEqualTo(Reason.OUT_OF_RANGE);
        assertThat(reason(new PublicationRule(2, 500, 10, .8, 5, 0))).isEqualTo(Reason.OUT_OF_RANGE);
        assertThat(reason(new PublicationRule(2, 500, 10, .8, 5, 1.01))).isEqualTo(Reason.OUT_OF_RANGE);
        assertThat(reason(new PublicationRule(2, 0, 2, .8, 1, 1))).isNull();
    }

    private static Reason reason(PublicationRule rule) {
        long[] cases = cases(61, 58, 63);
        Outcome<PublishedScan> outcome = PublishedScan.of(scan(cases, population()), cases, rule);
        return outcome.isAnswer() ? null : outcome.failure().reason();
    }
}
