package nl.leercirkel.organisation.map;

import org.jspecify.annotations.Nullable;

/**
 * A municipality on the map.
 *
 * @param code four digits, as in the boundaries
 * @param href where it leads; null for none
 */
public record MapPlace(String code, String name, @Nullable String href) {}
