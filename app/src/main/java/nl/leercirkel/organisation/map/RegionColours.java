package nl.leercirkel.organisation.map;

import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** Gives neighbouring regions different colours: the region with fewest choices left goes first (Brélaz 1979, DSATUR). */
final class RegionColours {

    static final int COLOURS = 6;

    private RegionColours() {}

    /** A colour from 1 to {@value #COLOURS} per region; the colours are used about equally often. */
    static SortedMap<String, Integer> of(Map<String, ? extends Collection<String>> neighbours) {
        SortedMap<String, Integer> colours = new TreeMap<>();
        Map<Integer, Integer> uses = new HashMap<>();
        SortedSet<String> open = new TreeSet<>(neighbours.keySet());
        while (!open.isEmpty()) {
            String next = open.stream()
                    .max(Comparator.<String>comparingInt(
                                    region -> taken(neighbours, colours, region).size())
                            .thenComparingInt(
                                    region -> neighboursOf(neighbours, region).size())
                            .thenComparing(Comparator.reverseOrder()))
                    .orElseThrow();
            Set<Integer> taken = taken(neighbours, colours, next);
            int colour = java.util.stream.IntStream.rangeClosed(1, COLOURS)
                    .boxed()
                    .min(Comparator.<Integer, Boolean>comparing(taken::contains)
                            .thenComparing(c -> uses.getOrDefault(c, 0))
                            .thenComparing(Comparator.naturalOrder()))
                    .orElseThrow();
            colours.put(next, colour);
            uses.merge(colour, 1, Integer::sum);
            open.remove(next);
        }
        return colours;
    }

    private static Set<Integer> taken(
            Map<String, ? extends Collection<String>> neighbours, Map<String, Integer> colours, String region) {
        Set<Integer> taken = new TreeSet<>();
        for (String neighbour : neighboursOf(neighbours, region)) {
            Integer colour = colours.get(neighbour);
            if (colour != null) {
                taken.add(colour);
            }
        }
        return taken;
    }

    private static Collection<String> neighboursOf(
            Map<String, ? extends Collection<String>> neighbours, String region) {
        Collection<String> own = neighbours.get(region);
        return own == null ? Set.of() : own;
    }
}
