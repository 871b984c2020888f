package nl.leercirkel.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import nl.leercirkel.statistics.comparison.AreaMerging;
import nl.leercirkel.statistics.comparison.CostChange;
import nl.leercirkel.statistics.comparison.Deciles;
import nl.leercirkel.statistics.comparison.Funnel;
import nl.leercirkel.statistics.comparison.Indices;
import nl.leercirkel.statistics.comparison.NearestNeighbours;
import nl.leercirkel.statistics.comparison.PropensityMatching;
import nl.leercirkel.statistics.comparison.Range;
import nl.leercirkel.statistics.comparison.RoundedCount;
import nl.leercirkel.statistics.comparison.Shrinkage;
import nl.leercirkel.statistics.comparison.StandardisedRates;
import nl.leercirkel.statistics.duration.CompetingEvents;
import nl.leercirkel.statistics.duration.Cox;
import nl.leercirkel.statistics.duration.CurrentStatus;
import nl.leercirkel.statistics.duration.Durations;
import nl.leercirkel.statistics.duration.KaplanMeier;
import nl.leercirkel.statistics.duration.LogRank;
import nl.leercirkel.statistics.duration.WaitingList;
import nl.leercirkel.statistics.linear.LeastSquares;
import nl.leercirkel.statistics.linear.Logistic;
import nl.leercirkel.statistics.linear.OneWayAnova;
import nl.leercirkel.statistics.sample.Bootstrap;
import nl.leercirkel.statistics.sample.Counts;
import nl.leercirkel.statistics.sample.FourfoldTable;
import nl.leercirkel.statistics.sample.Means;
import nl.leercirkel.statistics.sample.MultipleTests;
import nl.leercirkel.statistics.sample.Permutation;
import nl.leercirkel.statistics.sample.Power;
import nl.leercirkel.statistics.sample.Proportions;
import nl.leercirkel.statistics.sample.Ranks;
import org.junit.jupiter.api.Test;

/** The examples of docs/methoden.md: each runs here, and the page shows exactly what runs. */
class ExamplesTest {

    @Test
    void thePageShowsWhatRuns() throws IOException {
        assertThat(ExamplesInPages.shown("methoden.md"))
                .hasSizeGreaterThan(20)
                .isEqualTo(ExamplesInPages.run("ExamplesTest.java"));
    }

    @Test
    void thePageOfSeriesShowsWhatRunsAndHasAnExampleForEachMethod() throws IOException {
        List<String> shown = ExamplesInPages.shown("methoden-reeksen.md");
        assertThat(shown).isEqualTo(ExamplesInPages.run("series/ExamplesTest.java", "business/ExamplesTest.java"));
        assertThat(ExamplesInPages.methods("methoden-reeksen.md"))
                .isGreaterThan(15)
                .isEqualTo(shown.size());
    }

    @Test
    void example1() {
        // example: Aandeel
        Estimate geslaagd = Proportions.wilson(10, 44, .95).get();
        String zin = "%.0f%% (%.0f tot %.0f%%), n = %d"
                .formatted(
                        100 * geslaagd.value(),
                        100 * geslaagd.interval().lower(),
                        100 * geslaagd.interval().upper(),
                        geslaagd.n());
        // end
        assertThat(zin).isEqualTo("23% (13 tot 37%), n = 44");
    }

    @Test
    void example2() {
        // example: Aandeel tegen een norm
        TestResult toets = Proportions.test(10, 44, .50, Alternative.TWO_SIDED).get();
        // end
        assertThat(toets.pValue()).isLessThan(.001);
    }

    @Test
    void example3() {
        // example: Verschil tussen twee aandelen
        Estimate verschil = Proportions.difference(56, 70, 48, 80, .95).get();
        // end
        assertThat(verschil.interval().contains(0)).isFalse();
    }

    @Test
    void example4() {
        // example: Kruistabel: Fisher en McNemar
        TestResult samenhang =
                new FourfoldTable(3, 1, 1, 3).fisher(Alternative.GREATER).get();
        TestResult verandering = new FourfoldTable(20, 9, 2, 13)
                .mcNemarExact(Alternative.TWO_SIDED)
                .get();
        // end
        assertThat(samenhang.pValue()).isCloseTo(.24286, within(1e-5));
        assertThat(verandering.n()).isEqualTo(44);
    }

    @Test
    void example5() {
        // example: Aantallen en tempo
        Estimate perDuizend = Counts.rate(7, 5.2, .95).get();
        Estimate verhouding = Counts.rateRatio(11, 800, 21, 3011, .95).get();
        // end
        assertThat(perDuizend.interval().contains(2)).isTrue();
        assertThat(verhouding.value()).isCloseTo(1.971488, within(1e-6));
    }

    @Test
    void example6() {
        // example: Gemiddelde en verschil van gemiddelden
        double[] voor = {12, 15, 9, 20, 14, 17, 11, 16};
        double[] na = {10, 11, 9, 15, 13, 12, 10, 12};
        Estimate gepaard = Means.pairedDifference(na, voor, .95).get();
        // end
        assertThat(gepaard.value()).isCloseTo(-2.75, within(1e-12));
    }

    @Test
    void example7() {
        // example: Bootstrap
        double[] kosten = {1200, 3400, 800, 15600, 2900, 700, 4100, 5200, 980, 22000, 1500, 2600};
        Bootstrap gemiddelde =
                Bootstrap.mean(kosten, .95, 10_000, Randomness.of(2026)).get();
        // end
        assertThat(gemiddelde
                        .estimate()
                        .interval()
                        .contains(gemiddelde.estimate().value()))
                .isTrue();
        assertThat(gemiddelde.seed()).isEqualTo(2026);
    }

    @Test
    void example8() {
        // example: Rangtoetsen en permutatietoets
        double[] groepA = {1, 2, 2, 3, 5, 5, 5};
        double[] groepB = {2, 4, 5, 6, 6, 7};
        TestResult rang = Ranks.rankSum(groepA, groepB, Alternative.TWO_SIDED).get();
        Permutation alle = Permutation.twoSamples(groepA, groepB, Alternative.TWO_SIDED, 9999, Randomness.of(1))
                .get();
        // end
        assertThat(rang.pValue()).isCloseTo(.0967, within(1e-4));
        assertThat(alle.permutations()).isEqualTo(1716);
    }

    @Test
    void example9() {
        // example: Veel toetsen tegelijk
        List<Double> gecorrigeerd =
                MultipleTests.holm(new double[] {.01, .02, .03, .04, .05, .005}).get();
        // end
        assertThat(gecorrigeerd.get(5)).isCloseTo(.03, within(1e-12));
    }

    @Test
    void example10() {
        // example: Hoeveel gevallen heeft een pilot nodig?
        int gevallen = Power.casesForShareAgainst(.50, .30, .05, .80).get();
        double perGroep = Power.perGroupForShares(.30, .45, .05, .80).get();
        double zichtbaar = Power.detectableDifference(25, 8000, .05, .80).get();
        // end
        assertThat(gevallen).isEqualTo(42);
        assertThat(perGroep).isBetween(160.0, 165.0);
        assertThat(zichtbaar).isBetween(6400.0, 6600.0);
    }

    @Test
    void example11() {
        // example: Wachttijd en duur: Kaplan-Meier
        double[] dagen = {12, 30, 30, 45, 61, 61, 75, 90, 120, 150};
        boolean[] begonnen = {true, true, false, true, true, true, false, true, true, false};
        Durations wachten = Durations.of(dagen, begonnen).get();
        KaplanMeier curve =
                KaplanMeier.of(wachten, KaplanMeier.Scale.LOG_LOG, .95).get();
        Estimate mediaan = curve.median().get();
        Estimate gemiddeldTot120 = curve.restrictedMean(120).get();
        // end
        assertThat(mediaan.value()).isIn(61.0, 75.0, 90.0);
        assertThat(gemiddeldTot120.value()).isBetween(60.0, 90.0);
    }

    @Test
    void example12() {
        double[] dagen = {12, 30, 30, 45, 61, 61, 75, 90, 120, 150};
        boolean[] begonnen = {true, true, false, true, true, true, false, true, true, false};
        Durations wachten = Durations.of(dagen, begonnen).get();
        // example: Duur van groepen vergelijken: log-rank en Cox
        LogRank vergelijking =
                LogRank.of(wachten, new int[] {1, 1, 1, 1, 1, 2, 2, 2, 2, 2}).get();
        Cox model = Cox.fit(wachten, new double[][] {{1}, {1}, {1}, {0}, {1}, {0}, {1}, {0}, {0}, {0}}, .95)
                .get();
        // end
        assertThat(vergelijking.test().pValue()).isLessThan(.05);
        assertThat(model.events()).isEqualTo(7);
    }

    @Test
    void example13() {
        // example: Meer manieren om te eindigen: Aalen-Johansen
        CompetingEvents einden = CompetingEvents.of(
                        new double[] {30, 45, 60, 60, 90, 120}, new int[] {1, 2, 1, 0, 1, 0}, .95)
                .get();
        Estimate volgensPlan = einden.incidence(1, 90).get();
        // end
        assertThat(volgensPlan.value()).isBetween(.5, .9);
    }

    @Test
    void example14() {
        // example: Een wachtlijst door een venster
        Durations lijst = WaitingList.between(
                        List.of(
                                WaitingList.Wait.over(LocalDate.of(2025, 12, 1), LocalDate.of(2026, 1, 31)),
                                WaitingList.Wait.over(LocalDate.of(2026, 1, 11), LocalDate.of(2026, 2, 20)),
                                WaitingList.Wait.goingOn(LocalDate.of(2026, 2, 1))),
                        LocalDate.of(2026, 1, 1),
                        LocalDate.of(2026, 4, 1))
                .get();
        // end
        assertThat(lijst.size()).isEqualTo(3);
    }

    @Test
    void example15() {
        // example: Afgeronde aantallen en indexcijfers
        List<Range> index = Indices.onBase(
                        List.of(RoundedCount.inFives(20), RoundedCount.inFives(25), RoundedCount.inFives(15)), 0)
                .get();
        // end
        assertThat(index.get(1).value()).isEqualTo(125);
        assertThat(index.get(2).highest()).isEqualTo(100);
    }

    @Test
    void example16() {
        // example: Decielen
        Map<String, Double> waarden = new TreeMap<>();
        for (int i = 1; i <= 20; i++) {
            waarden.put("gemeente %02d".formatted(i), i * 1.5);
        }
        Deciles.Place plaats = Deciles.of(waarden, Deciles.Direction.LOWEST_FIRST, Deciles.Ties.MEAN)
                .get()
                .get("gemeente 05");
        // end
        assertThat(plaats.decile()).isEqualTo(3);
    }

    @Test
    void example17() {
        // example: Standaardiseren
        Estimate direct = StandardisedRates.direct(
                        List.of(
                                new StandardisedRates.Stratum(RoundedCount.inFives(5), 2000, 50),
                                new StandardisedRates.Stratum(RoundedCount.inFives(20), 3000, 30),
                                new StandardisedRates.Stratum(RoundedCount.inFives(45), 1500, 20)),
                        1000,
                        .95)
                .get();
        // end
        assertThat(direct.value()).isCloseTo(9.25, within(1e-12));
    }

    @Test
    void example18() {
        // example: Trechter
        Funnel trechter = Funnel.rates(
                        new long[] {40, 60, 30, 50, 45}, new double[] {400, 600, 300, 500, 200}, .95, true)
                .get();
        boolean valtOp = trechter.points().get(4).isOutside();
        // end
        assertThat(valtOp).isTrue();
    }

    @Test
    void example19() {
        // example: Krimpen naar het gemiddelde
        Shrinkage gekrompen = Shrinkage.rates(
                        new long[] {9, 39, 11, 9, 15, 0}, new double[] {1.4, 8.7, 3, 2.5, 4.3, 4.4}, .95)
                .get();
        // end
        assertThat(gekrompen.estimates().get(5).value()).isPositive();
    }

    @Test
    void example20() {
        // example: Gemeenten die op elkaar lijken
        double[][] kenmerken = {{20, 3.1}, {22, 3.0}, {80, 5.5}, {19, 3.4}, {75, 5.0}, {40, 4.0}};
        NearestNeighbours buren = NearestNeighbours.of(kenmerken, 0, 2).get();
        // end
        assertThat(buren.neighbours().getFirst().unit()).isIn(1, 3);
    }

    @Test
    void example21() {
        // example: Herindeling
        Map<String, AreaMerging.Figure> nieuw = AreaMerging.merge(
                        Map.of(
                                "Oud",
                                        new AreaMerging.Figure(
                                                RoundedCount.inFives(20).range(), 10_000),
                                "Klein",
                                        new AreaMerging.Figure(
                                                RoundedCount.inFives(5).range(), 1_000)),
                        List.of(new AreaMerging.Part("Oud", "Nieuw", 1), new AreaMerging.Part("Klein", "Nieuw", 1)))
                .get();
        // end
        assertThat(nieuw.get("Nieuw").count().value()).isEqualTo(25);
    }

    @Test
    void example22() {
        // example: Waaruit bestaat een kostenverandering?
        CostChange verandering2026 = CostChange.between(List.of(
                        new CostChange.Product(
                                "licht",
                                new BigDecimal("100"),
                                new BigDecimal("50"),
                                new BigDecimal("90"),
                                new BigDecimal("55")),
                        new CostChange.Product(
                                "zwaar",
                                new BigDecimal("50"),
                                new BigDecimal("80"),
                                new BigDecimal("90"),
                                new BigDecimal("80"))))
                .get();
        // end
        assertThat(verandering2026.total()).isEqualTo("3150.00");
    }

    @Test
    void example23() {
        // example: Regressie en variantieanalyse
        LeastSquares lijn = LeastSquares.fit(
                        new double[][] {{1}, {2}, {3}, {4}, {5}}, new double[] {2, 4, 5, 4, 5}, .95)
                .get();
        // end
        assertThat(lijn.coefficients().get(1).value()).isCloseTo(.6, within(1e-12));
    }

    @Test
    void example24() {
        // example: Een onbehandelde bij elke behandelde
        double[][] achtergrond = {{15, 1}, {16, 0}, {12, 1}, {12, 0}, {15, 0}, {13, 1}, {11, 0}, {17, 0}};
        boolean[] behandeld = {true, true, true, false, false, false, false, false};
        double[] weken = {9, 12, 10, 14, 15, 12, 11, 16};
        PropensityMatching paren = PropensityMatching.of(achtergrond, behandeld).get();
        Estimate verschilBinnenParen = paren.difference(weken, .95).get();
        // end
        assertThat(paren.pairs()).hasSize(3);
        assertThat(verschilBinnenParen.n()).isEqualTo(3);
    }

    @Test
    void example25() {
        // example: Logistische regressie
        double[][] leeftijd = {{8}, {9}, {10}, {11}, {12}, {13}, {14}, {15}, {16}, {17}};
        boolean[] afgerond = {true, true, false, true, true, false, true, false, false, false};
        Logistic kans = Logistic.fit(leeftijd, afgerond, .95).get();
        double kansverhoudingPerJaar = Math.exp(kans.coefficients().get(1).value());
        // end
        assertThat(kansverhoudingPerJaar).isLessThan(1);
    }

    @Test
    void example26() {
        // example: Variantieanalyse
        OneWayAnova groepen = OneWayAnova.of(List.of(
                        new double[] {12, 15, 11, 14}, new double[] {18, 17, 20, 16}, new double[] {13, 12, 16, 15}))
                .get();
        // end
        assertThat(groepen.pValue()).isLessThan(.05);
    }

    @Test
    void example27() {
        // example: Al voorbij of niet, op een moment
        CurrentStatus stand = CurrentStatus.of(
                        new double[] {10, 20, 30, 40, 50, 60, 70, 80},
                        new boolean[] {false, false, true, false, true, true, true, true})
                .get();
        Estimate voorbijNa50 = stand.over(50).get();
        // end
        assertThat(voorbijNa50.value()).isBetween(.5, 1.0);
    }
}
