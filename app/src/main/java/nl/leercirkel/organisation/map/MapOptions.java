package nl.leercirkel.organisation.map;

import org.jspecify.annotations.Nullable;

/**
 * How to draw a map.
 *
 * @param id makes the identifiers within the SVG unique on the page
 * @param title what the map is
 * @param description what it shows, for who cannot see it; say where the same facts stand as text
 * @param highlighted code of the region to bring forward; null for none
 * @param zoomed whether only the surroundings of the highlighted region are drawn
 */
public record MapOptions(
        String id,
        String title,
        String description,
        @Nullable String highlighted,
        boolean zoomed) {

    public MapOptions {
        if (!id.matches("[A-Za-z][A-Za-z0-9-]*")) {
            throw new IllegalArgumentException("not an identifier: " + id);
        }
        if (zoomed && highlighted == null) {
            throw new IllegalArgumentException("zoom needs a region");
        }
    }

    /** The whole country. */
    public static MapOptions overview(String id, String title, String description) {
        return new MapOptions(id, title, description, null, false);
    }
}
