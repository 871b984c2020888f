/**
 * Who somebody is and what they may do: roles, rights, the acting person of a request or job. Owns no table and knows no
 * page. Floor 1: every module may use it, it uses none. Signing in is not its job (identity), nor what is written down
 * about it (audit).
 */
@NullMarked
package nl.leercirkel.security;

import org.jspecify.annotations.NullMarked;
