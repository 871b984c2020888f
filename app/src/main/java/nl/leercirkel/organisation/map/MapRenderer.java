package nl.leercirkel.organisation.map;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Draws municipalities as SVG, coloured by region. Looks come from classes only (map.css), so that a strict content security
 * policy holds. Every municipality has its name as tooltip; links can be reached by keyboard.
 */
public final class MapRenderer {

    /** Height of a name in drawing units: about 13 pixels on a map of 600. */
    private static final int LABEL_UNITS = 66;

    /** Average width of a letter against the height, on the wide side so that names do not touch borders. */
    private static final double LETTER_WIDTH = 0.55;

    private final BoundarySet boundaries;
    private final List<MapRegion> regions;
    private final MapOptions options;
    private final MapView view;
    private final Map<String, String> regionOf = new HashMap<>();
    private final StringBuilder svg = new StringBuilder();

    private MapRenderer(BoundarySet boundaries, List<MapRegion> regions, MapOptions options) {
        this.boundaries = boundaries;
        this.regions = regions;
        this.options = options;
        for (MapRegion region : regions) {
            region.places().forEach(place -> regionOf.put(place.code(), region.code()));
        }
        this.view = view();
    }

    /** The map as an SVG element to put in a page. Municipalities without boundaries are left out. */
    public static String svg(BoundarySet boundaries, List<MapRegion> regions, MapOptions options) {
        return new MapRenderer(boundaries, regions, options).draw();
    }

    private MapView view() {
        List<int[]> all = new ArrayList<>();
        List<int[]> chosen = new ArrayList<>();
        boundaries.polygons().forEach((code, polygons) -> {
            boolean inChosen = isHighlighted(regionOf.get(code));
            for (BoundarySet.Polygon polygon : polygons) {
                int[] outside = boundaries.pointsOf(polygon.rings().getFirst());
                all.add(outside);
                if (inChosen) {
                    chosen.add(outside);
                }
            }
        });
        return MapView.around(options.zoomed() && !chosen.isEmpty() ? chosen : all);
    }

    private String draw() {
        String id = options.id();
        svg.append("<svg xmlns=\"http://www.w3.org/2000/svg\" class=\"map")
                .append(options.highlighted() == null ? "" : " map-has-chosen")
                .append("\" viewBox=\"")
                .append(view.viewBox())
                .append("\" role=\"group\" aria-labelledby=\"")
                .append(id)
                .append("-title\" aria-describedby=\"")
                .append(id)
                .append("-description\">\n");
        svg.append("<title id=\"").append(id).append("-title\">").append(escaped(options.title()));
        svg.append("</title>\n<desc id=\"").append(id).append("-description\">");
        svg.append(escaped(options.description())).append("</desc>\n");
        SortedMap<String, Integer> colours = RegionColours.of(neighbouringRegions());
        for (MapRegion region : regions) {
            region(region, colours);
        }
        withoutRegion();
        outlines();
        if (options.zoomed()) {
            labels();
        }
        return svg.append("</svg>\n").toString();
    }

    private void region(MapRegion region, Map<String, Integer> colours) {
        StringBuilder places = new StringBuilder();
        for (MapPlace place : region.places()) {
            String path = path(place.code());
            if (!path.isEmpty()) {
                String shape = shape(
                        path,
                        place.name().equals(region.name()) ? place.name() : place.name() + " (" + region.name() + ")");
                places.append(
                        place.href() == null ? shape : link("map-link", place.href(), place.name(), shape, false));
            }
        }
        if (places.isEmpty()) {
            return;
        }
        boolean chosen = isHighlighted(region.code());
        String css = "map-region map-colour-" + colours.get(region.code()) + (chosen ? " map-chosen" : "");
        if (region.href() == null) {
            svg.append("<g class=\"").append(css).append("\">\n").append(places).append("</g>\n");
        } else {
            svg.append(link(css, region.href(), region.label(), places.toString(), chosen));
        }
    }

    private static String link(String css, String href, String label, String content, boolean current) {
        return "<a class=\"%s\" href=\"%s\" aria-label=\"%s\"%s>\n%s</a>\n"
                .formatted(css, escaped(href), escaped(label), current ? " aria-current=\"true\"" : "", content);
    }

    private static String shape(String path, String title) {
        return "<path class=\"map-place\" d=\"%s\"><title>%s</title></path>\n".formatted(path, escaped(title));
    }

    private void withoutRegion() {
        MapPath rest = new MapPath(view);
        boundaries.polygons().keySet().stream()
                .filter(code -> !regionOf.containsKey(code))
                .forEach(code -> draw(code, rest));
        if (!rest.isEmpty()) {
            svg.append("<path class=\"map-place map-no-region\" d=\"")
                    .append(rest)
                    .append("\"/>\n");
        }
    }

    private String path(String code) {
        MapPath path = new MapPath(view);
        draw(code, path);
        return path.toString();
    }

    private void draw(String code, MapPath path) {
        for (BoundarySet.Polygon polygon : boundaries.polygons().getOrDefault(code, List.of())) {
            List<int[]> rings =
                    polygon.rings().stream().map(boundaries::pointsOf).toList();
            if (view.shows(rings.getFirst())) {
                rings.forEach(path::ring);
            }
        }
    }

    /** A border is an outline when the areas on its two sides are of different regions, or when one side is outside. */
    private void outlines() {
        MapPath between = new MapPath(view);
        MapPath chosen = new MapPath(view);
        for (int arc = 0; arc < boundaries.arcs().size(); arc++) {
            Set<@Nullable String> sides = new HashSet<>();
            for (String code : boundaries.sidesOf(arc)) {
                sides.add(regionOf.get(code));
            }
            boolean outer = boundaries.sidesOf(arc).size() == 1;
            if ((outer || sides.size() > 1) && view.shows(boundaries.arcs().get(arc))) {
                boolean ofChosen = sides.stream().anyMatch(this::isHighlighted);
                (ofChosen ? chosen : between).open(boundaries.arcs().get(arc));
            }
        }
        svg.append("<g class=\"map-outlines\" aria-hidden=\"true\">\n<path d=\"")
                .append(between)
                .append("\"/>\n");
        if (!chosen.isEmpty()) {
            svg.append("<path class=\"map-chosen-outline\" d=\"").append(chosen).append("\"/>\n");
        }
        svg.append("</g>\n");
    }

    /** Names in the chosen region, where they fit; links and tooltips say them all, so these are for the eye only. */
    private void labels() {
        svg.append("<g class=\"map-labels\" aria-hidden=\"true\">\n");
        for (MapRegion region : regions) {
            if (isHighlighted(region.code())) {
                region.places().forEach(this::label);
            }
        }
        svg.append("</g>\n");
    }

    private void label(MapPlace place) {
        double height = LABEL_UNITS * view.metres();
        double width = place.name().length() * height * LETTER_WIDTH;
        boundaries.polygons().getOrDefault(place.code(), List.of()).stream()
                .map(polygon ->
                        polygon.rings().stream().map(boundaries::pointsOf).toList())
                .max(Comparator.comparingLong(rings -> Math.abs(RingCleaner.doubleArea(rings.getFirst()))))
                .flatMap(rings -> LabelSpot.in(rings, width, height))
                .ifPresent(spot -> svg.append("<text x=\"%d\" y=\"%d\" font-size=\"%d\">%s</text>\n"
                        .formatted(
                                view.x((int) spot.x()),
                                view.y((int) (spot.y() - height / 3)),
                                LABEL_UNITS,
                                escaped(place.name()))));
    }

    private SortedMap<String, SortedSet<String>> neighbouringRegions() {
        SortedMap<String, SortedSet<String>> result = new TreeMap<>();
        regions.forEach(region -> result.put(region.code(), new TreeSet<>()));
        boundaries.neighbours().forEach((code, others) -> {
            String own = regionOf.get(code);
            for (String other : others) {
                String theirs = regionOf.get(other);
                if (own != null && theirs != null && !own.equals(theirs)) {
                    result.computeIfAbsent(own, c -> new TreeSet<>()).add(theirs);
                }
            }
        });
        return result;
    }

    private boolean isHighlighted(@Nullable String region) {
        return region != null && region.equals(options.highlighted());
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }
}
