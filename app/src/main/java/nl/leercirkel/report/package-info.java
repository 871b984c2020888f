/**
 * Documents that leave the house: one content model, shown as part of a page, as DOCX to edit and as tagged PDF to publish.
 *
 * <p>Owns the content model ({@code report.document}) and what draws it ({@code report.render}). May use every lower
 * module to fill a document. Not its job: computing figures. A number arrives here as text with its source note, and is
 * shown the same in every format.
 */
@NullMarked
package nl.leercirkel.report;

import org.jspecify.annotations.NullMarked;
