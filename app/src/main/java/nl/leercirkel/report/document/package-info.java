/**
 * What a document says, apart from how it looks: immutable values that cannot be built in a state no format could show.
 *
 * <p>Uses nothing but the JDK. Not its job: drawing (see {@code report.render}) and reading data.
 */
@NullMarked
package nl.leercirkel.report.document;

import org.jspecify.annotations.NullMarked;
