package nl.leercirkel.statistics.comparison;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import nl.leercirkel.statistics.Reason;
import nl.leercirkel.statistics.comparison.CostChange.Product;
import org.junit.jupiter.api.Test;

class CostChangeTest {

    private static Product product(String name, String oldUnits, String oldPrice, String newUnits, String newPrice) {
        return new Product(
                name,
                new BigDecimal(oldUnits),
                new BigDecimal(oldPrice),
                new BigDecimal(newUnits),
                new BigDecimal(newPrice));
    }

    @Test
    void aChangeByHand() {
        // Old: 100 x 50 + 50 x 80 = 9,000 for 150 units (60 each). New: 120 x 55 + 60 x 80 + ... = 11,400 for 180
        // units.
        CostChange change = CostChange.between(
                        List.of(product("light", "100", "50", "90", "55"), product("heavy", "50", "80", "90", "80")))
                .get();
        // New costs 90 x 55 + 90 x 80 = 12,150; price 90 x 5; volume 30 x 60; mix: 90 x 50 + 90 x 80 - 180 x 60
        assertThat(change.total()).isEqualTo("3150.00");
        assertThat(change.price()).isEqualTo("450.00");
        assertThat(change.volume()).isEqualTo("1800.00");
        assertThat(change.mix()).isEqualTo("900.00");
        assertThat(change.entered()).isEqualTo("0.00");
    }

    @Test
    void newAndEndedProductsStandApart() {
        // Same 10 hours of care at 50; 10 hours of an old product (40) are replaced by 10 of a new one (70): 300 is not
        // split
        CostChange change = CostChange.between(List.of(
                        product("stays", "10", "50", "10", "50"),
                        product("ends", "10", "40", "0", "0"),
                        product("starts", "0", "0", "10", "70")))
                .get();
        assertThat(change.total()).isEqualTo("300.00");
        assertThat(change.price()).isEqualTo("0.00");
        assertThat(change.volume()).isEqualTo("0.00");
        assertThat(change.mix()).isEqualTo("0.00");
        assertThat(change.entered()).isEqualTo("300.00");
    }

    @Test
    void partsAddUpToTheCent() {
        CostChange change = CostChange.between(List.of(
                        product("a", "3", "33.33", "7", "35.01"),
                        product("b", "4", "12.345", "1", "11.11"),
                        product("c", "0", "0", "2", "9.99")))
                .get();
        assertThat(change.price().add(change.volume()).add(change.mix()).add(change.entered()))
                .isEqualTo(change.total());
    }

    @Test
    void wrongInputIsNamed() {
        assertThat(CostChange.between(List.of()).failure().reason()).isEqualTo(Reason.NO_DATA);
        assertThat(CostChange.between(List.of(product("a", "1", "1", "1", "1"), product("a", "1", "1", "1", "1")))
                        .failure()
                        .reason())
                .isEqualTo(Reason.DO_NOT_MATCH);
        for (int i = 0; i < 4; i++) {
            String[] numbers = {"1", "1", "1", "1"};
            numbers[i] = "-1";
            assertThat(CostChange.between(List.of(product("a", numbers[0], numbers[1], numbers[2], numbers[3])))
                            .failure()
                            .reason())
                    .isEqualTo(Reason.OUT_OF_RANGE);
        }
        assertThat(CostChange.between(List.of(product("a", "0", "1", "1", "1")))
                        .failure()
                        .reason())
                .isEqualTo(Reason.NOTHING_TO_DIVIDE_BY);
    }
}
