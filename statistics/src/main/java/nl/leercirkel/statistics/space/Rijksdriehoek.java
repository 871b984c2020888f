package nl.leercirkel.statistics.space;

import nl.leercirkel.statistics.Outcome;
import nl.leercirkel.statistics.Reason;

/**
 * From degrees to RD coordinates (Amersfoort / RD New, EPSG:28992) and back, to within half a metre on land: enough to tell which areas are
 * near, not to survey.
 *
 * @see "Schreutelkamp and Strang van Hees (2001), Benaderingsformules voor de transformatie tussen RD- en WGS84-kaartcoördinaten, Geodesia 43"
 */
public final class Rijksdriehoek {

    private static final double X0 = 155_000;
    private static final double Y0 = 463_000;
    private static final double LATITUDE0 = 52.15517440;
    private static final double LONGITUDE0 = 5.38720621;

    /** Power of latitude, power of longitude, metres. */
    private static final double[][] TO_X = {
        {0, 1, 190094.945},
        {1, 1, -11832.228},
        {2, 1, -114.221},
        {0, 3, -32.391},
        {1, 0, -.705},
        {3, 1, -2.340},
        {1, 3, -.608},
        {0, 2, -.008},
        {2, 3, .148}
    };

    private static final double[][] TO_Y = {
        {1, 0, 309056.544}, {0, 2, 3638.893}, {2, 0, 73.077}, {1, 2, -157.984}, {3, 0, 59.788},
        {0, 1, .433}, {2, 2, -6.439}, {1, 1, -.032}, {0, 4, .092}, {1, 4, -.054}
    };

    /** Power of x, power of y, seconds of arc. */
    private static final double[][] TO_LATITUDE = {
        {0, 1, 3235.65389},
        {2, 0, -32.58297},
        {0, 2, -.24750},
        {2, 1, -.84978},
        {0, 3, -.06550},
        {2, 2, -.01709},
        {1, 0, -.00738},
        {4, 0, .00530},
        {2, 3, -.00039},
        {4, 1, .00033},
        {1, 1, -.00012}
    };

    private static final double[][] TO_LONGITUDE = {
        {1, 0, 5260.52916}, {1, 1, 105.94684}, {1, 2, 2.45656}, {3, 0, -.81885}, {1, 3, .05594}, {3, 1, -.05607},
        {0, 1, .01199}, {3, 2, -.00256}, {1, 4, .00128}, {0, 2, .00022}, {2, 0, -.00022}, {5, 0, .00026}
    };

    private Rijksdriehoek() {}

    /**
     * A point on the map.
     *
     * @param x metres to the east, 0 to 290,000 on land
     * @param y metres to the north, 300,000 to 630,000 on land
     */
    public record Point(double x, double y) {}

    /**
     * A point on the earth, in degrees, ETRS89 or WGS84.
     *
     * @param longitude degrees east
     * @param latitude degrees north
     */
    public record Degrees(double longitude, double latitude) {}

    /** @return NOT_A_NUMBER; OUT_OF_RANGE away from the Netherlands, where the formula does not hold */
    public static Outcome<Point> fromDegrees(double longitude, double latitude) {
        if (!Double.isFinite(longitude) || !Double.isFinite(latitude)) {
            return Outcome.failed(Reason.NOT_A_NUMBER, "longitude " + longitude + ", latitude " + latitude);
        }
        double north = .36 * (latitude - LATITUDE0);
        double east = .36 * (longitude - LONGITUDE0);
        Point point = new Point(X0 + sum(TO_X, north, east), Y0 + sum(TO_Y, north, east));
        return Math.abs(north) < 1 && Math.abs(east) < 1.5 && covers(point.x(), point.y())
                ? Outcome.of(point)
                : Outcome.failed(Reason.OUT_OF_RANGE, "outside RD: longitude " + longitude + ", latitude " + latitude);
    }

    /** @return NOT_A_NUMBER; OUT_OF_RANGE away from the Netherlands, as when x and y are swapped */
    public static Outcome<Degrees> toDegrees(double x, double y) {
        if (!Double.isFinite(x) || !Double.isFinite(y)) {
            return Outcome.failed(Reason.NOT_A_NUMBER, "x " + x + ", y " + y);
        }
        if (!covers(x, y)) {
            return Outcome.failed(Reason.OUT_OF_RANGE, "outside RD: x " + x + ", y " + y);
        }
        double east = (x - X0) * 1e-5;
        double north = (y - Y0) * 1e-5;
        return Outcome.of(new Degrees(
                LONGITUDE0 + sum(TO_LONGITUDE, east, north) / 3600, LATITUDE0 + sum(TO_LATITUDE, east, north) / 3600));
    }

    /** The area of RD: x is below y everywhere, so that swapped coordinates show. */
    static boolean covers(double x, double y) {
        return x >= -7_000 && x <= 300_000 && y >= 289_000 && y <= 629_000 && x < y;
    }

    private static double sum(double[][] terms, double first, double second) {
        double sum = 0;
        for (double[] term : terms) {
            sum += term[2] * Math.pow(first, term[0]) * Math.pow(second, term[1]);
        }
        return sum;
    }
}
