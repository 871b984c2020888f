/** What the tests share: a database, a clock that can be moved, a browser without a screen, people to sign in. */
@NullMarked
package nl.leercirkel.support;

import org.jspecify.annotations.NullMarked;
