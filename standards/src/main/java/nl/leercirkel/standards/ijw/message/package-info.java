/**
 * The messages of iJw and iWmo as values, one record per message class of the standard. A forward message and its return
 * message share their records: in a forward message the return codes are empty.
 *
 * <p>Records hold a message that is right in structure; whether it keeps the rules is another matter. Amounts are cents, dates
 * local dates. What says something about a person ({@link nl.leercirkel.standards.ijw.message.Bsn}, names) never shows in {@code
 * toString}. Not here: reading and writing.
 */
@NullMarked
package nl.leercirkel.standards.ijw.message;

import org.jspecify.annotations.NullMarked;
