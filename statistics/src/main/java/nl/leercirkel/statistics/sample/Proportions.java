package nl.leercirkel.statistics.sample;

import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntToDoubleFunction;
import nl.leercirkel.statistics.Alternative;
import nl.leercirkel.statistics.Caveat;
import nl.leercirkel.statistics.Estimate;
import nl.leercirkel.statistics.Failure;
import nl.leercirkel.statistics.Interval;
import nl.leercirkel.statistics.Outcome;
import nl.leercirkel.statistics.Reason;
import nl.leercirkel.statistics.TestResult;
import nl.leercirkel.statistics.support.Check;
import nl.leercirkel.statistics.support.Dist;
import org.apache.commons.statistics.distribution.BinomialDistribution;

/**
 * A share: successes of trials, each trial independent with the same chance.
 *
 * <p>All methods fail with OUT_OF_RANGE for negative counts, more successes than trials or a level outside (0, 1), and
 * with NOTHING_TO_DIVIDE_BY for zero trials. Estimates are shares between 0 and 1.
 */
public final class Proportions {

    private Proportions() {}

    /**
     * The score interval: on average the stated coverage, the house's choice for shares.
     *
     * @see "Wilson (1927), Probable inference, JASA 22; Brown, Cai and DasGupta (2001), Statistical Science 16"
     */
    public static Outcome<Estimate> wilson(long successes, long trials, double level) {
        return share(successes, trials, level)
                .<Outcome<Estimate>>map(Outcome::failed)
                .orElseGet(() -> estimate(successes, trials, score(successes, trials, level), "wilson"));
    }

    /**
     * The exact interval: never below the stated coverage, so wider than needed.
     *
     * @see "Clopper and Pearson (1934), Biometrika 26"
     */
    public static Outcome<Estimate> clopperPearson(long successes, long trials, double level) {
        return share(successes, trials, level)
                .<Outcome<Estimate>>map(Outcome::failed)
                .orElseGet(() -> estimate(successes, trials, exact(successes, trials, level), "clopper-pearson"));
    }

    /**
     * The equal-tailed interval of the posterior under the Jeffreys prior Beta(1/2, 1/2), ends set to 0 and 1 where all or
     * none succeed.
     *
     * @see "Brown, Cai and DasGupta (2001), Interval estimation for a binomial proportion, Statistical Science 16"
     */
    public static Outcome<Estimate> jeffreys(long successes, long trials, double level) {
        return share(successes, trials, level)
                .<Outcome<Estimate>>map(Outcome::failed)
                .orElseGet(() -> {
                    double tail = (1 - level) / 2;
                    double a = successes + .5;
                    double b = trials - successes + .5;
                    double lower = successes == 0 ? 0 : Dist.betaQuantile(tail, a, b);
                    double upper = successes == trials ? 1 : Dist.betaQuantile(1 - tail, a, b);
                    return estimate(successes, trials, new Interval(lower, upper, level), "jeffreys");
                });
    }

    /**
     * The exact test of a share against a reference, as 22% of 44 against 50%. Two-sided: the chance of everything that is
     * at most as likely as what was seen (the rule of R's binom.test, with its relative tolerance of 1e-7).
     *
     * @param reference the share under the hypothesis, 0 to 1
     * @return the statistic is the number of successes
     */
    public static Outcome<TestResult> test(long successes, long trials, double reference, Alternative alternative) {
        Optional<Failure> failure = Check.first(
                share(successes, trials, .5),
                Check.finite("reference", reference),
                Check.that(reference >= 0 && reference <= 1, Reason.OUT_OF_RANGE, "reference is " + reference));
        if (failure.isPresent()) {
            return Outcome.failed(failure.get());
        }
        double p = binomial((int) successes, (int) trials, reference, alternative);
        return Outcome.of(new TestResult(successes, 0, p, alternative, trials, "binomial-exact", Set.of()));
    }

    /**
     * The difference first minus second between two independent shares, with Newcombe's hybrid score interval.
     *
     * @see "Newcombe (1998), Interval estimation for the difference between independent proportions, Statistics in
     *     Medicine 17, method 10"
     */
    public static Outcome<Estimate> difference(
            long firstSuccesses, long firstTrials, long secondSuccesses, long secondTrials, double level) {
        Optional<Failure> failure =
                Check.first(share(firstSuccesses, firstTrials, level), share(secondSuccesses, secondTrials, level));
        if (failure.isPresent()) {
            return Outcome.failed(failure.get());
        }
        double first = (double) firstSuccesses / firstTrials;
        double second = (double) secondSuccesses / secondTrials;
        Interval one = score(firstSuccesses, firstTrials, level);
        Interval two = score(secondSuccesses, secondTrials, level);
        double down = Math.hypot(first - one.lower(), two.upper() - second);
        double up = Math.hypot(one.upper() - first, second - two.lower());
        double difference = first - second;
        return Outcome.of(new Estimate(
                difference,
                new Interval(Math.max(-1, difference - down), Math.min(1, difference + up), level),
                firstTrials + secondTrials,
                "newcombe-hybrid-score",
                few(Math.min(firstTrials, secondTrials))));
    }

    static Interval exact(long successes, long trials, double level) {
        double tail = (1 - level) / 2;
        double lower = successes == 0 ? 0 : Dist.betaQuantile(tail, successes, trials - successes + 1.0);
        double upper = successes == trials ? 1 : Dist.betaQuantile(1 - tail, successes + 1.0, trials - successes);
        return new Interval(lower, upper, level);
    }

    static Interval score(long successes, long trials, double level) {
        double z = Dist.normalHalfWidth(level);
        double n = trials;
        double share = successes / n;
        double shrunk = (share + z * z / (2 * n)) / (1 + z * z / n);
        double half = z / (1 + z * z / n) * Math.sqrt(share * (1 - share) / n + z * z / (4 * n * n));
        // At the edges the formula gives 0 and 1 up to rounding, which would put the estimate outside its interval.
        double lower = successes == 0 ? 0 : Math.max(0, shrunk - half);
        double upper = successes == trials ? 1 : Math.min(1, shrunk + half);
        return new Interval(lower, upper, level);
    }

    static double binomial(int successes, int trials, double reference, Alternative alternative) {
        BinomialDistribution chance = BinomialDistribution.of(trials, reference);
        return Dist.clamp01(
                switch (alternative) {
                    case LESS -> chance.cumulativeProbability(successes);
                    case GREATER -> chance.survivalProbability(successes - 1);
                    case TWO_SIDED -> {
                        if (reference == 0 || reference == 1) {
                            yield successes == Math.round(reference * trials) ? 1 : 0;
                        }
                        int mode = (int) Math.min(trials, Math.floor((trials + 1.0) * reference));
                        yield twoTails(
                                successes,
                                0,
                                trials,
                                mode,
                                chance::probability,
                                k -> chance.cumulativeProbability(k),
                                k -> chance.survivalProbability(k - 1));
                    }
                });
    }

    /** The chance of all outcomes at most as likely as the observed one, for a distribution with one mode. */
    static double twoTails(
            int observed,
            int least,
            int most,
            int mode,
            IntToDoubleFunction probability,
            IntToDoubleFunction atMost,
            IntToDoubleFunction atLeast) {
        double limit = probability.applyAsDouble(observed) * (1 + 1e-7);
        if (probability.applyAsDouble(mode) <= limit) {
            return 1;
        }
        if (observed < mode) {
            int low = mode;
            int high = most + 1;
            while (high - low > 1) {
                int middle = low + (high - low) / 2;
                if (probability.applyAsDouble(middle) <= limit) {
                    high = middle;
                } else {
                    low = middle;
                }
            }
            return atMost.applyAsDouble(observed) + (high > most ? 0 : atLeast.applyAsDouble(high));
        }
        int low = least - 1;
        int high = mode;
        while (high - low > 1) {
            int middle = low + (high - low) / 2;
            if (probability.applyAsDouble(middle) <= limit) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return atLeast.applyAsDouble(observed) + (low < least ? 0 : atMost.applyAsDouble(low));
    }

    static Optional<Failure> share(long successes, long trials, double level) {
        return Check.first(
                Check.share("successes", successes, trials),
                Check.that(trials <= Integer.MAX_VALUE - 1, Reason.TOO_LARGE, trials + " trials"),
                Check.level(level));
    }

    static Set<Caveat> few(long trials) {
        return trials < 10 ? EnumSet.of(Caveat.FEW_OBSERVATIONS) : EnumSet.noneOf(Caveat.class);
    }

    private static Outcome<Estimate> estimate(long successes, long trials, Interval interval, String method) {
        Set<Caveat> caveats = few(trials);
        if (successes == 0 || successes == trials) {
            caveats.add(Caveat.AT_THE_EDGE);
        }
        return Outcome.of(new Estimate((double) successes / trials, interval, trials, method, caveats));
    }
}
