/**
 * What a module tells the shell around its pages: entries in the navigation along the circle, what waits for somebody,
 * what can be found by searching, sources of figures, and notices. Floor 2: interfaces and values only; web collects and
 * shows them, and source the sources.
 */
@NullMarked
package nl.leercirkel.shell;

import org.jspecify.annotations.NullMarked;
