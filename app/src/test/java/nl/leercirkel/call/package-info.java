/** Tests of calls and applications. */
@NullMarked
package nl.leercirkel.call;

import org.jspecify.annotations.NullMarked;
