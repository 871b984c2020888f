package nl.leercirkel.chart;

import static nl.leercirkel.chart.Language.DUTCH;
import static nl.leercirkel.chart.Language.ENGLISH;
import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class UnitTest {

    @Test
    void writesDutchNumbers() {
        assertThat(Unit.euro().format(new BigDecimal("5000000"), DUTCH)).isEqualTo("€\u00a05.000.000");
        assertThat(Unit.euroAndCents().format(new BigDecimal("-1234.5"), DUTCH)).isEqualTo("€\u00a0-1.234,50");
        assertThat(Unit.of("dagen", 1).format(new BigDecimal("1234.5"), DUTCH)).isEqualTo("1.234,5");
        assertThat(Unit.percent(1).format(new BigDecimal("12.45"), DUTCH)).isEqualTo("12,5%");
        assertThat(Unit.count("").format(new BigDecimal("999"), DUTCH)).isEqualTo("999");
    }

    @Test
    void writesEnglishNumbers() {
        assertThat(Unit.euro().format(new BigDecimal("-5000000"), ENGLISH)).isEqualTo("-€5,000,000");
        assertThat(Unit.of("days", 1).format(new BigDecimal("1234.5"), ENGLISH)).isEqualTo("1,234.5");
    }

    @Test
    void neverWritesMinusZero() {
        assertThat(Unit.percent(0).format(new BigDecimal("-0.4"), DUTCH)).isEqualTo("0%");
    }

    @Test
    void keepsAllDigitsInTablesAndShortensOnlyBesideMarks() {
        BigDecimal huge = new BigDecimal("12345678901234567890");
        assertThat(Unit.count("").format(huge, DUTCH)).isEqualTo("12.345.678.901.234.567.890");
        assertThat(Unit.count("").formatShort(huge, DUTCH)).isEqualTo("1,23E19");
    }

    @Test
    void writesTicksInMillionsWhereThatIsShorter() {
        assertThat(labels("0", "5000000", Unit.euro(), DUTCH))
                .containsExactly(
                        "€\u00a00",
                        "€\u00a01\u00a0mln",
                        "€\u00a02\u00a0mln",
                        "€\u00a03\u00a0mln",
                        "€\u00a04\u00a0mln",
                        "€\u00a05\u00a0mln");
        assertThat(labels("0", "2000000000", Unit.euro(), ENGLISH))
                .containsExactly("€0", "€0.5bn", "€1.0bn", "€1.5bn", "€2.0bn");
        assertThat(labels("0", "90000", Unit.count(""), DUTCH)).contains("20.000", "100.000");
        assertThat(labels("0", "1", Unit.percent(1), DUTCH)).contains("0,2%", "1,0%");
    }

    @Test
    void picksTheLanguageOfALocale() {
        assertThat(Language.of(Locale.UK)).isEqualTo(ENGLISH);
        assertThat(Language.of(Locale.of("nl", "NL"))).isEqualTo(DUTCH);
        assertThat(Language.of(Locale.FRANCE)).isEqualTo(DUTCH);
    }

    @Test
    void bothLanguagesHaveTheSameTexts() {
        assertThat(Words.in(ENGLISH).keys()).isEqualTo(Words.in(DUTCH).keys());
    }

    private static List<String> labels(String low, String high, Unit unit, Language language) {
        Ticks ticks = Ticks.cover(new BigDecimal(low), new BigDecimal(high), 5, unit.smallestStep());
        return TickLabels.of(ticks, unit, language);
    }
}
