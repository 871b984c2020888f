package nl.leercirkel.chart;

import java.util.List;
import java.util.stream.Stream;

/** A named row of points, one for each category or period of the chart, in the same order. */
public record Series(String name, List<Point> points) {

    public Series {
        if (name.isBlank()) {
            throw new IllegalArgumentException("a series needs a name");
        }
        points = List.copyOf(points);
    }

    Stream<Point.Value> values() {
        return points.stream().filter(Point.Value.class::isInstance).map(Point.Value.class::cast);
    }
}
