package nl.leercirkel.statistics.sample;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import nl.leercirkel.statistics.Alternative;
import nl.leercirkel.statistics.Caveat;
import nl.leercirkel.statistics.Failure;
import nl.leercirkel.statistics.Outcome;
import nl.leercirkel.statistics.Reason;
import nl.leercirkel.statistics.TestResult;
import nl.leercirkel.statistics.support.Check;
import nl.leercirkel.statistics.support.Dist;

/**
 * Wilcoxon's tests on ranks, for scores and amounts where the mean says little. Exact for small samples, also with ties (the
 * distribution over all permutations of the mean ranks); a normal approximation with correction for ties and continuity above.
 *
 * <p>Fail with NO_DATA, NOT_A_NUMBER, DO_NOT_MATCH (pairs), CONSTANT when all values or no pairs differ.
 *
 * @see "Wilcoxon (1945), Individual comparisons by ranking methods, Biometrics 1; Mann and Whitney (1947)"
 */
public final class Ranks {

    private static final int MOST_EXACT_PAIRS = 100;
    private static final int MOST_EXACT_TOTAL = 60;

    private Ranks() {}

    /**
     * The signed-rank test of pairs; pairs without difference are left out (and said so).
     *
     * @return the statistic is V, the sum of the ranks of positive differences first - second; n counts the pairs that differ
     */
    public static Outcome<TestResult> signedRank(double[] first, double[] second, Alternative alternative) {
        Optional<Failure> failure = Check.first(
                Check.sameLength("first", first.length, "second", second.length),
                Check.values("first", first, 1),
                Check.values("second", second, 1));
        if (failure.isPresent()) {
            return Outcome.failed(failure.get());
        }
        double[] differences = new double[first.length];
        int n = 0;
        for (int i = 0; i < first.length; i++) {
            double difference = first[i] - second[i];
            if (difference != 0) {
                differences[n++] = difference;
            }
        }
        if (n == 0) {
            return Outcome.failed(Reason.CONSTANT, "no pair differs");
        }
        double[] sizes = new double[n];
        for (int i = 0; i < n; i++) {
            sizes[i] = Math.abs(differences[i]);
        }
        Ranked ranked = Ranked.of(sizes);
        int statistic = 0;
        for (int i = 0; i < n; i++) {
            statistic += differences[i] > 0 ? ranked.doubled[i] : 0;
        }
        Set<Caveat> caveats = ranked.caveats();
        if (n < first.length) {
            caveats.add(Caveat.ZEROS_LEFT_OUT);
        }
        boolean exact = n <= MOST_EXACT_PAIRS;
        double p;
        if (exact) {
            p = tail(subsetSums(ranked.doubled), statistic, alternative);
        } else {
            caveats.add(Caveat.LARGE_SAMPLE_FORMULA);
            double mean = n * (n + 1.0) / 4;
            double variance = n * (n + 1.0) * (2.0 * n + 1) / 24 - ranked.tieTerm / 48;
            p = normal(statistic / 2.0 - mean, Math.sqrt(variance), alternative);
        }
        String method = exact ? "wilcoxon-signed-rank-exact" : "wilcoxon-signed-rank";
        return Outcome.of(new TestResult(statistic / 2.0, 0, p, alternative, n, method, caveats));
    }

    /**
     * The rank-sum test of two independent samples.
     *
     * @return the statistic is U of the first sample: in how many of all pairs it is the larger, ties counting half
     */
    public static Outcome<TestResult> rankSum(double[] first, double[] second, Alternative alternative) {
        Optional<Failure> failure = Check.first(Check.values("first", first, 1), Check.values("second", second, 1));
        if (failure.isPresent()) {
            return Outcome.failed(failure.get());
        }
        int m = first.length;
        int n = second.length;
        double[] all = Arrays.copyOf(first, m + n);
        System.arraycopy(second, 0, all, m, n);
        if (Arrays.stream(all).allMatch(value -> value == all[0])) {
            return Outcome.failed(Reason.CONSTANT, "all values are " + all[0]);
        }
        Ranked ranked = Ranked.of(all);
        int sum = 0;
        for (int i = 0; i < m; i++) {
            sum += ranked.doubled[i];
        }
        double u = (sum - m * (m + 1.0)) / 2;
        Set<Caveat> caveats = ranked.caveats();
        boolean exact = m + n <= MOST_EXACT_TOTAL;
        double p;
        if (exact) {
            p = tail(sumsOfSize(ranked.doubled, m), sum, alternative);
        } else {
            caveats.add(Caveat.LARGE_SAMPLE_FORMULA);
            double total = m + n;
            double variance = m * (double) n / 12 * (total + 1 - ranked.tieTerm / (total * (total - 1)));
            p = normal(u - m * (double) n / 2, Math.sqrt(variance), alternative);
        }
        String method = exact ? "wilcoxon-rank-sum-exact" : "wilcoxon-rank-sum";
        return Outcome.of(new TestResult(u, 0, p, alternative, m + (long) n, method, caveats));
    }

    private static double normal(double distance, double deviation, Alternative alternative) {
        double correction = switch (alternative) {
            case TWO_SIDED -> Math.signum(distance) * Math.min(.5, Math.abs(distance));
            case GREATER -> .5;
            case LESS -> -.5;
        };
        return Dist.normalPValue((distance - correction) / deviation, alternative);
    }

    /** How likely each sum of a random subset is. */
    private static double[] subsetSums(int[] parts) {
        double[] chance = new double[Arrays.stream(parts).sum() + 1];
        chance[0] = 1;
        int reach = 0;
        for (int part : parts) {
            reach += part;
            for (int sum = reach; sum >= 0; sum--) {
                chance[sum] = .5 * (chance[sum] + (sum >= part ? chance[sum - part] : 0));
            }
        }
        return chance;
    }

    /** How likely each sum of a random subset of this size is. */
    private static double[] sumsOfSize(int[] parts, int size) {
        int most = Arrays.stream(parts).sum();
        double[][] ways = new double[size + 1][most + 1];
        ways[0][0] = 1;
        for (int part : parts) {
            for (int k = size; k >= 1; k--) {
                for (int sum = most; sum >= part; sum--) {
                    ways[k][sum] += ways[k - 1][sum - part];
                }
            }
        }
        double all = Arrays.stream(ways[size]).sum();
        double[] chance = ways[size];
        for (int sum = 0; sum <= most; sum++) {
            chance[sum] /= all;
        }
        return chance;
    }

    private static double tail(double[] chance, int statistic, Alternative alternative) {
        double atMost = 0;
        for (int sum = 0; sum <= statistic; sum++) {
            atMost += chance[sum];
        }
        double atLeast = 0;
        for (int sum = chance.length - 1; sum >= statistic; sum--) {
            atLeast += chance[sum];
        }
        return Dist.clamp01(
                switch (alternative) {
                    case LESS -> atMost;
                    case GREATER -> atLeast;
                    case TWO_SIDED -> 2 * Math.min(atMost, atLeast);
                });
    }

    /** Mean ranks times two, so that they are whole; the tie term is the sum of t^3 - t over groups of t equal values. */
    private record Ranked(int[] doubled, double tieTerm) {

        static Ranked of(double[] values) {
            int n = values.length;
            double[] sorted = values.clone();
            Arrays.sort(sorted);
            double tieTerm = 0;
            for (int start = 0; start < n; ) {
                int end = start;
                while (end < n && sorted[end] == sorted[start]) {
                    end++;
                }
                double ties = end - start;
                tieTerm += ties * ties * ties - ties;
                start = end;
            }
            int[] doubled = new int[n];
            for (int i = 0; i < n; i++) {
                doubled[i] = position(sorted, values[i], false) + position(sorted, values[i], true) + 1;
            }
            return new Ranked(doubled, tieTerm);
        }

        Set<Caveat> caveats() {
            return tieTerm > 0 ? EnumSet.of(Caveat.TIES) : EnumSet.noneOf(Caveat.class);
        }

        /** How many values are below this one (or at most it). */
        private static int position(double[] sorted, double value, boolean orEqual) {
            int low = 0;
            int high = sorted.length;
            while (low < high) {
                int middle = (low + high) >>> 1;
                if (sorted[middle] < value || (orEqual && sorted[middle] == value)) {
                    low = middle + 1;
                } else {
                    high = middle;
                }
            }
            return low;
        }
    }
}
