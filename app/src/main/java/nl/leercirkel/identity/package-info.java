/**
 * Who may sign in and how: accounts, their roles per authority, sessions, invitations, local passwords with an optional
 * second step, OpenID Connect, and the gate before each page that asks for the right which the page names. Owns the
 * schema identity. Floor 5: may use security, shell, database, audit and organisation. What a role may do is not its job
 * (security), nor what the pages around it look like (web).
 */
@NullMarked
package nl.leercirkel.identity;

import org.jspecify.annotations.NullMarked;
