package nl.leercirkel.statistics.business;

import java.util.List;
import java.util.Set;
import nl.leercirkel.statistics.Caveat;
import nl.leercirkel.statistics.Estimate;
import nl.leercirkel.statistics.Interval;
import nl.leercirkel.statistics.Outcome;
import nl.leercirkel.statistics.Randomness;
import nl.leercirkel.statistics.Reason;

/**
 * Avoided cost from counterfactual days: per case, what the referrer would have used instead (days, at a price), less what the
 * case cost now.
 *
 * <p>An answer to "what would you have done otherwise" is an opinion. Its margin is given twice: as if referrers err each on their
 * own, and as if they all err the same way; the truth lies between. Neither covers a question that was asked in a leading way.
 *
 * @param cases       cases with an answer
 * @param withoutCare of those, how many would have used nothing
 * @param gross       what would have been used, euro
 * @param actual      what the cases cost now, euro
 * @param avoided     gross minus actual
 * @param independent where the avoided cost lies if referrers err on their own
 * @param together    where it lies if they all err the same way
 * @param perCase     avoided per case, with the interval over cases like these (bootstrap of cases and days)
 * @param draws       per interval
 * @param seed        of the draws
 */
public record AvoidedCost(
        int cases,
        int withoutCare,
        double gross,
        double actual,
        double avoided,
        Interval independent,
        Interval together,
        Estimate perCase,
        int draws,
        long seed) {

    private static final int DRAWS = 10_000;
    private static final int CHUNK = 500;
    private static final int FEWEST = 3;

    /**
     * One case.
     *
     * @param fewest  days the referrer thinks at least
     * @param likely  days the referrer thinks most likely
     * @param most    days the referrer thinks at most
     * @param price   euro per day of what would have been used
     * @param chance  that it would have been used at all, as .8
     * @param actual  euro the case costs now
     */
    public record Case(double fewest, double likely, double most, double price, double chance, double actual) {

        double expected() {
            return chance * price * (fewest + likely + most) / 3;
        }

        /** Days at a share of the triangular distribution, times price. */
        double at(double share) {
            return price * Distribution.Triangular.at(fewest, likely, most, share);
        }
    }

    /**
     * @param cases at least 3
     * @param level of the intervals, as .95
     * @return fails on NaN, days out of order, a negative price or cost, a chance outside [0, 1], or fewer than 3 cases
     */
    public static Outcome<AvoidedCost> of(List<Case> cases, double level, Randomness randomness) {
        if (cases.isEmpty()) {
            return Outcome.failed(Reason.NO_DATA, "no cases");
        }
        double gross = 0;
        double actual = 0;
        int without = 0;
        for (int i = 0; i < cases.size(); i++) {
            Case each = cases.get(i);
            if (!Double.isFinite(each.expected() + each.actual())) {
                return Outcome.failed(Reason.NOT_A_NUMBER, "case " + i + ": " + each);
            }
            boolean ordered = 0 <= each.fewest() && each.fewest() <= each.likely() && each.likely() <= each.most();
            if (!ordered || each.price() < 0 || each.actual() < 0 || each.chance() < 0 || each.chance() > 1) {
                return Outcome.failed(Reason.OUT_OF_RANGE, "case " + i + ": " + each);
            }
            gross += each.expected();
            actual += each.actual();
            without += each.expected() == 0 ? 1 : 0;
        }
        if (cases.size() < FEWEST) {
            return Outcome.failed(Reason.TOO_FEW, cases.size() + " cases, at least " + FEWEST + " needed");
        }
        if (!(level > 0 && level < 1)) {
            return Outcome.failed(Reason.OUT_OF_RANGE, "level " + level);
        }
        List<Case> list = List.copyOf(cases);
        double avoided = gross - actual;
        double[][] drawn = drawn(list, randomness);
        int n = list.size();
        Set<Caveat> caveats = n < 10 ? Set.of(Caveat.FEW_OBSERVATIONS, Caveat.SIMULATED) : Set.of(Caveat.SIMULATED);
        return Outcome.of(new AvoidedCost(
                n,
                without,
                gross,
                actual,
                avoided,
                interval(drawn[0], level),
                interval(drawn[1], level),
                new Estimate(avoided / n, interval(drawn[2], level), n, "bootstrap-percentile", caveats),
                DRAWS,
                randomness.seed()));
    }

    private static Interval interval(double[] draws, double level) {
        double[] ends = Quantiles.of(draws, (1 - level) / 2, (1 + level) / 2);
        return new Interval(ends[0], Math.max(ends[0], ends[1]), level);
    }

    /** Sums with own errors, sums with one common error, and means over resampled cases. */
    private static double[][] drawn(List<Case> cases, Randomness randomness) {
        double[][] all = new double[3][DRAWS];
        int n = cases.size();
        randomness.inChunks(DRAWS, CHUNK, (stream, from, to) -> {
            for (int draw = from; draw < to; draw++) {
                double shared = stream.nextDouble();
                double sharedUse = stream.nextDouble();
                for (int i = 0; i < n; i++) {
                    Case own = cases.get(i);
                    all[0][draw] += used(own, stream.nextDouble(), stream.nextDouble());
                    all[1][draw] += used(own, shared, sharedUse);
                    Case other = cases.get(stream.nextInt(n));
                    all[2][draw] += used(other, stream.nextDouble(), stream.nextDouble()) / n;
                }
            }
            return to - from;
        });
        return all;
    }

    private static double used(Case each, double days, double use) {
        return (use < each.chance() ? each.at(days) : 0) - each.actual();
    }
}
