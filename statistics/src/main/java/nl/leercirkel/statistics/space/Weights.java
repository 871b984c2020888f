package nl.leercirkel.statistics.space;

import java.util.Arrays;
import java.util.Optional;
import java.util.stream.IntStream;
import nl.leercirkel.statistics.Failure;
import nl.leercirkel.statistics.Outcome;
import nl.leercirkel.statistics.Reason;
import nl.leercirkel.statistics.support.Check;

/**
 * How much each place counts as a neighbour of each other, kept sparse. Immutable.
 *
 * <p>Made as 0 or 1 ({@link #binary}, {@link #nearest}, {@link #within}) and then, where wanted, divided so that the neighbours of each place
 * add up to 1 ({@link #rowStandardised}). A place without neighbours is an island: it has no weights.
 */
public final class Weights {

    private final int[][] columns;
    private final double[][] values;

    private Weights(int[][] columns, double[][] values) {
        this.columns = columns;
        this.values = values;
    }

    /** 1 for areas that are neighbours. */
    public static Weights binary(Adjacency adjacency) {
        return ones(IntStream.range(0, adjacency.size()).mapToObj(adjacency::of).toArray(int[][]::new));
    }

    /**
     * 1 for the nearest places; for more than the number asked where the last are equally near. Need not be mutual.
     *
     * @return OUT_OF_RANGE below 1, TOO_FEW when there are no more places than that
     */
    public static Outcome<Weights> nearest(Places places, int count) {
        Optional<Failure> failure = Check.first(
                Check.that(count >= 1, Reason.OUT_OF_RANGE, count + " neighbours"),
                Check.that(places.size() > count, Reason.TOO_FEW, places.size() + " places, " + count + " neighbours"));
        if (failure.isPresent()) {
            return Outcome.failed(failure.get());
        }
        double[] squares = new double[places.size()];
        return Outcome.of(ones(IntStream.range(0, places.size())
                .mapToObj(i -> {
                    places.squares(i, squares);
                    double[] sorted = squares.clone();
                    Arrays.sort(sorted);
                    // The nearest of all is the place itself.
                    double furthest = sorted[count];
                    return IntStream.range(0, squares.length)
                            .filter(j -> j != i && squares[j] <= furthest)
                            .toArray();
                })
                .toArray(int[][]::new)));
    }

    /**
     * 1 for places at most this far.
     *
     * @param distance in the unit of {@link Places#distance}
     * @return NOT_A_NUMBER, OUT_OF_RANGE when not above 0
     */
    public static Outcome<Weights> within(Places places, double distance) {
        Optional<Failure> failure = Check.first(
                Check.finite("distance", distance),
                Check.that(distance > 0, Reason.OUT_OF_RANGE, "distance " + distance));
        if (failure.isPresent()) {
            return Outcome.failed(failure.get());
        }
        // A line over the earth is no shorter than the straight one, which is quicker to find.
        double square = distance * distance * (1 + 1e-12);
        return Outcome.of(ones(IntStream.range(0, places.size())
                .mapToObj(i -> IntStream.range(0, places.size())
                        .filter(j -> j != i && places.squared(i, j) <= square && places.distance(i, j) <= distance)
                        .toArray())
                .toArray(int[][]::new)));
    }

    private static Weights ones(int[][] columns) {
        return new Weights(
                columns,
                Arrays.stream(columns)
                        .map(row -> {
                            double[] ones = new double[row.length];
                            Arrays.fill(ones, 1);
                            return ones;
                        })
                        .toArray(double[][]::new));
    }

    /** The same with the weights of each place divided by their sum. */
    public Weights rowStandardised() {
        double[][] divided = new double[values.length][];
        for (int i = 0; i < divided.length; i++) {
            double sum = Arrays.stream(values[i]).sum();
            divided[i] = Arrays.stream(values[i]).map(value -> value / sum).toArray();
        }
        return new Weights(columns, divided);
    }

    public int size() {
        return columns.length;
    }

    /** Places without neighbours. */
    public int islands() {
        return (int) Arrays.stream(columns).filter(row -> row.length == 0).count();
    }

    /** The weight of one place for another; 0 where they are no neighbours. */
    public double weight(int of, int neighbour) {
        int at = Arrays.binarySearch(columns[of], neighbour);
        return at < 0 ? 0 : values[of][at];
    }

    /** The weighted sum of the values of the neighbours. */
    double lag(int of, double[] measured) {
        double sum = 0;
        int[] row = columns[of];
        for (int k = 0; k < row.length; k++) {
            sum += values[of][k] * measured[row[k]];
        }
        return sum;
    }

    /** Sum and sum of squares of the weights of a place. */
    double sum(int of) {
        return Arrays.stream(values[of]).sum();
    }

    double squares(int of) {
        return Arrays.stream(values[of]).map(value -> value * value).sum();
    }

    /** What a place counts for itself where it is to count as much as its neighbours do on average; 1 for an island. */
    double own(int of) {
        return columns[of].length == 0 ? 1 : sum(of) / columns[of].length;
    }

    /** The sums of weights that moments of indices need (Cliff and Ord 1981, page 19). */
    Sums sums() {
        double s0 = 0;
        double s1 = 0;
        double[] out = new double[size()];
        double[] in = new double[size()];
        for (int i = 0; i < columns.length; i++) {
            for (int k = 0; k < columns[i].length; k++) {
                int j = columns[i][k];
                double weight = values[i][k];
                double back = weight(j, i);
                s0 += weight;
                // Each ordered pair with a weight; a pair with only one weight is met once, so its other half is added.
                s1 += (weight + back) * (weight + back) / 2;
                s1 += back == 0 ? weight * weight / 2 : 0;
                out[i] += weight;
                in[j] += weight;
            }
        }
        double s2 = 0;
        for (int i = 0; i < out.length; i++) {
            s2 += (out[i] + in[i]) * (out[i] + in[i]);
        }
        return new Sums(s0, s1, s2);
    }

    record Sums(double s0, double s1, double s2) {}
}
