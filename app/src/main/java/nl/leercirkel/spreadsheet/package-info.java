/**
 * Spreadsheets as people bring them, XLSX and ODS, read as a stream within limits and without running anything in them; and CSV
 * written as a stream, in which nothing runs either. Owns no table and no page. Floor 1: every module may use it, it uses none. What the cells mean is not its job.
 */
@NullMarked
package nl.leercirkel.spreadsheet;

import org.jspecify.annotations.NullMarked;
