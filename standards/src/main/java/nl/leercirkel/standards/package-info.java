/**
 * What every reader of an outside format shares: where something stands in a file, and a finding about it.
 *
 * <p>Pure Java: no Spring, no database. A reader takes a stream, keeps one record in memory and never opens anything the
 * file points at.
 */
@NullMarked
package nl.leercirkel.standards;

import org.jspecify.annotations.NullMarked;
