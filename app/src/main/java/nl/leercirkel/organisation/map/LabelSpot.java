package nl.leercirkel.organisation.map;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Where a name fits within an area.
 *
 * @param x middle of the text, in metres of the grid
 * @param y middle of the text
 */
record LabelSpot(double x, double y) {

    private static final int LINES = 24;

    private record Chord(double left, double right, double y) {
        double width() {
            return right - left;
        }
    }

    /**
     * The widest place in the area for a text of this size; empty when it fits nowhere.
     *
     * @param rings outside and holes of one polygon
     * @param width of the text, in metres
     * @param height of the text, in metres
     */
    static Optional<LabelSpot> in(List<int[]> rings, double width, double height) {
        double bottom = Double.MAX_VALUE;
        double top = -Double.MAX_VALUE;
        int[] outside = rings.getFirst();
        for (int i = 1; i < outside.length; i += 2) {
            bottom = Math.min(bottom, outside[i]);
            top = Math.max(top, outside[i]);
        }
        List<Chord> fitting = new ArrayList<>();
        for (int line = 1; line < LINES; line++) {
            double y = bottom + (top - bottom) * line / LINES;
            // A text needs room along its upper and lower edge as well as in the middle.
            for (Chord middle : chords(rings, y)) {
                for (Chord above : chords(rings, y + height / 2)) {
                    for (Chord below : chords(rings, y - height / 2)) {
                        double left = Math.max(middle.left(), Math.max(above.left(), below.left()));
                        double right = Math.min(middle.right(), Math.min(above.right(), below.right()));
                        if (right - left >= width) {
                            fitting.add(new Chord(left, right, y));
                        }
                    }
                }
            }
        }
        double middleY = (bottom + top) / 2;
        return fitting.stream()
                .max(Comparator.comparingDouble(chord -> chord.width() - Math.abs(chord.y() - middleY)))
                .map(chord -> new LabelSpot((chord.left() + chord.right()) / 2, chord.y()));
    }

    /** The parts of a horizontal line that lie within the area. */
    private static List<Chord> chords(List<int[]> rings, double y) {
        List<Double> crossings = new ArrayList<>();
        for (int[] ring : rings) {
            for (int i = 0; i < ring.length; i += 2) {
                int j = (i + 2) % ring.length;
                if ((ring[i + 1] > y) != (ring[j + 1] > y)) {
                    crossings.add(ring[i] + (y - ring[i + 1]) * (ring[j] - ring[i]) / (ring[j + 1] - ring[i + 1]));
                }
            }
        }
        crossings.sort(Comparator.naturalOrder());
        List<Chord> chords = new ArrayList<>();
        for (int i = 0; i + 1 < crossings.size(); i += 2) {
            chords.add(new Chord(crossings.get(i), crossings.get(i + 1), y));
        }
        return chords;
    }
}
