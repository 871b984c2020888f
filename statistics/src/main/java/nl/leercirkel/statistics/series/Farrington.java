package nl.leercirkel.statistics.series;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import nl.leercirkel.statistics.Failure;
import nl.leercirkel.statistics.Outcome;
import nl.leercirkel.statistics.Reason;
import nl.leercirkel.statistics.support.Check;
import org.apache.commons.statistics.distribution.NormalDistribution;
import org.apache.commons.statistics.distribution.PoissonDistribution;
import org.apache.commons.statistics.distribution.TDistribution;
import org.hipparchus.special.Beta;
import org.jspecify.annotations.Nullable;

/**
 * Outbreak detection in counts: is the count of this week or month higher than the same time of past years leads to expect?
 *
 * <p>Farrington flexible. Sources: Farrington, Andrews, Beale and Catchpole (1996), JRSS A 159; Noufaily, Enki, Farrington and
 * others (2013), An improved algorithm for outbreak detection in multiple surveillance systems, Statistics in Medicine 32(7);
 * blocks of the season as in Salmon, Schumacher and Hoehle (2016), JSS 70(10).
 */
public final class Farrington {

    private Farrington() {}

    /** How the threshold follows from the expected count. */
    public enum Threshold {
        /** Normal after raising to the power 2/3; counts the uncertainty of the expectation. */
        POWER,
        /** Quantile of the negative binomial with the expectation as if known (Noufaily and others 2013). */
        NEGATIVE_BINOMIAL
    }

    /**
     * Settings.
     *
     * @param period       periods per year: 52 for weeks, 12 for months
     * @param years        years of history used
     * @param halfWindow   periods before and after the same time of year that count as the same season
     * @param blocks       levels of the season; 1 leaves out all but the windows
     * @param leftOut      last periods not used as history, so that a running outbreak does not hide itself
     * @param outlier      past Anscombe residuals above this lose weight
     * @param trendAlpha   a trend is used where its p-value is below this; 1 for always
     * @param alpha        one-sided chance of a false alarm per period
     * @param fewest       no alarm with fewer counts than this in the last {@code fewestOver} periods
     * @param fewestOver   see fewest
     */
    public record Settings(
            int period,
            int years,
            int halfWindow,
            int blocks,
            int leftOut,
            double outlier,
            double trendAlpha,
            double alpha,
            int fewest,
            int fewestOver,
            Threshold threshold) {

        public Settings {
            boolean sound = period >= 4 && years >= 1 && halfWindow >= 0 && 2 * halfWindow + 1 < period;
            boolean blocked = blocks >= 1 && (blocks == 1 || blocks - 1 <= period - 2 * halfWindow - 1) && leftOut >= 0;
            if (!sound || !blocked || leftOut >= period) {
                throw new IllegalArgumentException("windows, blocks and left out periods must fit in a year");
            }
            if (!(alpha > 0 && alpha < .5) || !(trendAlpha >= 0 && trendAlpha <= 1) || !(outlier > 0)) {
                throw new IllegalArgumentException("alpha in (0, .5), trend in [0, 1], outlier above 0");
            }
            if (fewest < 0 || fewestOver < 1) {
                throw new IllegalArgumentException("fewest " + fewest + " over " + fewestOver);
            }
        }

        /** Weeks, as in Noufaily and others (2013). */
        public static Settings weekly() {
            return new Settings(52, 5, 3, 10, 26, 2.58, .05, .01, 5, 4, Threshold.NEGATIVE_BINOMIAL);
        }

        /** Months: windows of three months, a season of four levels, the last half year left out. */
        public static Settings monthly() {
            return new Settings(12, 5, 1, 4, 6, 2.58, .05, .01, 5, 1, Threshold.NEGATIVE_BINOMIAL);
        }
    }

    /**
     * One period judged.
     *
     * @param at         its place, counted from 0
     * @param observed   its count
     * @param expected   what history leads to expect
     * @param upper      threshold: alarm above it
     * @param pValue     chance of so many or more
     * @param dispersion variance over mean, at least 1
     * @param trend      change per period of the logarithm, 0 where no trend was used
     * @param n          periods of history used
     * @param outliers   of those, how many lost weight
     * @param enough     whether there are enough counts for an alarm at all
     */
    public record Judged(
            int at,
            long observed,
            double expected,
            double upper,
            double pValue,
            double dispersion,
            double trend,
            int n,
            int outliers,
            boolean enough) {

        public boolean isAlarm() {
            return enough && observed > upper;
        }
    }

    /** Judges one period of a series of counts, without population. */
    public static Outcome<Judged> judge(long[] counts, int at, Settings settings) {
        return judge(counts, QuasiPoisson.ones(counts.length), at, settings);
    }

    /**
     * Judges one period.
     *
     * @param counts     per period, oldest first
     * @param population per period, above zero
     * @param at         which period, counted from 0, with all years of history before it
     * @return fails on counts below zero, no population, too little history, or history without any count
     */
    public static Outcome<Judged> judge(long[] counts, double[] population, int at, Settings settings) {
        Optional<Failure> failure = Check.first(
                Checks.counts(counts, 1),
                Check.values("population", population, 1),
                matches(counts, population, at, settings));
        if (failure.isPresent()) {
            return Outcome.failed(failure.get());
        }
        History history = History.of(counts, population, at, settings);
        if (history.total() == 0) {
            return Outcome.failed(Reason.CONSTANT, "no counts in the history of period " + at);
        }
        Fitted fitted = fit(history, settings, true);
        if (fitted != null && !keepsTrend(fitted, history, settings)) {
            fitted = fit(history, settings, false);
        }
        return fitted == null
                ? Outcome.failed(
                        Reason.NO_CONVERGENCE, "no fit for period " + at + ", often a season without any count")
                : Outcome.of(judged(fitted, history, counts, at, settings));
    }

    private record Fitted(QuasiPoisson model, double phi, int outliers, boolean trend) {}

    private static @Nullable Fitted fit(History history, Settings settings, boolean trend) {
        double[][] rows = history.rows(trend);
        if (rows.length <= rows[0].length) {
            return null;
        }
        QuasiPoisson model =
                QuasiPoisson.fit(rows, history.counts(), history.offsets(), QuasiPoisson.ones(rows.length));
        if (model == null) {
            return trend ? fit(history, settings, false) : null;
        }
        double[] residuals = model.anscombe(Math.max(model.dispersion(), 1));
        double[] weights = new double[residuals.length];
        int outliers = 0;
        double sum = 0;
        for (int i = 0; i < weights.length; i++) {
            boolean outlier = residuals[i] > settings.outlier();
            weights[i] = outlier ? 1 / (residuals[i] * residuals[i]) : 1;
            outliers += outlier ? 1 : 0;
            sum += weights[i];
        }
        for (int i = 0; i < weights.length; i++) {
            weights[i] *= weights.length / sum;
        }
        QuasiPoisson robust = model.reweighted(weights);
        return robust == null ? null : new Fitted(robust, Math.max(robust.dispersion(), 1), outliers, trend);
    }

    /** A trend needs three years, must be clear, and may not lead beyond everything seen before. */
    private static boolean keepsTrend(Fitted fitted, History history, Settings settings) {
        if (!fitted.trend()) {
            return true;
        }
        double t = Math.abs(fitted.model().coefficients()[1]) / fitted.model().standardError(1);
        double p = 2 * TDistribution.of(fitted.model().degreesOfFreedom()).survivalProbability(t);
        double expected = fitted.model().mean(history.now(true), history.offsetNow());
        return settings.years() >= 3
                && (p < settings.trendAlpha() || settings.trendAlpha() == 1)
                && expected <= history.highest();
    }

    private static Judged judged(Fitted fitted, History history, long[] counts, int at, Settings settings) {
        double[] now = history.now(fitted.trend());
        double mean = fitted.model().mean(now, history.offsetNow());
        double error = mean * fitted.model().linearError(now);
        long observed = counts[at];
        double upper;
        double p;
        if (settings.threshold() == Threshold.POWER) {
            double sd = Math.sqrt(4 / 9.0 * Math.cbrt(mean) * (fitted.phi() + error * error / mean));
            double centre = Math.cbrt(mean * mean);
            double z = NormalDistribution.of(0, 1).inverseSurvivalProbability(settings.alpha());
            upper = Math.pow(centre + z * sd, 1.5);
            p = NormalDistribution.of(0, 1)
                    .survivalProbability((Math.cbrt((double) observed * observed) - centre) / sd);
        } else if (fitted.phi() > 1 + 1e-9) {
            NegativeBinomial law = new NegativeBinomial(mean / (fitted.phi() - 1), 1 / fitted.phi());
            upper = law.upper(settings.alpha());
            p = law.atLeast(observed);
        } else {
            PoissonDistribution law = PoissonDistribution.of(mean);
            upper = law.inverseSurvivalProbability(settings.alpha());
            p = observed == 0 ? 1 : law.survivalProbability((int) Math.min(observed - 1, Integer.MAX_VALUE));
        }
        long recent = 0;
        for (int i = Math.max(0, at - settings.fewestOver() + 1); i <= at; i++) {
            recent += counts[i];
        }
        return new Judged(
                at,
                observed,
                mean,
                upper,
                p,
                fitted.phi(),
                fitted.trend() ? fitted.model().coefficients()[1] : 0,
                history.size(),
                fitted.outliers(),
                recent >= settings.fewest());
    }

    private static Optional<Failure> matches(long[] counts, double[] population, int at, Settings settings) {
        int first = at - settings.years() * settings.period() - settings.halfWindow();
        Optional<Failure> failure = Check.first(
                Check.sameLength("counts", counts.length, "populations", population.length),
                Check.that(at >= 0 && at < counts.length, Reason.OUT_OF_RANGE, "period " + at + " of " + counts.length),
                Check.that(first >= 0, Reason.TOO_FEW, -first + " periods of history are missing before period " + at));
        for (int i = first; failure.isEmpty() && i <= at; i++) {
            failure = Check.that(
                    population[i] > 0, Reason.NOTHING_TO_DIVIDE_BY, "period " + i + ": population " + population[i]);
        }
        return failure;
    }

    /** Negative binomial with a size that need not be whole, which the library's Pascal distribution asks for. */
    private record NegativeBinomial(double size, double success) {

        double atLeast(long count) {
            return count == 0 ? 1 : Beta.regularizedBeta(1 - success, count, size);
        }

        double upper(double alpha) {
            long low = -1;
            long high = 1;
            while (atLeast(high + 1) > alpha) {
                low = high;
                high *= 2;
            }
            while (high - low > 1) {
                long middle = (low + high) / 2;
                if (atLeast(middle + 1) > alpha) {
                    low = middle;
                } else {
                    high = middle;
                }
            }
            return high;
        }
    }

    /** The periods that serve as history, each with its block of the season. */
    private record History(
            List<Integer> places,
            List<Integer> blocks,
            double[] counts,
            double[] offsets,
            int at,
            double offsetNow,
            int levels) {

        static History of(long[] counts, double[] population, int at, Settings settings) {
            List<Integer> places = new ArrayList<>();
            List<Integer> blocks = new ArrayList<>();
            int oldest = at - settings.years() * settings.period();
            for (int i = oldest - settings.halfWindow(); i < at - settings.leftOut(); i++) {
                int block = block(Math.floorMod(i - oldest, settings.period()), settings);
                if (i < at && block >= 0) {
                    places.add(i);
                    blocks.add(block);
                }
            }
            double[] chosen = places.stream().mapToDouble(i -> counts[i]).toArray();
            double[] offsets =
                    places.stream().mapToDouble(i -> Math.log(population[i])).toArray();
            return new History(places, blocks, chosen, offsets, at, Math.log(population[at]), settings.blocks());
        }

        /** 0 for the window around now, 1 and on for the rest of the year; -1 where the rest is left out. */
        private static int block(int after, Settings settings) {
            int w = settings.halfWindow();
            if (after <= w || after >= settings.period() - w) {
                return 0;
            }
            int others = settings.blocks() - 1;
            if (others == 0) {
                return -1;
            }
            int rest = settings.period() - 2 * w - 1;
            int length = rest / others;
            int longer = rest % others;
            int place = after - w - 1;
            return place < longer * (length + 1)
                    ? 1 + place / (length + 1)
                    : 1 + longer + (place - longer * (length + 1)) / length;
        }

        double total() {
            double sum = 0;
            for (double count : counts) {
                sum += count;
            }
            return sum;
        }

        double highest() {
            double most = 0;
            for (double count : counts) {
                most = Math.max(most, count);
            }
            return most;
        }

        int size() {
            return places.size();
        }

        double[][] rows(boolean trend) {
            double[][] rows = new double[places.size()][];
            for (int i = 0; i < rows.length; i++) {
                rows[i] = row(places.get(i), blocks.get(i), trend);
            }
            return rows;
        }

        double[] now(boolean trend) {
            return row(at, 0, trend);
        }

        private double[] row(int place, int block, boolean trend) {
            int fixed = trend ? 2 : 1;
            double[] row = new double[fixed + levels - 1];
            row[0] = 1;
            if (trend) {
                // counted back from now, so that the columns are of comparable size
                row[1] = place - at;
            }
            if (block > 0) {
                row[fixed + block - 1] = 1;
            }
            return row;
        }
    }
}
