/**
 * Key figures of districts and neighbourhoods (Kerncijfers wijken en buurten) of CBS, in the spellings in which people have
 * them: exports of the old open data service (names with a position suffix), the yearly file (short names such as
 * {@code a_inw}) and the bundle of the new service (one row per observation).
 *
 * <p>Columns are recognised by a table of names, {@code topics.csv}; a column that is not in it is named in a finding and left
 * out. A topic that CBS redefined is another topic, or has a break: figures before and after are not comparable.
 */
@NullMarked
package nl.leercirkel.standards.kwb;

import org.jspecify.annotations.NullMarked;
