package nl.leercirkel.statistics.sample;

import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.DoubleUnaryOperator;
import nl.leercirkel.statistics.Failure;
import nl.leercirkel.statistics.Outcome;
import nl.leercirkel.statistics.Reason;
import nl.leercirkel.statistics.support.Check;
import nl.leercirkel.statistics.support.Dist;
import nl.leercirkel.statistics.support.Roots;
import org.apache.commons.statistics.distribution.BinomialDistribution;
import org.apache.commons.statistics.distribution.ChiSquaredDistribution;
import org.apache.commons.statistics.distribution.TDistribution;
import org.hipparchus.analysis.integration.gauss.GaussIntegrator;
import org.hipparchus.analysis.integration.gauss.GaussIntegratorFactory;

/**
 * How many cases a pilot needs, and what the smallest effect is that it can show: to be asked before it starts.
 *
 * <p>Tests are two-sided. {@code significance} is the chance of a false finding (.05), {@code power} the chance of finding
 * what is there (.80); both fail with OUT_OF_RANGE outside (0, 1), as does a power not above the significance. Group sizes
 * are per group, not rounded: round up.
 */
public final class Power {

    private static final double MOST = 1e7;
    private static final GaussIntegrator INTEGRATOR = new GaussIntegratorFactory().legendre(200, -1, 1);

    private Power() {}

    /**
     * The power to find that two shares differ, with n in each group (normal approximation, as R's power.prop.test).
     *
     * @see "Fleiss, Levin and Paik (2003), Statistical methods for rates and proportions, ch. 4"
     */
    public static Outcome<Double> twoShares(double perGroup, double first, double second, double significance) {
        return answer(
                Check.first(
                        size(perGroup),
                        share("first", first),
                        share("second", second),
                        share("significance", significance)),
                () -> sharesPower(perGroup, first, second, significance));
    }

    /** How many per group to find that shares differ. CONSTANT when they do not. */
    public static Outcome<Double> perGroupForShares(double first, double second, double significance, double power) {
        Optional<Failure> failure = Check.first(
                share("first", first),
                share("second", second),
                wanted(significance, power),
                Check.that(first != second, Reason.CONSTANT, "the shares are equal"));
        return solve(failure, n -> sharesPower(n, first, second, significance) - power, 1, MOST);
    }

    /** The smallest second share above the first that n per group can show; NOT_REACHED when no share can be. */
    public static Outcome<Double> detectableShareAbove(
            double perGroup, double first, double significance, double power) {
        Optional<Failure> failure = Check.first(size(perGroup), share("first", first), wanted(significance, power));
        return solve(failure, p -> sharesPower(perGroup, first, p, significance) - power, first, 1);
    }

    /** The largest second share below the first that n per group can show; NOT_REACHED when no share can be. */
    public static Outcome<Double> detectableShareBelow(
            double perGroup, double first, double significance, double power) {
        return detectableShareAbove(perGroup, 1 - first, significance, power).map(share -> 1 - share);
    }

    /**
     * The power of the two-sample t test with n in each group, exact under normality (noncentral t, only the side of the
     * effect counted, as R's power.t.test).
     *
     * @param difference between the means, in the unit of the values
     * @param deviation standard deviation within groups, above 0, in the same unit
     */
    public static Outcome<Double> twoMeans(double perGroup, double difference, double deviation, double significance) {
        return answer(
                Check.first(
                        size(perGroup),
                        Check.that(perGroup >= 2, Reason.TOO_FEW, "n is " + perGroup),
                        Check.finite("difference", difference),
                        Check.exposure("deviation", deviation),
                        share("significance", significance)),
                () -> meansPower(perGroup, Math.abs(difference) / deviation, significance));
    }

    /** How many per group to find this difference of means. CONSTANT for no difference. */
    public static Outcome<Double> perGroupForMeans(
            double difference, double deviation, double significance, double power) {
        Optional<Failure> failure = Check.first(
                Check.finite("difference", difference),
                Check.exposure("deviation", deviation),
                wanted(significance, power),
                Check.that(difference != 0, Reason.CONSTANT, "no difference"));
        double effect = Math.abs(difference) / deviation;
        return solve(failure, n -> meansPower(n, effect, significance) - power, 2, MOST);
    }

    /** The smallest difference of means that n per group can show, in the unit of the deviation. */
    public static Outcome<Double> detectableDifference(
            double perGroup, double deviation, double significance, double power) {
        Optional<Failure> failure = Check.first(
                size(perGroup),
                Check.that(perGroup >= 2, Reason.TOO_FEW, "n is " + perGroup),
                Check.exposure("deviation", deviation),
                wanted(significance, power));
        return solve(failure, effect -> meansPower(perGroup, effect, significance) - power, 0, 1000)
                .map(effect -> effect * deviation);
    }

    /** The exact power of {@link Proportions#test}, one-sided towards the true share, of n cases against a reference. */
    public static Outcome<Double> shareAgainst(int n, double reference, double truth, double significance) {
        return answer(
                Check.first(
                        size(n),
                        share("reference", reference),
                        share("truth", truth),
                        share("significance", significance),
                        Check.that(reference != truth, Reason.CONSTANT, "truth is the reference")),
                () -> exactPower(n, reference, truth, significance));
    }

    /**
     * The smallest n from which on the exact test keeps at least this power (its power goes up in a sawtooth).
     *
     * @return TOO_LARGE above 20,000 cases
     */
    public static Outcome<Integer> casesForShareAgainst(
            double reference, double truth, double significance, double power) {
        Optional<Failure> failure = Check.first(
                share("reference", reference),
                share("truth", truth),
                wanted(significance, power),
                Check.that(reference != truth, Reason.CONSTANT, "truth is the reference"));
        if (failure.isPresent()) {
            return Outcome.failed(failure.get());
        }
        double z = Dist.normalQuantile(1 - significance) * Math.sqrt(reference * (1 - reference))
                + Dist.normalQuantile(power) * Math.sqrt(truth * (1 - truth));
        double normal = Math.pow(z / (reference - truth), 2);
        double limit = 2 * normal + 100;
        if (limit > 20_000) {
            return Outcome.failed(Reason.TOO_LARGE, "about " + Math.round(normal) + " cases");
        }
        int n = (int) limit;
        while (n > 1 && exactPower(n - 1, reference, truth, significance) >= power) {
            n--;
        }
        return Outcome.of(n);
    }

    /**
     * By what to multiply a number of cases when they come in groups that are alike, as clients of one team.
     *
     * @param groupSize cases per group, at least 1
     * @param correlation within groups, 0 to 1
     * @see "Kish (1965), Survey sampling"
     */
    public static Outcome<Double> designEffect(double groupSize, double correlation) {
        return answer(
                Check.first(
                        Check.finite("group size", groupSize),
                        Check.that(groupSize >= 1, Reason.OUT_OF_RANGE, "group size is " + groupSize),
                        Check.finite("correlation", correlation),
                        Check.that(
                                correlation >= 0 && correlation <= 1,
                                Reason.OUT_OF_RANGE,
                                "correlation is " + correlation)),
                () -> 1 + (groupSize - 1) * correlation);
    }

    private static double sharesPower(double n, double first, double second, double significance) {
        double z = Dist.normalHalfWidth(1 - significance);
        double spread = Math.sqrt(first * (1 - first) + second * (1 - second));
        double mean = (first + second) / 2;
        double distance = Math.sqrt(n) * Math.abs(first - second);
        return spread == 0 ? 1 : Dist.normalBelow((distance - z * Math.sqrt(2 * mean * (1 - mean))) / spread);
    }

    private static double meansPower(double n, double effect, double significance) {
        double df = 2 * (n - 1);
        double critical = TDistribution.of(df).inverseSurvivalProbability(significance / 2);
        return 1 - noncentralT(critical, df, effect * Math.sqrt(n / 2));
    }

    /** P(T <= t): the normal chance given the estimated deviation, averaged over its distribution. */
    static double noncentralT(double t, double df, double noncentrality) {
        ChiSquaredDistribution chiSquared = ChiSquaredDistribution.of(df);
        double from = Math.sqrt(chiSquared.inverseCumulativeProbability(1e-14) / df);
        double to = Math.sqrt(chiSquared.inverseSurvivalProbability(1e-14) / df);
        double half = (to - from) / 2;
        double middle = (to + from) / 2;
        double integral = INTEGRATOR.integrate(x -> {
            double s = middle + half * x;
            return Dist.normalBelow(t * s - noncentrality) * chiSquared.density(df * s * s) * 2 * df * s;
        });
        return Dist.clamp01(integral * half);
    }

    private static double exactPower(int n, double reference, double truth, double significance) {
        BinomialDistribution hypothesis = BinomialDistribution.of(n, reference);
        BinomialDistribution actual = BinomialDistribution.of(n, truth);
        if (truth < reference) {
            // The largest number of successes that is still called too few.
            int critical = hypothesis.inverseCumulativeProbability(significance);
            while (critical >= 0 && hypothesis.cumulativeProbability(critical) > significance) {
                critical--;
            }
            return critical < 0 ? 0 : actual.cumulativeProbability(critical);
        }
        int critical = hypothesis.inverseSurvivalProbability(significance);
        while (critical <= n && hypothesis.survivalProbability(critical - 1) > significance) {
            critical++;
        }
        return critical > n ? 0 : actual.survivalProbability(critical - 1);
    }

    private static Outcome<Double> answer(Optional<Failure> failure, java.util.function.Supplier<Double> value) {
        return failure.<Outcome<Double>>map(Outcome::failed).orElseGet(() -> Outcome.of(value.get()));
    }

    private static Outcome<Double> solve(Optional<Failure> failure, DoubleUnaryOperator zero, double from, double to) {
        if (failure.isPresent()) {
            return Outcome.failed(failure.get());
        }
        if (zero.applyAsDouble(from) >= 0) {
            return Outcome.of(from);
        }
        OptionalDouble found = Roots.between(zero, from, to);
        return found.isPresent()
                ? Outcome.of(found.getAsDouble())
                : Outcome.failed(Reason.NOT_REACHED, "nothing between " + from + " and " + to + " has that power");
    }

    private static Optional<Failure> size(double n) {
        return Check.first(
                Check.finite("n", n),
                Check.that(n >= 1, Reason.TOO_FEW, "n is " + n),
                Check.that(n <= MOST, Reason.TOO_LARGE, "n is " + n));
    }

    private static Optional<Failure> share(String name, double share) {
        return Check.first(
                Check.finite(name, share),
                Check.that(share > 0 && share < 1, Reason.OUT_OF_RANGE, name + " is " + share));
    }

    private static Optional<Failure> wanted(double significance, double power) {
        return Check.first(
                share("significance", significance),
                share("power", power),
                Check.that(power > significance, Reason.OUT_OF_RANGE, "power is not above the significance"));
    }
}
