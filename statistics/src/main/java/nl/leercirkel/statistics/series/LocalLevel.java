package nl.leercirkel.statistics.series;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.DoubleUnaryOperator;
import nl.leercirkel.statistics.Failure;
import nl.leercirkel.statistics.Interval;
import nl.leercirkel.statistics.Outcome;
import nl.leercirkel.statistics.support.Check;
import org.apache.commons.statistics.distribution.TDistribution;

/**
 * The local level: a level that wanders, seen through noise. Says where the level stands now, with an interval, when the data
 * are too few for more. Source: Durbin and Koopman (2012), Time Series Analysis by State Space Methods, chapter 2: exact diffuse
 * start, variances by maximum likelihood, smoothing back in time.
 *
 * @param n             observations
 * @param levelVariance variance of the steps of the level
 * @param noiseVariance variance of the observations around the level
 * @param logLik        log-likelihood of all observations but the first, which sets the level
 * @param smoothed      the level at each observation, given all of them
 * @param lastLevel     the level at the last observation
 * @param lastVariance  its variance, the variances of step and noise taken as known
 * @param whiteness     whether the one-step errors hold a pattern
 */
public record LocalLevel(
        int n,
        double levelVariance,
        double noiseVariance,
        double logLik,
        List<Level> smoothed,
        double lastLevel,
        double lastVariance,
        Portmanteau whiteness) {

    /** The level at one observation. */
    public record Level(double value, Interval interval) {}

    public LocalLevel {
        smoothed = List.copyOf(smoothed);
    }

    /**
     * @param y     observations, oldest first, evenly spaced
     * @param level coverage of the intervals, as .95
     * @return fails on NaN, a constant series or fewer than 5 observations
     */
    public static Outcome<LocalLevel> fit(double[] y, double level) {
        Optional<Failure> failure = Check.first(Checks.varying(y, 5), Check.level(level));
        return failure.isPresent() ? Outcome.failed(failure.get()) : Outcome.of(new Filter(y.clone()).best(level));
    }

    /** The coming periods: the last level, ever less sure. */
    public Outcome<Forecast> forecast(int horizon, double level) {
        Optional<Failure> failure = Check.first(Checks.horizon(horizon), Check.level(level));
        if (failure.isPresent()) {
            return Outcome.failed(failure.get());
        }
        double[] means = new double[horizon];
        double[] variances = new double[horizon];
        for (int h = 0; h < horizon; h++) {
            means[h] = lastLevel;
            variances[h] = lastVariance + (h + 1) * levelVariance + noiseVariance;
        }
        return EtsFit.steps("local level", n, means, variances, level);
    }

    private static final class Filter {
        private static final int SHARES = 60;

        private final double[] y;
        private final double[] error;
        private final double[] spread;
        private final double[] state;
        private final double[] uncertainty;

        Filter(double[] y) {
            this.y = y;
            this.error = new double[y.length];
            this.spread = new double[y.length];
            this.state = new double[y.length];
            this.uncertainty = new double[y.length];
        }

        LocalLevel best(double level) {
            // share of the level in the total variance: 0 is a fixed mean, 1 a random walk
            double share = minimise(this::criterion);
            List<Level> levels = levels(share, level);
            double scale = run(share);
            double[] standard = new double[y.length - 1];
            double logLik = -.5 * (y.length - 1) * (Math.log(2 * Math.PI * scale) + 1);
            for (int t = 1; t < y.length; t++) {
                standard[t - 1] = error[t] / Math.sqrt(spread[t] * scale);
                logLik -= .5 * Math.log(spread[t]);
            }
            int last = y.length - 1;
            double gain = uncertainty[last] / spread[last];
            return new LocalLevel(
                    y.length,
                    share * scale,
                    (1 - share) * scale,
                    logLik,
                    levels,
                    state[last] + gain * error[last],
                    uncertainty[last] * (1 - gain) * scale,
                    Portmanteau.of(standard, 1, 0));
        }

        private double criterion(double share) {
            double scale = run(share);
            double logs = 0;
            for (int t = 1; t < y.length; t++) {
                logs += Math.log(spread[t]);
            }
            return (y.length - 1) * Math.log(scale) + logs;
        }

        /** Variances relative to their sum; gives the sum that is most likely. */
        private double run(double share) {
            double noise = 1 - share;
            state[0] = 0;
            // exact diffuse start: after one observation the level is that observation
            double at = y[0];
            double p = noise + share;
            double sum = 0;
            for (int t = 1; t < y.length; t++) {
                state[t] = at;
                uncertainty[t] = p;
                error[t] = y[t] - at;
                spread[t] = p + noise;
                double gain = p / spread[t];
                at += gain * error[t];
                p = p * (1 - gain) + share;
                sum += error[t] * error[t] / spread[t];
            }
            return sum / (y.length - 1);
        }

        /**
         * The level at each observation at the most likely share. Its interval also counts that the share is not known: the
         * variance is taken over all shares, each by its likelihood (Hamilton 1986, A standard error for the estimated state vector
         * of a state-space model), with the quantile of Student's t.
         */
        private List<Level> levels(double share, double level) {
            int n = y.length;
            double[] value = new double[n];
            double[] at = new double[n];
            double[] own = new double[n];
            double[] means = new double[n];
            double[] squares = new double[n];
            smooth(share, value, own);
            double least = criterion(share);
            double weights = 0;
            for (int i = 1; i <= SHARES; i++) {
                double other = grid(i, SHARES);
                // every share is as likely beforehand; the grid is dense near zero, which its step makes up for
                double step = other - grid(i - 1, SHARES);
                double weight = step * Math.exp(-.5 * (criterion(other) - least));
                weights += weight;
                smooth(other, at, own);
                for (int t = 0; t < n; t++) {
                    double apart = at[t] - value[t];
                    means[t] += weight * apart;
                    squares[t] += weight * (own[t] + apart * apart);
                }
            }
            double quantile = TDistribution.of(n - 1.0).inverseCumulativeProbability((1 + level) / 2);
            List<Level> levels = new ArrayList<>();
            for (int t = 0; t < n; t++) {
                double apart = means[t] / weights;
                double half = quantile * Math.sqrt(Math.max(squares[t] / weights - apart * apart, 0));
                double lower = Math.min(value[t] + apart - half, value[t]);
                double upper = Math.max(value[t] + apart + half, value[t]);
                levels.add(new Level(value[t], new Interval(lower, upper, level)));
            }
            return levels;
        }

        private void smooth(double share, double[] value, double[] variance) {
            double scale = run(share);
            double r = 0;
            double n = 0;
            for (int t = y.length - 1; t >= 1; t--) {
                double carry = 1 - uncertainty[t] / spread[t];
                r = error[t] / spread[t] + carry * r;
                n = 1 / spread[t] + carry * carry * n;
                value[t] = state[t] + uncertainty[t] * r;
                variance[t] = scale * (uncertainty[t] - uncertainty[t] * uncertainty[t] * n);
            }
            double noise = 1 - share;
            value[0] = y[0] + noise * r;
            variance[0] = scale * (noise - noise * noise * n);
        }

        /** A grid first, as the criterion may have a hill between its ends, then golden section. */
        private static double minimise(DoubleUnaryOperator target) {
            int steps = 200;
            int best = 0;
            double least = Double.POSITIVE_INFINITY;
            for (int i = 0; i <= steps; i++) {
                double value = target.applyAsDouble(grid(i, steps));
                if (value < least) {
                    least = value;
                    best = i;
                }
            }
            double low = grid(Math.max(best - 1, 0), steps);
            double high = grid(Math.min(best + 1, steps), steps);
            double ratio = (Math.sqrt(5) - 1) / 2;
            for (int i = 0; i < 80; i++) {
                double a = high - ratio * (high - low);
                double b = low + ratio * (high - low);
                if (target.applyAsDouble(a) <= target.applyAsDouble(b)) {
                    high = b;
                } else {
                    low = a;
                }
            }
            double middle = (low + high) / 2;
            return target.applyAsDouble(middle) <= least ? middle : grid(best, steps);
        }

        private static double grid(int i, int steps) {
            double u = i / (double) steps;
            return u * u * u;
        }
    }
}
