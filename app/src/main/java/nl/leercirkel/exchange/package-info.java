/**
 * The portfolio of a programme out and in: as an XLSX workbook to work on elsewhere, and as JSON for other systems. Owns
 * the schema exchange (files between preview and storing), the grammar of the workbook, and the API below /api/v1. Floor
 * 8: may use spreadsheet, security, database, shell, audit, organisation, identity and portfolio. What is valid about a project is not
 * its job: the portfolio reads and refuses, this module says in which cell it stood.
 */
@NullMarked
package nl.leercirkel.exchange;

import org.jspecify.annotations.NullMarked;
