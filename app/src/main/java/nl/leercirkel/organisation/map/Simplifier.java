package nl.leercirkel.organisation.map;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;

/**
 * Leaves out the points that matter least to the eye, over all arcs together: smallest triangle first (Visvalingam and Whyatt
 * 1993, "Line generalisation by repeated elimination of points").
 */
final class Simplifier {

    private Simplifier() {}

    /** The arcs with about the given number of points in total; ends of arcs stay, and every ring keeps an area. */
    static List<int[]> simplify(BoundarySet set, int points) {
        List<double[]> weights = set.arcs().stream().map(Simplifier::weights).toList();
        double threshold = threshold(weights, points);
        List<int[]> simplified = new ArrayList<>();
        for (int i = 0; i < weights.size(); i++) {
            simplified.add(filtered(set.arcs().get(i), weights.get(i), threshold));
        }
        restoreCollapsed(set, simplified);
        return simplified;
    }

    private static double threshold(List<double[]> weights, int points) {
        double[] all = weights.stream().flatMapToDouble(Arrays::stream).sorted().toArray();
        return points >= all.length ? 0 : all[all.length - Math.max(1, points)];
    }

    private static int[] filtered(int[] arc, double[] weights, double threshold) {
        int[] kept = new int[arc.length];
        int size = 0;
        for (int i = 0; i < weights.length; i++) {
            if (weights[i] >= threshold) {
                kept[size++] = arc[2 * i];
                kept[size++] = arc[2 * i + 1];
            }
        }
        return Arrays.copyOf(kept, size);
    }

    /** Islands and enclaves smaller than what was left out get all their points back. */
    private static void restoreCollapsed(BoundarySet set, List<int[]> simplified) {
        List<int[]> rings = set.polygons().values().stream()
                .flatMap(List::stream)
                .flatMap(polygon -> polygon.rings().stream())
                .toList();
        // What is restored for one ring can be the border of another, so look again until nothing changes.
        boolean changed = true;
        while (changed) {
            changed = false;
            for (int[] ring : rings) {
                long before = RingCleaner.doubleArea(set.pointsOf(ring));
                long after = RingCleaner.doubleArea(BoundarySet.pointsOf(ring, simplified));
                if (Long.signum(before) != Long.signum(after)) {
                    changed |= restore(ring, set, simplified);
                }
            }
        }
    }

    private static boolean restore(int[] ring, BoundarySet set, List<int[]> simplified) {
        boolean changed = false;
        for (int arc : ring) {
            int number = arc < 0 ? ~arc : arc;
            int[] original = set.arcs().get(number);
            changed |= simplified.set(number, original).length != original.length;
        }
        return changed;
    }

    private record Candidate(int point, double area) {}

    /** For each point the area at which it may go; never less than that of a point that goes before it. */
    private static double[] weights(int[] arc) {
        int count = arc.length / 2;
        double[] weights = new double[count];
        Arrays.fill(weights, Double.POSITIVE_INFINITY);
        boolean closed = arc[0] == arc[arc.length - 2] && arc[1] == arc[arc.length - 1];
        int removable = count - (closed ? 4 : 2);
        int[] before = new int[count];
        int[] after = new int[count];
        double[] area = new double[count];
        PriorityQueue<Candidate> queue =
                new PriorityQueue<>(Comparator.comparingDouble(Candidate::area).thenComparingInt(Candidate::point));
        for (int i = 1; i < count - 1; i++) {
            before[i] = i - 1;
            after[i] = i + 1;
            area[i] = triangle(arc, i - 1, i, i + 1);
            queue.add(new Candidate(i, area[i]));
        }
        double largest = 0;
        while (removable > 0) {
            Candidate next = queue.remove();
            int point = next.point();
            if (weights[point] != Double.POSITIVE_INFINITY || next.area() != area[point]) {
                continue;
            }
            largest = Math.max(largest, next.area());
            weights[point] = largest;
            removable--;
            int left = before[point];
            int right = after[point];
            after[left] = right;
            before[right] = left;
            for (int neighbour : new int[] {left, right}) {
                if (neighbour > 0 && neighbour < count - 1) {
                    area[neighbour] = triangle(arc, before[neighbour], neighbour, after[neighbour]);
                    queue.add(new Candidate(neighbour, area[neighbour]));
                }
            }
        }
        return weights;
    }

    private static double triangle(int[] arc, int a, int b, int c) {
        double abX = (double) arc[2 * b] - arc[2 * a];
        double abY = (double) arc[2 * b + 1] - arc[2 * a + 1];
        double acX = (double) arc[2 * c] - arc[2 * a];
        double acY = (double) arc[2 * c + 1] - arc[2 * a + 1];
        return Math.abs(abX * acY - acX * abY) / 2;
    }
}
