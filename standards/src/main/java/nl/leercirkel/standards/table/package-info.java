/**
 * Reading table files that people hand over: which encoding, which separator, where it breaks off, how a number is written.
 *
 * <p>A reader keeps one row in memory. What is wrong is a {@link Finding} with its place, in Dutch; nothing a file holds
 * makes a reader throw, hang or run out of memory. Which columns mean what is the business of the packages that use this.
 */
@NullMarked
package nl.leercirkel.standards.table;

import org.jspecify.annotations.NullMarked;
