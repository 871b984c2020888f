package nl.leercirkel.statistics.space;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import nl.leercirkel.statistics.Alternative;
import nl.leercirkel.statistics.Randomness;
import org.junit.jupiter.api.Test;

/** The examples of docs/methoden-ruimte.md: each runs here, and the page shows exactly what runs. */
class ExamplesTest {

    // In two parts, or the pattern would find itself.
    private static final Pattern IN_TEST = Pattern.compile("// " + "example\\n(.*?)// " + "end\\n", Pattern.DOTALL);

    private static final Pattern IN_PAGE = Pattern.compile("```java\\n(.*?)```", Pattern.DOTALL);

    @Test
    void thePageShowsWhatRuns() throws IOException {
        Path page = Path.of("..", "docs", "methoden-ruimte.md");
        Path self = Path.of("src", "test", "java", "nl", "leercirkel", "statistics", "space", "ExamplesTest.java");
        List<String> shown = blocks(IN_PAGE, Files.readString(page));
        assertThat(shown).hasSize(10).isEqualTo(blocks(IN_TEST, Files.readString(self)));
    }

    /** What stands between the marks, without white space, which the formatter sets as it likes. */
    private static List<String> blocks(Pattern pattern, String text) {
        return pattern.matcher(text)
                .results()
                .map(found -> found.group(1).replaceAll("\\s+", ""))
                .toList();
    }

    @Test
    void examples() {
        // example
        Places buurten = Places.rijksdriehoek(
                        new double[] {
                            105000, 106000, 107000, 108000, 105000, 106000, 107000, 108000, 105000, 106000, 107000,
                            108000
                        },
                        new double[] {
                            425000, 425000, 425000, 425000, 424000, 424000, 424000, 424000, 423000, 423000, 423000,
                            423000
                        })
                .get();
        long[] jongeren = {410, 520, 390, 480, 450, 610, 380, 510, 430, 470, 560, 400};
        long[] gevallen = {31, 44, 16, 19, 36, 51, 15, 22, 18, 21, 20, 17};
        double[] inwoners = Arrays.stream(jongeren).asDoubleStream().toArray();
        // end

        // example
        Rijksdriehoek.Point punt = Rijksdriehoek.fromDegrees(4.69, 51.81).get();
        double meters = Places.ellipsoid(new double[] {4.69, 6.17}, new double[] {51.81, 51.37})
                .get()
                .distance(0, 1);
        // end
        assertThat(punt.x()).isCloseTo(106_919, within(1.5));
        assertThat(meters).isCloseTo(113_650, within(.1));

        // example
        SpatialScan scan = SpatialScan.poisson(
                        Windows.circles(buurten),
                        gevallen,
                        inwoners,
                        ScanSettings.standard(),
                        Randomness.parallel(2026))
                .get();
        Cluster eerste = scan.clusters().getFirst();
        String zin = "%d buurten, %d gevallen waar %.0f verwacht, p = %.3f"
                .formatted(eerste.places().size(), eerste.cases(), eerste.expected(), eerste.pValue());
        // end
        assertThat(zin).startsWith("4 buurten, 162 gevallen waar 110 verwacht, p = ");
        assertThat(eerste.places()).containsExactlyInAnyOrder(0, 1, 4, 5);
        assertThat(eerste.pValue()).isLessThan(.01);

        // example
        SpatialScan personen = SpatialScan.bernoulli(
                        Windows.circles(buurten),
                        gevallen,
                        jongeren,
                        ScanSettings.standard().withDirection(Direction.BOTH).withStopAfter(10),
                        Randomness.parallel(2026))
                .get();
        // end
        assertThat(personen.clusters().getFirst().places()).containsExactlyInAnyOrder(0, 1, 4, 5);

        // example
        PublishedScan naarBuiten =
                PublishedScan.of(scan, gevallen, PublicationRule.standard()).get();
        OptionalInt kleur = naarBuiten.clusterOf(0);
        // end
        assertThat(naarBuiten.shown().getFirst().cases()).isEqualTo(160);
        assertThat(kleur).hasValue(0);

        // example
        Weights buren = Weights.within(buurten, 1000).get();
        // end
        assertThat(buren.islands()).isZero();

        // example
        double[] percentage = IntStream.range(0, 12)
                .mapToDouble(i -> 100.0 * gevallen[i] / jongeren[i])
                .toArray();
        MoranIndex moran = MoranIndex.of(
                        percentage, buren.rowStandardised(), Alternative.GREATER, 999, Randomness.parallel(2026))
                .get();
        // end
        assertThat(moran.index()).isGreaterThan(moran.expectation());

        // example
        EmpiricalBayesIndex ebi = EmpiricalBayesIndex.of(
                        gevallen, inwoners, buren, Alternative.GREATER, 999, Randomness.parallel(2026))
                .get();
        // end
        assertThat(ebi.index()).isGreaterThan(0);

        // example
        GetisOrd plekken = GetisOrd.star(percentage, buren).get();
        // end
        assertThat(plekken.places().get(0).z()).isGreaterThan(2);
        assertThat(plekken.places().get(11).z()).isNegative();

        // example
        EmpiricalBayes rustig = EmpiricalBayes.global(gevallen, inwoners).get();
        // end
        assertThat(rustig.areas().get(0).smoothed()).isBetween(350 / 5610.0 * .9, 31 / 410.0);
    }
}
