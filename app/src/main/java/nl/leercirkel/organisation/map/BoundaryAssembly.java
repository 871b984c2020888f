package nl.leercirkel.organisation.map;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Picks the municipalities out of a file, checks them, and brings them to one grid. */
final class BoundaryAssembly {

    private static final int MOST_LISTED = 10;

    private record Found(String code, RawShape shape) {
        String where() {
            return shape.where().substring(0, 1).toUpperCase(java.util.Locale.ROOT)
                    + shape.where().substring(1)
                    + " (GM" + code + ")";
        }
    }

    private final RawFile file;
    private final Set<String> known;
    private final BoundaryLimits limits;
    private final List<String> notices = new ArrayList<>();
    private @Nullable Grid grid;

    BoundaryAssembly(RawFile file, Set<String> known, BoundaryLimits limits) {
        this.file = file;
        this.known = known;
        this.limits = limits;
    }

    BoundaryReading assemble() {
        List<Found> municipalities = oneGroup(municipalities());
        requireKnown(municipalities);
        Rings rings = new Rings(file, limits);
        SortedMap<String, List<List<int[]>>> polygons = new TreeMap<>();
        for (Found found : municipalities) {
            List<List<int[]>> own = polygons.computeIfAbsent(found.code(), code -> new ArrayList<>());
            for (List<double[]> polygon : rings.polygons(found.shape(), found.where())) {
                List<int[]> metres = inMetres(polygon, found.where());
                if (!metres.isEmpty()) {
                    own.add(metres);
                }
            }
        }
        polygons.forEach((code, own) -> {
            if (own.isEmpty()) {
                throw new RefusedFile("Gemeente GM" + code + " heeft geen oppervlakte.");
            }
        });
        noteMissing(polygons.keySet());
        return new BoundaryReading.Accepted(TopologyBuilder.build(polygons), notices);
    }

    private List<Found> municipalities() {
        List<Found> found = new ArrayList<>();
        List<String> others = new ArrayList<>();
        List<String> withoutCode = new ArrayList<>();
        List<String> withoutArea = new ArrayList<>();
        int water = 0;
        for (RawShape shape : file.shapes()) {
            switch (AreaCode.of(shape.properties(), shape.id())) {
                case AreaCode.Municipality municipality -> {
                    if ("Polygon".equals(shape.geometry()) || "MultiPolygon".equals(shape.geometry())) {
                        found.add(new Found(municipality.code(), shape));
                    } else {
                        withoutArea.add("GM" + municipality.code());
                    }
                }
                case AreaCode.Other other -> others.add(RawFileReader.shortened(other.code()));
                case AreaCode.Water ignored -> water++;
                case AreaCode.None ignored -> withoutCode.add(shape.where());
            }
        }
        if (found.isEmpty()) {
            throw noMunicipalities(others, withoutCode, withoutArea);
        }
        note(others, "Overgeslagen omdat het geen gemeente is");
        note(withoutCode, "Overgeslagen omdat de gemeentecode ontbreekt");
        note(withoutArea, "Overgeslagen omdat het geen vlak is");
        if (water > 0) {
            notices.add("Vlakken met alleen water zijn overgeslagen: " + water + ".");
        }
        return found;
    }

    private RefusedFile noMunicipalities(List<String> others, List<String> withoutCode, List<String> withoutArea) {
        if (!withoutArea.isEmpty()) {
            return new RefusedFile("De gemeenten in het bestand hebben geen vlak (Polygon of MultiPolygon): "
                    + listed(withoutArea) + ".");
        }
        if (!others.isEmpty()) {
            return new RefusedFile("Het bestand heeft geen gemeenten, wel andere gebieden: " + listed(others)
                    + ". Kies het bestand met gemeenten.");
        }
        if (withoutCode.isEmpty()) {
            return new RefusedFile("Het bestand heeft geen vlakken.");
        }
        return new RefusedFile("Geen enkel vlak heeft een gemeentecode. Verwacht in \"properties\" een veld "
                + String.join(", ", AreaCode.OWN_CODE) + " met een waarde als GM0363 of 0363.");
    }

    /** A TopoJSON file can hold the same municipalities more than once, for instance with coarser borders. */
    private List<Found> oneGroup(List<Found> found) {
        Map<String, List<Found>> groups = new LinkedHashMap<>();
        found.forEach(f -> groups.computeIfAbsent(f.shape().group(), g -> new ArrayList<>())
                .add(f));
        Map.Entry<String, List<Found>> largest = groups.entrySet().iterator().next();
        for (Map.Entry<String, List<Found>> group : groups.entrySet()) {
            if (group.getValue().size() > largest.getValue().size()) {
                largest = group;
            }
        }
        if (groups.size() > 1) {
            notices.add("Het bestand heeft gemeenten in meer objecten; gebruikt is "
                    + RawFileReader.shortened(largest.getKey()) + ".");
        }
        return largest.getValue();
    }

    private void requireKnown(List<Found> found) {
        SortedSet<String> unknown = new TreeSet<>();
        found.stream().map(Found::code).filter(code -> !known.contains(code)).forEach(code -> unknown.add("GM" + code));
        if (!unknown.isEmpty()) {
            throw new RefusedFile("Deze gemeenten bestaan niet (meer): " + listed(List.copyOf(unknown))
                    + ". Kies een bestand met de huidige indeling.");
        }
    }

    private void noteMissing(Set<String> present) {
        SortedSet<String> missing = new TreeSet<>();
        known.stream().filter(code -> !present.contains(code)).forEach(code -> missing.add("GM" + code));
        note(List.copyOf(missing), "Niet in het bestand, dus niet op de kaart");
    }

    private List<int[]> inMetres(List<double[]> polygon, String where) {
        List<int[]> rings = new ArrayList<>();
        for (double[] ring : polygon) {
            int[] metres = RingCleaner.clean(inMetres(ring, where));
            if (metres.length > 0) {
                rings.add(metres);
            } else if (rings.isEmpty()) {
                // The outer ring is smaller than a square metre, so its holes are too.
                return List.of();
            }
        }
        return rings;
    }

    private int[] inMetres(double[] ring, String where) {
        try {
            Grid used = grid;
            if (used == null) {
                used = Grid.of(ring[0], ring[1]);
                grid = used;
            }
            int[] metres = new int[ring.length];
            for (int i = 0; i < ring.length; i += 2) {
                if (!used.covers(ring[i], ring[i + 1])) {
                    Grid.of(ring[i], ring[i + 1]);
                    throw new RefusedFile("het bestand gebruikt graden en meters door elkaar.");
                }
                double[] rd = used.toRd(ring[i], ring[i + 1]);
                metres[i] = (int) Math.round(rd[0]);
                metres[i + 1] = (int) Math.round(rd[1]);
            }
            return metres;
        } catch (RefusedFile outside) {
            throw new RefusedFile(where + ": " + outside.problem());
        }
    }

    private void note(List<String> items, String what) {
        if (!items.isEmpty()) {
            notices.add(what + ": " + listed(items) + ".");
        }
    }

    private static String listed(List<String> items) {
        List<String> distinct = items.stream().distinct().toList();
        return distinct.size() <= MOST_LISTED
                ? String.join(", ", distinct)
                : String.join(", ", distinct.subList(0, MOST_LISTED)) + " en nog " + (distinct.size() - MOST_LISTED);
    }
}
