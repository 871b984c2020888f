/**
 * One series over time: is it in control, did it change, what comes next, and does what came deviate from that.
 *
 * <p>Control charts and run rules, change points, exponential smoothing (ETS), ARIMA with regressors, the local level, backtests,
 * the alarm on a prognosis, and outbreak detection. Uses the shared types of {@link nl.leercirkel.statistics} only. Comparing a
 * series with other units (a counterfactual from peers) is not its job.
 */
@NullMarked
package nl.leercirkel.statistics.series;

import org.jspecify.annotations.NullMarked;
