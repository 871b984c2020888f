package nl.leercirkel.statistics.space;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import nl.leercirkel.statistics.Reason;
import org.junit.jupiter.api.Test;

/** Which places come into a window, in which order, and where it ends. */
class GrowthTest {

    /** The windows around a centre: the places in each. */
    private static List<List<Integer>> windows(Windows windows, int centre, double[] mass, double most) {
        Sequence sequence = new Sequence(mass.length);
        Growth growth = Growth.of(windows, mass, most);
        // Twice, as scratch memory is used again.
        growth.grow(mass.length - 1 - centre, sequence);
        growth.grow(centre, sequence);
        List<List<Integer>> found = new ArrayList<>();
        List<Integer> within = new ArrayList<>();
        for (int k = 0; k < sequence.length(); k++) {
            within.add((int) sequence.places[k]);
            if (sequence.isEnd(k)) {
                found.add(within.stream().sorted().toList());
            }
        }
        assertThat(sequence.length() == 0 || sequence.isEnd(sequence.length() - 1))
                .isTrue();
        return found;
    }

    private static double[] ones(int n) {
        double[] ones = new double[n];
        Arrays.fill(ones, 1);
        return ones;
    }

    @Test
    void circlesTakeInWhatIsEquallyNearTogether() {
        // A centre, two at 1, one at 2, two at 3.
        Places places = Places.plane(new double[] {3, -1, 0, 0, 1, 0}, new double[] {0, 0, 0, 2, 0, -3})
                .get();
        assertThat(windows(Windows.circles(places), 2, ones(6), 6))
                .containsExactly(List.of(2), List.of(1, 2, 4), List.of(1, 2, 3, 4), List.of(0, 1, 2, 3, 4, 5));
        // With five at most, the last two do not fit and neither comes.
        assertThat(windows(Windows.circles(places), 2, ones(6), 5)).hasSize(3);
        assertThat(windows(Windows.circles(places), 2, ones(6), .5)).isEmpty();
        // One without mass is passed over.
        assertThat(windows(Windows.circles(places), 2, new double[] {1, 0, 1, 1, 1, 1}, 3))
                .containsExactly(List.of(2), List.of(2, 4), List.of(2, 3, 4));
    }

    @Test
    void circlesAreInOrderOfDistanceToTheLastDigit() {
        // Squares that differ in the last three bits, which the sort's key does not have; only the last is in the next
        // key.
        double bit = Math.ulp(1.0);
        double[] x = {0, 1 + 3 * bit, 1 + bit, 1 + 2 * bit, 1, -1, 1 + 4 * bit};
        Places places = Places.plane(x, new double[x.length]).get();
        assertThat(windows(Windows.circles(places), 0, ones(7), 7))
                .containsExactly(
                        List.of(0),
                        List.of(0, 4, 5),
                        List.of(0, 2, 4, 5),
                        List.of(0, 2, 3, 4, 5),
                        List.of(0, 1, 2, 3, 4, 5),
                        List.of(0, 1, 2, 3, 4, 5, 6));
    }

    @Test
    void circlesOfManyPlacesAreThoseOfAPlainSort() {
        Random random = new Random(5);
        int n = 500;
        // Dense in a corner, so that the radius of the centre before is a bad guess.
        double[] x = IntStream.range(0, n)
                .mapToDouble(i -> Math.pow(random.nextDouble(), 4) * 1000)
                .toArray();
        double[] y = IntStream.range(0, n)
                .mapToDouble(i -> Math.pow(random.nextDouble(), 4) * 1000)
                .toArray();
        double[] mass =
                IntStream.range(0, n).mapToDouble(i -> 1 + random.nextInt(20)).toArray();
        double most = .1 * Arrays.stream(mass).sum();
        Places places = Places.plane(x, y).get();
        Growth growth = Growth.of(Windows.circles(places), mass, most);
        Sequence sequence = new Sequence(n);
        for (int centre = 0; centre < n; centre++) {
            growth.grow(centre, sequence);
            int from = centre;
            List<Integer> order = IntStream.range(0, n)
                    .boxed()
                    .sorted(Comparator.comparingDouble(i -> places.squared(from, i)))
                    .toList();
            double sum = 0;
            int length = 0;
            while (sum + mass[order.get(length)] <= most) {
                sum += mass[order.get(length++)];
            }
            assertThat(IntStream.range(0, sequence.length()).mapToObj(k -> (int) sequence.places[k]))
                    .containsExactlyElementsOf(order.subList(0, length));
        }
    }

    @Test
    void ringsGoByStepsOverBorders() {
        // 0 1 2
        // 3 4 5
        Windows rings = Windows.rings(Maps.board(3, 2));
        assertThat(rings.size()).isEqualTo(6);
        assertThat(windows(rings, 0, ones(6), 6))
                .containsExactly(List.of(0), List.of(0, 1, 3), List.of(0, 1, 2, 3, 4), List.of(0, 1, 2, 3, 4, 5));
        assertThat(windows(rings, 0, ones(6), 4.9)).containsExactly(List.of(0), List.of(0, 1, 3));
        // Through an empty area, which is not put in.
        assertThat(windows(Windows.rings(Maps.board(4, 1)), 0, new double[] {1, 0, 1, 1}, 2))
                .containsExactly(List.of(0), List.of(0, 2));
    }

    @Test
    void connectedTakesTheNearestThatBorders() {
        // Five in a row over a river: 4 lies near 0, but is reached by way of 3 only.
        Places places = Places.plane(new double[] {0, 2, 3, 2.1, .1}, new double[] {0, 0, 1, 2, 1})
                .get();
        Windows connected = Windows.connected(places, Maps.board(5, 1)).get();
        assertThat(connected.size()).isEqualTo(5);
        assertThat(windows(connected, 0, ones(5), 5))
                .containsExactly(
                        List.of(0), List.of(0, 1), List.of(0, 1, 2), List.of(0, 1, 2, 3), List.of(0, 1, 2, 3, 4));
        assertThat(windows(connected, 0, ones(5), 2)).containsExactly(List.of(0), List.of(0, 1));
        assertThat(windows(Windows.circles(places), 0, ones(5), 2)).containsExactly(List.of(0), List.of(0, 4));
        assertThat(windows(connected, 0, new double[] {1, 0, 1, 1, 1}, 2)).containsExactly(List.of(0), List.of(0, 2));
        // Both sides of a middle that are equally near come together.
        Places row = Places.plane(new double[] {0, 1, 2}, new double[3]).get();
        assertThat(windows(Windows.connected(row, Maps.board(3, 1)).get(), 1, ones(3), 3))
                .containsExactly(List.of(1), List.of(0, 1, 2));
    }

    @Test
    void sequencesKeepTheirInnerPlacesPastSixtyFour() {
        Sequence sequence = new Sequence(200);
        int[] list = IntStream.range(0, 150).toArray();
        sequence.addTogether(list, 0, 1);
        sequence.addTogether(list, 1, 130);
        sequence.add(140);
        Sequence copy = sequence.copy();
        for (Sequence either : List.of(sequence, copy)) {
            assertThat(either.length()).isEqualTo(131);
            assertThat(IntStream.range(0, 131).filter(either::isEnd)).containsExactly(0, 129, 130);
        }
        sequence.clear();
        sequence.addTogether(list, 0, 3);
        assertThat(IntStream.range(0, 3).filter(sequence::isEnd)).containsExactly(2);
        sequence.clear();
        IntStream.range(0, 200).forEach(sequence::add);
        assertThat(IntStream.range(0, 200).allMatch(sequence::isEnd)).isTrue();
        assertThat(copy.length()).isEqualTo(131);
    }

    @Test
    void adjacencyIsMutualAndWithoutItself() {
        assertThat(Adjacency.of(new int[][] {{1, 2}, {0}, {0}, {}}).get().of(0)).containsExactly(1, 2);
        assertThat(reason(new int[][] {})).isEqualTo(Reason.NO_DATA);
        assertThat(reason(new int[][] {{1}, {}})).isEqualTo(Reason.DO_NOT_MATCH);
        assertThat(reason(new int[][] {{0}})).isEqualTo(Reason.DO_NOT_MATCH);
        assertThat(reason(new int[][] {{1, 1}, {0}})).isEqualTo(Reason.DO_NOT_MATCH);
        assertThat(reason(new int[][] {{1}, {0, 2}})).isEqualTo(Reason.OUT_OF_RANGE);
        assertThat(reason(new int[][] {{-1}})).isEqualTo(Reason.OUT_OF_RANGE);
    }

    private static Reason reason(int[][] neighbours) {
        return Adjacency.of(neighbours).failure().reason();
    }
}
