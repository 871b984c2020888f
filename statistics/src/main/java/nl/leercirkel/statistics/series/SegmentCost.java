package nl.leercirkel.statistics.series;

import java.util.Arrays;
import nl.leercirkel.statistics.Interval;
import nl.leercirkel.statistics.series.ChangePoints.Kind;
import org.apache.commons.statistics.distribution.ChiSquaredDistribution;
import org.apache.commons.statistics.distribution.TDistribution;

/** Minus twice the log-likelihood of a stretch at its own best parameters, from running sums. */
abstract class SegmentCost {
    private final double[] first;
    private final double[] second;

    private SegmentCost(double[] a, double[] b) {
        first = running(a);
        second = running(b);
    }

    /** The stretch from one period to before another; infinite where its parameters cannot be estimated. */
    final double of(int from, int to) {
        return cost(to - from, first[to] - first[from], second[to] - second[from]);
    }

    final Interval interval(int from, int to) {
        return interval(to - from, first[to] - first[from], second[to] - second[from]);
    }

    final double mean(int from, int to) {
        return mean(to - from, first[to] - first[from], second[to] - second[from]);
    }

    abstract double mean(int n, double sumA, double sumB);

    abstract double cost(int n, double sumA, double sumB);

    abstract Interval interval(int n, double sumA, double sumB);

    /** The same periods in another order. */
    abstract SegmentCost permuted(int[] order);

    static SegmentCost normal(double[] values, Kind kind) {
        // centred, so that sums of squares keep their digits
        double centre = Arrays.stream(values).average().orElseThrow();
        double[] y = Arrays.stream(values).map(value -> value - centre).toArray();
        return kind == Kind.MEAN ? new Mean(y, centre, noise(y)) : new MeanAndSpread(y, centre, noise(y));
    }

    static SegmentCost poisson(long[] events, double[] exposure) {
        return new Poisson(Arrays.stream(events).asDoubleStream().toArray(), exposure);
    }

    /** From the differences of neighbours, whose median changes of the mean do not touch; where half are equal, from all. */
    private static double noise(double[] y) {
        double[] steps = new double[y.length - 1];
        double squares = 0;
        for (int i = 1; i < y.length; i++) {
            steps[i - 1] = Math.abs(y[i] - y[i - 1]);
            squares += steps[i - 1] * steps[i - 1];
        }
        Arrays.sort(steps);
        double median = (steps[(steps.length - 1) / 2] + steps[steps.length / 2]) / 2;
        double robust = median / (.6744897501960817 * Math.sqrt(2));
        return robust > 0 ? robust * robust : squares / (2 * steps.length);
    }

    private static double[] running(double[] values) {
        double[] sums = new double[values.length + 1];
        for (int i = 0; i < values.length; i++) {
            sums[i + 1] = sums[i] + values[i];
        }
        return sums;
    }

    private static double[] squares(double[] y) {
        return Arrays.stream(y).map(value -> value * value).toArray();
    }

    private static double[] ordered(double[] y, int[] order) {
        double[] result = new double[y.length];
        Arrays.setAll(result, i -> y[order[i]]);
        return result;
    }

    private abstract static class Normal extends SegmentCost {
        final double[] y;
        final double centre;
        final double noise;

        Normal(double[] y, double centre, double noise) {
            super(y, squares(y));
            this.y = y;
            this.centre = centre;
            this.noise = noise;
        }

        @Override
        double mean(int n, double sum, double squares) {
            return centre + sum / n;
        }

        @Override
        Interval interval(int n, double sum, double squares) {
            double mean = sum / n;
            double variance = n > 2 ? Math.max(squares - sum * mean, 0) / (n - 1) : noise;
            double half = TDistribution.of(Math.max(n - 1, 1)).inverseCumulativeProbability(.975)
                    * Math.sqrt(Math.max(variance, 0) / n);
            return new Interval(centre + mean - half, centre + mean + half, .95);
        }
    }

    private static final class Mean extends Normal {
        Mean(double[] y, double centre, double noise) {
            super(y, centre, noise);
        }

        @Override
        double cost(int n, double sum, double squares) {
            return (squares - sum * sum / n) / noise;
        }

        @Override
        SegmentCost permuted(int[] order) {
            return new Mean(ordered(y, order), centre, noise);
        }
    }

    private static final class MeanAndSpread extends Normal {
        MeanAndSpread(double[] y, double centre, double noise) {
            super(y, centre, noise);
        }

        @Override
        double cost(int n, double sum, double squares) {
            // a floor on the variance: a few equal values would otherwise be a stretch of infinite likelihood
            double variance = Math.max((squares - sum * sum / n) / n, .01 * noise);
            return n * (Math.log(2 * Math.PI * variance) + 1);
        }

        @Override
        SegmentCost permuted(int[] order) {
            return new MeanAndSpread(ordered(y, order), centre, noise);
        }
    }

    private static final class Poisson extends SegmentCost {
        private final double[] events;
        private final double[] exposure;

        Poisson(double[] events, double[] exposure) {
            super(events, exposure);
            this.events = events;
            this.exposure = exposure.clone();
        }

        @Override
        double cost(int n, double count, double exposed) {
            return count == 0 ? 0 : 2 * (count - count * Math.log(count / exposed));
        }

        @Override
        double mean(int n, double count, double exposed) {
            return count / exposed;
        }

        /** Garwood's exact interval. */
        @Override
        Interval interval(int n, double count, double exposed) {
            double lower = count == 0 ? 0 : ChiSquaredDistribution.of(2 * count).inverseCumulativeProbability(.025) / 2;
            double upper = ChiSquaredDistribution.of(2 * count + 2).inverseCumulativeProbability(.975) / 2;
            return new Interval(lower / exposed, upper / exposed, .95);
        }

        @Override
        SegmentCost permuted(int[] order) {
            return new Poisson(ordered(events, order), ordered(exposure, order));
        }
    }
}
