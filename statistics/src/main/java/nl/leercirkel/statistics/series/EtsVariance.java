package nl.leercirkel.statistics.series;

import nl.leercirkel.statistics.series.EtsModel.Error;
import nl.leercirkel.statistics.series.EtsModel.Season;

/**
 * Mean and variance of the coming observations of an ETS model: Hyndman et al. (2008), chapter 6. Additive errors by its table
 * 6.1, multiplicative errors with additive parts by its equation for class 2, and models with a multiplicative season by
 * carrying the joint second moments of trend and season forward, which is exact where the book approximates.
 */
final class EtsVariance {
    private final EtsModel model;
    private final double alpha;
    private final double beta;
    private final double gamma;
    private final double phi;
    private final int m;
    private final double variance;

    EtsVariance(EtsModel model, double alpha, double beta, double gamma, double phi, int period, double variance) {
        this.model = model;
        this.alpha = alpha;
        this.beta = beta;
        this.gamma = gamma;
        this.phi = phi;
        this.m = model.isSeasonal() ? period : 1;
        this.variance = variance;
    }

    /** Two rows: the means, the variances. */
    double[][] ahead(double level, double slope, double[] seasons, int horizon) {
        if (model.season() == Season.MULTIPLICATIVE) {
            return joint(level, slope, seasons, horizon);
        }
        double[] mean = new double[horizon];
        double trend = 0;
        double damping = 1;
        for (int h = 0; h < horizon; h++) {
            damping *= phi;
            trend += damping;
            mean[h] = level + trend * slope + (model.isSeasonal() ? seasons[h % m] : 0);
        }
        double[] spread = model.error() == Error.ADDITIVE ? additive(horizon) : relative(mean);
        return new double[][] {mean, spread};
    }

    /** What an error now adds to the observation j periods later. */
    private double weight(int j) {
        double weight = alpha;
        if (model.hasTrend()) {
            double damping = 0;
            double power = phi;
            for (int k = 0; k < j; k++) {
                damping += power;
                power *= phi;
            }
            weight += beta * damping;
        }
        return weight + (model.season() == Season.ADDITIVE && j % m == 0 ? gamma : 0);
    }

    private double[] additive(int horizon) {
        double[] spread = new double[horizon];
        double sum = 1;
        for (int h = 0; h < horizon; h++) {
            spread[h] = variance * sum;
            double weight = weight(h + 1);
            sum += weight * weight;
        }
        return spread;
    }

    private double[] relative(double[] mean) {
        int horizon = mean.length;
        double[] theta = new double[horizon];
        double[] spread = new double[horizon];
        for (int h = 0; h < horizon; h++) {
            double sum = mean[h] * mean[h];
            for (int j = 1; j <= h; j++) {
                double weight = weight(j);
                sum += variance * weight * weight * theta[h - j];
            }
            theta[h] = sum;
            spread[h] = (1 + variance) * sum - mean[h] * mean[h];
        }
        return spread;
    }

    /**
     * With x = (level, slope) and s the state of one season: x becomes (A + B e) x, the season in use becomes s (1 + gamma e). Per
     * season E[x s] and E[x x' s^2] are carried; e is normal, so its odd moments vanish and its fourth is 3 variance^2.
     */
    private double[][] joint(double level, double slope, double[] seasons, int horizon) {
        double[] x = {level, slope};
        double[][] a = {{1, phi}, {0, phi}};
        double[][] b = {{alpha, alpha * phi}, {beta, beta * phi}};
        double[][] first = new double[m][];
        double[][][] second = new double[m][][];
        for (int j = 0; j < m; j++) {
            double s = seasons[j];
            first[j] = new double[] {x[0] * s, x[1] * s};
            second[j] = new double[][] {
                {x[0] * x[0] * s * s, x[0] * x[1] * s * s}, {x[0] * x[1] * s * s, x[1] * x[1] * s * s}
            };
        }
        double[][] result = new double[2][horizon];
        for (int h = 0; h < horizon; h++) {
            int active = h % m;
            double mean = first[active][0] + phi * first[active][1];
            double[][] now = second[active];
            double square = now[0][0] + 2 * phi * now[0][1] + phi * phi * now[1][1];
            result[0][h] = mean;
            result[1][h] = (1 + variance) * square - mean * mean;
            for (int j = 0; j < m; j++) {
                double g = j == active ? gamma : 0;
                first[j] = step(a, b, first[j], g);
                second[j] = step(a, b, second[j], g);
            }
        }
        return result;
    }

    private double[] step(double[][] a, double[][] b, double[] u, double g) {
        double[] next = new double[2];
        for (int i = 0; i < 2; i++) {
            for (int k = 0; k < 2; k++) {
                next[i] += (a[i][k] + g * variance * b[i][k]) * u[k];
            }
        }
        return next;
    }

    private double[][] step(double[][] a, double[][] b, double[][] moment, double g) {
        double[][] aa = sandwich(a, moment, a);
        double[][] ab = sandwich(a, moment, b);
        double[][] bb = sandwich(b, moment, b);
        double[][] next = new double[2][2];
        for (int i = 0; i < 2; i++) {
            for (int k = 0; k < 2; k++) {
                next[i][k] = aa[i][k] * (1 + g * g * variance)
                        + (ab[i][k] + ab[k][i]) * 2 * g * variance
                        + bb[i][k] * (variance + 3 * g * g * variance * variance);
            }
        }
        return next;
    }

    private static double[][] sandwich(double[][] left, double[][] middle, double[][] right) {
        double[][] result = new double[2][2];
        for (int i = 0; i < 2; i++) {
            for (int k = 0; k < 2; k++) {
                for (int p = 0; p < 2; p++) {
                    for (int q = 0; q < 2; q++) {
                        result[i][k] += left[i][p] * middle[p][q] * right[k][q];
                    }
                }
            }
        }
        return result;
    }
}
