package nl.leercirkel.statistics.comparison;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import nl.leercirkel.statistics.Caveat;
import nl.leercirkel.statistics.Estimate;
import nl.leercirkel.statistics.Outcome;
import nl.leercirkel.statistics.Reason;
import nl.leercirkel.statistics.comparison.AreaMerging.Figure;
import nl.leercirkel.statistics.comparison.AreaMerging.Part;
import nl.leercirkel.statistics.comparison.Deciles.Direction;
import nl.leercirkel.statistics.comparison.Deciles.Place;
import nl.leercirkel.statistics.comparison.Deciles.Ties;
import nl.leercirkel.statistics.comparison.StandardisedRates.Stratum;
import org.junit.jupiter.api.Test;

/** Rounded counts, indices, deciles, standardised rates, merged areas. */
class ComparisonTest {

    @Test
    void aRoundedCountCarriesItsMargin() {
        assertThat(RoundedCount.inFives(10).range()).isEqualTo(new Range(7.5, 10, 12.5));
        assertThat(RoundedCount.inFives(0).range()).isEqualTo(new Range(0, 0, 2.5));
        assertThat(RoundedCount.exact(7).range().isExact()).isTrue();
        assertThat(RoundedCount.exact(7).isRounded()).isFalse();
        assertThat(RoundedCount.inFives(5).isRounded()).isTrue();
        assertThat(RoundedCount.of(12, 5).failure().reason()).isEqualTo(Reason.OUT_OF_RANGE);
        assertThat(RoundedCount.of(-5, 5).failure().reason()).isEqualTo(Reason.OUT_OF_RANGE);
        assertThat(RoundedCount.of(5, -5).failure().reason()).isEqualTo(Reason.OUT_OF_RANGE);
        assertThat(RoundedCount.of(Double.NaN, 5).failure().reason()).isEqualTo(Reason.NOT_A_NUMBER);
        assertThat(RoundedCount.of(5, Double.NaN).failure().reason()).isEqualTo(Reason.NOT_A_NUMBER);
        assertThat(RoundedCount.of(15, 5).get()).isEqualTo(RoundedCount.inFives(15));
        assertThatThrownBy(() -> RoundedCount.inFives(3)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Range(2, 1, 3)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Range(0, 4, 3)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Range.exactly(3).times(-1)).isInstanceOf(IllegalArgumentException.class);
        assertThat(new Range(1, 2, 3).contains(3)).isTrue();
        assertThat(new Range(1, 2, 3).contains(3.1)).isFalse();
        assertThat(new Range(1, 2, 3).contains(.9)).isFalse();
    }

    @Test
    void ratesAndIndicesByHand() {
        // 10 of 4,000: 2.5 per thousand, 7.5 to 12.5 of 4,000
        Range rate = Indices.rate(RoundedCount.inFives(10), 4000, 1000).get();
        assertThat(rate.lowest()).isCloseTo(1.875, within(1e-12));
        assertThat(rate.value()).isCloseTo(2.5, within(1e-12));
        assertThat(rate.highest()).isCloseTo(3.125, within(1e-12));
        // 20, 25 on base 20: 22.5/22.5, 25/20, 27.5/17.5
        List<Range> indices = Indices.onBase(List.of(RoundedCount.inFives(20), RoundedCount.inFives(25)), 0)
                .get();
        assertThat(indices.get(0)).isEqualTo(Range.exactly(100));
        assertThat(indices.get(1).lowest()).isCloseTo(100, within(1e-12));
        assertThat(indices.get(1).value()).isCloseTo(125, within(1e-12));
        assertThat(indices.get(1).highest()).isCloseTo(2750 / 17.5, within(1e-12));
        Range relative = Indices.relative(RoundedCount.exact(30), 1000, RoundedCount.exact(200), 10_000)
                .get();
        assertThat(relative.value()).isCloseTo(150, within(1e-12));
        assertThat(relative.isExact()).isTrue();
        // A base that may have been 0 has no upper end
        Range open = Indices.relative(RoundedCount.inFives(10), 10, new RoundedCount(10, 20 / 1.0 / 2), 10)
                .get();
        assertThat(open.highest()).isCloseTo(250, within(1e-12));
        assertThat(Indices.onBase(List.of(new RoundedCount(2, 2), new RoundedCount(2, 1)), 0)
                        .get()
                        .get(1)
                        .highest())
                .isCloseTo(250, within(1e-12));
        assertThat(Indices.relative(RoundedCount.exact(1), 1, new RoundedCount(1, .5 * 4 / 2), 1)
                        .get()
                        .highest())
                .isCloseTo(200, within(1e-12));
    }

    @Test
    void wrongInputOfIndicesIsNamed() {
        RoundedCount ten = RoundedCount.inFives(10);
        assertThat(Indices.rate(ten, 0, 1000).failure().reason()).isEqualTo(Reason.NOTHING_TO_DIVIDE_BY);
        assertThat(Indices.rate(ten, -1, 1000).failure().reason()).isEqualTo(Reason.OUT_OF_RANGE);
        assertThat(Indices.rate(ten, Double.NaN, 1000).failure().reason()).isEqualTo(Reason.NOT_A_NUMBER);
        assertThat(Indices.rate(ten, 5, 0).failure().reason()).isEqualTo(Reason.NOTHING_TO_DIVIDE_BY);
        assertThat(Indices.onBase(List.of(), 0).failure().reason()).isEqualTo(Reason.NO_DATA);
        assertThat(Indices.onBase(List.of(ten), 1).failure().reason()).isEqualTo(Reason.OUT_OF_RANGE);
        assertThat(Indices.onBase(List.of(ten), -1).failure().reason()).isEqualTo(Reason.OUT_OF_RANGE);
        assertThat(Indices.onBase(List.of(RoundedCount.exact(0)), 0).failure().reason())
                .isEqualTo(Reason.NOTHING_TO_DIVIDE_BY);
        assertThat(Indices.relative(ten, 0, ten, 1).failure().reason()).isEqualTo(Reason.NOTHING_TO_DIVIDE_BY);
        assertThat(Indices.relative(ten, 1, ten, 0).failure().reason()).isEqualTo(Reason.NOTHING_TO_DIVIDE_BY);
        assertThat(Indices.relative(ten, 1, RoundedCount.exact(0), 1).failure().reason())
                .isEqualTo(Reason.NOTHING_TO_DIVIDE_BY);
    }

    private static Map<String, Double> areas(double... values) {
        Map<String, Double> areas = new LinkedHashMap<>();
        for (int i = 0; i < values.length; i++) {
            areas.put("area " + i, values[i]);
        }
        return areas;
    }

    @Test
    void decilesByHand() {
        Map<String, Place> low = Deciles.of(areas(5, 1, 2, 3, 4, 6, 7, 8, 9, 10), Direction.LOWEST_FIRST, Ties.MEAN)
                .get();
        assertThat(low.get("area 0")).isEqualTo(new Place(5, 5, 1));
        assertThat(low.get("area 1").decile()).isEqualTo(1);
        assertThat(low.get("area 9").decile()).isEqualTo(10);
        assertThat(low.keySet().iterator().next()).isEqualTo("area 0");
        Map<String, Place> high = Deciles.of(areas(5, 1, 2, 3, 4, 6, 7, 8, 9, 10), Direction.HIGHEST_FIRST, Ties.MEAN)
                .get();
        assertThat(high.get("area 9").decile()).isEqualTo(1);
        assertThat(high.get("area 1").decile()).isEqualTo(10);
        double[] tied = {1, 1, 1, 1, 2, 3, 4, 5, 6, 7};
        assertThat(Deciles.of(areas(tied), Direction.LOWEST_FIRST, Ties.FIRST)
                        .get()
                        .get("area 0"))
                .isEqualTo(new Place(1, 1, 4));
        assertThat(Deciles.of(areas(tied), Direction.LOWEST_FIRST, Ties.MEAN)
                        .get()
                        .get("area 3"))
                .isEqualTo(new Place(2.5, 2, 4));
        assertThat(Deciles.of(areas(tied), Direction.LOWEST_FIRST, Ties.LAST)
                        .get()
                        .get("area 2"))
                .isEqualTo(new Place(4, 4, 4));
        assertThat(Deciles.of(areas(1, 2), Direction.LOWEST_FIRST, Ties.LAST)
                        .failure()
                        .reason())
                .isEqualTo(Reason.TOO_FEW);
        assertThat(Deciles.of(areas(), Direction.LOWEST_FIRST, Ties.LAST)
                        .failure()
                        .reason())
                .isEqualTo(Reason.NO_DATA);
        assertThat(Deciles.of(areas(3, 3, 3, 3, 3, 3, 3, 3, 3, 3), Direction.LOWEST_FIRST, Ties.LAST)
                        .failure()
                        .reason())
                .isEqualTo(Reason.CONSTANT);
        assertThat(Deciles.of(areas(1, Double.NaN), Direction.LOWEST_FIRST, Ties.LAST)
                        .failure()
                        .reason())
                .isEqualTo(Reason.NOT_A_NUMBER);
    }

    private static List<Stratum> strata(double step) {
        return List.of(
                new Stratum(new RoundedCount(5, step), 2000, 50),
                new Stratum(new RoundedCount(20, step), 3000, 30),
                new Stratum(new RoundedCount(45, step), 1500, 20));
    }

    @Test
    void directStandardisationReachesTheReference() {
        // Fay and Feuer's formula by scipy 1.17 gamma quantiles, reference.py: 1e-7
        Estimate rate = StandardisedRates.direct(strata(0), 1000, .95).get();
        assertThat(rate.value()).isCloseTo(9.25, within(1e-12));
        assertThat(rate.interval().lower()).isCloseTo(7.141836129, within(1e-7));
        assertThat(rate.interval().upper()).isCloseTo(11.93213574, within(1e-7));
        assertThat(rate.n()).isEqualTo(70);
        assertThat(rate.caveats()).isEmpty();
        Estimate rounded = StandardisedRates.direct(strata(5), 1000, .95).get();
        assertThat(rounded.value()).isCloseTo(9.25, within(1e-12));
        assertThat(rounded.interval().lower()).isLessThan(7.1);
        assertThat(rounded.interval().upper()).isGreaterThan(12);
        assertThat(rounded.caveats()).containsExactly(Caveat.ROUNDED_INPUT);
        // No events at all: lower end 0, and a few events say so
        Estimate none = StandardisedRates.direct(List.of(new Stratum(RoundedCount.exact(0), 10, 1)), 1, .95)
                .get();
        assertThat(none.interval().lower()).isZero();
        assertThat(none.interval().upper()).isCloseTo(-Math.log(.025) / 10, within(1e-9));
        assertThat(none.caveats()).containsExactly(Caveat.FEW_OBSERVATIONS);
    }

    @Test
    void indirectStandardisationIsGarwoodOnTheExpected() {
        List<Stratum> strata =
                List.of(new Stratum(RoundedCount.exact(3), 1000, .002), new Stratum(RoundedCount.exact(4), 2000, .001));
        Estimate ratio = StandardisedRates.indirect(strata, .95).get();
        // 7 observed, 4 expected; Garwood's limits of 7 by scipy 1.17: 1e-8
        assertThat(ratio.value()).isCloseTo(1.75, within(1e-12));
        assertThat(ratio.interval().lower()).isCloseTo(2.814363052 / 4, within(1e-8));
        assertThat(ratio.interval().upper()).isCloseTo(14.42267536 / 4, within(1e-8));
        // In fives: at least 2.5, at most 7.5: outwards 2 and 8 events, with a margin per stratum
        Estimate rounded = StandardisedRates.indirect(List.of(new Stratum(RoundedCount.inFives(5), 4000, .001)), .95)
                .get();
        assertThat(rounded.interval().lower()).isCloseTo(.2422092785 / 4, within(1e-8));
        assertThat(rounded.interval().upper()).isCloseTo(15.76318922 / 4, within(1e-8));
        assertThat(rounded.caveats()).containsExactlyInAnyOrder(Caveat.ROUNDED_INPUT, Caveat.FEW_OBSERVATIONS);
    }

    @Test
    void wrongInputOfStandardisationIsNamed() {
        RoundedCount count = RoundedCount.exact(5);
        assertThat(StandardisedRates.direct(List.of(), 1, .95).failure().reason())
                .isEqualTo(Reason.NO_DATA);
        assertThat(StandardisedRates.direct(List.of(new Stratum(count, 0, 1)), 1, .95)
                        .failure()
                        .reason())
                .isEqualTo(Reason.NOTHING_TO_DIVIDE_BY);
        assertThat(StandardisedRates.direct(List.of(new Stratum(count, 1, 0)), 1, .95)
                        .failure()
                        .reason())
                .isEqualTo(Reason.NOTHING_TO_DIVIDE_BY);
        assertThat(StandardisedRates.direct(List.of(new Stratum(count, -1, 1)), 1, .95)
                        .failure()
                        .reason())
                .isEqualTo(Reason.OUT_OF_RANGE);
        assertThat(StandardisedRates.direct(List.of(new Stratum(count, 1, -1)), 1, .95)
                        .failure()
                        .reason())
                .isEqualTo(Reason.OUT_OF_RANGE);
        assertThat(StandardisedRates.direct(List.of(new Stratum(count, Double.NaN, 1)), 1, .95)
                        .failure()
                        .reason())
                .isEqualTo(Reason.NOT_A_NUMBER);
        assertThat(StandardisedRates.direct(strata(0), 0, .95).failure().reason())
                .isEqualTo(Reason.NOTHING_TO_DIVIDE_BY);
        assertThat(StandardisedRates.direct(strata(0), 1, 1).failure().reason()).isEqualTo(Reason.OUT_OF_RANGE);
        assertThat(StandardisedRates.indirect(List.of(), .95).failure().reason())
                .isEqualTo(Reason.NO_DATA);
        assertThat(StandardisedRates.indirect(List.of(new Stratum(count, 0, 1)), .95)
                        .failure()
                        .reason())
                .isEqualTo(Reason.NOTHING_TO_DIVIDE_BY);
        assertThat(StandardisedRates.indirect(List.of(new Stratum(count, 4, -1)), .95)
                        .failure()
                        .reason())
                .isEqualTo(Reason.OUT_OF_RANGE);
    }

    private static Figure figure(RoundedCount count, double population) {
        return new Figure(count.range(), population);
    }

    @Test
    void mergedAreasKeepTheirTotals() {
        Map<String, Figure> old = new LinkedHashMap<>();
        old.put("Oud", figure(RoundedCount.inFives(20), 10_000));
        old.put("Klein", figure(RoundedCount.exact(4), 1000));
        Map<String, Figure> merged = AreaMerging.merge(
                        old,
                        List.of(
                                new Part("Oud", "Nieuw", .75),
                                new Part("Oud", "Buur", .25),
                                new Part("Klein", "Nieuw", 1)))
                .get();
        assertThat(merged.keySet()).containsExactly("Nieuw", "Buur");
        Figure nieuw = merged.get("Nieuw");
        assertThat(nieuw.population()).isCloseTo(8500, within(1e-9));
        assertThat(nieuw.count()).isEqualTo(new Range(17.125, 19, 20.875));
        assertThat(nieuw.rate(1000).get().value()).isCloseTo(19 / 8.5, within(1e-12));
        assertThat(merged.get("Buur").count().value()).isEqualTo(5);
        assertThat(figure(RoundedCount.exact(1), 0).rate(1000).failure().reason())
                .isEqualTo(Reason.NOTHING_TO_DIVIDE_BY);
    }

    @Test
    void wrongInputOfMergingIsNamed() {
        Map<String, Figure> old = Map.of("A", figure(RoundedCount.exact(1), 10));
        assertThat(reason(AreaMerging.merge(Map.of(), List.of(new Part("A", "B", 1)))))
                .isEqualTo(Reason.NO_DATA);
        assertThat(reason(AreaMerging.merge(old, List.of()))).isEqualTo(Reason.NO_DATA);
        assertThat(reason(AreaMerging.merge(old, List.of(new Part("A", "B", .5)))))
                .isEqualTo(Reason.DO_NOT_MATCH);
        assertThat(reason(AreaMerging.merge(old, List.of(new Part("A", "B", 1), new Part("C", "B", 1)))))
                .isEqualTo(Reason.DO_NOT_MATCH);
        assertThat(reason(AreaMerging.merge(old, List.of(new Part("A", "B", -1)))))
                .isEqualTo(Reason.OUT_OF_RANGE);
        assertThat(reason(AreaMerging.merge(old, List.of(new Part("A", "B", 1.5)))))
                .isEqualTo(Reason.OUT_OF_RANGE);
        assertThat(reason(AreaMerging.merge(old, List.of(new Part("A", "B", Double.NaN)))))
                .isEqualTo(Reason.NOT_A_NUMBER);
        Map<String, Figure> negative = Map.of("A", figure(RoundedCount.exact(1), -10));
        assertThat(reason(AreaMerging.merge(negative, List.of(new Part("A", "B", 1)))))
                .isEqualTo(Reason.OUT_OF_RANGE);
    }

    private static Reason reason(Outcome<?> outcome) {
        return outcome.failure().reason();
    }
}
