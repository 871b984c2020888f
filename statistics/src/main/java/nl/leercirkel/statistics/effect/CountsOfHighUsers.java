package nl.leercirkel.statistics.effect;

import java.util.Optional;
import java.util.Set;
import nl.leercirkel.statistics.Alternative;
import nl.leercirkel.statistics.Caveat;
import nl.leercirkel.statistics.Estimate;
import nl.leercirkel.statistics.Failure;
import nl.leercirkel.statistics.Interval;
import nl.leercirkel.statistics.Outcome;
import nl.leercirkel.statistics.Reason;
import nl.leercirkel.statistics.comparison.Shrinkage;
import nl.leercirkel.statistics.support.Check;
import nl.leercirkel.statistics.support.Dist;

/**
 * Counts (crisis admissions, reports) of people or families chosen for having many, before and after, against what empirical Bayes
 * expects of them: their own count pulled towards what is common among all who could have been chosen.
 *
 * @param ratio events after over events expected without effect; 1 is no effect, .7 is 30% fewer
 * @param expected events after, without effect
 * @param naive events after over events before, which regression to the mean makes look like an effect
 * @param pValue two-sided, that the ratio is 1
 * @see "Hauer (1997), Observational before-after studies in road safety, ch. 11 and 12"
 */
public record CountsOfHighUsers(Estimate ratio, double expected, double naive, double pValue) {

    /**
     * Estimates the ratio.
     *
     * @param population events before, of everyone who could have been chosen, the chosen among them
     * @param exposure per person, time over which they were counted
     * @param chosen who was chosen
     * @param after events after, of the chosen in the order of the population
     * @param afterExposure per chosen person
     * @return failures of {@link Shrinkage#rates}; DO_NOT_MATCH; NO_DATA when nobody was chosen; TOO_FEW when fewer than five events
     *     are expected or none came: the normal approximation of the log ratio does not hold
     */
    public static Outcome<CountsOfHighUsers> of(
            long[] population,
            double[] exposure,
            boolean[] chosen,
            long[] after,
            double[] afterExposure,
            double level) {
        int size = 0;
        for (boolean one : chosen) {
            size += one ? 1 : 0;
        }
        Optional<Failure> failure = Check.first(
                Check.level(level),
                Check.sameLength("population", population.length, "chosen", chosen.length),
                Check.that(size > 0, Reason.NO_DATA, "nobody was chosen"),
                Check.sameLength("chosen", size, "after", after.length),
                Check.sameLength("chosen", size, "afterExposure", afterExposure.length));
        for (int i = 0; i < after.length && failure.isEmpty(); i++) {
            failure = Check.first(
                    Check.notNegative("after[" + i + "]", after[i]),
                    Check.exposure("afterExposure[" + i + "]", afterExposure[i]));
        }
        if (failure.isPresent()) {
            return Outcome.failed(failure.get());
        }
        return Shrinkage.rates(population, exposure, level)
                .flatMap(shrunk -> compare(population, chosen, after, afterExposure, exposure, shrunk, level));
    }

    private static Outcome<CountsOfHighUsers> compare(
            long[] population,
            boolean[] chosen,
            long[] after,
            double[] afterExposure,
            double[] exposure,
            Shrinkage shrunk,
            double level) {
        double expected = 0;
        double variance = 0;
        double seen = 0;
        double before = 0;
        int at = 0;
        for (int i = 0; i < chosen.length; i++) {
            if (chosen[i]) {
                double own = shrunk.estimates().get(i).value() * afterExposure[at];
                expected += own;
                // Of a gamma distribution with shape a and mean m the variance is m^2 / a.
                variance += own * own / (shrunk.shape() + population[i]);
                seen += after[at];
                before += population[i] * afterExposure[at] / exposure[i];
                at++;
            }
        }
        if (expected < 5 || seen == 0) {
            return Outcome.failed(Reason.TOO_FEW, expected + " events expected, " + seen + " came");
        }
        double spread = variance / (expected * expected);
        double ratio = seen / expected / (1 + spread);
        double error = Math.sqrt(1 / seen + spread);
        double half = Dist.normalHalfWidth(level) * error;
        return Outcome.of(new CountsOfHighUsers(
                new Estimate(
                        ratio,
                        new Interval(ratio * Math.exp(-half), ratio * Math.exp(half), level),
                        at,
                        "empirical-bayes-before-after",
                        Set.of(Caveat.PRIOR_ESTIMATED, Caveat.LARGE_SAMPLE_FORMULA)),
                expected,
                before == 0 ? Double.POSITIVE_INFINITY : seen / before,
                Dist.normalPValue(Math.log(ratio) / error, Alternative.TWO_SIDED)));
    }
}
