package nl.leercirkel.statistics.space;

import java.util.List;
import java.util.OptionalDouble;
import nl.leercirkel.statistics.TestResult;

/**
 * A cluster that a scan found. Exact counts: for those who may see cases only, see {@link PublishedScan}.
 *
 * @param centre index of the place around which the window grew
 * @param places indices of the places in it, nearest to the centre first
 * @param radius from the centre to the last place, in the unit of the distances; empty for windows that are no circles
 * @param direction HIGH or LOW
 * @param cases number of cases in it
 * @param expected number of cases expected in it
 * @param population in it; persons in a Bernoulli scan
 * @param relativeRisk risk inside over risk outside; infinite when all cases are inside
 * @param test the statistic is the logarithm of the likelihood ratio; the p-value allows for having looked at all windows, and for a secondary
 *     cluster is on the safe side as it is compared with most likely ones
 * @param gumbelPValue approximate, for telling small p-values apart; empty when the replications do not vary (Abrams, Kulldorff and Kleinman
 *     2010, Gumbel based p-value approximations for spatial scan statistics, Int J Health Geographics 9)
 */
public record Cluster(
        int centre,
        List<Integer> places,
        OptionalDouble radius,
        Direction direction,
        long cases,
        double expected,
        double population,
        double relativeRisk,
        TestResult test,
        OptionalDouble gumbelPValue) {

    public Cluster {
        places = List.copyOf(places);
    }

    /** The logarithm of the likelihood ratio. */
    public double logLikelihoodRatio() {
        return test.statistic();
    }

    public double pValue() {
        return test.pValue();
    }
}
