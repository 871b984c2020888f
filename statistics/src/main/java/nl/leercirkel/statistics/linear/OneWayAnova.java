package nl.leercirkel.statistics.linear;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import nl.leercirkel.statistics.Failure;
import nl.leercirkel.statistics.Outcome;
import nl.leercirkel.statistics.Reason;
import nl.leercirkel.statistics.support.Check;
import nl.leercirkel.statistics.support.Sum;
import org.apache.commons.statistics.distribution.FDistribution;

/**
 * Whether several groups have the same mean: variation between groups against variation within them.
 *
 * @param between sum of squares between groups
 * @param within sum of squares within groups
 * @param betweenDegrees groups minus 1
 * @param withinDegrees observations minus groups
 * @param f mean square between over mean square within
 * @param pValue chance of an f at least this large when all means are equal
 * @param rSquared share of the variation that lies between groups
 * @param n observations
 * @see "Fisher (1925), Statistical methods for research workers"
 */
public record OneWayAnova(
        double between,
        double within,
        int betweenDegrees,
        int withinDegrees,
        double f,
        double pValue,
        double rSquared,
        int n) {

    /**
     * Compares groups, each a list of numbers.
     *
     * @return TOO_FEW below two groups or without a second value in any; CONSTANT when nothing varies within groups
     */
    public static Outcome<OneWayAnova> of(List<double[]> groups) {
        Optional<Failure> failure = groups.isEmpty()
                ? Optional.of(new Failure(Reason.NO_DATA, "no groups"))
                : Check.that(groups.size() > 1, Reason.TOO_FEW, "one group");
        List<double[]> all = new ArrayList<>();
        int n = 0;
        for (double[] group : groups) {
            failure = failure.or(() -> Check.values("group", group, 1));
            all.add(group);
            n += group.length;
        }
        int count = groups.size();
        int total = n;
        failure = failure.or(() -> Check.that(total > count, Reason.TOO_FEW, "one value per group"));
        if (failure.isPresent()) {
            return Outcome.failed(failure.get());
        }
        return compute(all, n);
    }

    private static Outcome<OneWayAnova> compute(List<double[]> groups, int n) {
        double[] together = new double[n];
        int at = 0;
        Sum within = new Sum();
        for (double[] group : groups) {
            System.arraycopy(group, 0, together, at, group.length);
            at += group.length;
            within.add(Sum.Centre.of(group).squares(group));
        }
        if (within.value() == 0) {
            return Outcome.failed(Reason.CONSTANT, "no group varies");
        }
        Sum.Centre grand = Sum.Centre.of(together);
        Sum between = new Sum();
        for (double[] group : groups) {
            Sum.Centre centre = Sum.Centre.of(group);
            double distance = grand.deviation(centre.high()) + centre.low();
            between.addProduct(distance * distance, group.length);
        }
        int betweenDegrees = groups.size() - 1;
        int withinDegrees = n - groups.size();
        double f = between.value() / betweenDegrees / (within.value() / withinDegrees);
        return Outcome.of(new OneWayAnova(
                between.value(),
                within.value(),
                betweenDegrees,
                withinDegrees,
                f,
                FDistribution.of(betweenDegrees, withinDegrees).survivalProbability(f),
                between.value() / (between.value() + within.value()),
                n));
    }
}
