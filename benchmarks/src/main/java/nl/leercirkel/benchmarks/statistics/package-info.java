/**
 * What the library {@code nl.leercirkel.statistics} promises to do fast, on data from a fixed seed. Each job is measured twice:
 * warm, and as a whole job in a new JVM that has not compiled anything yet (methods that end in {@code WholeJob}).
 */
@NullMarked
package nl.leercirkel.benchmarks.statistics;

import org.jspecify.annotations.NullMarked;
