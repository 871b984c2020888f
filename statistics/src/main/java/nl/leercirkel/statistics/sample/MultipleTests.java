package nl.leercirkel.statistics.sample;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import nl.leercirkel.statistics.Failure;
import nl.leercirkel.statistics.Outcome;
import nl.leercirkel.statistics.Reason;
import nl.leercirkel.statistics.support.Check;

/**
 * Adjusted p-values when several questions are put to the same data: what each p-value must be compared with .05 as.
 *
 * <p>Input p-values between 0 and 1 in any order; the answer is in the same order. NO_DATA for an empty list, OUT_OF_RANGE
 * and NOT_A_NUMBER for what is no p-value.
 */
public final class MultipleTests {

    private MultipleTests() {}

    /** The largest chance of any false finding is kept: each p-value times the number of tests. */
    public static Outcome<List<Double>> bonferroni(double[] pValues) {
        return check(pValues)
                .<Outcome<List<Double>>>map(Outcome::failed)
                .orElseGet(() -> Outcome.of(IntStream.range(0, pValues.length)
                        .mapToObj(i -> Math.min(1, pValues[i] * pValues.length))
                        .toList()));
    }

    /**
     * As Bonferroni, never less able to find something.
     *
     * @see "Holm (1979), A simple sequentially rejective multiple test procedure, Scandinavian Journal of Statistics 6"
     */
    public static Outcome<List<Double>> holm(double[] pValues) {
        return stepped(pValues, true, 1);
    }

    /**
     * The false discovery rate: of what is called a finding, this share is expected to be false.
     *
     * @see "Benjamini and Hochberg (1995), Controlling the false discovery rate, JRSS B 57"
     */
    public static Outcome<List<Double>> benjaminiHochberg(double[] pValues) {
        return stepped(pValues, false, 1);
    }

    /**
     * The false discovery rate under any dependence between the tests.
     *
     * @see "Benjamini and Yekutieli (2001), Annals of Statistics 29"
     */
    public static Outcome<List<Double>> benjaminiYekutieli(double[] pValues) {
        double harmonic = IntStream.rangeClosed(1, pValues.length)
                .mapToDouble(i -> 1.0 / i)
                .sum();
        return stepped(pValues, false, harmonic);
    }

    private static Outcome<List<Double>> stepped(double[] pValues, boolean down, double factor) {
        Optional<Failure> failure = check(pValues);
        if (failure.isPresent()) {
            return Outcome.failed(failure.get());
        }
        int count = pValues.length;
        List<Integer> order = IntStream.range(0, count)
                .boxed()
                .sorted(Comparator.comparingDouble(i -> pValues[i]))
                .toList();
        double[] adjusted = new double[count];
        double bound = down ? 0 : 1;
        for (int step = 0; step < count; step++) {
            int rank = down ? step : count - 1 - step;
            int index = order.get(rank);
            if (down) {
                bound = Math.max(bound, (count - rank) * pValues[index]);
            } else {
                bound = Math.min(bound, factor * count / (rank + 1.0) * pValues[index]);
            }
            adjusted[index] = Math.min(1, bound);
        }
        List<Double> answer = new ArrayList<>(count);
        for (double value : adjusted) {
            answer.add(value);
        }
        return Outcome.of(List.copyOf(answer));
    }

    private static Optional<Failure> check(double[] pValues) {
        return Check.first(Check.values("p-values", pValues, 1), range(pValues));
    }

    private static Optional<Failure> range(double[] pValues) {
        for (double p : pValues) {
            if (p < 0 || p > 1) {
                return Check.that(false, Reason.OUT_OF_RANGE, "p-value " + p);
            }
        }
        return Optional.empty();
    }
}
