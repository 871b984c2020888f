/**
 * Reads and writes messages of iJw and iWmo as streams: {@link nl.leercirkel.standards.ijw.stream.MessageReader} checks the
 * structure and hands over typed parts in one pass, {@link nl.leercirkel.standards.ijw.stream.MessageWriter} writes them.
 *
 * <p>Memory does not grow with the file: one client at a time is kept. Nothing the file points at is opened, and a document
 * type (so any entity) is refused. Not here: rules that look at more than one value.
 */
@NullMarked
package nl.leercirkel.standards.ijw.stream;

import org.jspecify.annotations.NullMarked;
