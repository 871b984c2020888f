package nl.leercirkel.portfolio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.DateTimeException;
import java.time.LocalDate;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PeriodTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "2021 | 2021-01-01 | 2021-12-31 | 2021",
                "2021-H2 | 2021-07-01 | 2021-12-31 | 2e helft 2021",
                "2e halfjaar 2021 | 2021-07-01 | 2021-12-31 | 2e helft 2021",
                "eerste helft van 2021 | 2021-01-01 | 2021-06-30 | 1e helft 2021",
                "2021-Q4 | 2021-10-01 | 2021-12-31 | 4e kwartaal 2021",
                "Q1 2022 | 2022-01-01 | 2022-03-31 | 1e kwartaal 2022",
                "2020-02 | 2020-02-01 | 2020-02-29 | februari 2020",
                "Sept. 2021 | 2021-09-01 | 2021-09-30 | september 2021",
                "1 februari 2020 | 2020-02-01 | 2020-02-01 | 1 februari 2020",
                "31-12-2021 | 2021-12-31 | 2021-12-31 | 31 december 2021",
                "schooljaar 2020/2021 | 2020-08-01 | 2021-07-31 | schooljaar 2020/2021",
                "2020/2021 | 2020-08-01 | 2021-07-31 | schooljaar 2020/2021",
            })
    void readsMomentsOfEachPrecision(String text, LocalDate first, LocalDate last, String dutch) {
        DatePart part = DatePart.parse(text).orElseThrow();
        assertThat(part.first()).isEqualTo(first);
        assertThat(part.last()).isEqualTo(last);
        assertThat(part.format()).isEqualTo(dutch);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "ooit",
                "2021-13",
                "31 februari 2021",
                "2020/2022",
                "13e kwartaal 2021",
                "2021-Q5",
                "1 brumaire 2021",
                "0021"
            })
    void refusesWhatIsNoMoment(String text) {
        assertThat(DatePart.parse(text)).isEmpty();
    }

    @Test
    void aPartStartsOnItsFirstDay() {
        assertThatThrownBy(() -> new DatePart(DatePart.Precision.QUARTER, LocalDate.of(2021, 2, 1)))
                .isInstanceOf(DateTimeException.class);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "2019 | 2019",
                "2019..2021 | 2019 t/m 2021",
                "2019-2021 | 2019 t/m 2021",
                "2020-07..2022 | juli 2020 t/m 2022",
                "2020-02-01..2021-12-31 | 1 februari 2020 t/m 31 december 2021",
                "van september 2021 tot en met september 2022 | september 2021 t/m september 2022",
                "schooljaren 2020/2021 en 2021/2022 | schooljaar 2020/2021 t/m schooljaar 2021/2022",
                "vanaf 2019 | vanaf 2019",
                "sinds juli 2020 | vanaf juli 2020",
                "t/m 2022 | t/m 2022",
            })
    void readsPeriodsAndKeepsTheWordsOfTheSource(String text, String canonical) {
        Period period = Period.parse(text).orElseThrow();
        assertThat(period.canonical()).isEqualTo(canonical);
        assertThat(period.format()).isEqualTo(text);
        assertThat(period.contradictions()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "binnenkort", "2019 t/m", "t/m", "2019 t/m ooit", "2021 (uitloop t/m ooit)"})
    void refusesWhatIsNoPeriod(String text) {
        assertThat(Period.parse(text)).isEmpty();
    }

    @Test
    void keepsAPeriodThatContradictsItself() {
        Period period = Period.parse("April 2021 tot april 2022 (uitloop t/m december 2021)")
                .orElseThrow();
        assertThat(period.start()).isEqualTo(DatePart.month(2021, 4));
        assertThat(period.end()).isEqualTo(DatePart.month(2022, 4));
        assertThat(period.runOut()).isEqualTo(DatePart.month(2021, 12));
        assertThat(period.format()).isEqualTo("April 2021 tot april 2022 (uitloop t/m december 2021)");
        assertThat(period.contradictions())
                .containsExactly(
                        "de uitloop (december 2021) is 4 maanden eerder afgelopen dan de periode zelf (april 2022)");
    }

    @Test
    void seesAnEndBeforeTheBeginning() {
        assertThat(Period.parse("2021 t/m 2019").orElseThrow().contradictions())
                .containsExactly("het einde (2019) ligt 12 maanden voor het begin (2021)");
    }

    @Property
    void aMomentReadsBackFromBothNotations(@ForAll("parts") DatePart part) {
        assertThat(DatePart.parse(part.format())).contains(part);
        assertThat(DatePart.parse(part.code())).contains(part);
        assertThat(part.last()).isAfterOrEqualTo(part.first());
    }

    @Property
    void aPeriodReadsBackFromWhatIsShown(@ForAll("periods") Period period) {
        assertThat(Period.parse(period.format())).contains(period);
    }

    @Provide
    Arbitrary<DatePart> parts() {
        Arbitrary<Integer> years = Arbitraries.integers().between(1950, 2150);
        return Arbitraries.oneOf(
                years.map(DatePart::year),
                Combinators.combine(years, Arbitraries.integers().between(1, 2)).as(DatePart::half),
                Combinators.combine(years, Arbitraries.integers().between(1, 4)).as(DatePart::quarter),
                Combinators.combine(years, Arbitraries.integers().between(1, 12))
                        .as(DatePart::month),
                years.flatMap(year -> Arbitraries.integers()
                        .between(1, LocalDate.of(year, 1, 1).lengthOfYear())
                        .map(day -> new DatePart(DatePart.Precision.DAY, LocalDate.ofYearDay(year, day)))),
                years.map(year -> new DatePart(DatePart.Precision.SCHOOL_YEAR, LocalDate.of(year, 8, 1))));
    }

    @Provide
    Arbitrary<Period> periods() {
        Arbitrary<@Nullable DatePart> optional = parts().injectNull(0.3);
        return Combinators.combine(optional, optional, optional)
                .filter((start, end, runOut) -> start != null || end != null)
                .as((start, end, runOut) -> new Period(start, end, runOut, ""));
    }
}
