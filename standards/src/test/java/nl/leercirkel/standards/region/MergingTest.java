package nl.leercirkel.standards.region;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import nl.leercirkel.standards.figure.Figure;
import org.junit.jupiter.api.Test;

class MergingTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 1, 1);
    private static final LocalDate BEFORE = LocalDate.of(2018, 1, 1);
    private static final Figure MISSING = new Figure.Missing("onbekend");
    private final ThroughTime now = new ThroughTime(Municipalities.register(), TODAY);

    private static Figure number(String text) {
        return Figure.of(new BigDecimal(text));
    }

    @Test
    void altenaIsMergedByYoungPeopleNotAveraged() {
        // by hand: (3000 x 10.0 + 6000 x 8.0 + 1000 x 20.0) / 10000 = 980 / 100 = 9.8; the average would be 12.7
        Map<String, Figure> share = Map.of("0738", number("10.0"), "0870", number("8.0"), "0874", number("20.0"));
        Map<String, Figure> young = Map.of("0738", number("3000"), "0870", number("6000"), "0874", number("1000"));
        Merging.MergedShare altena = now.share("1959", BEFORE, share::get, young::get);
        assertThat(altena.figure()).isEqualTo(number("9.8"));
        // every part is rounded to 0.1, so is off by 0.05 at most
        assertThat(altena.margin()).isEqualByComparingTo("0.05");
        assertThat(now.amount("1959", BEFORE, young::get)).isEqualTo(number("10000"));
    }

    @Test
    void westBetuweLacksADenominator() {
        Map<String, Figure> share = Map.of("0236", number("10"), "0304", number("8"), "0733", number("9"));
        Map<String, Figure> young = Map.of("0236", number("3000"), "0304", MISSING, "0733", number("1000"));
        assertThat(now.share("1960", BEFORE, share::get, young::get).figure())
                .isEqualTo(new Figure.Missing(
                        "het cijfer van Neerijnen (het aantal waarvan het percentage is genomen) ontbreekt: onbekend"));
    }

    @Test
    void aSplitHasNoOlderFigure() {
        Figure tilburg = now.amount("0855", BEFORE, code -> number("1"));
        assertThat(tilburg).isInstanceOf(Figure.NotComparable.class);
        assertThat(now.share("0855", BEFORE, code -> number("1"), code -> number("1"))
                        .figure())
                .isInstanceOf(Figure.NotComparable.class);
    }

    @Test
    void anUnchangedMunicipalityNeedsNoDenominator() {
        assertThat(now.share("0014", LocalDate.of(2020, 1, 1), code -> number("15.4"), code -> MISSING)
                        .figure())
                .isEqualTo(number("15.4"));
    }

    @Test
    void theWorstReasonIsGiven() {
        Figure sum = Merging.sum(List.of(
                new Merging.Amount("A", MISSING),
                new Merging.Amount("B", new Figure.Suppressed("geheim")),
                new Merging.Amount("C", number("3"))));
        assertThat(sum).isEqualTo(new Figure.Suppressed("het cijfer van B is afgeschermd: geheim"));
        assertThat(Merging.sum(List.of())).isInstanceOf(Figure.Missing.class);
    }

    @Test
    void nobodyWeighsNothing() {
        Merging.MergedShare merged = Merging.share(List.of(
                new Merging.Share("leeg", MISSING, number("0")),
                new Merging.Share("vol", number("5.0"), number("10"))));
        assertThat(merged.figure()).isEqualTo(number("5.0"));
        assertThat(Merging.share(List.of(new Merging.Share("leeg", MISSING, number("0"))))
                        .figure())
                .isInstanceOf(Figure.Missing.class);
    }

    /** Merging rounded shares lands within the stated margin (and its own rounding) of the true share. */
    @Property(tries = 300)
    void theMarginHolds(
            @ForAll @Size(min = 1, max = 6) List<@IntRange(min = 0, max = 1000) Integer> numerators,
            @ForAll @IntRange(min = 1000, max = 5000) int base) {
        List<Merging.Share> parts = numerators.stream()
                .map(n -> new Merging.Share(
                        "deel",
                        Figure.of(new BigDecimal(n * 100L).divide(new BigDecimal(base + n), 1, RoundingMode.HALF_UP)),
                        Figure.of(base + n)))
                .toList();
        double truth = numerators.stream().mapToInt(n -> n).sum()
                * 100.0
                / numerators.stream().mapToInt(n -> base + n).sum();
        Merging.MergedShare merged = Merging.share(parts);
        assertThat(Math.abs(merged.figure().number().orElseThrow().doubleValue() - truth))
                .isLessThanOrEqualTo(merged.margin().doubleValue() + 0.05 + 1e-9);
    }
}
