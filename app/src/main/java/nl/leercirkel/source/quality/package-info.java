/** What can be said about the rows of a version beyond that each is well formed: gaps, odd values, jumps, sums. */
@NullMarked
package nl.leercirkel.source.quality;

import org.jspecify.annotations.NullMarked;
