/**
 * Least squares, logistic regression and analysis of variance, with the digits that NIST's reference sets ask for.
 *
 * <p>Predictors are rows of numbers, one row per unit. Not here: choosing predictors, and what an effect means.
 */
@NullMarked
package nl.leercirkel.statistics.linear;

import org.jspecify.annotations.NullMarked;
