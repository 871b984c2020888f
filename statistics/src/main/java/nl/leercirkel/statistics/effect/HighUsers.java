package nl.leercirkel.statistics.effect;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import nl.leercirkel.statistics.Caveat;
import nl.leercirkel.statistics.Estimate;
import nl.leercirkel.statistics.Failure;
import nl.leercirkel.statistics.Interval;
import nl.leercirkel.statistics.Outcome;
import nl.leercirkel.statistics.Reason;
import nl.leercirkel.statistics.support.Check;
import nl.leercirkel.statistics.support.Dist;
import nl.leercirkel.statistics.support.Sum;

/**
 * What a pilot did for people who were chosen because their use or costs were high. Such people fall back by themselves: part of
 * what made them high was of the moment. The change they show is split into that fall and the effect, as far as there is
 * evidence for the split; without it there is no answer.
 *
 * @param change after minus before, mean of the selected
 * @param regression the part that would have come by itself (below 0 is a fall), with its interval
 * @param effect the rest, with its interval
 * @param n people selected
 */
public record HighUsers(double change, Estimate regression, Effect effect, int n) {

    /** What is known beside the measurements before and after of those who were selected. */
    public sealed interface Evidence {

        /** Nothing: the change cannot be split. */
        record None() implements Evidence {}

        /**
         * A measurement of the same people after they were selected and before anything was done. The strongest: selection went by
         * the first, so the fall to the second is all regression, and the change from the second on all effect, when use would
         * not have changed over time.
         */
        record SecondBaseline(double[] second) implements Evidence {
            public SecondBaseline {
                second = second.clone();
            }
        }

        /**
         * People who would have been selected by the same rule in an earlier period, when there was no pilot, before and after that
         * moment. No normal distribution is needed, and a trend over time is taken along when both periods had it.
         *
         * @param before their use in the period that would have selected them
         * @param after their use in the period that followed
         */
        record EarlierSelection(double[] before, double[] after) implements Evidence {
            public EarlierSelection {
                before = before.clone();
                after = after.clone();
            }
        }

        /**
         * Mean and reliability in the population they were selected from: someone at x is expected at mean + reliability x (x -
         * mean), which is what empirical Bayes predicts of normal values.
         */
        record Population(Reliability reliability) implements Evidence {}
    }

    /**
     * Splits the change.
     *
     * @param before of the selected, in the period that they were selected by
     * @param after of the same people, in the same order
     * @param level of the intervals
     * @return NOT_IDENTIFIED with {@link Evidence.None}: regression and effect cannot be separated; NO_DATA, NOT_A_NUMBER,
     *     DO_NOT_MATCH; TOO_FEW below two people; CONSTANT when all changed equally
     */
    public static Outcome<HighUsers> of(double[] before, double[] after, Evidence evidence, double level) {
        Optional<Failure> failure = Check.first(
                Check.level(level),
                Check.values("before", before, 1),
                Check.values("after", after, 1),
                Check.sameLength("before", before.length, "after", after.length),
                Check.values("before", before, 2));
        if (failure.isPresent()) {
            return Outcome.failed(failure.get());
        }
        return switch (evidence) {
            case Evidence.None() ->
                Outcome.failed(
                        Reason.NOT_IDENTIFIED,
                        "a change of " + difference(after, before)
                                + " of people selected for being high cannot be separated from regression to the mean"
                                + " without a second baseline measurement, an earlier selection or a known reliability");
            case Evidence.SecondBaseline(double[] second) -> withSecond(before, second, after, level);
            case Evidence.EarlierSelection(double[] earlier, double[] later) ->
                withEarlier(before, after, earlier, later, level);
            case Evidence.Population(Reliability reliability) -> withPopulation(before, after, reliability, level);
        };
    }

    private static Outcome<HighUsers> withSecond(double[] before, double[] second, double[] after, double level) {
        Optional<Failure> failure = Check.first(
                Check.values("second baseline", second, 1),
                Check.sameLength("before", before.length, "second baseline", second.length));
        if (failure.isPresent()) {
            return Outcome.failed(failure.get());
        }
        int n = before.length;
        Estimate fall = paired(second, before, level, "second-baseline");
        return effect(Moments.of(after, second), n - 1.0, scale(before, after), level, n, "second-baseline")
                .map(effect -> new HighUsers(difference(after, before), fall, effect, n));
    }

    private static Outcome<HighUsers> withEarlier(
            double[] before, double[] after, double[] earlier, double[] later, double level) {
        Optional<Failure> failure = Check.first(
                Check.values("earlier selection before", earlier, 1),
                Check.values("earlier selection after", later, 1),
                Check.sameLength("earlier selection before", earlier.length, "after", later.length),
                Check.values("earlier selection", earlier, 2));
        if (failure.isPresent()) {
            return Outcome.failed(failure.get());
        }
        Moments own = Moments.of(after, before);
        Moments past = Moments.of(later, earlier);
        double variance = own.squaredError() + past.squaredError();
        double degrees = variance
                * variance
                / (own.squaredError() * own.squaredError() / (before.length - 1.0)
                        + past.squaredError() * past.squaredError() / (earlier.length - 1.0));
        Moments rest = new Moments(own.mean() - past.mean(), variance);
        return effect(rest, degrees, scale(before, after), level, before.length, "earlier-selection")
                .map(effect -> new HighUsers(
                        own.mean(), paired(later, earlier, level, "earlier-selection"), effect, before.length));
    }

    private static Outcome<HighUsers> withPopulation(
            double[] before, double[] after, Reliability population, double level) {
        int n = before.length;
        double share = population.reliability();
        double[] expected = Arrays.stream(before)
                .map(x -> population.mean() + share * (x - population.mean()))
                .toArray();
        double above = Sum.mean(before) - population.mean();
        // The error of the reliability moves the whole expectation, by the distance of the selected from the mean; that
        // of the
        // population's mean moves it by the rest.
        double meanError = population.n() == 0
                ? 0
                : (1 - share) * population.deviation() * Math.sqrt((1 + share) / 2 / population.n());
        double common = Math.pow(above * population.standardError(), 2) + meanError * meanError;
        Moments rest = Moments.of(after, expected);
        double variance = rest.squaredError() + common;
        double degrees = common == 0
                ? n - 1.0
                : variance
                        * variance
                        / (rest.squaredError() * rest.squaredError() / (n - 1)
                                + common * common / Math.max(1, population.n() == 0 ? 1e6 : population.n() - 1.0));
        double fall = -(1 - share) * above;
        double half = Dist.normalHalfWidth(level) * Math.sqrt(common);
        Estimate regression =
                new Estimate(fall, new Interval(fall - half, fall + half, level), n, "reliability", Set.of());
        return effect(new Moments(rest.mean(), variance), degrees, scale(before, after), level, n, "reliability")
                .map(effect -> new HighUsers(difference(after, before), regression, effect, n));
    }

    private static Outcome<Effect> effect(
            Moments moments, double degrees, double scale, double level, int n, String method) {
        Set<Caveat> caveats = EnumSet.noneOf(Caveat.class);
        if (n < 10) {
            caveats.add(Caveat.FEW_OBSERVATIONS);
        }
        return Effect.of(
                new Effect.Draft(moments.mean(), Math.sqrt(moments.squaredError()), degrees),
                scale,
                level,
                n,
                "regression-to-the-mean-" + method,
                caveats);
    }

    /** The mean of paired differences and the square of its standard error. */
    private record Moments(double mean, double squaredError) {
        static Moments of(double[] later, double[] earlier) {
            double[] change = new double[later.length];
            Arrays.setAll(change, i -> later[i] - earlier[i]);
            Sum.Centre centre = Sum.Centre.of(change);
            double n = change.length;
            return new Moments(centre.mean(), centre.squares(change) / (n - 1) / n);
        }
    }

    private static Estimate paired(double[] later, double[] earlier, double level, String method) {
        Moments moments = Moments.of(later, earlier);
        double half = Dist.tHalfWidth(level, later.length - 1.0) * Math.sqrt(moments.squaredError());
        return new Estimate(
                moments.mean(),
                new Interval(moments.mean() - half, moments.mean() + half, level),
                later.length,
                method,
                Set.of());
    }

    private static double difference(double[] later, double[] earlier) {
        return Sum.mean(later) - Sum.mean(earlier);
    }

    private static double scale(double[] before, double[] after) {
        return Math.max(
                Arrays.stream(before).map(Math::abs).max().orElse(0),
                Arrays.stream(after).map(Math::abs).max().orElse(0));
    }
}
