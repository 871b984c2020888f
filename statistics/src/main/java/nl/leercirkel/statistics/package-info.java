/**
 * What every estimator shares: an estimate with its interval and n, a p-value with its test, and the outcome that is
 * either a result or a named reason why there is none.
 *
 * <p>Pure functions of immutable inputs: no Spring, no files, no clock, and no random numbers without a seed that stands in
 * the result. Texts for people are not made here; a reason is a code with the values that explain it.
 */
@NullMarked
package nl.leercirkel.statistics;

import org.jspecify.annotations.NullMarked;
