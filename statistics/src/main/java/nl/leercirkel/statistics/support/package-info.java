/**
 * What the estimators share inside this library: checks of input, exact sums, distribution functions. Not exported.
 */
@NullMarked
package nl.leercirkel.statistics.support;

import org.jspecify.annotations.NullMarked;
