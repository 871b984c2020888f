/** Rows out of files of any kind: CSV, XLSX, ODS and JSON. What the columns mean is the business of the packages beside it. */
@NullMarked
package nl.leercirkel.source.table;

import org.jspecify.annotations.NullMarked;
