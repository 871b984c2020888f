/**
 * What the messages of iJw and iWmo look like: elements, order, cardinality, values and code lists, as data of our own.
 *
 * <p>The facts stand in two text files beside this package; {@link nl.leercirkel.standards.ijw.definition.Definitions}
 * reads them once. Not here: reading or writing XML, and the rules that look at more than one value.
 */
@NullMarked
package nl.leercirkel.standards.ijw.definition;

import org.jspecify.annotations.NullMarked;
