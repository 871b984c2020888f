/**
 * Open data of Statistics Netherlands (CBS) over both of its services: version 3, wide, and version 4, long. Whatever the
 * version, a caller sees a table with dimensions and topics, and rows of figures with their unit, status and source line.
 *
 * <p>Answers come through a {@link CbsTransport}: over HTTP, or from files saved in the same shapes. Keys are trimmed on
 * reading and padded again in a filter; a topic is known by its name without the position, which changes from year to year.
 *
 * <p>Data of CBS are CC BY 4.0: show the attribution of {@link nl.leercirkel.standards.figure.Provenance} beside a figure.
 */
@NullMarked
package nl.leercirkel.standards.cbs;

import org.jspecify.annotations.NullMarked;
