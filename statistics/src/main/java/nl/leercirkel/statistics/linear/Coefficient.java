package nl.leercirkel.statistics.linear;

import nl.leercirkel.statistics.Interval;

/**
 * One coefficient of a fitted model.
 *
 * @param value change of the outcome (or its logit or log hazard) per unit of the predictor
 * @param standardError above or equal to 0
 * @param statistic value over standard error: t in least squares, z elsewhere
 * @param pValue two-sided
 * @param interval around the value
 */
public record Coefficient(double value, double standardError, double statistic, double pValue, Interval interval) {}
