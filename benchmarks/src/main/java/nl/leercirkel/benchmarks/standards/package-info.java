/**
 * What the library {@code nl.leercirkel.standards} promises to do fast: reading, checking and mapping messages beside a bare
 * pass of the same parser, episodes from the messages of up to a million clients, and rows of tables in memory that does not
 * grow with their number. Made-up clients; BSNs are no one's.
 */
@NullMarked
package nl.leercirkel.benchmarks.standards;

import org.jspecify.annotations.NullMarked;
