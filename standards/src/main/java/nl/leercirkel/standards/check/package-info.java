/**
 * Checks any table file of this library: recognises what it is and gives its findings. The command {@code leercirkel valideer}
 * stands on this.
 */
@NullMarked
package nl.leercirkel.standards.check;

import org.jspecify.annotations.NullMarked;
