package nl.leercirkel.organisation.map;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Finds the borders that areas share. A point is a junction when rings pass through it by different neighbours; rings are cut
 * at junctions, and equal pieces are held once. After M. Bostock's TopoJSON.
 */
final class TopologyBuilder {

    private static final int NONE = -1;

    private record Arc(int[] xy) {
        @Override
        public boolean equals(Object other) {
            return other instanceof Arc(int[] theirs) && Arrays.equals(xy, theirs);
        }

        @Override
        public int hashCode() {
            return Arrays.hashCode(xy);
        }
    }

    private final long[] vertices;
    private final int[] oneSide;
    private final int[] otherSide;
    private final boolean[] junction;
    private final Map<Arc, Integer> numbers = new HashMap<>();
    private final List<int[]> arcs = new ArrayList<>();

    private TopologyBuilder(SortedMap<String, List<List<int[]>>> areas) {
        vertices = vertices(areas);
        oneSide = new int[vertices.length];
        otherSide = new int[vertices.length];
        Arrays.fill(oneSide, NONE);
        junction = new boolean[vertices.length];
    }

    /** Areas as polygons of cleaned rings; of the same polygon given twice for an area one is kept. */
    static BoundarySet build(SortedMap<String, List<List<int[]>>> areas) {
        TopologyBuilder builder = new TopologyBuilder(areas);
        areas.values().forEach(own -> own.forEach(polygon -> polygon.forEach(builder::findJunctions)));
        SortedMap<String, List<BoundarySet.Polygon>> polygons = new TreeMap<>();
        areas.forEach((code, own) -> {
            Map<List<Integer>, BoundarySet.Polygon> distinct = new HashMap<>();
            List<BoundarySet.Polygon> result = new ArrayList<>();
            for (List<int[]> polygon : own) {
                BoundarySet.Polygon cut = new BoundarySet.Polygon(
                        polygon.stream().map(builder::cut).toList());
                List<Integer> outside = Arrays.stream(cut.rings().getFirst())
                        .map(arc -> arc < 0 ? ~arc : arc)
                        .sorted()
                        .boxed()
                        .toList();
                if (distinct.put(outside, cut) == null) {
                    result.add(cut);
                }
            }
            polygons.put(code, result);
        });
        return new BoundarySet(builder.arcs, polygons);
    }

    private static long[] vertices(SortedMap<String, List<List<int[]>>> areas) {
        int size = areas.values().stream()
                .flatMap(List::stream)
                .flatMap(List::stream)
                .mapToInt(ring -> ring.length / 2)
                .sum();
        long[] all = new long[size];
        int at = 0;
        for (List<List<int[]>> own : areas.values()) {
            for (List<int[]> polygon : own) {
                for (int[] ring : polygon) {
                    for (int i = 0; i < ring.length; i += 2) {
                        all[at++] = key(ring, i);
                    }
                }
            }
        }
        Arrays.sort(all);
        int distinct = 0;
        for (int i = 0; i < all.length; i++) {
            if (i == 0 || all[i] != all[i - 1]) {
                all[distinct++] = all[i];
            }
        }
        return Arrays.copyOf(all, distinct);
    }

    private static long key(int[] ring, int at) {
        return ((long) ring[at] << 32) | (ring[at + 1] & 0xffffffffL);
    }

    private int vertex(int[] ring, int at) {
        return Arrays.binarySearch(vertices, key(ring, Math.floorMod(at, ring.length)));
    }

    private void findJunctions(int[] ring) {
        for (int i = 0; i < ring.length; i += 2) {
            int here = vertex(ring, i);
            int before = vertex(ring, i - 2);
            int after = vertex(ring, i + 2);
            if (oneSide[here] == NONE) {
                oneSide[here] = before;
                otherSide[here] = after;
            } else if (!(oneSide[here] == before && otherSide[here] == after)
                    && !(oneSide[here] == after && otherSide[here] == before)) {
                junction[here] = true;
            }
        }
    }

    private int[] cut(int[] ring) {
        int start = NONE;
        for (int i = 0; i < ring.length && start == NONE; i += 2) {
            start = junction[vertex(ring, i)] ? i : NONE;
        }
        if (start == NONE) {
            return new int[] {numberOf(piece(ring, lowest(ring), ring.length / 2))};
        }
        List<Integer> pieces = new ArrayList<>();
        int from = start;
        for (int steps = 1; steps <= ring.length / 2; steps++) {
            int at = start + 2 * steps;
            if (junction[vertex(ring, at)]) {
                pieces.add(numberOf(piece(ring, from, (at - from) / 2)));
                from = at;
            }
        }
        return pieces.stream().mapToInt(Integer::intValue).toArray();
    }

    /** A ring without junctions starts at its lowest point, so that an enclave and the hole around it are equal. */
    private static int lowest(int[] ring) {
        int lowest = 0;
        for (int i = 2; i < ring.length; i += 2) {
            if (key(ring, i) < key(ring, lowest)) {
                lowest = i;
            }
        }
        return lowest;
    }

    private static int[] piece(int[] ring, int from, int steps) {
        int[] piece = new int[2 * steps + 2];
        for (int i = 0; i < piece.length; i += 2) {
            int at = Math.floorMod(from + i, ring.length);
            piece[i] = ring[at];
            piece[i + 1] = ring[at + 1];
        }
        return piece;
    }

    private int numberOf(int[] piece) {
        int[] reversed = new int[piece.length];
        for (int i = 0; i < piece.length; i += 2) {
            reversed[i] = piece[piece.length - 2 - i];
            reversed[i + 1] = piece[piece.length - 1 - i];
        }
        boolean backward = Arrays.compare(reversed, piece) < 0;
        Arc arc = new Arc(backward ? reversed : piece);
        int number = numbers.computeIfAbsent(arc, a -> {
            arcs.add(a.xy());
            return arcs.size() - 1;
        });
        return backward ? ~number : number;
    }
}
