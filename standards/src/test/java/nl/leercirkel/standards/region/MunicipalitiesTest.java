package nl.leercirkel.standards.region;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import nl.leercirkel.standards.Shared;
import org.junit.jupiter.api.Test;

class MunicipalitiesTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 1, 1);
    private final Municipalities register = Municipalities.register();

    private static Set<String> codes(Composition composition) {
        return ((Composition.Exact) composition)
                .parts().stream().map(Municipality::code).collect(Collectors.toCollection(TreeSet::new));
    }

    @Test
    void numbersOfMunicipalitiesArePublishedOnes() {
        // CBS, "Gemeenten op 1 januari": 2015 393, 2016 390, 2017 388, 2018 380, 2019 355, 2021 352, 2022 345, 2023 342
        Map<Integer, Integer> published = Map.of(
                2015, 393, 2016, 390, 2017, 388, 2018, 380, 2019, 355, 2020, 355, 2021, 352, 2022, 345, 2023, 342);
        published.forEach((year, number) ->
                assertThat(register.on(LocalDate.of(year, 1, 1))).as("%d", year).hasSize(number));
        assertThat(register.on(TODAY)).hasSize(342);
    }

    @Test
    void mergersAddUp() {
        assertThat(codes(register.composition("1959", TODAY, LocalDate.of(2018, 1, 1))))
                .containsExactly("0738", "0870", "0874");
        assertThat(codes(register.composition("1960", TODAY, LocalDate.of(2018, 1, 1))))
                .containsExactly("0236", "0304", "0733");
        // two steps: Groesbeek absorbed two municipalities in 2015 and became Berg en Dal in 2016
        assertThat(codes(register.composition("1945", TODAY, LocalDate.of(2014, 1, 1))))
                .containsExactly("0241", "0265", "0282");
    }

    @Test
    void splitsAreNotComparable() {
        for (String code : List.of("0757", "0824", "0855", "0865", "1966", "1969", "0080", "1900", "1949")) {
            Composition composition = register.composition(code, TODAY, LocalDate.of(2017, 1, 1));
            assertThat(composition).as(code).isInstanceOf(Composition.NotComparable.class);
            assertThat(((Composition.NotComparable) composition).reason()).contains("verdeeld over", "niet bekend");
        }
        assertThat(register.composition("0855", TODAY, LocalDate.of(2020, 12, 31)))
                .isEqualTo(new Composition.NotComparable(
                        "Niet vergelijkbaar: Haaren is op 1 januari 2021 verdeeld over Boxtel, Oisterwijk, Tilburg en Vught."
                                + " Welk deel van oudere cijfers waar hoort, is niet bekend.",
                        LocalDate.of(2021, 1, 1)));
        assertThat(codes(register.composition("0855", TODAY, LocalDate.of(2021, 1, 1))))
                .containsExactly("0855");
    }

    @Test
    void allSuccessorsOfASplitTogetherAreComparable() {
        Composition together =
                register.composition(Set.of("0757", "0824", "0855", "0865"), TODAY, LocalDate.of(2020, 1, 1));
        assertThat(codes(together)).containsExactly("0757", "0788", "0824", "0855", "0865");
    }

    @Test
    void figuresOfAfterAMergerDoNotFitThePart() {
        LocalDate before = LocalDate.of(2018, 1, 1);
        assertThat(register.composition("0738", before, TODAY)).isInstanceOf(Composition.NotComparable.class);
        assertThat(codes(register.composition(Set.of("0738", "0870", "0874"), before, TODAY)))
                .containsExactly("1959");
        // Zevenaar kept its code and took in Rijnwaarden
        assertThat(register.composition("0299", LocalDate.of(2017, 1, 1), TODAY))
                .isInstanceOf(Composition.NotComparable.class);
    }

    @Test
    void successions() {
        assertThat(register.succession("GM0003  ", TODAY))
                .isEqualTo(
                        new Succession.ContinuedIn(register.municipality("1979").orElseThrow()));
        assertThat(register.succession("0788", TODAY)).isInstanceOf(Succession.DividedOver.class);
        assertThat(register.succession("0014", TODAY)).isInstanceOf(Succession.Exists.class);
        assertThat(register.succession("9999", TODAY)).isEqualTo(new Succession.Unknown("9999"));
        assertThat(register.succession("1979", LocalDate.of(2015, 1, 1))).isEqualTo(new Succession.Unknown("1979"));
    }

    @Test
    void weespInTheMiddleOfAYearIsNoted() {
        Composition amsterdam = register.composition("0363", TODAY, LocalDate.of(2022, 1, 1));
        assertThat(codes(amsterdam)).containsExactly("0363", "0457");
        assertThat(((Composition.Exact) amsterdam).notes()).anyMatch(note -> note.contains("Weesp"));
    }

    @Test
    void aCodeThatDoesNotExistOnTheReferenceDayIsRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> register.composition("0788", TODAY, TODAY));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> register.composition("0014", TODAY, LocalDate.of(1999, 12, 31)));
    }

    @Test
    void pairsOfTheReferenceAgree() {
        for (Map<String, String> pair : Shared.rows("regio/herindeling_paren.csv")) {
            LocalDate date = LocalDate.parse(pair.get("datum"));
            Succession after = register.succession(pair.get("oud_code"), date);
            if (pair.get("old_may_be_added_to_new").equals("yes")) {
                assertThat(after)
                        .as("%s", pair)
                        .isEqualTo(new Succession.ContinuedIn(
                                register.municipality(pair.get("nieuw_code")).orElseThrow()));
            } else {
                assertThat(after).as("%s", pair).isInstanceOf(Succession.DividedOver.class);
            }
            if (date.minusDays(1).isBefore(Municipalities.EARLIEST)) {
                continue;
            }
            Composition of = register.composition(pair.get("nieuw_code"), date, date.minusDays(1));
            assertThat(of instanceof Composition.Exact)
                    .as("%s", pair)
                    .isEqualTo(pair.get("new_history_is_exact").equals("yes") && !knownFromElsewhere(pair));
        }
    }

    /** De Friese Meren received a part of Boarnsterhim, which the register leaves out and the pairs do not mark. */
    private static boolean knownFromElsewhere(Map<String, String> pair) {
        return pair.get("nieuw_code").equals("1921");
    }
}
