/**
 * Shares, counts and means of one or two samples: intervals, tests, corrections for many tests, and how many observations
 * a pilot needs before it starts.
 *
 * <p>Inputs are counts and arrays, never changed. Every answer is an {@link nl.leercirkel.statistics.Outcome}. Not here:
 * durations with people still waiting ({@code duration}), comparison of many areas ({@code comparison}).
 */
@NullMarked
package nl.leercirkel.statistics.sample;

import org.jspecify.annotations.NullMarked;
