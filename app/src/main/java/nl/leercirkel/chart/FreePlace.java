package nl.leercirkel.chart;

import java.util.List;

/** Finds where the label of a level line stands clear of the data: above or below it, as far left as is free. */
record FreePlace(double x, double baseline) {

    private static final int PLACES = 16;
    private static final double HEIGHT = 21;
    private static final double CLEARANCE = 11;

    record Spot(double x, double y) {}

    static FreePlace beside(double y, double fromX, double toX, double width, List<List<Spot>> tracks) {
        FreePlace best = new FreePlace(fromX, y - 6);
        int fewest = Integer.MAX_VALUE;
        for (int i = 0; i <= PLACES; i++) {
            double x = fromX + Math.max(0, toX - fromX) * i / PLACES;
            for (double baseline : new double[] {y - 6, y + 16}) {
                int hits = hits(x, baseline, width, tracks);
                if (hits < fewest) {
                    fewest = hits;
                    best = new FreePlace(x, baseline);
                }
            }
        }
        return best;
    }

    /** Lines are walked in short steps; an exact intersection would decide no differently. */
    private static int hits(double x, double baseline, double width, List<List<Spot>> tracks) {
        int hits = 0;
        for (List<Spot> track : tracks) {
            for (int i = 0; i < track.size(); i++) {
                Spot from = track.get(i);
                Spot to = track.get(Math.min(i + 1, track.size() - 1));
                int steps = (int) Math.max(1, Math.hypot(to.x() - from.x(), to.y() - from.y()) / 4);
                for (int step = 0; step < steps; step++) {
                    double atX = from.x() + (to.x() - from.x()) * step / steps;
                    double atY = from.y() + (to.y() - from.y()) * step / steps;
                    boolean inside = atX > x - CLEARANCE
                            && atX < x + width + CLEARANCE
                            && atY > baseline - HEIGHT
                            && atY < baseline + CLEARANCE;
                    hits += inside ? 1 : 0;
                }
            }
        }
        return hits;
    }
}
