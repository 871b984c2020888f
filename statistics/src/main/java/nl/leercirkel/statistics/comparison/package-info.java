/**
 * Municipalities beside each other: deciles, indices, standardised rates, funnel limits, shrinkage, neighbours that look
 * alike, merged areas, and what a change in costs is made of.
 *
 * <p>Counts published in fives enter as {@link nl.leercirkel.statistics.comparison.RoundedCount} and keep their margin
 * up to the last figure. Not here: which municipalities to compare, and maps.
 */
@NullMarked
package nl.leercirkel.statistics.comparison;

import org.jspecify.annotations.NullMarked;
