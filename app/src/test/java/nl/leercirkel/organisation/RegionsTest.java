package nl.leercirkel.organisation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RegionsTest {

    private final Regions regions = Regions.load();

    @Test
    void has342MunicipalitiesIn42Regions() {
        assertThat(regions.municipalities()).hasSize(342);
        assertThat(regions.youthRegions()).hasSize(42).noneMatch(r -> r.code().equals("JZ40"));
        assertThat(regions.asOf()).isEqualTo("2026-01-01");
        assertThat(regions.source()).contains("TOOI", "CBS");
    }

    /** Numbers of municipalities as CBS published them for 1 January of each year. */
    @ParameterizedTest
    @CsvSource({
        "2014-01-01, 403",
        "2015-01-01, 393",
        "2016-01-01, 390",
        "2017-01-01, 388",
        "2018-01-01, 380",
        "2019-01-01, 355",
        "2020-01-01, 355",
        "2021-01-01, 352",
        "2022-01-01, 345",
        "2022-03-23, 345",
        "2022-03-24, 344",
        "2023-01-01, 342",
        "2026-01-01, 342"
    })
    void knowsHowManyMunicipalitiesThereWere(LocalDate day, int expected) {
        assertThat(regions.on(day)).hasSize(expected);
    }

    @Test
    void refusesDaysBeforeItsKnowledge() {
        assertThatThrownBy(() -> regions.on(LocalDate.of(2013, 12, 31))).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void mergedMunicipalitiesMayBeAdded() {
        assertThat(exact(regions.history("1980", LocalDate.of(2021, 6, 1))).parts())
                .extracting(Municipality::name)
                .containsExactly("Heerhugowaard", "Langedijk");
    }

    @Test
    void followsAMergerThroughALaterChangeOfCode() {
        assertThat(exact(regions.history("1945", LocalDate.of(2014, 6, 1))).parts())
                .extracting(Municipality::name)
                .containsExactly("Groesbeek", "Millingen aan de Rijn", "Ubbergen");
        assertThat(regions.succession("0265"))
                .isEqualTo(
                        new Succession.ContinuedIn(regions.municipality("1945").orElseThrow()));
    }

    @Test
    void aSuccessorOfASplitIsNotComparableBeforeIt() {
        for (String code : List.of("0757", "0824", "0855", "0865")) {
            History history = regions.history(code, LocalDate.of(2020, 12, 31));
            assertThat(history).isInstanceOfSatisfying(History.NotComparable.class, not -> {
                assertThat(not.comparableFrom()).isEqualTo("2021-01-01");
                assertThat(not.reason())
                        .contains("Haaren is op 1 januari 2021 verdeeld over Boxtel, Oisterwijk, Tilburg en Vught.");
            });
            assertThat(exact(regions.history(code, LocalDate.of(2021, 1, 1))).parts())
                    .extracting(Municipality::code)
                    .containsExactly(code);
        }
    }

    @Test
    void aSplitWithinOneRegionLeavesTheRegionComparable() {
        // Littenseradiel was divided within Friesland, Winsum within Groningen.
        LocalDate day = LocalDate.of(2016, 1, 1);
        assertThat(exact(regions.historyOfRegion("JZ02", day)).parts())
                .extracting(Municipality::name)
                .contains("Littenseradiel");
        assertThat(exact(regions.historyOfRegion("JZ01", day)).parts())
                .extracting(Municipality::name)
                .contains("Winsum", "Marum");
        // Haaren went to Midden-Brabant and Noordoost Brabant.
        assertThat(regions.historyOfRegion("JZ35", day)).isInstanceOf(History.NotComparable.class);
        assertThat(regions.historyOfRegion("JZ33", day)).isInstanceOf(History.NotComparable.class);
    }

    @Test
    void saysThatPartsOfARegionBelongedToAnother() {
        assertThat(exact(regions.historyOfRegion("JZ26", LocalDate.of(2018, 1, 1)))
                        .notes())
                .anyMatch(note -> note.startsWith("Leerdam en Zederik hoorden toen bij een andere jeugdregio."))
                .anyMatch(note -> note.startsWith("Vijfheerenlanden ontstond"));
        assertThat(exact(regions.historyOfRegion("JZ25", LocalDate.of(2018, 1, 1)))
                        .notes())
                .isEmpty();
    }

    @Test
    void everyMunicipalityOfAnyDayIsCountedExactlyOnceInTheRegions() {
        for (int year = 2014; year <= 2026; year++) {
            LocalDate day = LocalDate.of(year, 7, 1);
            Set<String> covered = new HashSet<>();
            for (YouthRegion region : regions.youthRegions()) {
                if (regions.historyOfRegion(region.code(), day) instanceof History.Exact exact) {
                    exact.parts()
                            .forEach(part -> assertThat(covered.add(part.code()))
                                    .as(part.name())
                                    .isTrue());
                }
            }
            Set<String> missing = new HashSet<>();
            regions.on(day).stream()
                    .map(Municipality::code)
                    .filter(c -> !covered.contains(c))
                    .forEach(missing::add);
            if (year >= 2021) {
                assertThat(missing).isEmpty();
            } else {
                assertThat(missing).contains("0788").hasSizeLessThan(40);
            }
        }
    }

    @Test
    void historyOfADissolvedMunicipalityEndsWithIt() {
        assertThat(exact(regions.history("0241", LocalDate.of(2014, 6, 1))).parts())
                .extracting(Municipality::name)
                .containsExactly("Groesbeek", "Millingen aan de Rijn", "Ubbergen");
    }

    @Test
    void showsDoubtsWhereTheyApply() {
        assertThat(regions.generalNotes()).hasSize(2).anyMatch(note -> note.contains("overgenomen uit eerdere jaren"));
        assertThat(regions.notesAbout(regions.municipality("0363").orElseThrow()))
                .singleElement()
                .asString()
                .contains("24 maart 2022");
        assertThat(regions.notesAbout(regions.youthRegion("JZ13").orElseThrow()))
                .hasSize(1);
        assertThat(regions.notesAbout(regions.municipality("0505").orElseThrow()))
                .isEmpty();
    }

    @Test
    void namesWithoutAnAnswerAreNotGuessed() {
        assertThat(regions.municipalityNamed("DEN HAAG"))
                .map(Municipality::code)
                .contains("0518");
        assertThat(regions.municipalityNamed("Bergen (NH)"))
                .map(Municipality::code)
                .contains("0373");
        assertThat(regions.municipalityNamed("Bergen")).isEmpty();
        assertThat(regions.municipalityNamed("Weesp")).isEmpty();
        assertThat(regions.municipalityNamed("")).isEmpty();
    }

    private static History.Exact exact(History history) {
        assertThat(history).isInstanceOf(History.Exact.class);
        return (History.Exact) history;
    }
}
