package nl.leercirkel.chart;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.BigRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Scale;
import org.junit.jupiter.api.Test;

class TicksTest {

    @Property
    void coverTheDataEvenlyWithThreeToTenExactDecimals(
            @ForAll @BigRange(min = "-1000000000", max = "1000000000") @Scale(4) BigDecimal one,
            @ForAll @BigRange(min = "-1000000000", max = "1000000000") @Scale(4) BigDecimal other,
            @ForAll @IntRange(min = 2, max = 8) int wanted,
            @ForAll @IntRange(min = 0, max = 6) int decimals) {
        requireGood(one, other, wanted, BigDecimal.ONE.movePointLeft(decimals));
    }

    /** Magnitudes a generator of ordinary numbers never reaches, and neighbours that differ in the last digit. */
    @Property
    void coverAnyMagnitude(
            @ForAll @IntRange(min = -999, max = 999) int digits,
            @ForAll @IntRange(min = -999, max = 999) int others,
            @ForAll @IntRange(min = -40, max = 29) int power,
            @ForAll @IntRange(min = 2, max = 8) int wanted) {
        BigDecimal one = BigDecimal.valueOf(digits).scaleByPowerOfTen(power);
        requireGood(one, BigDecimal.valueOf(others).scaleByPowerOfTen(power), wanted, new BigDecimal("0.01"));
        requireGood(one, one.add(BigDecimal.ONE), wanted, BigDecimal.ONE);
    }

    private static void requireGood(BigDecimal one, BigDecimal other, int wanted, BigDecimal smallest) {
        Ticks ticks = Ticks.cover(one, other, wanted, smallest);

        assertThat(ticks.first()).isLessThanOrEqualTo(one.min(other));
        assertThat(ticks.last()).isGreaterThanOrEqualTo(one.max(other));
        assertThat(ticks.values()).hasSizeBetween(3, 10);
        assertThat(ticks.step()).isGreaterThanOrEqualTo(smallest);
        for (int i = 1; i < ticks.values().size(); i++) {
            assertThat(ticks.values().get(i).subtract(ticks.values().get(i - 1)))
                    .isEqualByComparingTo(ticks.step());
        }
        // A nice step is 1, 2, 2.5 or 5 times a power of ten, and every tick a whole number of steps.
        assertThat(ticks.step().stripTrailingZeros().unscaledValue().intValueExact())
                .isIn(1, 2, 25, 5);
        assertThat(ticks.first().remainder(ticks.step())).isEqualByComparingTo("0");
    }

    @Test
    void areTheOnesAPersonWouldChoose() {
        assertThat(ticks("0", "97", 5)).containsExactly("0", "20", "40", "60", "80", "100");
        assertThat(ticks("0", "0.9", 5)).containsExactly("0", "0.2", "0.4", "0.6", "0.8", "1");
        assertThat(ticks("9.9", "13.4", 5)).containsExactly("9", "10", "11", "12", "13", "14");
        assertThat(ticks("0", "0", 5)).containsExactly("0", "0.01", "0.02");
    }

    @Test
    void ofCountsAreWhole() {
        assertThat(Ticks.cover(BigDecimal.ZERO, BigDecimal.ONE, 5, BigDecimal.ONE)
                        .values())
                .containsExactly(BigDecimal.ZERO, BigDecimal.ONE, BigDecimal.TWO);
    }

    private static List<String> ticks(String low, String high, int wanted) {
        return Ticks.cover(new BigDecimal(low), new BigDecimal(high), wanted, new BigDecimal("0.01")).values().stream()
                .map(tick ->
                        tick.signum() == 0 ? "0" : tick.stripTrailingZeros().toPlainString())
                .toList();
    }
}
