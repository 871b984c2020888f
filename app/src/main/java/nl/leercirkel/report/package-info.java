/**
 * Documents that leave the house: evaluation reports of programmes, from one content model, shown as page, as DOCX to edit
 * and as tagged PDF to publish.
 *
 * <p>Owns the content model ({@code report.document}), what draws it ({@code report.render}), and the reports themselves
 * with their pages. Floor 9: may use every lower module to fill a document; owns no tables. Not its job: keeping figures.
 * It adds up what it shows, holds that against what the source says, and shows it the same in every format.
 */
@NullMarked
package nl.leercirkel.report;

import org.jspecify.annotations.NullMarked;
