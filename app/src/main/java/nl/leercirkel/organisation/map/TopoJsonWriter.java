package nl.leercirkel.organisation.map;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Writes areas as TopoJSON; only whole numbers and codes, so nothing needs escaping. */
final class TopoJsonWriter {

    private TopoJsonWriter() {}

    static String write(BoundarySet set) {
        String areas = set.polygons().entrySet().stream()
                .map(area -> "{\"type\":\"MultiPolygon\",\"properties\":{\"statcode\":\"GM%s\"},\"arcs\":%s}"
                        .formatted(area.getKey(), multiPolygon(area.getValue())))
                .collect(Collectors.joining(",\n"));
        return """
                {"type":"Topology",
                "transform":{"scale":[1,1],"translate":[0,0]},
                "objects":{"gemeenten":{"type":"GeometryCollection","geometries":[
                %s
                ]}},
                "arcs":[
                %s
                ]}
                """.formatted(areas, set.arcs().stream().map(TopoJsonWriter::arc).collect(Collectors.joining(",\n")));
    }

    private static String multiPolygon(List<BoundarySet.Polygon> polygons) {
        return polygons.stream()
                .map(polygon -> polygon.rings().stream()
                        .map(ring ->
                                IntStream.of(ring).mapToObj(String::valueOf).collect(Collectors.joining(",", "[", "]")))
                        .collect(Collectors.joining(",", "[", "]")))
                .collect(Collectors.joining(",", "[", "]"));
    }

    private static String arc(int[] xy) {
        StringBuilder text = new StringBuilder("[");
        for (int i = 0; i < xy.length; i += 2) {
            int x = i == 0 ? xy[0] : xy[i] - xy[i - 2];
            int y = i == 0 ? xy[1] : xy[i + 1] - xy[i - 1];
            text.append(i == 0 ? "[" : ",[").append(x).append(',').append(y).append(']');
        }
        return text.append(']').toString();
    }
}
