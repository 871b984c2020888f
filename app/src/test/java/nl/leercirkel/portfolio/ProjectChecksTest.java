package nl.leercirkel.portfolio;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ProjectChecksTest {

    private static List<String> messages(String... texts) {
        return ProjectChecks.of(Samples.project(texts)).stream()
                .map(Check::message)
                .toList();
    }

    @Test
    void aSoundProjectHasNothingToShow() {
        assertThat(ProjectChecks.of(Samples.project(
                        "naam", "Op orde",
                        "periode", "2019 t/m 2021",
                        "geld.0.bron", "Investeringsplan",
                        "geld.0.bedrag", "100.000",
                        "geld.0.uit-programma", "ja",
                        "resultaten.0.indicator", "tevreden gezinnen",
                        "resultaten.0.soort", "aandeel",
                        "resultaten.0.waarde", "90",
                        "resultaten.0.eenheid", "%",
                        "resultaten.0.n", "20",
                        "resultaten.0.bron", "T1")))
                .isEmpty();
    }

    @Test
    void halfOfATotalIsHeldAgainstTheAmount() {
        List<Check> checks = ProjectChecks.of(Samples.project(
                "naam", "Jongerenwerk op school",
                "geld.0.bron", "Investeringsplan",
                "geld.0.bedrag", "700.000",
                "geld.0.uit-programma", "ja",
                "geld.0.deel", "0,5",
                "geld.0.van", "1.399.000"));
        assertThat(checks)
                .containsExactly(new Check(
                        CheckKind.SHARE_AGAINST_AMOUNT,
                        "Geld: Investeringsplan",
                        "De helft van €\u00a01.399.000 is €\u00a0699.500; er staat €\u00a0700.000. Verschil: €\u00a0500.",
                        BigDecimal.valueOf(500)));
    }

    @Test
    void anUpperBoundIsNotHeldAgainstAShare() {
        assertThat(messages(
                        "naam", "Jongerenwerk",
                        "geld.0.bron", "Investeringsplan",
                        "geld.0.bedrag", "ten hoogste 700.000",
                        "geld.0.deel", "0,5",
                        "geld.0.van", "1.399.000"))
                .isEmpty();
    }

    @Test
    void aNumberOfTimesAPriceIsHeldAgainstTheAmount() {
        assertThat(messages(
                        "naam", "Werken aan mijn toekomst",
                        "geld.0.bron", "Investeringsplan",
                        "geld.0.bedrag", "143.000",
                        "geld.0.deel", "8",
                        "geld.0.van", "17.800"))
                .containsExactly("8 × €\u00a017.800 is €\u00a0142.400; er staat €\u00a0143.000. Verschil: €\u00a0600.");
    }

    @Test
    void sourcesAreHeldAgainstTheStatedTotal() {
        assertThat(messages(
                        "naam", "Mantelzorg",
                        "geld.0.bron", "Investeringsplan",
                        "geld.0.bedrag", "100.000",
                        "geld.1.bron", "Alle bronnen",
                        "geld.1.soort", "totaal van alle bronnen",
                        "geld.1.bedrag", "320.000"))
                .containsExactly(
                        "De bronnen tellen op tot €\u00a0100.000, het totaal is €\u00a0320.000: voor €\u00a0220.000"
                                + " is geen bron vastgelegd.");
        assertThat(messages(
                        "naam", "Te veel",
                        "geld.0.bron", "Rijk",
                        "geld.0.bedrag", "70",
                        "geld.1.bron", "Onbekend",
                        "geld.2.bron", "Gemeente",
                        "geld.2.bedrag", "40",
                        "geld.3.bron", "Alle bronnen",
                        "geld.3.soort", "totaal van alle bronnen",
                        "geld.3.bedrag", "100"))
                .containsExactly("De bronnen tellen op tot €\u00a0110, het totaal is €\u00a0100: €\u00a010 te veel.");
    }

    @Test
    void aSourceWithoutAmountMayBeTheRestOfTheTotal() {
        assertThat(messages(
                        "naam", "Junior Life Skills",
                        "geld.0.bron", "Investeringsplan",
                        "geld.0.bedrag", "40.000",
                        "geld.1.bron", "Brede impuls",
                        "geld.2.bron", "Alle bronnen",
                        "geld.2.soort", "totaal van alle bronnen",
                        "geld.2.bedrag", "60.000"))
                .isEmpty();
    }

    @Test
    void aPeriodThatContradictsItselfIsShown() {
        assertThat(messages(
                        "naam", "Sociaal recept", "periode", "April 2021 tot april 2022 (uitloop t/m december 2021)"))
                .containsExactly(
                        "De periode „April 2021 tot april 2022 (uitloop t/m december 2021)” spreekt zichzelf tegen:"
                                + " de uitloop (december 2021) is 4 maanden eerder afgelopen dan de periode zelf (april 2022).");
    }

    @Test
    void partsThatDoNotAddUpAreShown() {
        List<Check> checks = ProjectChecks.of(Samples.project(
                "naam", "Back on Track",
                "resultaten.0.indicator", "uithuisplaatsing voorkomen",
                "resultaten.0.waarde", "5",
                "resultaten.0.van", "11",
                "resultaten.0.eenheid", "trajecten",
                "resultaten.0.uitsplitsing", "uitkomst",
                "resultaten.0.bron", "V2022",
                "resultaten.1.indicator", "toch geplaatst",
                "resultaten.1.waarde", "4",
                "resultaten.1.van", "11",
                "resultaten.1.eenheid", "trajecten",
                "resultaten.1.uitsplitsing", "uitkomst",
                "resultaten.1.bron", "V2022"));
        assertThat(checks)
                .containsExactly(new Check(
                        CheckKind.PARTS_AGAINST_WHOLE,
                        "Resultaten: uitkomst",
                        "5 + 4 = 9, het geheel is 11: van 2 is de uitkomst niet gegeven.",
                        BigDecimal.valueOf(2)));
    }

    @Test
    void partsOfMoreThanTheWholeAndOfDifferentWholesAreShown() {
        assertThat(messages(
                        "naam", "Te veel",
                        "resultaten.0.indicator", "a",
                        "resultaten.0.waarde", "7",
                        "resultaten.0.van", "11",
                        "resultaten.0.eenheid", "trajecten",
                        "resultaten.0.uitsplitsing", "uitkomst",
                        "resultaten.0.bron", "T1",
                        "resultaten.1.indicator", "b",
                        "resultaten.1.waarde", "6",
                        "resultaten.1.van", "11",
                        "resultaten.1.eenheid", "trajecten",
                        "resultaten.1.uitsplitsing", "uitkomst",
                        "resultaten.1.bron", "T1"))
                .containsExactly("7 + 6 = 13, het geheel is 11: 2 te veel.");
        assertThat(messages(
                        "naam", "Verschillend",
                        "resultaten.0.indicator", "a",
                        "resultaten.0.waarde", "7",
                        "resultaten.0.van", "11",
                        "resultaten.0.eenheid", "trajecten",
                        "resultaten.0.uitsplitsing", "uitkomst",
                        "resultaten.0.bron", "T1",
                        "resultaten.1.indicator", "b",
                        "resultaten.1.waarde", "4",
                        "resultaten.1.van", "12",
                        "resultaten.1.eenheid", "trajecten",
                        "resultaten.1.uitsplitsing", "uitkomst",
                        "resultaten.1.bron", "T1"))
                .containsExactly("De onderdelen noemen verschillende gehelen: 11 en 12.");
    }

    @Test
    void aResultWithoutWhatItTakesToReadItIsShown() {
        assertThat(messages(
                        "naam", "Onvolledig",
                        "resultaten.0.indicator", "na twaalf maanden aan het werk",
                        "resultaten.0.soort", "aandeel",
                        "resultaten.0.waarde", "ongeveer 50"))
                .containsExactly(
                        "Bij dit resultaat ontbreekt de eenheid en op hoeveel waarnemingen het rust (n) en de bron.");
        assertThat(messages(
                        "naam", "Uitspraak",
                        "resultaten.0.indicator", "training opgezet",
                        "resultaten.0.waarde", "ja",
                        "resultaten.0.bron", "V2022"))
                .isEmpty();
    }

    @Test
    void aTargetWithoutResultIsShown() {
        assertThat(messages(
                        "naam", "POH Jeugd",
                        "resultaten.0.indicator", "verwijzingen door praktijken met een POH Jeugd",
                        "resultaten.0.soort", "verandering",
                        "resultaten.0.eenheid", "%",
                        "resultaten.0.streefwaarde", "-40",
                        "resultaten.0.bron", "D2021"))
                .containsExactly("Er is een streefwaarde (-40%) maar nog geen resultaat, en geen beginwaarde om mee te"
                        + " vergelijken.");
    }

    @Test
    void anIntendedEffectWithATargetNeedsABaselineAndAResultOfItsName() {
        String[] effect = {
            "naam",
            "JIM",
            "effecten.0.effect",
            "plaatsing voorkomen",
            "effecten.0.streefwaarde",
            "50",
            "effecten.0.eenheid",
            "%"
        };
        assertThat(messages(effect))
                .containsExactly("Er is een streefwaarde (50%) maar nog geen resultaat, en geen beginwaarde om mee te"
                        + " vergelijken.");
        assertThat(messages(with(effect, "effecten.0.beginwaarde", "20")))
                .containsExactly("Er is een streefwaarde (50%) maar nog geen resultaat.");
        String[] result = {
            "resultaten.0.indicator",
            "Plaatsing voorkomen",
            "resultaten.0.waarde",
            "5",
            "resultaten.0.eenheid",
            "trajecten",
            "resultaten.0.bron",
            "V2022"
        };
        assertThat(messages(with(effect, result)))
                .containsExactly("Er is een streefwaarde (50%) maar geen beginwaarde om mee te vergelijken.");
        assertThat(messages(with(with(effect, result), "effecten.0.beginwaarde", "20")))
                .isEmpty();
        assertThat(messages("naam", "Zonder doel", "effecten.0.effect", "meer rust"))
                .isEmpty();
    }

    @Test
    void aResultWithATargetNeedsABaseline() {
        String[] result = {
            "naam",
            "POH",
            "resultaten.0.indicator",
            "uren",
            "resultaten.0.waarde",
            "20",
            "resultaten.0.streefwaarde",
            "24",
            "resultaten.0.eenheid",
            "uur",
            "resultaten.0.bron",
            "D2021"
        };
        assertThat(messages(result))
                .containsExactly("Bij dit resultaat ontbreekt de beginwaarde om de streefwaarde mee te vergelijken.");
        assertThat(messages(with(result, "resultaten.0.was", "16"))).isEmpty();
        assertThat(messages(with(result, "effecten.0.effect", "Uren", "effecten.0.beginwaarde", "16")))
                .isEmpty();
    }

    private static String[] with(String[] texts, String... more) {
        return Stream.concat(Stream.of(texts), Stream.of(more)).toArray(String[]::new);
    }

    @Test
    void aPercentageThatCannotOccurIsShown() {
        assertThat(messages(
                        "naam", "123 Consultatie",
                        "resultaten.0.indicator", "daarna passendere hulp",
                        "resultaten.0.soort", "aandeel",
                        "resultaten.0.waarde", "55",
                        "resultaten.0.eenheid", "%",
                        "resultaten.0.van", "46",
                        "resultaten.0.bron", "V2022"))
                .containsExactly("55% van 46 kan niet: 25 van 46 is 54%, 26 van 46 is 57%.");
    }

    @Test
    void percentagesThatCanOccurAreLeftAlone() {
        for (String[] possible : new String[][] {{"54", "46"}, {"57", "46"}, {"33,3", "3"}, {"100", "7"}, {"0", "7"}}) {
            assertThat(messages(
                            "naam", "Kan",
                            "resultaten.0.indicator", "aandeel",
                            "resultaten.0.soort", "aandeel",
                            "resultaten.0.waarde", possible[0],
                            "resultaten.0.eenheid", "%",
                            "resultaten.0.van", possible[1],
                            "resultaten.0.bron", "T1"))
                    .as(possible[0] + "% of " + possible[1])
                    .isEmpty();
        }
    }
}
