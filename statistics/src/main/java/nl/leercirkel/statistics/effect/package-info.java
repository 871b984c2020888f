/**
 * Effects without an experiment, where groups, series or matched units are compared: difference-in-differences with two or
 * many moments, interrupted series, matched units, high users corrected for regression to the mean, and what a plan could
 * show at all before it starts.
 *
 * <p>Not here: synthetic control and synthetic difference-in-differences; choosing the comparison; deciding what to do.
 */
@NullMarked
package nl.leercirkel.statistics.effect;

import org.jspecify.annotations.NullMarked;
