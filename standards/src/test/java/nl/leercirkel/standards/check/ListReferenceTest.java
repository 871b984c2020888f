package nl.leercirkel.standards.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import nl.leercirkel.standards.ijw.definition.Law;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ListReferenceTest {
    private final ListReference lists = new ListReference(LocalDate.of(2026, 11, 26));

    @ParameterizedTest
    @CsvSource({
        "0505,2026-03-01,true", // Dordrecht
        "0788,2026-03-01,true", // Haaren, divided in 2021: its code stays usable
        "1991,2021-12-31,false", // Maashorst began on 1 January 2022
        "1991,2022-01-01,true",
        "9998,2026-03-01,false"
    })
    void municipalities(String code, LocalDate day, boolean known) {
        assertThat(lists.isMunicipality(code, day)).contains(known);
    }

    @Test
    void whatComesAfterTheRegisterIsNotJudged() {
        assertThat(lists.isMunicipality("9998", LocalDate.of(2027, 1, 1))).isEmpty();
    }

    @Test
    void productsOfTheStandardList() {
        assertThat(lists.categoryOf(Law.YOUTH, "45A01")).contains("45");
        assertThat(lists.categoryOf(Law.YOUTH, "45X99")).isEmpty();
        assertThat(lists.categoryOf(Law.SOCIAL_SUPPORT, "45A01")).isEmpty();
    }
}
