package nl.leercirkel.statistics.business;

import java.util.function.Supplier;
import nl.leercirkel.statistics.Outcome;
import nl.leercirkel.statistics.Reason;
import nl.leercirkel.statistics.support.Check;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.sampling.distribution.AhrensDieterMarsagliaTsangGammaSampler;
import org.apache.commons.rng.sampling.distribution.MarsagliaTsangWangDiscreteSampler;
import org.apache.commons.rng.sampling.distribution.PoissonSampler;
import org.apache.commons.rng.sampling.distribution.SharedStateContinuousSampler;
import org.apache.commons.rng.sampling.distribution.SharedStateDiscreteSampler;
import org.apache.commons.rng.sampling.distribution.ZigguratSampler;
import org.apache.commons.statistics.distribution.BetaDistribution;
import org.apache.commons.statistics.distribution.GammaDistribution;
import org.apache.commons.statistics.distribution.LogNormalDistribution;
import org.apache.commons.statistics.distribution.NormalDistribution;
import org.apache.commons.statistics.distribution.PoissonDistribution;

/**
 * What is known of a quantity, stated by who makes the business case. A distribution cannot exist with parameters outside their
 * range; {@link #of} gives the reason for parameters that come from people.
 */
public sealed interface Distribution {

    /** Outside these, draws or quantiles leave what a double holds. */
    double SMALLEST_SHAPE = 1e-6;

    double LARGEST_SHAPE = 1e12;

    double mean();

    double variance();

    /** @param p between 0 and 1, both excluded */
    double quantile(double p);

    /** Fills a chunk of draws. */
    Sampler sampler();

    /** Fills arrays with draws from a stream; may be used by several threads. */
    @FunctionalInterface
    interface Sampler {
        void fill(double[] draws, int n, UniformRandomProvider stream);
    }

    /** Parameters that come from people: the distribution, or why it cannot be. */
    static Outcome<Distribution> of(Supplier<? extends Distribution> distribution) {
        try {
            return Outcome.of(distribution.get());
        } catch (IllegalArgumentException outside) {
            return Outcome.failed(Reason.OUT_OF_RANGE, String.valueOf(outside.getMessage()));
        }
    }

    /** A quantity that is known. */
    record Fixed(double value) implements Distribution {
        public Fixed {
            require(usable(value), "value " + value);
        }

        @Override
        public double mean() {
            return value;
        }

        @Override
        public double variance() {
            return 0;
        }

        @Override
        public double quantile(double p) {
            return value;
        }

        @Override
        public Sampler sampler() {
            return (draws, n, stream) -> java.util.Arrays.fill(draws, 0, n, value);
        }
    }

    /** Symmetric, also below zero: a budget with a margin. */
    record Normal(double mean, double sd) implements Distribution {
        public Normal {
            require(usable(mean) && within(sd, 1 / Check.LARGEST, Check.LARGEST), "normal " + mean + ", sd " + sd);
        }

        @Override
        public double variance() {
            return sd * sd;
        }

        @Override
        public double quantile(double p) {
            return NormalDistribution.of(mean, sd).inverseCumulativeProbability(p);
        }

        @Override
        public Sampler sampler() {
            return (draws, n, stream) -> {
                var gaussian = ZigguratSampler.NormalizedGaussian.of(stream);
                for (int i = 0; i < n; i++) {
                    draws[i] = mean + sd * gaussian.sample();
                }
            };
        }
    }

    /** Above zero with a long tail; mean and standard deviation of the quantity itself, not of its logarithm. */
    record LogNormal(double mean, double sd) implements Distribution {
        public LogNormal {
            require(
                    within(mean, 1 / Check.LARGEST, Check.LARGEST) && within(sd / mean, 1e-7, 1e7),
                    "log-normal " + mean + ", sd " + sd);
        }

        @Override
        public double variance() {
            return sd * sd;
        }

        @Override
        public double quantile(double p) {
            return LogNormalDistribution.of(mu(), sigma()).inverseCumulativeProbability(p);
        }

        @Override
        public Sampler sampler() {
            double mu = mu();
            double sigma = sigma();
            return (draws, n, stream) -> {
                var gaussian = ZigguratSampler.NormalizedGaussian.of(stream);
                for (int i = 0; i < n; i++) {
                    draws[i] = Math.exp(mu + sigma * gaussian.sample());
                }
            };
        }

        private double sigma() {
            return Math.sqrt(Math.log1p(sd * sd / (mean * mean)));
        }

        private double mu() {
            return Math.log(mean) - sigma() * sigma() / 2;
        }
    }

    /** Above zero and skewed: costs per case. With the mean of n cases of a coefficient of variation c, shape is n / c^2. */
    record Gamma(double mean, double shape) implements Distribution {
        public Gamma {
            require(
                    within(mean, 1 / Check.LARGEST, Check.LARGEST) && within(shape, SMALLEST_SHAPE, LARGEST_SHAPE),
                    "gamma " + mean + ", " + shape);
        }

        @Override
        public double variance() {
            return mean * mean / shape;
        }

        @Override
        public double quantile(double p) {
            return GammaDistribution.of(shape, mean / shape).inverseCumulativeProbability(p);
        }

        @Override
        public Sampler sampler() {
            return (draws, n, stream) -> {
                SharedStateContinuousSampler gamma =
                        AhrensDieterMarsagliaTsangGammaSampler.of(stream, shape, mean / shape);
                for (int i = 0; i < n; i++) {
                    draws[i] = gamma.sample();
                }
            };
        }
    }

    /** A share: alpha successes and beta failures seen before (add one to each for a flat start). */
    record Beta(double alpha, double beta) implements Distribution {
        public Beta {
            require(
                    within(alpha, SMALLEST_SHAPE, LARGEST_SHAPE) && within(beta, SMALLEST_SHAPE, LARGEST_SHAPE),
                    "beta " + alpha + ", " + beta);
        }

        @Override
        public double mean() {
            return alpha / (alpha + beta);
        }

        @Override
        public double variance() {
            double sum = alpha + beta;
            return alpha * beta / (sum * sum * (sum + 1));
        }

        @Override
        public double quantile(double p) {
            return BetaDistribution.of(alpha, beta).inverseCumulativeProbability(p);
        }

        @Override
        public Sampler sampler() {
            return (draws, n, stream) -> {
                // a share of two gammas: twice as fast as rejection on the beta density
                SharedStateContinuousSampler one = AhrensDieterMarsagliaTsangGammaSampler.of(stream, alpha, 1);
                SharedStateContinuousSampler other = AhrensDieterMarsagliaTsangGammaSampler.of(stream, beta, 1);
                for (int i = 0; i < n; i++) {
                    double a = one.sample();
                    double sum = a + other.sample();
                    // with tiny parameters both can vanish; such a beta stands at its ends
                    draws[i] = sum > 0 ? a / sum : stream.nextDouble() < alpha / (alpha + beta) ? 1 : 0;
                }
            };
        }
    }

    /** A number of cases. */
    record Poisson(double mean) implements Distribution {
        private static final double SMALLEST_TABLE = .01;
        private static final double LARGEST_TABLE = 1000;

        public Poisson {
            require(within(mean, 1e-9, 1e8), "poisson " + mean);
        }

        @Override
        public double variance() {
            return mean;
        }

        @Override
        public double quantile(double p) {
            return PoissonDistribution.of(mean).inverseCumulativeProbability(p);
        }

        @Override
        public Sampler sampler() {
            if (mean < SMALLEST_TABLE || mean > LARGEST_TABLE) {
                return (draws, n, stream) -> fill(draws, n, PoissonSampler.of(stream, mean));
            }
            SharedStateDiscreteSampler table = MarsagliaTsangWangDiscreteSampler.Poisson.of(new NoStream(), mean);
            return (draws, n, stream) -> fill(draws, n, table.withUniformRandomProvider(stream));
        }

        private static void fill(double[] draws, int n, SharedStateDiscreteSampler sampler) {
            for (int i = 0; i < n; i++) {
                draws[i] = sampler.sample();
            }
        }

        /** The table is made once; only its copies draw. */
        private record NoStream() implements UniformRandomProvider {
            @Override
            public long nextLong() {
                throw new IllegalStateException("a table without stream does not draw");
            }
        }
    }

    /** Anything between two ends, equally likely. */
    record Uniform(double low, double high) implements Distribution {
        public Uniform {
            require(usable(low) && usable(high) && low < high, "uniform " + low + " to " + high);
        }

        @Override
        public double mean() {
            return (low + high) / 2;
        }

        @Override
        public double variance() {
            return (high - low) * (high - low) / 12;
        }

        @Override
        public double quantile(double p) {
            return low + p * (high - low);
        }

        @Override
        public Sampler sampler() {
            return (draws, n, stream) -> {
                for (int i = 0; i < n; i++) {
                    draws[i] = low + (high - low) * stream.nextDouble();
                }
            };
        }
    }

    /** Lowest, most likely, highest: what an expert can say. */
    record Triangular(double low, double mode, double high) implements Distribution {
        public Triangular {
            require(
                    usable(low) && usable(high) && low <= mode && mode <= high && low < high,
                    "triangular " + low + ", " + mode + ", " + high);
        }

        @Override
        public double mean() {
            return (low + mode + high) / 3;
        }

        @Override
        public double variance() {
            return (low * low + mode * mode + high * high - low * mode - low * high - mode * high) / 18;
        }

        @Override
        public double quantile(double p) {
            return at(low, mode, high, p);
        }

        @Override
        public Sampler sampler() {
            return (draws, n, stream) -> {
                for (int i = 0; i < n; i++) {
                    draws[i] = at(low, mode, high, stream.nextDouble());
                }
            };
        }

        /** The value with this share below it; a distribution of one point where low and high are the same. */
        static double at(double low, double mode, double high, double share) {
            if (!(high > low)) {
                return mode;
            }
            return share < (mode - low) / (high - low)
                    ? low + Math.sqrt(share * (high - low) * (mode - low))
                    : high - Math.sqrt((1 - share) * (high - low) * (high - mode));
        }
    }

    private static boolean usable(double value) {
        return Math.abs(value) <= Check.LARGEST;
    }

    private static boolean within(double value, double low, double high) {
        return value >= low && value <= high;
    }

    private static void require(boolean holds, String detail) {
        if (!holds) {
            throw new IllegalArgumentException(detail);
        }
    }
}
