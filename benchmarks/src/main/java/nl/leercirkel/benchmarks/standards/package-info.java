/** What the readers of {@code nl.leercirkel.standards} do per row, and that they need no more memory for more rows. */
@NullMarked
package nl.leercirkel.benchmarks.standards;

import org.jspecify.annotations.NullMarked;
