package nl.leercirkel.statistics.space;

import java.util.Arrays;
import nl.leercirkel.statistics.Outcome;
import nl.leercirkel.statistics.Reason;

/** Which areas are neighbours; if one is of another, the other is of the one. Immutable. */
public final class Adjacency {

    private final int[][] neighbours;

    private Adjacency(int[][] neighbours) {
        this.neighbours = neighbours;
    }

    /**
     * Neighbours by index.
     *
     * @param neighbours per area the indices of its neighbours, in any order; an area without is an island
     * @return NO_DATA; OUT_OF_RANGE for an index that is no area; DO_NOT_MATCH for an area that neighbours itself, one named twice or a pair
     *     of which only one names the other
     */
    public static Outcome<Adjacency> of(int[][] neighbours) {
        if (neighbours.length == 0) {
            return Outcome.failed(Reason.NO_DATA, "no areas");
        }
        int[][] sorted = new int[neighbours.length][];
        for (int i = 0; i < sorted.length; i++) {
            sorted[i] = neighbours[i].clone();
            Arrays.sort(sorted[i]);
            for (int k = 0; k < sorted[i].length; k++) {
                int j = sorted[i][k];
                if (j < 0 || j >= sorted.length) {
                    return Outcome.failed(Reason.OUT_OF_RANGE, "area " + i + " has neighbour " + j);
                }
                if (j == i || k > 0 && sorted[i][k - 1] == j) {
                    return Outcome.failed(
                            Reason.DO_NOT_MATCH,
                            j == i ? "area " + i + " neighbours itself" : "area " + i + " names " + j + " twice");
                }
            }
        }
        for (int i = 0; i < sorted.length; i++) {
            for (int j : sorted[i]) {
                if (Arrays.binarySearch(sorted[j], i) < 0) {
                    return Outcome.failed(
                            Reason.DO_NOT_MATCH, "area " + i + " names " + j + ", not the other way round");
                }
            }
        }
        return Outcome.of(new Adjacency(sorted));
    }

    public int size() {
        return neighbours.length;
    }

    /** The neighbours of an area in rising order. */
    public int[] of(int area) {
        return neighbours[area].clone();
    }

    /** The same without a copy, for reading only. */
    int[] neighbours(int area) {
        return neighbours[area];
    }
}
