/** Leercirkel: each package directly below this one is a module; docs/architecture.md draws them. */
@NullMarked
package nl.leercirkel;

import org.jspecify.annotations.NullMarked;
