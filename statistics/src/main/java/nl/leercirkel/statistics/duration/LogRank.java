package nl.leercirkel.statistics.duration;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import nl.leercirkel.statistics.Alternative;
import nl.leercirkel.statistics.Caveat;
import nl.leercirkel.statistics.Failure;
import nl.leercirkel.statistics.Outcome;
import nl.leercirkel.statistics.Reason;
import nl.leercirkel.statistics.TestResult;
import nl.leercirkel.statistics.support.Check;
import nl.leercirkel.statistics.support.Dist;
import nl.leercirkel.statistics.support.Labels;
import nl.leercirkel.statistics.support.Spd;

/**
 * The log-rank test that durations of several groups follow one curve, within strata where given.
 *
 * @param test the statistic is chi-squared on groups - 1 degrees of freedom
 * @param groups observed and expected events per group, in rising order of the label
 * @see "Mantel (1966), Cancer Chemotherapy Reports 50; Peto and Peto (1972), JRSS A 135"
 */
public record LogRank(TestResult test, List<Group> groups) {

    /**
     * One group.
     *
     * @param label as given
     * @param n units
     * @param observed events
     * @param expected events if all groups followed one curve
     */
    public record Group(int label, int n, int observed, double expected) {}

    /** Compares groups. See {@link #stratified}. */
    public static Outcome<LogRank> of(Durations durations, int[] group) {
        return stratified(durations, group, new int[durations.size()]);
    }

    /**
     * Compares groups within strata.
     *
     * @param group any whole number per unit
     * @param stratum any whole number per unit; units are compared only with units of the same stratum
     * @return TOO_FEW for one group or no events; NOT_IDENTIFIED when groups are never at risk together
     */
    public static Outcome<LogRank> stratified(Durations durations, int[] group, int[] stratum) {
        Optional<Failure> failure = Check.first(
                Check.sameLength("groups", group.length, "durations", durations.size()),
                Check.sameLength("strata", stratum.length, "durations", durations.size()));
        if (failure.isPresent()) {
            return Outcome.failed(failure.get());
        }
        Labels groups = Labels.of(group);
        if (groups.count() < 2) {
            return Outcome.failed(Reason.TOO_FEW, "one group");
        }
        if (durations.events() == 0) {
            return Outcome.failed(Reason.TOO_FEW, "no events");
        }
        Labels strata = Labels.of(stratum);
        Tally tally = new Tally(groups.count());
        int[] cell = new int[group.length];
        for (int i = 0; i < cell.length; i++) {
            cell[i] = strata.index()[i] * groups.count() + groups.index()[i];
        }
        for (int s = 0; s < strata.count(); s++) {
            RiskTable[] tables = new RiskTable[groups.count()];
            for (int g = 0; g < tables.length; g++) {
                tables[g] = RiskTable.of(durations, cell, s * tables.length + g);
            }
            tally.add(tables);
        }
        return tally.test(durations).map(test -> new LogRank(test, describe(group, tally)));
    }

    private static List<Group> describe(int[] group, Tally tally) {
        int[] labels = Arrays.stream(group).distinct().sorted().toArray();
        List<Group> described = new ArrayList<>();
        for (int g = 0; g < labels.length; g++) {
            described.add(new Group(labels[g], tally.sizes[g], tally.observed[g], tally.expected[g]));
        }
        return List.copyOf(described);
    }

    /** Observed and expected events and their covariance, added up over event times. */
    private static final class Tally {

        private final int[] sizes;
        private final int[] observed;
        private final double[] expected;
        private final double[][] covariance;

        Tally(int groups) {
            sizes = new int[groups];
            observed = new int[groups];
            expected = new double[groups];
            covariance = new double[groups][groups];
        }

        void add(RiskTable[] tables) {
            int groups = tables.length;
            int[] atRisk = new int[groups];
            for (int g = 0; g < groups; g++) {
                sizes[g] += tables[g].size();
                observed[g] += tables[g].eventCount();
            }
            while (true) {
                double time = Double.POSITIVE_INFINITY;
                for (RiskTable table : tables) {
                    time = Math.min(time, table.nextEventTime());
                }
                if (time == Double.POSITIVE_INFINITY) {
                    return;
                }
                double total = 0;
                double events = 0;
                for (int g = 0; g < groups; g++) {
                    atRisk[g] = tables[g].atRisk(time);
                    total += atRisk[g];
                    events += tables[g].takeEvents(time);
                }
                double spread = total > 1 ? events * (total - events) / (total - 1) : 0;
                for (int g = 0; g < groups; g++) {
                    double share = atRisk[g] / total;
                    expected[g] += events * share;
                    covariance[g][g] += spread * share;
                    for (int h = 0; h < groups; h++) {
                        covariance[g][h] -= spread * share * atRisk[h] / total;
                    }
                }
            }
        }

        Outcome<TestResult> test(Durations durations) {
            // The last group follows from the others.
            int free = sizes.length - 1;
            double[] distance = new double[free];
            double[][] matrix = new double[free][];
            for (int g = 0; g < free; g++) {
                distance[g] = observed[g] - expected[g];
                matrix[g] = Arrays.copyOf(covariance[g], free);
            }
            Optional<double[][]> inverse = Spd.inverse(matrix);
            if (inverse.isEmpty()) {
                return Outcome.failed(Reason.NOT_IDENTIFIED, "groups are not at risk together at any event");
            }
            double chiSquared = Math.max(0, Spd.form(inverse.get(), distance));
            Set<Caveat> caveats = EnumSet.of(Caveat.LARGE_SAMPLE_FORMULA);
            if (Arrays.stream(expected).min().orElse(0) < 5) {
                caveats.add(Caveat.FEW_OBSERVATIONS);
            }
            return Outcome.of(new TestResult(
                    chiSquared,
                    free,
                    Dist.chiSquaredAbove(chiSquared, free),
                    Alternative.TWO_SIDED,
                    durations.size(),
                    "log-rank",
                    caveats));
        }
    }
}
