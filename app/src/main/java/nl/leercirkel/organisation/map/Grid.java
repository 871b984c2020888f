package nl.leercirkel.organisation.map;

/** The coordinate systems a border file can use. Everything is kept in metres of the Dutch grid (RD, EPSG:28992). */
enum Grid {
    /** Longitude and latitude in degrees. */
    WGS84,
    RD;

    private static final double AMERSFOORT_LATITUDE = 52.15517440;
    private static final double AMERSFOORT_LONGITUDE = 5.38720621;

    /** Terms of the polynomial: coefficient, power of latitude, power of longitude. */
    private static final double[][] X_TERMS = {
        {190094.945, 0, 1},
        {-11832.228, 1, 1},
        {-114.221, 2, 1},
        {-32.391, 0, 3},
        {-0.705, 1, 0},
        {-2.340, 3, 1},
        {-0.608, 1, 3},
        {-0.008, 0, 2},
        {0.148, 2, 3}
    };

    private static final double[][] Y_TERMS = {
        {309056.544, 1, 0}, {3638.893, 0, 2}, {73.077, 2, 0}, {-157.984, 1, 2}, {59.788, 3, 0},
        {0.433, 0, 1}, {-6.439, 2, 2}, {-0.032, 1, 1}, {0.092, 0, 4}, {-0.054, 1, 4}
    };

    /** The system in which this position lies in or just around the Netherlands. */
    static Grid of(double x, double y) {
        for (Grid grid : values()) {
            if (grid.covers(x, y)) {
                return grid;
            }
        }
        String hint;
        if (WGS84.covers(y, x)) {
            hint = "Lengte- en breedtegraad lijken verwisseld; GeoJSON zet de lengtegraad eerst.";
        } else if (x > 200_000 && x < 900_000 && y > 6_400_000 && y < 7_200_000) {
            hint = "Dit lijkt Web Mercator (EPSG:3857). Kies bij het downloaden RD (EPSG:28992) of WGS84 (EPSG:4326).";
        } else {
            hint = "Verwacht graden (WGS84, EPSG:4326) of meters van het Rijksdriehoeksstelsel (RD, EPSG:28992).";
        }
        throw new RefusedFile("coördinaat %s, %s ligt niet in Nederland. %s".formatted(plain(x), plain(y), hint));
    }

    boolean covers(double x, double y) {
        return switch (this) {
            case WGS84 -> x > 2 && x < 8 && y > 50 && y < 54;
            case RD -> x > -100_000 && x < 400_000 && y > 200_000 && y < 700_000;
        };
    }

    /** To metres of the Dutch grid. Degrees: Schreutelkamp and Strang van Hees (2001), within about half a metre on land. */
    double[] toRd(double x, double y) {
        return switch (this) {
            case RD -> new double[] {x, y};
            case WGS84 -> {
                double latitude = 0.36 * (y - AMERSFOORT_LATITUDE);
                double longitude = 0.36 * (x - AMERSFOORT_LONGITUDE);
                yield new double[] {
                    155_000 + sum(X_TERMS, latitude, longitude), 463_000 + sum(Y_TERMS, latitude, longitude)
                };
            }
        };
    }

    private static double sum(double[][] terms, double latitude, double longitude) {
        double sum = 0;
        for (double[] term : terms) {
            sum += term[0] * power(latitude, (int) term[1]) * power(longitude, (int) term[2]);
        }
        return sum;
    }

    private static double power(double base, int exponent) {
        double result = 1;
        for (int i = 0; i < exponent; i++) {
            result *= base;
        }
        return result;
    }

    private static String plain(double value) {
        return Math.abs(value) < 1e9 ? String.valueOf(Math.round(value * 1000) / 1000.0) : "van meer dan een miljard";
    }
}
