package nl.leercirkel.organisation.map;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Set;

/** Small border files, and reading them. */
final class Fixtures {

    static final Set<String> KNOWN = Set.of("0001", "0002", "0003");

    /** Two squares of 1 km beside each other in RD, the second with a hole that 0003 fills. */
    static final String GEOJSON = """
            {"type": "FeatureCollection",
             "features": [
              {"type": "Feature", "properties": {"statcode": "GM0001", "statnaam": "West"}, "geometry":
               {"type": "Polygon", "coordinates": [[[100000, 400000], [101000, 400000], [101000, 401000], [100000, 401000], [100000, 400000]]]}},
              {"type": "Feature", "properties": {"statcode": "GM0002"}, "geometry":
               {"type": "MultiPolygon", "coordinates": [[
                 [[101000, 400000], [102000, 400000], [102000, 401000], [101000, 401000], [101000, 400000]],
                 [[101400, 400400], [101400, 400600], [101600, 400600], [101600, 400400], [101400, 400400]]]]}},
              {"type": "Feature", "properties": {"statcode": "GM0003"}, "geometry":
               {"type": "Polygon", "coordinates": [[[101600, 400400], [101600, 400600], [101400, 400600], [101400, 400400], [101600, 400400]]]}}
             ]}
            """;

    /** The same two squares, quantised, in degrees; the shared border is arc 0. */
    static final String TOPOJSON = """
            {"type": "Topology",
             "objects": {"gm": {"type": "GeometryCollection", "geometries": [
               {"type": "Polygon", "properties": {"code": "GM0001"}, "arcs": [[0, 1]]},
               {"type": "MultiPolygon", "properties": {"code": "GM0002"}, "arcs": [[[2, -1]]]}]},
              "land": {"type": "GeometryCollection", "geometries": [{"type": "Polygon", "arcs": [[1, 2]]}]}},
             "transform": {"scale": [0.001, 0.001], "translate": [5, 52]},
             "arcs": [[[20, 0], [0, 20]], [[20, 20], [-20, 0], [0, -20], [20, 0]], [[20, 0], [20, 0], [0, 20], [-20, 0]]]}
            """;

    private Fixtures() {}

    static BoundaryReading read(String text) {
        return read(text.getBytes(StandardCharsets.UTF_8), KNOWN, BoundaryLimits.STANDARD);
    }

    static BoundaryReading read(byte[] bytes, Set<String> known, BoundaryLimits limits) {
        try {
            return Boundaries.parse(new ByteArrayInputStream(bytes), known, limits);
        } catch (IOException impossible) {
            throw new AssertionError(impossible);
        }
    }

    static BoundaryReading.Accepted accepted(BoundaryReading reading) {
        return switch (reading) {
            case BoundaryReading.Accepted accepted -> accepted;
            case BoundaryReading.Refused refused -> throw new AssertionError(refused.problem());
        };
    }

    static String problem(BoundaryReading reading) {
        return switch (reading) {
            case BoundaryReading.Accepted accepted -> throw new AssertionError("accepted, " + accepted.notices());
            case BoundaryReading.Refused refused -> refused.problem();
        };
    }

    /** Square metres, holes taken off. */
    static double area(BoundarySet set, String code) {
        double area = 0;
        for (BoundarySet.Polygon polygon : set.polygons().getOrDefault(code, java.util.List.of())) {
            for (int i = 0; i < polygon.rings().size(); i++) {
                double ring = Math.abs(RingCleaner.doubleArea(
                                set.pointsOf(polygon.rings().get(i))))
                        / 2.0;
                area += i == 0 ? ring : -ring;
            }
        }
        return area;
    }
}
