/**
 * Policy information about youth care (Beleidsinformatie Jeugd), as annex 2 of the Regeling Jeugdwet, version 7, defines it:
 * records, code lists, keys, what may overlap, how a correction replaces a delivery, and the national outcome set.
 *
 * <p>The protocol says what is delivered, not in which positions or columns: CBS publishes that apart, and it is not in what
 * this library was made from. A {@link BijLayout} therefore is data that a user can load; the two that come with it are our
 * own choice.
 *
 * <p>Citizen service numbers pass through the records of this package because the protocol asks for them; no finding and no
 * {@code toString} shows one.
 */
@NullMarked
package nl.leercirkel.standards.bij;

import org.jspecify.annotations.NullMarked;
