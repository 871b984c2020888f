/**
 * A published value as it was published: known, missing, suppressed or not comparable, with where it came from.
 *
 * <p>No number stands for "no number" here: a cell that the publisher left empty is {@link Figure.Missing}, never zero.
 */
@NullMarked
package nl.leercirkel.standards.figure;

import org.jspecify.annotations.NullMarked;
