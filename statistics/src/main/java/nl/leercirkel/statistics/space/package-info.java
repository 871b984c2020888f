/**
 * Places on a map: hot and cold spots, whether neighbours look alike, and smoothed rates.
 *
 * <p>Places are points (Cartesian, RD or longitude and latitude) or areas with their neighbours. Not here: boundaries, drawing, and
 * where the counts come from. A scan on exact counts gives people away; what may be published is
 * {@link nl.leercirkel.statistics.space.PublishedScan}.
 */
@NullMarked
package nl.leercirkel.statistics.space;

import org.jspecify.annotations.NullMarked;
