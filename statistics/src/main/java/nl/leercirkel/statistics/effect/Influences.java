package nl.leercirkel.statistics.effect;

import java.util.Arrays;
import nl.leercirkel.statistics.support.Labels;

/**
 * How much each independent unit moves an estimate, and the variance that follows. Units that are not independent are added
 * together in their cluster first. Clusters that were treated at the same moment form an arm; an arm's clusters are a sample
 * of their own, so its variance is estimated apart.
 */
final class Influences {

    private final Labels clusters;
    private final int[] armOf;
    private final int[] armSize;
    private final Staggered.Precision precision;
    private final int spent;

    /**
     * @param clusters per unit
     * @param arms per unit; equal for all units of a cluster, or clusters are taken as one arm
     * @param spent coefficients of covariates estimated within an arm
     */
    Influences(int[] clusters, int[] arms, Staggered.Precision precision, int spent) {
        this.clusters = Labels.of(clusters);
        this.precision = precision;
        this.spent = spent;
        int count = this.clusters.count();
        int[] found = new int[count];
        Arrays.fill(found, -1);
        boolean nested = true;
        int[] index = Labels.of(arms).index();
        for (int i = 0; i < clusters.length; i++) {
            int cluster = this.clusters.index()[i];
            nested &= found[cluster] < 0 || found[cluster] == index[i];
            found[cluster] = index[i];
        }
        armOf = nested ? found : new int[count];
        armSize = new int[Arrays.stream(armOf).max().orElse(0) + 1];
        for (int arm : armOf) {
            armSize[arm]++;
        }
    }

    int clusterCount() {
        return clusters.count();
    }

    /** Sums per cluster. */
    double[] perCluster(double[] perUnit) {
        double[] sums = new double[clusters.count()];
        for (int i = 0; i < perUnit.length; i++) {
            sums[clusters.index()[i]] += perUnit[i];
        }
        return sums;
    }

    /** The factor by which an arm's sum of squares is raised: n/(n - 1) for a mean of n. */
    double factor(int cluster) {
        double n = armSize[armOf[cluster]];
        return switch (precision) {
            case LARGE_SAMPLE -> 1;
            case SMALL_SAMPLE -> n / Math.max(n - 1 - spent, .5);
        };
    }

    /** The standard error and, by Welch and Satterthwaite over the arms, its degrees of freedom. */
    Effect.Draft draft(double value, double[] perCluster) {
        double[] variance = new double[armSize.length];
        for (int c = 0; c < perCluster.length; c++) {
            variance[armOf[c]] += factor(c) * perCluster[c] * perCluster[c];
        }
        double total = Arrays.stream(variance).sum();
        double uncertain = 0;
        for (int arm = 0; arm < variance.length; arm++) {
            uncertain += variance[arm] * variance[arm] / Math.max(armSize[arm] - 1 - spent, .5);
        }
        double degrees = switch (precision) {
            case LARGE_SAMPLE -> Double.POSITIVE_INFINITY;
            case SMALL_SAMPLE -> total * total / uncertain;
        };
        return new Effect.Draft(value, Math.sqrt(total), degrees);
    }

    double covariance(double[] one, double[] other) {
        double sum = 0;
        for (int c = 0; c < one.length; c++) {
            sum += factor(c) * one[c] * other[c];
        }
        return sum;
    }
}
