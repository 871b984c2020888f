/**
 * How long things take while some are still going on: waiting, help, stays. Curves, their median and restricted mean, tests
 * between groups, regression, several ways to end, and waiting lists seen through a window.
 *
 * <p>A duration that is not over is never dropped and never counted as over. Times are numbers in one unit of the
 * caller's choice (days); the answers are in the same unit. Not here: what counts as the start.
 */
@NullMarked
package nl.leercirkel.statistics.duration;

import org.jspecify.annotations.NullMarked;
