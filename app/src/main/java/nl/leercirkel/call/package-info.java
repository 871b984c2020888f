/**
 * Calls for applications within a programme: what a call asks and is scored on, the applications of partners with every
 * version that was handed in, their assessment by several people, and the decision that makes an awarded application a
 * project. Owns the schema call. Floor 7: may use security, shell, database, organisation, identity and portfolio. Keeping
 * the project afterwards is not its job (portfolio), nor is writing about it (report).
 */
@NullMarked
package nl.leercirkel.call;

import org.jspecify.annotations.NullMarked;
