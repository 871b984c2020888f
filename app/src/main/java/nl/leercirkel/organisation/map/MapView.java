package nl.leercirkel.organisation.map;

import java.util.Collection;

/**
 * The part of the grid that is drawn, and its scale. North is up; drawing units are whole numbers.
 *
 * @param metres size of a drawing unit
 */
record MapView(int left, int top, int width, int height, double metres) {

    /** Units along the longer side: finer than any screen shows it, and still short numbers. */
    private static final int UNITS = 3000;

    private static final double MARGIN = 0.02;

    /** A view that holds all these rings. */
    static MapView around(Collection<int[]> rings) {
        int left = Integer.MAX_VALUE;
        int right = Integer.MIN_VALUE;
        int bottom = Integer.MAX_VALUE;
        int top = Integer.MIN_VALUE;
        for (int[] ring : rings) {
            for (int i = 0; i < ring.length; i += 2) {
                left = Math.min(left, ring[i]);
                right = Math.max(right, ring[i]);
                bottom = Math.min(bottom, ring[i + 1]);
                top = Math.max(top, ring[i + 1]);
            }
        }
        int longer = Math.max(right - left, top - bottom);
        int margin = (int) Math.ceil(longer * MARGIN);
        return new MapView(
                left - margin,
                top + margin,
                right - left + 2 * margin,
                top - bottom + 2 * margin,
                Math.max(1, (double) longer / UNITS));
    }

    int x(int metresEast) {
        return (int) Math.round((metresEast - left) / metres);
    }

    int y(int metresNorth) {
        return (int) Math.round((top - metresNorth) / metres);
    }

    String viewBox() {
        return "0 0 " + Math.round(width / metres) + " " + Math.round(height / metres);
    }

    boolean shows(int[] ring) {
        boolean fromRight = false;
        boolean fromLeft = false;
        boolean fromBelow = false;
        boolean fromAbove = false;
        for (int i = 0; i < ring.length; i += 2) {
            fromLeft |= ring[i] > left;
            fromRight |= ring[i] < left + width;
            fromAbove |= ring[i + 1] < top;
            fromBelow |= ring[i + 1] > top - height;
        }
        return fromLeft && fromRight && fromAbove && fromBelow;
    }
}
