/** What a dataset promises of its rows, and whether a row of a file keeps it. */
@NullMarked
package nl.leercirkel.source.check;

import org.jspecify.annotations.NullMarked;
