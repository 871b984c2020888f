/**
 * The command {@code leercirkel valideer}: prints what is wrong with a file of one of the standards, in Dutch.
 *
 * <p>A kind of file is one {@link nl.leercirkel.standards.command.FileCheck}; a new kind is added to the list in {@link
 * nl.leercirkel.standards.command.Validate}. Not here: the checking itself.
 */
@NullMarked
package nl.leercirkel.standards.command;

import org.jspecify.annotations.NullMarked;
