/**
 * What the library {@code nl.leercirkel.standards} promises to do fast: reading, checking and mapping messages beside a bare
 * pass of the same parser, and episodes from the messages of up to a million clients. Made-up clients; BSNs are no one's.
 */
@NullMarked
package nl.leercirkel.benchmarks.standards;

import org.jspecify.annotations.NullMarked;
