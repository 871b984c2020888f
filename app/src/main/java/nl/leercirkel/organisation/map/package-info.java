/**
 * Border files and the map of municipalities and youth regions.
 *
 * <p>Reads GeoJSON and TopoJSON that an administrator brings, keeps it compact with shared borders drawn once, and draws it as
 * SVG. Pure Java: knows no database, no web and none of the facts about regions; callers pass codes, names and links.
 *
 * <p>Not its job: fetching boundaries (they are open data and not part of the product), and figures on the map.
 */
@NullMarked
package nl.leercirkel.organisation.map;

import org.jspecify.annotations.NullMarked;
