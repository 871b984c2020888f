package nl.leercirkel.organisation.map;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** The content of a border file, of either format. */
sealed interface RawFile {

    List<RawShape> shapes();

    record GeoJson(List<RawShape> shapes) implements RawFile {}

    /**
     * @param arcs a list of lines
     * @param transform scale x and y, translation x and y; null when the arcs hold plain coordinates
     */
    record TopoJson(List<RawShape> shapes, Nested arcs, double @Nullable [] transform) implements RawFile {}
}
