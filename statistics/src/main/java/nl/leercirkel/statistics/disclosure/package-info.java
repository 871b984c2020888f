/**
 * Secrecy of published tables: which cells would tell something about one person or provider, what must be left out, rounded or
 * noised so that nobody can work them out, and the proof that nobody can.
 *
 * <p>A {@link nl.leercirkel.statistics.disclosure.Table} has named dimensions, each a hierarchy of codes. A
 * {@link nl.leercirkel.statistics.disclosure.Policy} says what is secret. {@link nl.leercirkel.statistics.disclosure.Suppression}
 * gives a {@link nl.leercirkel.statistics.disclosure.PublishedTable} with its
 * {@link nl.leercirkel.statistics.disclosure.Proof}, or a named failure. Who may see the unprotected table, and how a suppressed cell
 * looks on a page, is not its job.
 */
@NullMarked
package nl.leercirkel.statistics.disclosure;

import org.jspecify.annotations.NullMarked;
