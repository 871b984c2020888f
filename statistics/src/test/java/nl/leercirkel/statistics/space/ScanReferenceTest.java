package nl.leercirkel.statistics.space;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import nl.leercirkel.statistics.Randomness;
import nl.leercirkel.statistics.Shared;
import org.junit.jupiter.api.Test;

/**
 * Published and independently computed scans: every cluster that SaTScan 10.3.2 lists, with the same members. Tolerances: the ratio 1e-6, as
 * printed; expected cases .005 and risk .005, as printed; p within 3.5 standard errors of the difference between two runs of 999 replications.
 */
class ScanReferenceTest {

    private static final String NEW_YORK = "spatial_nyleukemia/";
    private static final String CAROLINA = "spatial_sids/";
    private static final String SYNTHETIC = "spatial_synthetic/";

    @Test
    void newYorkOnAPlaneWithATenth() {
        SaTScan.Data data = SaTScan.data(NEW_YORK + "nyxy.geo", NEW_YORK + "ny.pop", NEW_YORK + "ny.cas");
        SpatialScan scan = scan(data, Places.plane(data.first(), data.second()).get(), .1);
        assertSame(scan, data.labels(), SaTScan.clusters(NEW_YORK + "ny10.txt"));
        // The numbers of the smerc test suite, checked there against SaTScan as well.
        assertThat(scan.clusters().getFirst().places()).hasSize(26);
        assertThat(scan.clusters().get(6).logLikelihoodRatio()).isCloseTo(3.209485, within(1e-6));
    }

    @Test
    void newYorkOnTheGreatCircleWithHalf() {
        SaTScan.Data data = SaTScan.data(NEW_YORK + "ny.geo", NEW_YORK + "ny.pop", NEW_YORK + "ny.cas");
        SpatialScan scan = scan(data, Places.sphere(data.second(), data.first()).get(), .5);
        assertSame(scan, data.labels(), SaTScan.clusters(NEW_YORK + "ny50.txt"));
        // SaTScan prints 7.70 km on a sphere of its own radius.
        assertThat(scan.clusters().getFirst().radius().getAsDouble()).isCloseTo(7_700, within(15.0));
    }

    @Test
    void carolinaTenYears() {
        SaTScan.Data data = SaTScan.data(CAROLINA + "sids.geo", CAROLINA + "sids.pop", CAROLINA + "sids.cas");
        SpatialScan scan = scan(data, Places.sphere(data.second(), data.first()).get(), .5);
        assertSame(scan, data.labels(), SaTScan.clusters(CAROLINA + "sids.txt"));
        assertThat(scan.clusters().getFirst().logLikelihoodRatio()).isCloseTo(17.632113, within(1e-6));
    }

    @Test
    void carolinaFourYears() {
        SaTScan.Data data = SaTScan.data(CAROLINA + "sids.geo", CAROLINA + "sids74.pop", CAROLINA + "sids74.cas");
        SpatialScan scan = scan(data, Places.sphere(data.second(), data.first()).get(), .5);
        assertSame(scan, data.labels(), SaTScan.clusters(CAROLINA + "sids74.txt"));
        assertThat(scan.clusters().getFirst().places()).hasSize(42);
    }

    @Test
    void threeThousandPlacesInRd() {
        List<String[]> rows = Shared.rows(SYNTHETIC + "b3000.csv");
        SaTScan.Data data = new SaTScan.Data(
                rows.stream().map(row -> row[0]).toList(),
                Shared.column(rows, 1),
                Shared.column(rows, 2),
                Shared.column(rows, 3),
                rows.stream().mapToLong(row -> Long.parseLong(row[4])).toArray());
        SpatialScan scan =
                scan(data, Places.rijksdriehoek(data.first(), data.second()).get(), .5);
        assertSame(scan, data.labels(), SaTScan.clusters(SYNTHETIC + "b3000-50.txt"));
    }

    private static SpatialScan scan(SaTScan.Data data, Places places, double share) {
        return SpatialScan.poisson(
                        Windows.circles(places),
                        data.cases(),
                        data.population(),
                        ScanSettings.standard().withMaximumShare(share),
                        Randomness.parallel(20261126))
                .get();
    }

    private static void assertSame(SpatialScan scan, List<String> labels, List<SaTScan.Printed> printed) {
        assertThat(printed).hasSizeGreaterThan(3);
        // Which of the last clusters are listed hangs on the replications; SaTScan's are all there.
        assertThat(scan.clusters()).hasSizeGreaterThanOrEqualTo(printed.size() - 1);
        for (int i = 0; i < Math.min(printed.size(), scan.clusters().size()); i++) {
            Cluster found = scan.clusters().get(i);
            SaTScan.Printed other = printed.get(i);
            assertThat(found.places().stream().map(labels::get)).containsExactlyInAnyOrderElementsOf(other.places());
            assertThat(found.cases()).isEqualTo(other.cases());
            assertThat(found.population()).isEqualTo(other.population());
            assertThat(found.expected()).isCloseTo(other.expected(), within(.0051));
            assertThat(found.relativeRisk()).isCloseTo(other.risk(), within(.0051));
            assertThat(found.logLikelihoodRatio()).isCloseTo(other.ratio(), within(1e-6));
            double error = Math.sqrt(2 * other.p() * (1 - other.p()) / 999);
            assertThat(found.pValue()).isCloseTo(other.p(), within(3.5 * error + .001));
        }
    }
}
