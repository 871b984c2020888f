package nl.leercirkel.statistics.effect;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import nl.leercirkel.statistics.Caveat;
import nl.leercirkel.statistics.Estimate;
import nl.leercirkel.statistics.Failure;
import nl.leercirkel.statistics.Interval;
import nl.leercirkel.statistics.Outcome;
import nl.leercirkel.statistics.series.Portmanteau;
import nl.leercirkel.statistics.support.Check;
import nl.leercirkel.statistics.support.Spd;

/**
 * One series before and after a change: the trend before is drawn on, and the effect is how far the series lies from it. It is
 * the effect of the change when nothing else happened at that moment and the trend would have gone on; a control series takes
 * away what happened to both.
 *
 * @param level how far the series jumped in the first period after
 * @param slope how much its trend changed, per period; empty when the design has none
 * @param mean effect per period, over all periods after
 * @param last effect in the last period
 * @param trendBefore per period; in a difference of two series it should be about 0
 * @param path per period what was seen, fitted and would have been
 * @param diagnostics of the errors
 * @param errors how their hanging together was treated
 * @see "Wagner et al. (2002), Segmented regression analysis of interrupted time series studies, J. Clinical Pharmacy and
 *     Therapeutics 27; Bernal, Cummins and Gasparrini (2017), Int. J. Epidemiology 46"
 */
public record InterruptedSeries(
        Effect level,
        Optional<Effect> slope,
        Effect mean,
        Effect last,
        Estimate trendBefore,
        List<Point> path,
        Diagnostics diagnostics,
        SerialErrors errors) {

    private static final int SHORT = 24;
    private static final int SHORT_SIDE = 8;

    /** A series this short leaves Newey-West and Prais-Winsten too sure of themselves (Turner et al. 2021). */
    private static final int LONG = 100;

    /**
     * One period.
     *
     * @param period index
     * @param observed the value of the series
     * @param fitted by the regression
     * @param counterfactual what the trend and season before lead one to expect without the change
     * @param effect observed by the regression in this period, with its pointwise interval; empty before the change and
     *     in the phase-in
     */
    public record Point(int period, double observed, double fitted, double counterfactual, Optional<Estimate> effect) {}

    /**
     * How the errors behave.
     *
     * @param durbinWatson of the least squares residuals; 2 without autocorrelation, towards 0 with
     * @param autocorrelation the method's own estimate of the correlation between neighbours; of the least squares residuals
     *     where the method has none
     * @param residuals test for autocorrelation in the least squares residuals
     * @param innovations the same after first-order autocorrelation was taken out; a small p-value: a longer memory is left
     */
    public record Diagnostics(
            double durbinWatson, double autocorrelation, Portmanteau residuals, Portmanteau innovations) {}

    public InterruptedSeries {
        path = List.copyOf(path);
    }

    /** With the autocorrelation integrated out and 95% intervals. */
    public static Outcome<InterruptedSeries> of(double[] values, SeriesDesign design) {
        return of(values, design, new SerialErrors.Integrated(), .95);
    }

    /**
     * Estimates the change.
     *
     * @param values one per period, equally spaced, without gaps
     * @param level of the intervals
     * @return NO_DATA, NOT_A_NUMBER; OUT_OF_RANGE for a level, start, phase-in, season or lag that cannot be; TOO_FEW below
     *     three periods before or after, or for the columns; CONSTANT when the series lies on the line; NOT_IDENTIFIED when
     *     season and change cannot be told apart; NO_CONVERGENCE of Prais-Winsten
     */
    public static Outcome<InterruptedSeries> of(
            double[] values, SeriesDesign design, SerialErrors errors, double level) {
        Optional<Failure> failure =
                Check.first(Check.level(level), Check.values("series", values, 1), design.check(values.length));
        if (failure.isPresent()) {
            return Outcome.failed(failure.get());
        }
        double[][] rows = design.rows(values.length);
        return SerialFit.of(rows, values, errors)
                .flatMap(fit ->
                        new Reading(values, design, errors, level, fit, diagnose(rows, values, fit, design)).read());
    }

    /**
     * One effect alone, for many series in a row; failures of {@link #of(double[], SeriesDesign, SerialErrors, double)}.
     *
     * @param which of the coefficients the effect is, as a weighted sum
     */
    static Outcome<Effect> oneEffect(
            double[] values, SeriesDesign design, double[] which, SerialErrors errors, double level) {
        Optional<Failure> failure =
                Check.first(Check.level(level), Check.values("series", values, 1), design.check(values.length));
        if (failure.isPresent()) {
            return Outcome.failed(failure.get());
        }
        double scale = Arrays.stream(values).map(Math::abs).max().orElse(0);
        return SerialFit.of(design.rows(values.length), values, errors)
                .flatMap(fit -> fit.combination(which).effect(level, scale, values.length, errors.code(), Set.of()));
    }

    /**
     * A series and a control series over the same periods that had no change: the difference between the two is followed. Shocks
     * to both fall away; the two must be in the same unit.
     *
     * @return failures of {@link #of}; DO_NOT_MATCH for series of different length
     */
    public static Outcome<Controlled> controlled(
            double[] values, double[] control, SeriesDesign design, SerialErrors errors, double level) {
        Optional<Failure> failure = Check.first(
                Check.values("series", values, 1),
                Check.values("control", control, 1),
                Check.sameLength("series", values.length, "control", control.length));
        if (failure.isPresent()) {
            return Outcome.failed(failure.get());
        }
        double[] difference = new double[values.length];
        Arrays.setAll(difference, t -> values[t] - control[t]);
        return of(difference, design, errors, level)
                .flatMap(effect -> of(values, design, errors, level)
                        .flatMap(alone ->
                                of(control, design, errors, level).map(other -> new Controlled(effect, alone, other))));
    }

    /**
     * With a control series.
     *
     * @param difference the answer; its trend before should be about 0
     * @param alone the series by itself
     * @param control the control series by itself: a change there is what else happened
     */
    public record Controlled(InterruptedSeries difference, InterruptedSeries alone, InterruptedSeries control) {}

    /**
     * The same series under every treatment of the errors, side by side; a finding that depends on the choice is no finding.
     *
     * @param lag of Newey-West
     */
    public static Map<SerialErrors, Outcome<InterruptedSeries>> sideBySide(
            double[] values, SeriesDesign design, int lag, double level) {
        Map<SerialErrors, Outcome<InterruptedSeries>> all = new LinkedHashMap<>();
        for (SerialErrors errors : List.of(
                new SerialErrors.Integrated(),
                new SerialErrors.PraisWinsten(),
                new SerialErrors.NeweyWest(lag),
                new SerialErrors.Independent())) {
            all.put(errors, of(values, design, errors, level));
        }
        return Collections.unmodifiableMap(all);
    }

    private static Diagnostics diagnose(double[][] rows, double[] values, SerialFit fit, SeriesDesign design) {
        AutoregressiveFit plain = AutoregressiveFit.of(rows, values, 0).orElseThrow();
        double[] residuals = plain.innovations();
        double squares = 0;
        double steps = 0;
        double products = 0;
        for (int t = 0; t < residuals.length; t++) {
            squares += residuals[t] * residuals[t];
            steps += t == 0 ? 0 : Math.pow(residuals[t] - residuals[t - 1], 2);
            products += t == 0 ? 0 : residuals[t] * residuals[t - 1];
        }
        double own = squares == 0 ? 0 : products / squares;
        double correlation = fit.correlation() == 0 ? own : fit.correlation();
        double[] innovations =
                AutoregressiveFit.of(rows, values, correlation).orElse(plain).innovations();
        return new Diagnostics(
                squares == 0 ? 2 : steps / squares,
                correlation,
                Portmanteau.of(residuals, design.season(), 0),
                Portmanteau.of(innovations, design.season(), 1));
    }

    /** Everything asked of one fit. */
    private record Reading(
            double[] values,
            SeriesDesign design,
            SerialErrors errors,
            double level,
            SerialFit fit,
            Diagnostics diagnostics) {

        Outcome<InterruptedSeries> read() {
            int n = values.length;
            return effect(design.unit(2))
                    .flatMap(jump -> effect(design.meanEffect(n))
                            .flatMap(mean -> effect(design.effectIn(n - 1))
                                    .flatMap(last -> slope().map(slope -> new InterruptedSeries(
                                            jump,
                                            slope,
                                            mean,
                                            last,
                                            estimate(design.unit(1)),
                                            path(),
                                            diagnostics,
                                            errors)))));
        }

        private Outcome<Optional<Effect>> slope() {
            return design.slopeChange() ? effect(design.unit(3)).map(Optional::of) : Outcome.of(Optional.empty());
        }

        private Outcome<Effect> effect(double[] combination) {
            double scale = Arrays.stream(values).map(Math::abs).max().orElse(0);
            return fit.combination(combination).effect(level, scale, values.length, errors.code(), caveats());
        }

        private Estimate estimate(double[] combination) {
            StudentMixture known = fit.combination(combination);
            double mean = known.mean();
            double tail = (1 - level) / 2;
            return new Estimate(
                    mean,
                    new Interval(Math.min(mean, known.quantile(tail)), Math.max(mean, known.quantile(1 - tail)), level),
                    values.length,
                    errors.code(),
                    caveats());
        }

        private List<Point> path() {
            double[] coefficients = fit.coefficients();
            List<Point> path = new ArrayList<>();
            for (int t = 0; t < values.length; t++) {
                path.add(new Point(
                        t,
                        values[t],
                        Spd.dot(design.row(t, true), coefficients),
                        Spd.dot(design.row(t, false), coefficients),
                        t < design.firstAfter() ? Optional.empty() : Optional.of(estimate(design.effectIn(t)))));
            }
            return path;
        }

        private Set<Caveat> caveats() {
            Set<Caveat> caveats = EnumSet.noneOf(Caveat.class);
            int n = values.length;
            boolean integrated = errors instanceof SerialErrors.Integrated;
            if (n < (integrated ? SHORT : LONG)
                    || design.start() < SHORT_SIDE
                    || n - design.firstAfter() < SHORT_SIDE) {
                caveats.add(Caveat.FEW_OBSERVATIONS);
            }
            boolean doubtful = errors instanceof SerialErrors.Independent
                    ? diagnostics.residuals().pValue() < .05
                    : diagnostics.innovations().pValue() < .05;
            if (doubtful && !(errors instanceof SerialErrors.NeweyWest)) {
                caveats.add(Caveat.ASSUMPTION_DOUBTFUL);
            }
            return caveats;
        }
    }
}
