/**
 * Effects in one or a few units, against a comparison that is made of units that were not treated: synthetic control, synthetic
 * difference-in-differences, what chance alone would give (placebo, conformal), and what can be shown at all before a run.
 *
 * <p>Reads a {@link nl.leercirkel.statistics.panel.Panel}; uses {@code sample} and {@code support}. Not here: comparisons of
 * many treated with many untreated units, one series without comparison, and the choice of donors.
 */
@NullMarked
package nl.leercirkel.statistics.synthetic;

import org.jspecify.annotations.NullMarked;
