@NullMarked
package nl.leercirkel.organisation;

import org.jspecify.annotations.NullMarked;
