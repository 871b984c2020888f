package nl.leercirkel.organisation.map;

/** Writes lines as an SVG path: absolute start, then steps in whole drawing units. */
final class MapPath {

    private final MapView view;
    private final StringBuilder path = new StringBuilder();

    MapPath(MapView view) {
        this.view = view;
    }

    /** A closed line; left out when it is too small to see. */
    void ring(int[] points) {
        line(points, true);
    }

    void open(int[] points) {
        line(points, false);
    }

    private void line(int[] points, boolean closed) {
        int start = path.length();
        int x = view.x(points[0]);
        int y = view.y(points[1]);
        path.append('M').append(x).append(' ').append(y);
        int steps = 0;
        for (int i = 2; i < points.length; i += 2) {
            int nextX = view.x(points[i]);
            int nextY = view.y(points[i + 1]);
            if (nextX != x || nextY != y) {
                path.append(steps == 0 ? "l" : nextX - x < 0 ? "" : " ").append(nextX - x);
                path.append(nextY - y < 0 ? "" : " ").append(nextY - y);
                steps++;
                x = nextX;
                y = nextY;
            }
        }
        if (steps < (closed ? 2 : 1)) {
            path.setLength(start);
        } else if (closed) {
            path.append('z');
        }
    }

    boolean isEmpty() {
        return path.isEmpty();
    }

    @Override
    public String toString() {
        return path.toString();
    }
}
