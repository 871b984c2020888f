package nl.leercirkel.statistics.effect;

import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import nl.leercirkel.statistics.Caveat;
import nl.leercirkel.statistics.Failure;
import nl.leercirkel.statistics.Outcome;
import nl.leercirkel.statistics.support.Check;
import nl.leercirkel.statistics.support.Sum;

/**
 * Difference-in-differences of two groups at two moments: how much more the treated changed than the untreated. It is the
 * effect of the treatment when both groups would otherwise have changed equally; two moments cannot show whether they would.
 *
 * @param effect in the unit of the outcome
 * @param treatedBefore the four cells the effect is made of; without covariates the effect is (treatedAfter - treatedBefore) -
 *     (untreatedAfter - untreatedBefore)
 * @param treatedClusters clusters, or rows when there are no clusters, that hold a treated row
 * @param untreatedClusters likewise
 * @param errors how the error was computed
 * @see "Angrist and Pischke (2009), Mostly harmless econometrics, 5.2"
 */
public record TwoByTwo(
        Effect effect,
        Cell treatedBefore,
        Cell treatedAfter,
        Cell untreatedBefore,
        Cell untreatedAfter,
        int treatedClusters,
        int untreatedClusters,
        Errors errors) {

    /** Below this many clusters on either side CR1 is known to be too optimistic (Cameron and Miller 2015, VI). */
    private static final int MANY_CLUSTERS = 20;

    private static final double FEW_DEGREES = 10;

    /**
     * One group at one moment.
     *
     * @param n rows
     * @param mean of the outcome
     */
    public record Cell(int n, double mean) {
        static Cell of(double[] values) {
            return new Cell(values.length, Sum.mean(values));
        }
    }

    /**
     * Estimates the effect.
     *
     * @param level of the interval, as .95
     * @return OUT_OF_RANGE for a level outside (0, 1); TOO_FEW rows for the covariates; NOT_IDENTIFIED when a covariate depends
     *     on the others or on the groups; CONSTANT when nothing varies within the groups
     */
    public static Outcome<TwoByTwo> of(BeforeAfter data, Errors errors, double level) {
        Optional<Failure> failure = Check.level(level);
        if (failure.isPresent()) {
            return Outcome.failed(failure.get());
        }
        return ClusteredFit.of(data.rows(), data.outcome(), data.clusters()).flatMap(fit -> {
            ClusteredFit.Precision precision = fit.precision(data.effectColumn(), errors);
            return Effect.of(
                            new Effect.Draft(
                                    fit.coefficient(data.effectColumn()),
                                    precision.standardError(),
                                    precision.degreesOfFreedom()),
                            data.scale(),
                            level,
                            data.size(),
                            errors == Errors.CR1 ? "difference-in-differences-cr1" : "difference-in-differences-cr2",
                            caveats(data, errors, precision.degreesOfFreedom()))
                    .map(effect -> new TwoByTwo(
                            effect,
                            Cell.of(data.cell(true, false)),
                            Cell.of(data.cell(true, true)),
                            Cell.of(data.cell(false, false)),
                            Cell.of(data.cell(false, true)),
                            data.treatedClusters(),
                            data.untreatedClusters(),
                            errors));
        });
    }

    private static Set<Caveat> caveats(BeforeAfter data, Errors errors, double degrees) {
        Set<Caveat> caveats = EnumSet.noneOf(Caveat.class);
        int clusters = Math.min(data.treatedClusters(), data.untreatedClusters());
        boolean few = errors == Errors.CR1 ? clusters < MANY_CLUSTERS : degrees < FEW_DEGREES;
        if (few) {
            caveats.add(data.isClustered() ? Caveat.FEW_CLUSTERS : Caveat.FEW_OBSERVATIONS);
        }
        return caveats;
    }
}
