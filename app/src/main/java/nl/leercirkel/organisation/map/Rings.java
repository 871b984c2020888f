package nl.leercirkel.organisation.map;

import java.util.ArrayList;
import java.util.List;

/** Turns the geometry of either format into polygons: lists of rings, each a closed line x, y, x, y ... */
final class Rings {

    private final BoundaryLimits limits;
    private final List<double[]> arcs = new ArrayList<>();
    private final boolean topology;
    private long points;

    Rings(RawFile file, BoundaryLimits limits) {
        this.limits = limits;
        switch (file) {
            case RawFile.GeoJson geo -> topology = false;
            case RawFile.TopoJson topo -> {
                topology = true;
                decodeArcs(topo);
            }
        }
    }

    private void decodeArcs(RawFile.TopoJson file) {
        if (!(file.arcs() instanceof Nested.Many lines)) {
            throw new RefusedFile("Veld \"arcs\" is geen lijst van lijnen.");
        }
        for (Nested line : lines.items()) {
            if (!(line instanceof Nested.Line(double[] xy))) {
                throw new RefusedFile(
                        "Veld \"arcs\", lijn " + (arcs.size() + 1) + ": verwacht een lijst met coördinaten.");
            }
            double[] transform = file.transform();
            if (transform != null) {
                double x = 0;
                double y = 0;
                for (int i = 0; i < xy.length; i += 2) {
                    x += xy[i];
                    y += xy[i + 1];
                    xy[i] = x * transform[0] + transform[2];
                    xy[i + 1] = y * transform[1] + transform[3];
                }
            }
            arcs.add(xy);
        }
    }

    /** The polygons of a shape that is a Polygon or MultiPolygon. */
    List<List<double[]>> polygons(RawShape shape, String where) {
        Nested numbers = shape.numbers();
        if (!(numbers instanceof Nested.Many many) || many.items().isEmpty()) {
            throw new RefusedFile(where + ": de grens ontbreekt of is leeg.");
        }
        List<List<double[]>> polygons = new ArrayList<>();
        if ("Polygon".equals(shape.geometry())) {
            polygons.add(polygon(many, where));
        } else {
            for (Nested item : many.items()) {
                if (!(item instanceof Nested.Many polygon)) {
                    throw new RefusedFile(where + ": een MultiPolygon bestaat uit lijsten van ringen.");
                }
                polygons.add(polygon(polygon, where));
            }
        }
        return polygons;
    }

    private List<double[]> polygon(Nested.Many rings, String where) {
        if (rings.items().isEmpty()) {
            throw new RefusedFile(where + ": een vlak heeft geen ringen.");
        }
        List<double[]> result = new ArrayList<>();
        for (Nested ring : rings.items()) {
            String place = where + ", ring " + (result.size() + 1);
            double[] xy = switch (ring) {
                case Nested.Line line when !topology -> line.xy();
                case Nested.Numbers numbers when topology -> joined(numbers.values(), place);
                case Nested.Line line -> throw new RefusedFile(place + ": verwacht nummers van lijnen (arcs).");
                case Nested.Numbers numbers -> throw new RefusedFile(place + ": verwacht een lijst met coördinaten.");
                case Nested.Many many -> throw new RefusedFile(place + ": de lijsten zijn te diep genest of leeg.");
            };
            result.add(closed(xy, place));
        }
        return result;
    }

    private double[] closed(double[] xy, String place) {
        points += xy.length / 2;
        if (points > limits.points()) {
            throw Boundaries.tooManyPoints(limits);
        }
        int last = xy.length - 2;
        if (last < 0 || !same(xy[0], xy[last]) || !same(xy[1], xy[last + 1])) {
            throw new RefusedFile(
                    place + ": de ring is niet gesloten; het laatste punt moet gelijk zijn aan het eerste.");
        }
        if (xy.length < 8) {
            throw new RefusedFile(
                    place + ": een ring heeft minstens vier punten, deze heeft er " + xy.length / 2 + ".");
        }
        return xy;
    }

    private double[] joined(double[] numbers, String place) {
        Nested.Doubles ring = new Nested.Doubles();
        double endX = Double.NaN;
        double endY = Double.NaN;
        for (double number : numbers) {
            int index = (int) number;
            boolean reversed = index < 0;
            int arcNumber = reversed ? ~index : index;
            if (index != number || arcNumber >= arcs.size()) {
                throw new RefusedFile(place + ": lijn " + RawFileReader.shortened(String.valueOf(number))
                        + " bestaat niet; het bestand heeft er " + arcs.size() + ".");
            }
            double[] arc = arcs.get(arcNumber);
            int size = arc.length / 2;
            points += size;
            if (points > limits.points()) {
                throw Boundaries.tooManyPoints(limits);
            }
            for (int i = 0; i < size; i++) {
                int at = 2 * (reversed ? size - 1 - i : i);
                boolean joint = i == 0 && ring.size() > 0;
                if (joint && !(same(arc[at], endX) && same(arc[at + 1], endY))) {
                    throw new RefusedFile(place + ": lijn " + arcNumber + " sluit niet aan op de vorige.");
                }
                if (!joint) {
                    ring.add(arc[at]);
                    ring.add(arc[at + 1]);
                }
                endX = arc[at];
                endY = arc[at + 1];
            }
        }
        return ring.toArray();
    }

    private static boolean same(double a, double b) {
        return Double.compare(a, b) == 0 || a == b;
    }
}
