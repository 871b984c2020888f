package nl.leercirkel.organisation.map;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One area as it stands in the file, not yet judged.
 *
 * @param where how to point at it in a message, in Dutch
 * @param group the TopoJSON object it belongs to; empty in GeoJSON
 * @param geometry type of geometry; null when it has none
 * @param numbers GeoJSON coordinates or TopoJSON arc numbers
 */
record RawShape(
        String where,
        String group,
        @Nullable String geometry,
        @Nullable Nested numbers,
        @Nullable String id,
        Map<String, String> properties) {}
