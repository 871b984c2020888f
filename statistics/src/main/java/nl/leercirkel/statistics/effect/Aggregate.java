package nl.leercirkel.statistics.effect;

import java.util.List;

/**
 * Group-time effects averaged, with errors that count that the shares of the groups are estimated.
 *
 * @param by how
 * @param points one per time since the start, group or period; empty for {@link By#EVERYTHING}
 * @param overall the one number: over all effects after a start, or over the points that are
 */
public record Aggregate(By by, List<Point> points, Effect overall) {

    /** Over what to average. */
    public enum By {
        /** All effects after a start, each group weighing by its size: one number. */
        EVERYTHING,
        /** The time since the start, an event study; overall over the times from 0 on, equally. */
        TIME_SINCE_START,
        /** Groups, each the plain mean over its periods; overall by their size: the effect on a unit that takes part. */
        GROUP,
        /** Periods; overall equally. */
        PERIOD
    }

    /**
     * One point.
     *
     * @param at periods since the start (below 0 before it), or the index of the first treated period, or of the period
     * @param effect with pointwise interval
     * @param groups how many groups it is made of; a point of other groups than its neighbour is another population
     */
    public record Point(int at, Effect effect, int groups) {}

    public Aggregate {
        points = List.copyOf(points);
    }
}
