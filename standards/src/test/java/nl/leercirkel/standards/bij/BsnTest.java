package nl.leercirkel.standards.bij;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class BsnTest {

    @Test
    void theElevenTest() {
        // 111222333 is the textbook example: 9+8+7+12+10+8+9+6-3 = 66 = 6 x 11
        assertThat(Bsn.of("111222333")).isPresent();
        assertThat(Bsn.of("111222334")).isEmpty();
        assertThat(Bsn.of("11122233")).isEmpty();
        assertThat(Bsn.of("١11222333")).isEmpty();
    }

    @Test
    void sharedNumbersIdentifyNobody() {
        assertThat(Bsn.of("999999999")).contains(Bsn.UNKNOWN);
        assertThat(Bsn.of("000000000")).contains(Bsn.UNBORN);
        assertThat(Bsn.UNKNOWN.identifies()).isFalse();
        assertThat(Bsn.UNBORN.identifies()).isFalse();
        assertThat(BijData.ANNA.identifies()).isTrue();
    }

    @Test
    void partialDatesAreNotRounded() {
        PartialDate month = PartialDate.parse("20120200").orElseThrow();
        assertThat(month.earliest()).contains(LocalDate.of(2012, 2, 1));
        assertThat(month.latest()).contains(LocalDate.of(2012, 2, 29));
        PartialDate year = PartialDate.parse("20120000").orElseThrow();
        assertThat(year.latest()).contains(LocalDate.of(2012, 12, 31));
        assertThat(PartialDate.parse("000000000")).contains(PartialDate.UNBORN);
        assertThat(PartialDate.parse("00000000")).contains(PartialDate.UNBORN);
        assertThat(PartialDate.UNBORN.earliest()).isEmpty();
        for (String wrong : new String[] {"20121300", "20120015", "20120230", "2012", "x0120101", "00000001"}) {
            assertThat(PartialDate.parse(wrong)).as(wrong).isEmpty();
        }
    }
}
