package nl.leercirkel.statistics.space;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.stream.IntStream;
import nl.leercirkel.statistics.Outcome;
import nl.leercirkel.statistics.Reason;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Distances, RD coordinates and spatial weights. */
class PlacesTest {

    /** Distances in metres by PROJ 9.5.1 (pyproj 3.7.2, Geod.inv), to .1 mm; ellipsoid WGS84, sphere of radius 6,371,008.8. */
    @ParameterizedTest
    @CsvSource({
        "4.69, 51.81, 6.17, 51.37, 113650.0799, 113344.2543",
        "5.69, 50.85, 6.57, 53.22, 270525.6880, 270314.2480",
    })
    void distancesAreThoseOfProj(double x1, double y1, double x2, double y2, double ellipsoid, double sphere) {
        double[] longitude = {x1, x2};
        double[] latitude = {y1, y2};
        assertThat(Places.ellipsoid(longitude, latitude).get().distance(0, 1)).isCloseTo(ellipsoid, within(1e-4));
        assertThat(Places.sphere(longitude, latitude).get().distance(1, 0)).isCloseTo(sphere, within(1e-4));
        assertThat(Places.plane(new double[] {0, 3}, new double[] {0, 4}).get().distance(0, 1))
                .isEqualTo(5);
    }

    /** Straight lines order places as geodesics do, but for differences below a millionth (see {@link Places}). */
    @Test
    void straightLinesOrderAsGeodesicsDo() {
        int n = 60;
        double[] longitude = IntStream.range(0, n)
                .mapToDouble(i -> 3.4 + 3.7 * (i * 37 % n) / n)
                .toArray();
        double[] latitude = IntStream.range(0, n)
                .mapToDouble(i -> 50.8 + 2.6 * (i * 17 % n) / n)
                .toArray();
        Places places = Places.ellipsoid(longitude, latitude).get();
        int compared = 0;
        for (int i = 1; i < n; i++) {
            for (int j = 1; j < n; j++) {
                double one = places.distance(0, i);
                double two = places.distance(0, j);
                if (one < two * (1 - 1e-6)) {
                    assertThat(places.squared(0, i)).isLessThan(places.squared(0, j));
                    compared++;
                }
            }
        }
        assertThat(compared).isGreaterThan(1500);
        // The straight line itself: shorter than the geodesic by a part in 24 radii squared, 2 m at 113 km.
        Places two = Places.ellipsoid(new double[] {4.69, 6.17}, new double[] {51.81, 51.37})
                .get();
        assertThat(Math.sqrt(two.squared(0, 1))).isBetween(113_648.0, 113_650.0);
    }

    @Test
    void whatIsNoPlaceIsRefused() {
        double[] two = {1, 2};
        assertThat(reason(Places.plane(new double[0], new double[0]))).isEqualTo(Reason.NO_DATA);
        assertThat(reason(Places.plane(new double[] {1, Double.NaN}, two))).isEqualTo(Reason.NOT_A_NUMBER);
        assertThat(reason(Places.plane(two, new double[] {1, Double.POSITIVE_INFINITY})))
                .isEqualTo(Reason.NOT_A_NUMBER);
        assertThat(reason(Places.plane(two, new double[] {1}))).isEqualTo(Reason.DO_NOT_MATCH);
        assertThat(reason(Places.plane(new double[] {1, 2, 1}, new double[] {5, 5, 5})))
                .isEqualTo(Reason.DO_NOT_MATCH);
        assertThat(reason(Places.plane(new double[] {0.0, -0.0}, two.clone()))).isEqualTo(null);
        assertThat(reason(Places.plane(new double[] {0.0, -0.0}, new double[] {1, 1})))
                .isEqualTo(Reason.DO_NOT_MATCH);
        assertThat(reason(Places.sphere(new double[] {181, 5}, two))).isEqualTo(Reason.OUT_OF_RANGE);
        assertThat(reason(Places.ellipsoid(two, new double[] {1, -91}))).isEqualTo(Reason.OUT_OF_RANGE);
        assertThat(reason(Places.sphere(two, new double[] {1, Double.NaN}))).isEqualTo(Reason.NOT_A_NUMBER);
        assertThat(reason(Places.sphere(new double[] {180, -180}, new double[] {0, 0})))
                .isNull();
        // RD with x and y swapped.
        assertThat(reason(Places.rijksdriehoek(new double[] {425_000, 376_000}, new double[] {106_000, 209_000})))
                .isEqualTo(Reason.OUT_OF_RANGE);
        assertThat(reason(Places.rijksdriehoek(new double[] {106_000, Double.NaN}, new double[] {425_000, 1})))
                .isEqualTo(Reason.NOT_A_NUMBER);
        assertThat(Places.rijksdriehoek(new double[] {106_000}, new double[] {425_000})
                        .get()
                        .size())
                .isEqualTo(1);
    }

    private static Reason reason(Outcome<?> outcome) {
        return outcome.isAnswer() ? null : outcome.failure().reason();
    }

    /**
     * RD by PROJ 9.5.1 with the transformation "Amersfoort to WGS 84 (4)", EPSG:15934, good to a metre. The formula promises half a metre
     * against RDNAPTRANS, so the two may differ by 1.2 m.
     */
    @ParameterizedTest
    @CsvSource({
        "Dordrecht, 4.69, 51.81, 106919.45, 424827.38",
        "Venlo, 6.17, 51.37, 209509.47, 375938.55",
        "Den Helder, 4.76, 52.95, 112844.59, 551623.29",
        "Groningen, 6.57, 53.22, 234002.37, 582136.02",
        "Maastricht, 5.69, 50.85, 176325.22, 317840.15",
        "Sluis, 3.39, 51.31, 15754.29, 370876.29"
    })
    void rdIsThatOfProj(String where, double longitude, double latitude, double x, double y) {
        Rijksdriehoek.Point point =
                Rijksdriehoek.fromDegrees(longitude, latitude).get();
        assertThat(point.x()).as(where).isCloseTo(x, within(1.2));
        assertThat(point.y()).as(where).isCloseTo(y, within(1.2));
        Rijksdriehoek.Degrees back = Rijksdriehoek.toDegrees(x, y).get();
        // 1.2 m in degrees at this latitude.
        assertThat(back.longitude()).as(where).isCloseTo(longitude, within(1.8e-5));
        assertThat(back.latitude()).as(where).isCloseTo(latitude, within(1.1e-5));
    }

    @Test
    void theTowerOfAmersfoortIsTheOrigin() {
        // The definition of RD: the tower is at 155,000 and 463,000; its WGS84 position from Schreutelkamp and Strang
        // van Hees (2001).
        Rijksdriehoek.Point tower =
                Rijksdriehoek.fromDegrees(5.38720621, 52.15517440).get();
        assertThat(tower.x()).isCloseTo(155_000, within(1e-6));
        assertThat(tower.y()).isCloseTo(463_000, within(1e-6));
    }

    @Test
    void awayFromTheNetherlandsThereIsNoRd() {
        assertThat(reason(Rijksdriehoek.fromDegrees(13.4, 52.5))).isEqualTo(Reason.OUT_OF_RANGE);
        assertThat(reason(Rijksdriehoek.fromDegrees(-170, 52))).isEqualTo(Reason.OUT_OF_RANGE);
        assertThat(reason(Rijksdriehoek.fromDegrees(5, -52))).isEqualTo(Reason.OUT_OF_RANGE);
        assertThat(reason(Rijksdriehoek.fromDegrees(52, 5))).isEqualTo(Reason.OUT_OF_RANGE);
        assertThat(reason(Rijksdriehoek.fromDegrees(Double.NaN, 52))).isEqualTo(Reason.NOT_A_NUMBER);
        assertThat(reason(Rijksdriehoek.fromDegrees(5, Double.NaN))).isEqualTo(Reason.NOT_A_NUMBER);
        assertThat(reason(Rijksdriehoek.toDegrees(425_000, 106_000))).isEqualTo(Reason.OUT_OF_RANGE);
        assertThat(reason(Rijksdriehoek.toDegrees(Double.NaN, 425_000))).isEqualTo(Reason.NOT_A_NUMBER);
        assertThat(reason(Rijksdriehoek.toDegrees(106_000, Double.NEGATIVE_INFINITY)))
                .isEqualTo(Reason.NOT_A_NUMBER);
        // Its edges belong to it, and x stays below y.
        assertThat(Rijksdriehoek.covers(-7_000, 289_000)).isTrue();
        assertThat(Rijksdriehoek.covers(-7_001, 289_000)).isFalse();
        assertThat(Rijksdriehoek.covers(-7_000, 288_999)).isFalse();
        assertThat(Rijksdriehoek.covers(300_000, 629_000)).isTrue();
        assertThat(Rijksdriehoek.covers(300_001, 629_000)).isFalse();
        assertThat(Rijksdriehoek.covers(300_000, 629_001)).isFalse();
        assertThat(Rijksdriehoek.covers(290_000, 290_001)).isTrue();
        assertThat(Rijksdriehoek.covers(290_000, 290_000)).isFalse();
        // The corners of the area of validity: Terschelling to Vaals, Cadzand to Bad Nieuweschans.
        assertThat(Rijksdriehoek.covers(14_000, 378_000)).isTrue();
        assertThat(Rijksdriehoek.covers(277_000, 576_000)).isTrue();
        assertThat(Rijksdriehoek.covers(199_000, 307_500)).isTrue();
        assertThat(Rijksdriehoek.covers(-8_000, 378_000)).isFalse();
        assertThat(Rijksdriehoek.covers(301_000, 576_000)).isFalse();
        assertThat(Rijksdriehoek.covers(199_000, 288_000)).isFalse();
        assertThat(Rijksdriehoek.covers(199_000, 630_000)).isFalse();
    }

    @Test
    void weightsOfTheNearestTakeAllThatAreEquallyNear() {
        Places row = Places.plane(new double[] {0, 1, 2, 4, 8}, new double[5]).get();
        Weights one = Weights.nearest(row, 1).get();
        assertThat(one.weight(0, 1)).isEqualTo(1);
        // 1 has 0 and 2 at the same distance.
        assertThat(one.weight(1, 0)).isEqualTo(1);
        assertThat(one.weight(1, 2)).isEqualTo(1);
        assertThat(one.weight(4, 3)).isEqualTo(1);
        assertThat(one.weight(3, 4)).isZero();
        assertThat(one.weight(0, 0)).isZero();
        assertThat(one.sum(3)).isEqualTo(1);
        assertThat(reason(Weights.nearest(row, 0))).isEqualTo(Reason.OUT_OF_RANGE);
        assertThat(reason(Weights.nearest(row, 5))).isEqualTo(Reason.TOO_FEW);
        assertThat(Weights.nearest(row, 4).get().sum(2)).isEqualTo(4);
    }

    @Test
    void weightsWithinADistance() {
        Places row = Places.plane(new double[] {0, 1, 2, 4, 8}, new double[5]).get();
        Weights within = Weights.within(row, 2).get();
        assertThat(within.weight(0, 2)).isEqualTo(1);
        assertThat(within.weight(2, 3)).isEqualTo(1);
        assertThat(within.weight(1, 3)).isZero();
        assertThat(within.weight(2, 2)).isZero();
        assertThat(within.islands()).isEqualTo(1);
        assertThat(within.size()).isEqualTo(5);
        assertThat(reason(Weights.within(row, 0))).isEqualTo(Reason.OUT_OF_RANGE);
        assertThat(reason(Weights.within(row, Double.NaN))).isEqualTo(Reason.NOT_A_NUMBER);
        // On the earth: 113,650 m is in, a metre less is out, though the straight line is shorter than that.
        Places earth = Places.ellipsoid(new double[] {4.69, 6.17}, new double[] {51.81, 51.37})
                .get();
        assertThat(Weights.within(earth, 113_650.1).get().islands()).isZero();
        assertThat(Weights.within(earth, 113_649).get().islands()).isEqualTo(2);
    }

    @Test
    void standardisedRowsAddUpToOne() {
        Weights weights = Weights.binary(Adjacency.of(new int[][] {{1, 2}, {0}, {0}, {}})
                        .get())
                .rowStandardised();
        assertThat(weights.weight(0, 1)).isEqualTo(.5);
        assertThat(weights.weight(1, 0)).isEqualTo(1);
        assertThat(weights.sum(3)).isZero();
        assertThat(weights.own(0)).isEqualTo(.5);
        assertThat(weights.own(3)).isEqualTo(1);
        assertThat(weights.squares(0)).isEqualTo(.5);
        assertThat(weights.lag(0, new double[] {9, 2, 6, 9})).isEqualTo(4);
        // By hand: s0 = 1 + 1 + 1; s1 = half the sum over ordered pairs of (w_ij + w_ji)^2 = 4 (1.5)^2 / 2; s2 = 3^2 +
        // 1.5^2 + 1.5^2.
        assertThat(weights.sums().s0()).isEqualTo(3);
        assertThat(weights.sums().s1()).isEqualTo(4.5);
        assertThat(weights.sums().s2()).isEqualTo(13.5);
        // One that is not mutual: 0 to 1 only, so both ordered pairs give 1 / 2.
        Weights oneWay = Weights.nearest(
                        Places.plane(new double[] {0, 3, 4}, new double[3]).get(), 1)
                .get();
        assertThat(oneWay.sums().s1()).isEqualTo((1 + 1 + 4 + 4) / 2.0);
    }
}
