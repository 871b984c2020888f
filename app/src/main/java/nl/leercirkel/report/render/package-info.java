/**
 * Draws a {@link nl.leercirkel.report.document.Document} as HTML fragment, DOCX or tagged PDF.
 *
 * <p>The three walk the document in the same order, so headings, tables, figures and notes carry the same number
 * everywhere. Not its job: changing what the document says.
 */
@NullMarked
package nl.leercirkel.report.render;

import org.jspecify.annotations.NullMarked;
