package nl.leercirkel.organisation.map;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A group of municipalities that gets one colour and one outline.
 *
 * @param label what a screen reader says of its link
 * @param href where the region leads; null when its municipalities have links of their own, or when there is none
 */
public record MapRegion(
        String code, String name, String label, @Nullable String href, List<MapPlace> places) {

    public MapRegion {
        places = List.copyOf(places);
        if (href != null && places.stream().anyMatch(place -> place.href() != null)) {
            throw new IllegalArgumentException("a link within a link: region " + code);
        }
    }
}
