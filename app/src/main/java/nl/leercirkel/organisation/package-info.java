/**
 * Municipalities, youth regions and the authorities that use this installation; partner organisations with their kinds.
 * Owns the schema organisation. Floor 4: may use security, chart, database, shell, audit and job. People and their
 * roles are not its job (identity).
 */
@NullMarked
package nl.leercirkel.organisation;

import org.jspecify.annotations.NullMarked;
