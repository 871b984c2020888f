package nl.leercirkel.statistics.effect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import nl.leercirkel.statistics.Randomness;
import nl.leercirkel.statistics.Shared;
import nl.leercirkel.statistics.TestResult;
import nl.leercirkel.statistics.effect.Staggered.Adjustment;
import nl.leercirkel.statistics.effect.Staggered.Controls;
import nl.leercirkel.statistics.effect.Staggered.Precision;
import nl.leercirkel.statistics.effect.Staggered.Settings;
import nl.leercirkel.statistics.panel.Panel;
import org.junit.jupiter.api.Test;

/**
 * The county teen employment data of Callaway and Sant'Anna (2021). Sources: the vignette of R's did (unconditional; reference-data/
 * did_mpdta), and the printed output of Stata's csdid 0.1 (method dripw, with log population, analytic errors), which gives the same
 * estimates as R's did.
 */
class StaggeredReferenceTest {

    private static final Settings AS_PUBLISHED = Settings.standard().with(Precision.LARGE_SAMPLE);

    private record Counties(Panel panel, double[][] population) {
        static Counties read() {
            List<String> years = List.of("2003", "2004", "2005", "2006", "2007");
            List<Panel.Cell> cells = new ArrayList<>();
            Map<String, String> starts = new HashMap<>();
            Map<String, Double> population = new LinkedHashMap<>();
            for (String[] row : Shared.rows("did_mpdta/mpdta.csv")) {
                cells.add(new Panel.Cell(row[1], row[0], Double.parseDouble(row[3])));
                population.put(row[1], Double.parseDouble(row[2]));
                if (!row[4].equals("0")) {
                    starts.put(row[1], row[4]);
                }
            }
            Panel panel = Panel.ofCells(cells, years, starts).get();
            double[][] rows = panel.units().stream()
                    .map(unit -> new double[] {population.getOrDefault(unit, Double.NaN)})
                    .toArray(double[][]::new);
            return new Counties(panel, rows);
        }

        Staggered with(Settings settings) {
            int n = panel.units().size();
            return Staggered.of(panel, population, IntStream.range(0, n).toArray(), settings)
                    .get();
        }
    }

    private static double[] values(Staggered found) {
        return found.groupTimes().stream()
                .mapToDouble(effect -> effect.effect().value())
                .toArray();
    }

    private static double[] errors(Staggered found) {
        return found.groupTimes().stream()
                .mapToDouble(effect -> effect.effect().standardError())
                .toArray();
    }

    @Test
    void unconditional() {
        Staggered found = Staggered.of(Counties.read().panel(), AS_PUBLISHED).get();
        // did vignette, to 4 decimals: groups 2004, 2006, 2007 over 2004..2007
        assertThat(values(found))
                .containsExactly(
                        new double[] {
                            -.0105, -.0704, -.1373, -.1008, .0065, -.0028, -.0046, -.0412, .0305, -.0027, -.0311, -.0261
                        },
                        within(5e-5));
        assertThat(found.groupTimes().get(4).group()).isEqualTo(3);
        assertThat(found.groupTimes().get(4).period()).isEqualTo(1);
        assertThat(found.groupTimes().get(4).base()).isZero();
        assertThat(found.groupTimes().get(7).base()).isEqualTo(2);
        assertThat(found.groupTimes().get(0).treated()).isEqualTo(20);
        assertThat(found.groupTimes().get(0).compared()).isEqualTo(309);
        assertThat(found.skipped()).isEmpty();
        assertThat(found.leftOut()).isEmpty();
        TestResult before = found.preTest().get();
        assertThat(before.pValue()).isCloseTo(.16812, within(5e-6));
        assertThat(before.degreesOfFreedom()).isEqualTo(5);
    }

    @Test
    void unconditionalAverages() {
        Staggered found = Staggered.of(Counties.read().panel(), AS_PUBLISHED).get();
        Aggregate event = found.aggregate(Aggregate.By.TIME_SINCE_START).get();
        assertThat(event.points()).extracting(Aggregate.Point::at).containsExactly(-3, -2, -1, 0, 1, 2, 3);
        assertThat(event.points().stream()
                        .mapToDouble(point -> point.effect().value())
                        .toArray())
                .containsExactly(new double[] {.0305, -.0006, -.0245, -.0199, -.0510, -.1373, -.1008}, within(5e-5));
        assertThat(event.points().get(3).groups()).isEqualTo(3);
        assertThat(event.overall().value()).isCloseTo(-.0772, within(5e-5));
        // The vignette's errors are bootstrapped (1,000 draws, so some 3% of simulation error): .0123 and .0205
        assertThat(event.points().get(3).effect().standardError()).isCloseTo(.0123, within(.0006));
        assertThat(event.overall().standardError()).isCloseTo(.0205, within(.0007));
        assertThat(found.aggregate(Aggregate.By.EVERYTHING).get().overall().value())
                .isCloseTo(-.0400, within(5e-5));
        Aggregate groups = found.aggregate(Aggregate.By.GROUP).get();
        assertThat(groups.points().stream()
                        .mapToDouble(point -> point.effect().value())
                        .toArray())
                .containsExactly(new double[] {-.0797, -.0229, -.0261}, within(5e-5));
        assertThat(groups.overall().value()).isCloseTo(-.0310, within(5e-5));
    }

    @Test
    void bandsOfTheEventStudy() {
        Staggered found = Staggered.of(Counties.read().panel(), AS_PUBLISHED).get();
        SimultaneousBands bands = found.bands(Aggregate.By.TIME_SINCE_START, 20_000, Randomness.parallel(2021))
                .get();
        Aggregate event = found.aggregate(Aggregate.By.TIME_SINCE_START).get();
        for (int p = 0; p < 7; p++) {
            double analytic = event.points().get(p).effect().standardError();
            // Mammen's weights leave a skew that the interquartile range sees a little of
            assertThat(bands.points().get(p).standardError()).isCloseTo(analytic, within(.05 * analytic));
        }
        assertThat(bands.overallError()).isCloseTo(.0205, within(.0007));
        // Seven points, partly correlated: between one point (1.96) and seven independent ones (2.69)
        assertThat(bands.critical()).isBetween(2.4, 2.72);
        assertThat(bands.preTrendPValue().orElseThrow()).isBetween(.05, .3);
        assertThat(bands.seed()).isEqualTo(2021);
        // Of the points from the start on, only 1 and 2 have a band without 0, as in the vignette
        assertThat(bands.points().stream()
                        .filter(band -> !band.band().contains(0))
                        .map(SimultaneousBands.Band::at))
                .contains(1, 2)
                .doesNotContain(-3, -2, -1, 0);
    }

    @Test
    void doublyRobustWithLogPopulation() {
        Staggered found = Counties.read().with(AS_PUBLISHED.with(Adjustment.DOUBLY_ROBUST));
        assertThat(values(found))
                .containsExactly(
                        new double[] {
                            -.0145297, -.0764219, -.1404483, -.1069039, -.0004721, -.0062025, .0009606, -.0412939,
                            .0267278, -.0045766, -.0284475, -.0287814
                        },
                        within(1e-6));
        assertThat(errors(found))
                .containsExactly(
                        new double[] {
                            .0221292, .0286713, .0353782, .0328865, .0222234, .0184957, .0194002, .0197211, .0140657,
                            .0157178, .0181809, .016239
                        },
                        within(1e-6));
        TestResult before = found.preTest().get();
        assertThat(before.statistic()).isCloseTo(6.84, within(.005));
        assertThat(before.pValue()).isCloseTo(.23267, within(1e-4));
    }

    @Test
    void doublyRobustAverages() {
        Staggered found = Counties.read().with(AS_PUBLISHED.with(Adjustment.DOUBLY_ROBUST));
        Effect simple = found.aggregate(Aggregate.By.EVERYTHING).get().overall();
        assertThat(simple.value()).isCloseTo(-.0417518, within(1e-6));
        assertThat(simple.standardError()).isCloseTo(.0115028, within(1e-6));
        Aggregate calendar = found.aggregate(Aggregate.By.PERIOD).get();
        assertThat(calendar.points()).extracting(Aggregate.Point::at).containsExactly(1, 2, 3, 4);
        check(calendar, new double[] {-.0145297, -.0764219, -.0461757, -.0395822}, new double[] {
            .0221292, .0286713, .0212107, .0129299
        });
        Aggregate groups = found.aggregate(Aggregate.By.GROUP).get();
        assertThat(groups.points()).extracting(Aggregate.Point::at).containsExactly(1, 3, 4);
        check(groups, new double[] {-.0845759, -.0201666, -.0287814}, new double[] {.0245649, .0174696, .016239});
        check(
                found.aggregate(Aggregate.By.TIME_SINCE_START).get(),
                new double[] {.0267278, -.0036165, -.023244, -.0210604, -.0530032, -.1404483, -.1069039},
                new double[] {.0140657, .0129283, .0144851, .0114942, .0163465, .0353782, .0328865});
    }

    private static void check(Aggregate found, double[] values, double[] errors) {
        assertThat(found.points().stream()
                        .mapToDouble(point -> point.effect().value())
                        .toArray())
                .containsExactly(values, within(1e-6));
        assertThat(found.points().stream()
                        .mapToDouble(point -> point.effect().standardError())
                        .toArray())
                .containsExactly(errors, within(1e-6));
    }

    @Test
    void theOtherAdjustmentsComeNear() {
        Counties counties = Counties.read();
        double robust = overall(counties, Adjustment.DOUBLY_ROBUST);
        // One covariate and mild imbalance: the three must nearly agree, and differ from no adjustment (-.0400)
        assertThat(overall(counties, Adjustment.OUTCOME_REGRESSION))
                .isCloseTo(robust, within(.0005))
                .isNotEqualTo(robust);
        assertThat(overall(counties, Adjustment.WEIGHTING))
                .isCloseTo(robust, within(.0005))
                .isNotEqualTo(robust);
    }

    private static double overall(Counties counties, Adjustment adjustment) {
        return counties.with(AS_PUBLISHED.with(adjustment))
                .aggregate(Aggregate.By.EVERYTHING)
                .get()
                .overall()
                .value();
    }

    @Test
    void notYetTreatedUsesLaterGroups() {
        Panel panel = Counties.read().panel();
        Staggered found =
                Staggered.of(panel, AS_PUBLISHED.with(Controls.NOT_YET_TREATED)).get();
        // 309 never treated + 40 of 2006 + 131 of 2007
        assertThat(found.groupTimes().get(0).compared()).isEqualTo(480);
        assertThat(found.groupTimes().get(2).compared()).isEqualTo(440);
        assertThat(found.groupTimes().get(3).compared()).isEqualTo(309);
    }
}
