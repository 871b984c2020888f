/**
 * Tables of facts that come with this library: codes, names and dates in our own format, beside the package that uses them.
 * Not exported.
 */
@NullMarked
package nl.leercirkel.standards.facts;

import org.jspecify.annotations.NullMarked;
