package nl.leercirkel.statistics.space;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import net.sf.geographiclib.Geodesic;
import net.sf.geographiclib.GeodesicMask;
import nl.leercirkel.statistics.Failure;
import nl.leercirkel.statistics.Outcome;
import nl.leercirkel.statistics.Reason;
import nl.leercirkel.statistics.support.Check;

/**
 * Points on a plane or on the earth, no two at the same spot. Immutable.
 *
 * <p>Which of two places is nearer is decided on straight lines through space. On the sphere that is the order of the great circle.
 * On the ellipsoid it is the order of the geodesic but for places whose distances differ by less than a part in a million (2 cm at
 * 100 km, .2 m at 300 km in the Netherlands). {@link #distance} itself is exact.
 */
public final class Places {

    /** Radius of the sphere in metres, as IUGG's mean radius. */
    private static final double SPHERE = 6_371_008.8;

    private enum Kind {
        PLANE,
        SPHERE,
        ELLIPSOID
    }

    private final Kind kind;
    private final double[] first;
    private final double[] second;

    /** Points in space, in the unit of the distances; z is zero on a plane. */
    private final double[] x;

    private final double[] y;
    private final double[] z;

    private Places(Kind kind, double[] first, double[] second) {
        this.kind = kind;
        this.first = first;
        this.second = second;
        int n = first.length;
        x = new double[n];
        y = new double[n];
        z = new double[n];
        for (int i = 0; i < n; i++) {
            switch (kind) {
                case PLANE -> {
                    x[i] = first[i];
                    y[i] = second[i];
                }
                case SPHERE -> inSpace(i, SPHERE, 0);
                case ELLIPSOID -> inSpace(i, Geodesic.WGS84.EquatorialRadius(), Geodesic.WGS84.Flattening());
            }
        }
    }

    /**
     * Places on a plane, such as RD or UTM in metres.
     *
     * @return NOT_A_NUMBER, DO_NOT_MATCH on lists of unequal length or two places at one spot
     */
    public static Outcome<Places> plane(double[] x, double[] y) {
        return of(Kind.PLANE, "x", x, "y", y);
    }

    /**
     * Places in RD coordinates (Amersfoort / RD New, EPSG:28992) in metres.
     *
     * @return as {@link #plane}, and OUT_OF_RANGE outside the area for which RD is defined, as when x and y are swapped
     */
    public static Outcome<Places> rijksdriehoek(double[] x, double[] y) {
        for (int i = 0; i < Math.min(x.length, y.length); i++) {
            if (Double.isFinite(x[i]) && Double.isFinite(y[i]) && !Rijksdriehoek.covers(x[i], y[i])) {
                return Outcome.failed(Reason.OUT_OF_RANGE, "place " + i + " is outside RD: " + x[i] + ", " + y[i]);
            }
        }
        return plane(x, y);
    }

    /** Places on a sphere of the earth's mean radius; distances are great circles in metres. Degrees, WGS84 or ETRS89. */
    public static Outcome<Places> sphere(double[] longitude, double[] latitude) {
        return degrees(longitude, latitude)
                .orElseGet(() -> of(Kind.SPHERE, "longitude", longitude, "latitude", latitude));
    }

    /** Places on the ellipsoid WGS84; distances are geodesics in metres (Karney 2013). Degrees, WGS84 or ETRS89. */
    public static Outcome<Places> ellipsoid(double[] longitude, double[] latitude) {
        return degrees(longitude, latitude)
                .orElseGet(() -> of(Kind.ELLIPSOID, "longitude", longitude, "latitude", latitude));
    }

    private static Optional<Outcome<Places>> degrees(double[] longitude, double[] latitude) {
        for (int i = 0; i < Math.min(longitude.length, latitude.length); i++) {
            if (Math.abs(longitude[i]) > 180 || Math.abs(latitude[i]) > 90) {
                return Optional.of(Outcome.failed(
                        Reason.OUT_OF_RANGE,
                        "place " + i + ": longitude " + longitude[i] + ", latitude " + latitude[i]));
            }
        }
        return Optional.empty();
    }

    private static Outcome<Places> of(Kind kind, String firstName, double[] first, String secondName, double[] second) {
        Optional<Failure> failure = Check.first(
                Check.values(firstName, first, 1),
                Check.values(secondName, second, 1),
                Check.sameLength(firstName, first.length, secondName, second.length));
        if (failure.isPresent()) {
            return Outcome.failed(failure.get());
        }
        Places places = new Places(kind, first.clone(), second.clone());
        Map<Spot, Integer> seen = new HashMap<>();
        for (int i = 0; i < first.length; i++) {
            Integer other = seen.put(new Spot(places.x[i] + 0.0, places.y[i] + 0.0, places.z[i] + 0.0), i);
            if (other != null) {
                return Outcome.failed(
                        Reason.DO_NOT_MATCH,
                        "places " + other + " and " + i + " are at the same spot; make them one place first");
            }
        }
        return Outcome.of(places);
    }

    private record Spot(double x, double y, double z) {}

    public int size() {
        return first.length;
    }

    /** The distance between two places: in the unit of the coordinates on a plane, else in metres. */
    public double distance(int one, int two) {
        return switch (kind) {
            case PLANE -> Math.hypot(x[one] - x[two], y[one] - y[two]);
            case SPHERE -> 2 * SPHERE * Math.asin(Math.min(1, Math.sqrt(squared(one, two)) / (2 * SPHERE)));
            case ELLIPSOID ->
                Geodesic.WGS84.Inverse(second[one], first[one], second[two], first[two], GeodesicMask.DISTANCE).s12;
        };
    }

    /** What nearness is ordered by: the square of the straight line. */
    double squared(int one, int two) {
        double dx = x[one] - x[two];
        double dy = y[one] - y[two];
        double dz = z[one] - z[two];
        return dx * dx + dy * dy + dz * dz;
    }

    /** Squares of the straight lines from one place to all. */
    void squares(int from, double[] into) {
        double fromX = x[from];
        double fromY = y[from];
        double fromZ = z[from];
        for (int i = 0; i < x.length; i++) {
            double dx = fromX - x[i];
            double dy = fromY - y[i];
            double dz = fromZ - z[i];
            into[i] = dx * dx + dy * dy + dz * dz;
        }
    }

    /** Three rows: x, y and z of all places, in the unit of the distances. */
    double[][] inSpace() {
        return new double[][] {x, y, z};
    }

    private void inSpace(int i, double radius, double flattening) {
        double longitude = Math.toRadians(first[i]);
        double latitude = Math.toRadians(second[i]);
        double squash = (1 - flattening) * (1 - flattening);
        double sine = Math.sin(latitude);
        double toAxis = radius / Math.sqrt(1 - (1 - squash) * sine * sine);
        x[i] = toAxis * Math.cos(latitude) * Math.cos(longitude);
        y[i] = toAxis * Math.cos(latitude) * Math.sin(longitude);
        z[i] = squash * toAxis * sine;
    }
}
