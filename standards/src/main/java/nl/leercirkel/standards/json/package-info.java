/** Reading JSON as a stream within limits, with faults as findings. Not exported. */
@NullMarked
package nl.leercirkel.standards.json;

import org.jspecify.annotations.NullMarked;
