@NullMarked
package nl.leercirkel.organisation.map;

import org.jspecify.annotations.NullMarked;
