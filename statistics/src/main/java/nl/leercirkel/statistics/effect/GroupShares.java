package nl.leercirkel.statistics.effect;

import java.util.Arrays;

/** The share of all units that each group is, and the influence of each cluster on it. */
final class GroupShares {

    private final int[] groups;
    private final double[] shares;
    private final double[][] influence;

    /** @param groupOf per unit, in the units that take part */
    GroupShares(int[] groups, int[] groupOf, Influences influences) {
        this.groups = groups;
        this.shares = new double[groups.length];
        this.influence = new double[groups.length][];
        int n = groupOf.length;
        for (int g = 0; g < groups.length; g++) {
            int group = groups[g];
            shares[g] = Arrays.stream(groupOf).filter(of -> of == group).count() / (double) n;
            double[] perUnit = new double[n];
            for (int i = 0; i < n; i++) {
                perUnit[i] = ((groupOf[i] == group ? 1 : 0) - shares[g]) / n;
            }
            influence[g] = influences.perCluster(perUnit);
        }
    }

    double share(int group) {
        return shares[Arrays.binarySearch(groups, group)];
    }

    double[] influence(int group) {
        return influence[Arrays.binarySearch(groups, group)];
    }
}
