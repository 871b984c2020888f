package nl.leercirkel.statistics.space;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import nl.leercirkel.statistics.Alternative;
import nl.leercirkel.statistics.Caveat;
import nl.leercirkel.statistics.Failure;
import nl.leercirkel.statistics.Randomness;
import nl.leercirkel.statistics.Reason;
import nl.leercirkel.statistics.TestResult;
import nl.leercirkel.statistics.support.Check;
import nl.leercirkel.statistics.support.Sum;
import org.apache.commons.rng.UniformRandomProvider;

/** Values less their mean, with what neighbours have in common, and how that falls when values are spread anew. */
record Autocorrelation(double[] deviations, double squares, double factor, Weights weights) {

    private static final int MOST_PERMUTATIONS = 10_000_000;
    private static final int CHUNK = 100;

    static Optional<Failure> check(double[] values, Weights weights, int permutations) {
        return Check.first(
                        Check.values("values", values, 4),
                        Check.sameLength("values", values.length, "weights", weights.size()),
                        Check.that(
                                permutations >= 99 && permutations <= MOST_PERMUTATIONS,
                                Reason.OUT_OF_RANGE,
                                permutations + " permutations, not 99 to " + MOST_PERMUTATIONS),
                        Check.that(
                                weights.islands() < weights.size(),
                                Reason.NOTHING_TO_DIVIDE_BY,
                                "no place has a neighbour"))
                .or(() -> constant(values));
    }

    /** Whether the values differ by more than rounding. */
    static Optional<Failure> constant(double[] values) {
        double largest = 0;
        double spread = 0;
        for (double value : values) {
            largest = Math.max(largest, Math.abs(value));
            spread = Math.max(spread, Math.abs(value - values[0]));
        }
        return Check.that(spread > 1e-13 * largest, Reason.CONSTANT, "all values are " + values[0]);
    }

    static Autocorrelation of(double[] values, Weights weights) {
        Sum.Centre centre = Sum.Centre.of(values);
        double[] deviations = new double[values.length];
        for (int i = 0; i < deviations.length; i++) {
            deviations[i] = centre.deviation(values[i]);
        }
        double squares = centre.squares(values);
        return new Autocorrelation(
                deviations, squares, values.length / weights.sums().s0(), weights);
    }

    double index() {
        return index(deviations);
    }

    private double index(double[] order) {
        double products = 0;
        for (int i = 0; i < order.length; i++) {
            products += order[i] * weights.lag(i, order);
        }
        return factor * products / squares;
    }

    double kurtosis() {
        double fourth = 0;
        for (double deviation : deviations) {
            fourth += deviation * deviation * deviation * deviation;
        }
        return deviations.length * fourth / (squares * squares);
    }

    TestResult permute(
            double observed, Alternative alternative, int permutations, Randomness randomness, String method) {
        double slack = 1e-12 * Math.max(1, Math.abs(observed));
        List<long[]> counted = randomness.inChunks(permutations, CHUNK, (stream, from, to) -> {
            double[] order = deviations.clone();
            long[] sides = new long[2];
            for (int i = from; i < to; i++) {
                shuffle(order, stream);
                double index = index(order);
                sides[0] += index <= observed + slack ? 1 : 0;
                sides[1] += index >= observed - slack ? 1 : 0;
            }
            return sides;
        });
        double low = (counted.stream().mapToLong(sides -> sides[0]).sum() + 1.0) / (permutations + 1.0);
        double high = (counted.stream().mapToLong(sides -> sides[1]).sum() + 1.0) / (permutations + 1.0);
        double p = switch (alternative) {
            case LESS -> low;
            case GREATER -> high;
            case TWO_SIDED -> Math.min(1, 2 * Math.min(low, high));
        };
        return new TestResult(observed, 0, p, alternative, deviations.length, method, Set.of(Caveat.SIMULATED));
    }

    private static void shuffle(double[] order, UniformRandomProvider stream) {
        for (int i = order.length - 1; i > 0; i--) {
            int j = stream.nextInt(i + 1);
            double swapped = order[i];
            order[i] = order[j];
            order[j] = swapped;
        }
    }
}
