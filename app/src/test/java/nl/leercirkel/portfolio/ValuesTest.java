package nl.leercirkel.portfolio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.BigRange;
import net.jqwik.api.constraints.Scale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ValuesTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "1.250.000,00 | 1250000",
                "1250000 | 1250000",
                "€ 1.250 | 1250",
                "€ 100,- | 100",
                "7,5 | 7.5",
                "-40 | -40",
                "−40 | -40",
                "0 | 0",
                "1 250 000 | 1250000",
            })
    void readsDutchNumbers(String text, BigDecimal number) {
        assertThat(DutchNumbers.parse(text).orElseThrow()).isEqualByComparingTo(number);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "1.25",
                "12.50",
                "1,250.00",
                "een",
                "1.2500",
                "€",
                "1e6",
                "0x10",
                "٣",
                "1,",
                "--1",
                "12345678901234567890"
            })
    void refusesWhatCanMeanTwoThings(String text) {
        assertThat(DutchNumbers.parse(text)).isEmpty();
    }

    @Test
    void showsAmounts() {
        assertThat(DutchNumbers.euro(new BigDecimal("5000000.00"))).isEqualTo("€\u00a05.000.000");
        assertThat(DutchNumbers.euro(new BigDecimal("-1234.5"))).isEqualTo("-€\u00a01.234,50");
        assertThat(Amount.NOT_GIVEN.format()).isEqualTo("bron geeft geen bedrag");
        assertThat(Amount.parse("ten hoogste 460.000").orElseThrow().format()).isEqualTo("ten hoogste €\u00a0460.000");
        assertThat(Amount.parse("").orElseThrow()).isEqualTo(Amount.NOT_GIVEN);
        assertThat(Amount.parse("0").orElseThrow()).isEqualTo(Amount.of(0));
        assertThat(Amount.parse("1.250.000,00")).contains(Amount.of(1_250_000));
    }

    @ParameterizedTest
    @ValueSource(strings = {"12,345", "1000000000000", "veel", "ten hoogste", "12.5"})
    void refusesWhatIsNoAmount(String text) {
        assertThat(Amount.parse(text)).isEmpty();
    }

    @Test
    void readsEachKindOfValue() {
        assertThat(ResultValue.parse("ongeveer 20"))
                .isEqualTo(new ResultValue.Number(BigDecimal.valueOf(20), Qualifier.ABOUT));
        assertThat(ResultValue.parse("Meer dan 100.000"))
                .isEqualTo(new ResultValue.Number(BigDecimal.valueOf(100_000), Qualifier.GREATER_THAN));
        assertThat(ResultValue.parse("50 tot 100"))
                .isEqualTo(new ResultValue.Range(BigDecimal.valueOf(50), BigDecimal.valueOf(100)));
        assertThat(ResultValue.parse("Ja")).isEqualTo(new ResultValue.YesNo(true));
        assertThat(ResultValue.parse("nog steeds dalend")).isEqualTo(new ResultValue.Text("nog steeds dalend"));
        assertThat(ResultValue.parse("100 tot 50")).isEqualTo(new ResultValue.Text("100 tot 50"));
        assertThat(ResultValue.parse(" ")).isEqualTo(ResultValue.NOT_GIVEN);
    }

    @Test
    void aTextCannotHideANumber() {
        assertThatThrownBy(() -> new ResultValue.Text("12")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new ResultValue.Text("nee")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void showsValuesWithTheirUnit() {
        assertThat(ResultValue.of("7.50").format("cijfer 0-10")).isEqualTo("7,5 cijfer 0-10");
        assertThat(ResultValue.of(55).format("%")).isEqualTo("55%");
        assertThat(ResultValue.of(16_000).format("€ per casus")).isEqualTo("€\u00a016.000 per casus");
        assertThat(ResultValue.NOT_GIVEN.format("%")).isEqualTo("bron geeft geen waarde");
    }

    @Property
    void aNumberReadsBackFromWhatIsShown(
            @ForAll @BigRange(min = "-999999999999", max = "999999999999") @Scale(4) BigDecimal number) {
        assertThat(DutchNumbers.parse(DutchNumbers.format(number)).orElseThrow())
                .isEqualByComparingTo(number);
    }

    @Property
    void anAmountReadsBackFromWhatTheFormShows(
            @ForAll @BigRange(min = "0", max = "999999999999") @Scale(2) BigDecimal euro, @ForAll Qualifier qualifier) {
        Amount amount = new Amount.Known(euro, qualifier);
        assertThat(Amount.parse(amount.text())).contains(amount);
    }

    @Property
    void aValueReadsBackFromWhatTheFormShows(@ForAll String text) {
        ResultValue value = ResultValue.parse(text);
        assertThat(ResultValue.parse(value.text())).isEqualTo(value);
    }
}
