/**
 * The database of the installation: starting the embedded PostgreSQL or connecting to an external one, migrations, and
 * transactions that carry the authority and the person to the row-level security. Owns the schema tenancy. Floor 2:
 * uses security only. Tables of other modules are not its job.
 */
@NullMarked
package nl.leercirkel.database;

import org.jspecify.annotations.NullMarked;
