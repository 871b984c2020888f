package nl.leercirkel.standards.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DutchNumberTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "12|12", "-5|-5", "12,3|12.3", "12.3|12.3", "1.234|1234", "1,234|1234", "1.234,5|1234.5",
                        "1,234.5|1234.5",
                "17.407.585|17407585", "1 234,5|1234.5", "' 7 '|7", "0,25|0.25", ".5|0.5", "+3|3", "0.12|0.12",
                        "12,00|12.00"
            })
    void withTwoDecimals(String text, BigDecimal expected) {
        assertThat(DutchNumber.parse(text, 2)).contains(expected);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                ".",
                ",",
                "-",
                "x",
                "1e5",
                "12..3",
                "1.23.456",
                "0.123",
                "12,345,6",
                "１２",
                "NaN",
                "1.2.3",
                "12-",
                "99999999999999999999999999999999999999999"
            })
    void refused(String text) {
        assertThat(DutchNumber.parse(text, 2)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"1.234,1.234", "0.123,0.123"})
    void withThreeDecimalsAPointIsDecimal(String text, BigDecimal expected) {
        assertThat(DutchNumber.parse(text, 3)).contains(expected);
    }
}
