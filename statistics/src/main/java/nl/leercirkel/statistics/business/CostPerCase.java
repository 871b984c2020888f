package nl.leercirkel.statistics.business;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import nl.leercirkel.statistics.Caveat;
import nl.leercirkel.statistics.Estimate;
import nl.leercirkel.statistics.Failure;
import nl.leercirkel.statistics.Interval;
import nl.leercirkel.statistics.Outcome;
import nl.leercirkel.statistics.Randomness;
import nl.leercirkel.statistics.Reason;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.statistics.distribution.TDistribution;
import org.jspecify.annotations.Nullable;

/**
 * Cost per case before and after, with few cases.
 *
 * @param before       mean cost before, with its t interval
 * @param after        mean cost after, with its t interval
 * @param difference   after minus before; negative is cheaper
 * @param pValue       two-sided, of no difference, by exchanging cases (or signs of pairs): no assumption on the shape of costs
 * @param exact        whether every exchange was counted; otherwise 20,000 were drawn
 * @param seed         of the draws
 * @param dearestShare largest share of one case in the sum of its group: near one half, a single case makes the mean
 */
public record CostPerCase(
        Estimate before,
        Estimate after,
        Estimate difference,
        double pValue,
        boolean exact,
        long seed,
        double dearestShare) {

    private static final long MOST_EXACT = 200_000;
    private static final int DRAWS = 20_000;
    private static final int CHUNK = 1000;
    private static final int FEW = 10;

    /**
     * Other cases before than after. Welch's interval (1947), permutation p-value (Pitman 1937).
     *
     * @param before cost per case, euro, zero or above, at least 2
     * @param after  likewise
     * @return fails on NaN, negative costs, fewer than 2 cases, or no variation at all
     */
    public static Outcome<CostPerCase> unpaired(double[] before, double[] after, double level, Randomness randomness) {
        @Nullable Failure failure = unsuited(before, after, level);
        if (failure != null) {
            return Outcome.failed(failure);
        }
        double m = before.length;
        double n = after.length;
        double varianceOne = variance(before) / m;
        double varianceTwo = variance(after) / n;
        double error = varianceOne + varianceTwo;
        if (!(error > 0)) {
            return Outcome.failed(Reason.CONSTANT, "all costs are equal within each group");
        }
        double degrees = error * error / (varianceOne * varianceOne / (m - 1) + varianceTwo * varianceTwo / (n - 1));
        double difference = mean(after) - mean(before);
        Set<Caveat> caveats = caveats(before, after);
        double[] pooled = new double[before.length + after.length];
        System.arraycopy(before, 0, pooled, 0, before.length);
        System.arraycopy(after, 0, pooled, before.length, after.length);
        boolean exact = choose(pooled.length, after.length) <= MOST_EXACT;
        double p = exact
                ? exactExchange(pooled, after.length, Math.abs(difference))
                : drawnExchange(pooled, after.length, Math.abs(difference), randomness);
        if (!exact) {
            caveats.add(Caveat.SIMULATED);
        }
        return Outcome.of(new CostPerCase(
                estimate(before, level, caveats),
                estimate(after, level, caveats),
                new Estimate(
                        difference,
                        around(difference, Math.sqrt(error), degrees, level),
                        pooled.length,
                        "welch",
                        caveats),
                p,
                exact,
                randomness.seed(),
                Math.max(dearest(before), dearest(after))));
    }

    /**
     * The same cases before and after. Paired t interval, p-value by changing signs (Fisher 1935).
     *
     * @param before cost per case, euro, zero or above, at least 2
     * @param after  of the same cases in the same order
     */
    public static Outcome<CostPerCase> paired(double[] before, double[] after, double level, Randomness randomness) {
        @Nullable Failure failure = unsuited(before, after, level);
        if (failure != null) {
            return Outcome.failed(failure);
        }
        if (before.length != after.length) {
            return Outcome.failed(Reason.DO_NOT_MATCH, before.length + " before, " + after.length + " after");
        }
        double[] differences = new double[before.length];
        Arrays.setAll(differences, i -> after[i] - before[i]);
        double error = Math.sqrt(variance(differences) / differences.length);
        if (!(error > 0)) {
            return Outcome.failed(Reason.CONSTANT, "every case changed by " + differences[0]);
        }
        double difference = mean(differences);
        Set<Caveat> caveats = caveats(before, after);
        boolean exact = differences.length <= 17;
        double p = exact ? exactSigns(differences) : drawnSigns(differences, randomness);
        if (!exact) {
            caveats.add(Caveat.SIMULATED);
        }
        return Outcome.of(new CostPerCase(
                estimate(before, level, caveats),
                estimate(after, level, caveats),
                new Estimate(
                        difference,
                        around(difference, error, differences.length - 1, level),
                        differences.length,
                        "paired-t",
                        caveats),
                p,
                exact,
                randomness.seed(),
                Math.max(dearest(before), dearest(after))));
    }

    private static Estimate estimate(double[] costs, double level, Set<Caveat> caveats) {
        double mean = mean(costs);
        double error = Math.sqrt(variance(costs) / costs.length);
        return new Estimate(mean, around(mean, error, costs.length - 1, level), costs.length, "t", caveats);
    }

    private static Interval around(double centre, double error, double degrees, double level) {
        double half = TDistribution.of(degrees).inverseCumulativeProbability((1 + level) / 2) * error;
        return new Interval(centre - half, centre + half, level);
    }

    private static Set<Caveat> caveats(double[] before, double[] after) {
        Set<Caveat> caveats = EnumSet.noneOf(Caveat.class);
        if (Math.min(before.length, after.length) < FEW) {
            caveats.add(Caveat.FEW_OBSERVATIONS);
        }
        if (isSkewed(before) || isSkewed(after)) {
            caveats.add(Caveat.SKEWED);
        }
        return caveats;
    }

    /** Skewness above one: costs of care nearly always with more than a few cases. */
    private static boolean isSkewed(double[] costs) {
        double mean = mean(costs);
        double sd = Math.sqrt(variance(costs));
        double cubes = 0;
        for (double cost : costs) {
            cubes += Math.pow(cost - mean, 3) / costs.length;
        }
        return sd > 0 && Math.abs(cubes) > sd * sd * sd;
    }

    private static double exactExchange(double[] pooled, int k, double observed) {
        double total = Arrays.stream(pooled).sum();
        int n = pooled.length;
        long[] counts = new long[2];
        int[] chosen = new int[k];
        for (int i = 0; i < k; i++) {
            chosen[i] = i;
        }
        boolean more = true;
        while (more) {
            double sum = 0;
            for (int index : chosen) {
                sum += pooled[index];
            }
            counts[0]++;
            counts[1] += isAsFar(sum, total, k, n, observed) ? 1 : 0;
            int i = k - 1;
            while (i >= 0 && chosen[i] == n - k + i) {
                i--;
            }
            more = i >= 0;
            if (more) {
                chosen[i]++;
                for (int j = i + 1; j < k; j++) {
                    chosen[j] = chosen[j - 1] + 1;
                }
            }
        }
        return counts[1] / (double) counts[0];
    }

    private static double drawnExchange(double[] pooled, int k, double observed, Randomness randomness) {
        double total = Arrays.stream(pooled).sum();
        List<Integer> parts = randomness.inChunks(DRAWS, CHUNK, (stream, from, to) -> {
            double[] order = pooled.clone();
            int count = 0;
            for (int draw = from; draw < to; draw++) {
                double sum = 0;
                for (int i = 0; i < k; i++) {
                    int j = i + stream.nextInt(order.length - i);
                    double swap = order[i];
                    order[i] = order[j];
                    order[j] = swap;
                    sum += order[i];
                }
                count += isAsFar(sum, total, k, order.length, observed) ? 1 : 0;
            }
            return count;
        });
        return share(parts);
    }

    private static boolean isAsFar(double sum, double total, int k, int n, double observed) {
        double difference = Math.abs(sum / k - (total - sum) / (n - k));
        // equal exchanges must count as equal, whatever the order of adding
        return difference >= observed - 1e-9 * (observed + Math.abs(total) / n);
    }

    private static double exactSigns(double[] differences) {
        double observed = Math.abs(Arrays.stream(differences).sum());
        int n = differences.length;
        int far = 0;
        for (int signs = 0; signs < 1 << n; signs++) {
            double sum = 0;
            for (int i = 0; i < n; i++) {
                sum += (signs >> i & 1) == 1 ? differences[i] : -differences[i];
            }
            far += Math.abs(sum) >= observed * (1 - 1e-12) - 1e-12 ? 1 : 0;
        }
        return far / (double) (1 << n);
    }

    private static double drawnSigns(double[] differences, Randomness randomness) {
        double observed = Math.abs(Arrays.stream(differences).sum());
        return share(randomness.inChunks(DRAWS, CHUNK, (stream, from, to) -> {
            int count = 0;
            for (int draw = from; draw < to; draw++) {
                count += Math.abs(signed(differences, stream)) >= observed * (1 - 1e-12) - 1e-12 ? 1 : 0;
            }
            return count;
        }));
    }

    private static double signed(double[] differences, UniformRandomProvider stream) {
        double sum = 0;
        for (double difference : differences) {
            sum += stream.nextBoolean() ? difference : -difference;
        }
        return sum;
    }

    /** The observed order counts as one of the draws, so that no p-value is zero. */
    private static double share(List<Integer> parts) {
        return (parts.stream().mapToInt(Integer::intValue).sum() + 1.0) / (DRAWS + 1);
    }

    private static double choose(int n, int k) {
        double ways = 1;
        for (int i = 1; i <= k; i++) {
            ways = ways * (n - k + i) / i;
        }
        return ways;
    }

    private static double dearest(double[] costs) {
        double sum = Arrays.stream(costs).sum();
        return sum > 0 ? Arrays.stream(costs).max().orElseThrow() / sum : 0;
    }

    private static double mean(double[] values) {
        return Arrays.stream(values).sum() / values.length;
    }

    private static double variance(double[] values) {
        double mean = mean(values);
        return Arrays.stream(values)
                        .map(value -> (value - mean) * (value - mean))
                        .sum()
                / (values.length - 1);
    }

    private static @Nullable Failure unsuited(double[] before, double[] after, double level) {
        for (double[] costs : List.of(before, after)) {
            if (costs.length < 2) {
                return new Failure(
                        costs.length == 0 ? Reason.NO_DATA : Reason.TOO_FEW,
                        costs.length + " cases, at least 2 needed");
            }
            for (int i = 0; i < costs.length; i++) {
                if (!Double.isFinite(costs[i])) {
                    return new Failure(Reason.NOT_A_NUMBER, "case " + i + ": " + costs[i]);
                }
                if (costs[i] < 0) {
                    return new Failure(Reason.OUT_OF_RANGE, "case " + i + ": " + costs[i]);
                }
            }
        }
        return level > 0 && level < 1 ? null : new Failure(Reason.OUT_OF_RANGE, "level " + level);
    }
}
