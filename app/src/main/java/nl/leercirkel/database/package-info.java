/**
 * The database server: starts and stops the PostgreSQL that Leercirkel brings along, or makes an external one ready, and
 * says with which credentials to connect.
 *
 * <p>Owns the data folder (its lock, the unpacked programs, the database files, the secrets) and the three roles: a
 * superuser that only prepares, an owner for migrations and backups, and a runtime role that owns nothing, so that
 * row-level security holds for it.
 *
 * <p>May use: the JDBC driver, commons-compress, SLF4J. Not its job: connection pools, migrations, transactions, tables,
 * and anything of Spring.
 */
@NullMarked
package nl.leercirkel.database;

import org.jspecify.annotations.NullMarked;
