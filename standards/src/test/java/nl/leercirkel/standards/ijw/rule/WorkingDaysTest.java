package nl.leercirkel.standards.ijw.rule;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Days of rest by the Algemene termijnenwet, article 3; Easter by the table of the Oudin and Meeus methods (published dates). */
class WorkingDaysTest {

    // Dates of Easter: Royal Greenwich Observatory's list.
    @ParameterizedTest
    @CsvSource({
        "2000-04-23",
        "2008-03-23",
        "2011-04-24",
        "2024-03-31",
        "2025-04-20",
        "2026-04-05",
        "2027-03-28",
        "2038-04-25"
    })
    void easter(LocalDate day) {
        assertThat(WorkingDays.easter(day.getYear())).isEqualTo(day);
    }

    @ParameterizedTest
    @CsvSource({
        "2026-01-01,false", // New Year
        "2026-04-03,false", // Good Friday
        "2026-04-06,false", // Easter Monday
        "2026-04-27,false", // King's Day
        "2025-04-26,false", // King's Day, since 27 April is a Sunday (and it is a Saturday as well)
        "2026-05-05,false",
        "2026-05-14,false", // Ascension
        "2026-05-25,false", // Whit Monday
        "2026-12-25,false",
        "2028-12-26,false",
        "2026-04-04,false", // Saturday
        "2026-04-02,true",
        "2026-05-04,true",
        "2026-12-24,true",
        "2026-12-31,true"
    })
    void daysOfRest(LocalDate day, boolean works) {
        assertThat(WorkingDays.isWorkingDay(day)).isEqualTo(works);
    }

    @ParameterizedTest
    @CsvSource({
        "2026-03-16,3,2026-03-19",
        "2026-03-12,5,2026-03-19",
        "2026-07-31,5,2026-08-07",
        "2026-04-02,1,2026-04-07", // over Easter
        "2026-12-24,2,2026-12-29" // 25 and 26 December and a weekend
    })
    void after(LocalDate day, int days, LocalDate expected) {
        assertThat(WorkingDays.after(day, days)).isEqualTo(expected);
    }
}
