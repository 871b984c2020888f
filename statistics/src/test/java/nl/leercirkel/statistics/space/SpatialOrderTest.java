package nl.leercirkel.statistics.space;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import nl.leercirkel.statistics.Randomness;
import org.apache.commons.rng.UniformRandomProvider;
import org.junit.jupiter.api.Test;

/** Near places get near numbers, and each place one. */
class SpatialOrderTest {

    private static final int SIDE = 16;

    private static Places shuffledGrid() {
        double[] x = new double[SIDE * SIDE];
        double[] y = new double[SIDE * SIDE];
        UniformRandomProvider stream = Randomness.of(3).stream();
        int[] spots = IntStream.range(0, x.length).toArray();
        for (int i = 0; i < x.length; i++) {
            int other = i + stream.nextInt(x.length - i);
            int spot = spots[other];
            spots[other] = spots[i];
            x[i] = 1000 * (spot % SIDE);
            y[i] = 1000 * (spot / SIDE);
        }
        return Places.plane(x, y).get();
    }

    private static double meanStep(Places places, int[] order) {
        return IntStream.range(1, order.length)
                .mapToDouble(k -> places.distance(order[k - 1], order[k]))
                .average()
                .orElseThrow();
    }

    /** Along Morton's curve the mean step on a grid stays below two cells; in the order given it is half the width. */
    @Test
    void neighboursFollowEachOther() {
        Places places = shuffledGrid();
        int[] order = SpatialOrder.of(Windows.circles(places));
        assertThat(order).hasSize(places.size()).doesNotHaveDuplicates();
        assertThat(meanStep(places, order)).isLessThan(2000);
        assertThat(meanStep(places, IntStream.range(0, order.length).toArray())).isGreaterThan(6000);
    }

    @Test
    void onTheEllipsoidToo() {
        double[] longitude = new double[50];
        double[] latitude = new double[50];
        UniformRandomProvider stream = Randomness.of(4).stream();
        for (int i = 0; i < 50; i++) {
            longitude[i] = 4 + 3 * stream.nextDouble();
            latitude[i] = 51 + 2 * stream.nextDouble();
        }
        Places places = Places.ellipsoid(longitude, latitude).get();
        int[] order = SpatialOrder.of(Windows.circles(places));
        assertThat(order).hasSize(50).doesNotHaveDuplicates();
        assertThat(meanStep(places, order))
                .isLessThan(.5 * meanStep(places, IntStream.range(0, 50).toArray()));
    }

    @Test
    void onePlaceAndIslandsOfAreas() {
        assertThat(SpatialOrder.of(Windows.circles(
                        Places.plane(new double[] {5}, new double[] {5}).get())))
                .containsExactly(0);
        // 0 - 3 - 1 and 2 - 4: from neighbour to neighbour, island by island
        Adjacency islands =
                Adjacency.of(new int[][] {{3}, {3}, {4}, {0, 1}, {2}}).get();
        assertThat(SpatialOrder.of(Windows.rings(islands))).containsExactly(0, 3, 1, 2, 4);
    }
}
