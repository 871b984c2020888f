package nl.leercirkel.organisation.map;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Areas whose shared borders are held once, in whole metres of the Dutch grid (RD). Immutable.
 *
 * <p>A border between two areas is one arc: simplifying it keeps both sides fitting, and the outline of a group of areas is
 * made of the arcs that have only one side in the group.
 */
public final class BoundarySet {

    /** A ring is a sequence of arcs: n forward, ~n backward. The first ring is the outside, the others are holes. */
    record Polygon(List<int[]> rings) {}

    private final List<int[]> arcs;
    private final SortedMap<String, List<Polygon>> polygons;
    private final List<Set<String>> sides;

    BoundarySet(List<int[]> arcs, SortedMap<String, List<Polygon>> polygons) {
        this.arcs = List.copyOf(arcs);
        this.polygons = new TreeMap<>(polygons);
        this.sides = sides();
    }

    private List<Set<String>> sides() {
        List<Set<String>> result = new ArrayList<>();
        arcs.forEach(arc -> result.add(new TreeSet<>()));
        polygons.forEach((code, own) -> {
            for (Polygon polygon : own) {
                for (int[] ring : polygon.rings()) {
                    for (int arc : ring) {
                        result.get(arc < 0 ? ~arc : arc).add(code);
                    }
                }
            }
        });
        return result;
    }

    /** Codes of the areas. */
    public Set<String> codes() {
        return Set.copyOf(polygons.keySet());
    }

    /** Number of points over all arcs: what it takes to store it. */
    public int points() {
        return arcs.stream().mapToInt(arc -> arc.length / 2).sum();
    }

    /** The areas that share a piece of border, with water between them or not as the file has it. */
    public Map<String, SortedSet<String>> neighbours() {
        SortedMap<String, SortedSet<String>> result = new TreeMap<>();
        polygons.keySet().forEach(code -> result.put(code, new TreeSet<>()));
        for (Set<String> both : sides) {
            for (String code : both) {
                result.computeIfAbsent(code, c -> new TreeSet<>()).addAll(both);
            }
        }
        result.forEach((code, others) -> others.remove(code));
        return result;
    }

    /** The same areas with fewer points: about the given number, and never so few that an area vanishes. */
    public BoundarySet simplified(int points) {
        return new BoundarySet(Simplifier.simplify(this, points), polygons);
    }

    /** As TopoJSON in the Dutch grid, to store; {@link Boundaries#parse} reads it back. */
    public String toTopoJson() {
        return TopoJsonWriter.write(this);
    }

    List<int[]> arcs() {
        return arcs;
    }

    SortedMap<String, List<Polygon>> polygons() {
        return polygons;
    }

    /** The one or two areas at this arc; more only where areas in the file overlap. */
    Set<String> sidesOf(int arc) {
        return sides.get(arc);
    }

    /** The points of a ring, x, y, x, y ..., without repeating the first. */
    int[] pointsOf(int[] ring) {
        return pointsOf(ring, arcs);
    }

    static int[] pointsOf(int[] ring, List<int[]> arcs) {
        int size = 0;
        for (int arc : ring) {
            size += arcs.get(arc < 0 ? ~arc : arc).length - 2;
        }
        int[] points = new int[size];
        int at = 0;
        for (int arc : ring) {
            int[] xy = arcs.get(arc < 0 ? ~arc : arc);
            // The last point of each arc is the first of the next.
            for (int i = 0; i < xy.length - 2; i += 2) {
                int from = arc < 0 ? xy.length - 2 - i : i;
                points[at++] = xy[from];
                points[at++] = xy[from + 1];
            }
        }
        return points;
    }
}
