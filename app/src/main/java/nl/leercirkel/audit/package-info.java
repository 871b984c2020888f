/**
 * The append-only log of who read, searched, changed and exported what, and when: one entry per request. Owns the schema
 * audit. Floor 3: may use security, database and shell. What changed inside a project is not its job (portfolio keeps
 * its own history).
 */
@NullMarked
package nl.leercirkel.audit;

import org.jspecify.annotations.NullMarked;
