package nl.leercirkel.statistics.effect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import nl.leercirkel.statistics.Finding;
import nl.leercirkel.statistics.Outcome;
import nl.leercirkel.statistics.Randomness;
import nl.leercirkel.statistics.Reason;
import nl.leercirkel.statistics.TestResult;
import nl.leercirkel.statistics.panel.Panel;
import org.junit.jupiter.api.Test;

/** The examples of docs/methoden-effecten-vergelijking.md: each runs here, and the page shows exactly what runs. */
class ExamplesTest {

    // In two parts, or the pattern would find itself.
    private static final Pattern IN_TEST =
            Pattern.compile("// " + "example: [^\\n]*\\n(.*?)// " + "end\\n", Pattern.DOTALL);

    private static final Pattern IN_PAGE = Pattern.compile("```java\\n(.*?)```", Pattern.DOTALL);

    @Test
    void thePageShowsWhatRuns() throws IOException {
        Path page = Path.of("..", "docs", "methoden-effecten-vergelijking.md");
        Path self = Path.of("src", "test", "java", "nl", "leercirkel", "statistics", "effect", "ExamplesTest.java");
        List<String> shown = blocks(IN_PAGE, Files.readString(page));
        assertThat(shown).hasSize(8).isEqualTo(blocks(IN_TEST, Files.readString(self)));
    }

    private static List<String> blocks(Pattern pattern, String text) {
        List<String> blocks = new ArrayList<>();
        Matcher matcher = pattern.matcher(text);
        while (matcher.find()) {
            // The formatter breaks lines elsewhere than the page does.
            blocks.add(matcher.group(1).replaceAll("\\s+", ""));
        }
        return blocks;
    }

    @Test
    void finding() {
        // example: Wat mag u zeggen? De bevinding
        double[] voor = {31, 28, 35, 30, 27, 33, 29, 32, 30, 34, 28, 31};
        double[] na = {27, 25, 33, 26, 25, 28, 29, 31, 31, 33, 29, 30};
        boolean[] pilot = {true, true, true, true, true, true, false, false, false, false, false, false};
        TwoByTwo verschil = BeforeAfter.panel(voor, na, pilot)
                .flatMap(data -> TwoByTwo.of(data, Errors.CR2, .95))
                .get();
        Finding bevinding = verschil.effect().finding(.05, .80).get();
        // end
        assertThat(verschil.effect().value()).isCloseTo(-3.5, within(.5));
        assertThat(bevinding.isDemonstrated()).isTrue();
    }

    @Test
    void twoByTwo() {
        // example: Verschil-in-verschil: twee groepen, twee momenten
        double[] dagen = {40, 38, 45, 41, 39, 44, 52, 50, 49, 55, 51, 48, 33, 30, 35, 32, 31, 36, 50, 47, 49, 52, 48, 46
        };
        boolean[] metPilot = new boolean[24];
        boolean[] erna = new boolean[24];
        int[] gemeente = new int[24];
        for (int i = 0; i < 24; i++) {
            metPilot[i] = i % 12 < 6;
            erna[i] = i >= 12;
            gemeente[i] = i % 12 / 2;
        }
        TwoByTwo andereMensen = BeforeAfter.crossSections(dagen, metPilot, erna)
                .flatMap(data -> data.withClusters(gemeente))
                .flatMap(data -> TwoByTwo.of(data, Errors.CR2, .95))
                .get();
        // end
        assertThat(andereMensen.treatedClusters()).isEqualTo(3);
        assertThat(andereMensen.effect().value()).isBetween(-8.0, -5.0);
    }

    @Test
    void fewClusters() {
        // example: Weinig clusters: de wilde bootstrap
        double[] start = new double[30];
        double[] einde = new double[30];
        boolean[] behandeld = new boolean[30];
        int[] team = new int[30];
        for (int i = 0; i < 30; i++) {
            team[i] = i / 3;
            behandeld[i] = team[i] < 5;
            start[i] = 20 + i * 7 % 5;
            einde[i] = start[i] + i * 11 % 7 + team[i] % 3 - (behandeld[i] ? 5 : 0);
        }
        WildClusterBootstrap wild = BeforeAfter.panel(start, einde, behandeld)
                .flatMap(data -> data.withClusters(team))
                .flatMap(data -> WildClusterBootstrap.of(
                        data, WildClusterBootstrap.Weights.RADEMACHER, 9999, .95, Randomness.of(2026)))
                .get();
        // end
        assertThat(wild.enumerated()).isTrue();
        assertThat(wild.effect().value()).isNegative();
        assertThat(wild.effect().interval().contains(wild.effect().value())).isTrue();
    }

    @Test
    void staggered() {
        // example: Gespreide start: Callaway en Sant'Anna
        double[][] waarden = new double[40][8];
        int[] eerste = new int[40];
        for (int i = 0; i < 40; i++) {
            eerste[i] = i < 20 ? Panel.NEVER : i < 30 ? 3 : 5;
            for (int t = 0; t < 8; t++) {
                waarden[i][t] = 30 + i % 7 - .3 * t + (i * 13 + t * 29) % 11 / 5.0 - (t >= eerste[i] ? 2 : 0);
            }
        }
        List<String> namen =
                IntStream.range(0, 40).mapToObj(i -> "gemeente " + i).toList();
        List<String> halfjaren =
                IntStream.range(0, 8).mapToObj(t -> "halfjaar " + t).toList();
        Staggered gespreid = Panel.of(namen, halfjaren, waarden, eerste)
                .flatMap(panel -> Staggered.of(panel, Staggered.Settings.standard()))
                .get();
        TestResult ervoor = gespreid.preTest().get();
        Aggregate naStart = gespreid.aggregate(Aggregate.By.TIME_SINCE_START).get();
        SimultaneousBands banden = gespreid.bands(Aggregate.By.TIME_SINCE_START, 1999, Randomness.of(2026))
                .get();
        // end
        assertThat(ervoor.degreesOfFreedom()).isEqualTo(2 + 4);
        assertThat(naStart.overall().value()).isBetween(-3.0, -1.0);
        assertThat(banden.points()).hasSameSizeAs(naStart.points());
    }

    @Test
    void interruptedSeries() {
        // example: Onderbroken reeks
        double[] verwijzingen = {
            61, 58, 63, 60, 59, 62, 64, 61, 60, 63, 62, 59, 52, 50, 54, 51, 49, 53, 52, 50, 51, 48, 50, 49
        };
        InterruptedSeries reeks =
                InterruptedSeries.of(verwijzingen, SeriesDesign.startingAt(12)).get();
        InterruptedSeries.Point laatste = reeks.path().getLast();
        String inWoorden =
                "gezien %.0f, zonder verandering verwacht %.0f".formatted(laatste.observed(), laatste.counterfactual());
        // end
        assertThat(inWoorden).startsWith("gezien 49, zonder verandering verwacht 6");
        assertThat(reeks.level().pValue()).isLessThan(.01);
    }

    @Test
    void matchedPairs() {
        // example: Vergelijkbare paren
        double[][] kenmerken = new double[60][];
        boolean[] deelnemer = new boolean[60];
        double[] kosten = new double[60];
        for (int i = 0; i < 60; i++) {
            double ernst = i * 17 % 23 / 4.0;
            deelnemer[i] = i % 3 == 0;
            kenmerken[i] = new double[] {ernst + (deelnemer[i] ? .5 : 0)};
            kosten[i] = 4000 + 300 * ernst + i * 31 % 13 * 20 - (deelnemer[i] ? 500 : 0);
        }
        MatchedEffect paren = MatchedEffect.of(kenmerken, deelnemer, kosten, MatchedEffect.Settings.standard())
                .get();
        double grootsteVerschil = paren.after().stream()
                .mapToDouble(rij -> Math.abs(rij.standardisedDifference()))
                .max()
                .orElseThrow();
        // end
        assertThat(paren.effect().value()).isBetween(-700.0, -300.0);
        assertThat(paren.effect().pValue()).isLessThan(.001);
        assertThat(grootsteVerschil).isLessThan(.25);
    }

    @Test
    void highUsers() {
        // example: Hoge gebruikers: regressie naar het gemiddelde
        double[] kostenVoor = {42000, 38000, 51000, 45000, 39000, 47000, 44000, 40000, 55000, 43000};
        double[] tweedeMeting = {35000, 36000, 43000, 41000, 33000, 40000, 42000, 31000, 46000, 39000};
        double[] kostenNa = {30000, 33000, 41000, 36000, 30000, 39000, 35000, 30000, 40000, 36000};
        HighUsers gesplitst = HighUsers.of(
                        kostenVoor, kostenNa, new HighUsers.Evidence.SecondBaseline(tweedeMeting), .95)
                .get();
        Outcome<HighUsers> zonder = HighUsers.of(kostenVoor, kostenNa, new HighUsers.Evidence.None(), .95);
        double vanzelf = Reliability.known(20000, 12000, .6, 0)
                .flatMap(groep -> groep.expectedFallAbove(38000, 1))
                .get();
        // end
        assertThat(gesplitst.regression().value()).isCloseTo(-5800, within(1e-9));
        assertThat(gesplitst.effect().value()).isCloseTo(-3600, within(1e-9));
        assertThat(zonder.failure().reason()).isEqualTo(Reason.NOT_IDENTIFIED);
        assertThat(vanzelf).isBetween(9000.0, 10_000.0);
    }

    @Test
    void detectability() {
        // example: Wat is met deze opzet aan te tonen?
        PowerSimulation zichtbaar = PowerSimulation.simulate(
                        Plans.twoByTwo(8, 40, 6, .7, Errors.CR2),
                        new double[] {2, 5},
                        .05,
                        .80,
                        1000,
                        Randomness.of(2026))
                .get();
        double kleinste = zichtbaar.smallest().orElseThrow();
        // end
        assertThat(kleinste).isBetween(4.0, 7.0);
        assertThat(zichtbaar.curve().get(1).shown().value())
                .isGreaterThan(zichtbaar.curve().get(0).shown().value());
    }
}
