package nl.leercirkel.organisation.map;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.TokenStreamLocation;

/** Walks once through the JSON and keeps only geometry and the properties that can hold a code. */
final class RawFileReader {

    private static final int LONGEST_PROPERTY = 60;

    private final JsonParser json;
    private final BoundaryLimits limits;
    private final List<RawShape> shapes = new ArrayList<>();
    private int numbersRead;
    private String place = "";

    private @Nullable String type;
    private boolean hasFeatures;
    private @Nullable Nested arcs;
    private double @Nullable [] transform;
    private boolean hasObjects;

    RawFileReader(JsonParser json, BoundaryLimits limits) {
        this.json = json;
        this.limits = limits;
    }

    RawFile read() {
        if (json.nextToken() != JsonToken.START_OBJECT) {
            throw new RefusedFile("Het bestand is geen GeoJSON of TopoJSON: het begint niet met een accolade {.");
        }
        object(this::topLevel);
        if (json.nextToken() != null) {
            throw wrong("na het einde van de gegevens staat nog iets");
        }
        return file();
    }

    private RawFile file() {
        if (type == null) {
            throw new RefusedFile(
                    "Veld \"type\" ontbreekt. Verwacht: \"FeatureCollection\" (GeoJSON) of \"Topology\" (TopoJSON).");
        }
        return switch (type) {
            case "FeatureCollection" -> {
                if (!hasFeatures) {
                    throw new RefusedFile("Veld \"features\" ontbreekt in het GeoJSON-bestand.");
                }
                yield new RawFile.GeoJson(shapes);
            }
            case "Topology" -> {
                if (arcs == null || !hasObjects) {
                    throw new RefusedFile("Veld \"arcs\" of \"objects\" ontbreekt in het TopoJSON-bestand.");
                }
                yield new RawFile.TopoJson(shapes, arcs, transform);
            }
            default ->
                throw new RefusedFile(
                        "Veld \"type\" is \"%s\". Verwacht: \"FeatureCollection\" (GeoJSON) of \"Topology\" (TopoJSON)."
                                .formatted(shortened(type)));
        };
    }

    private void topLevel(String name) {
        switch (name) {
            case "type" -> type = scalar();
            case "features" -> {
                hasFeatures = true;
                place = "features";
                list(this::feature);
            }
            case "arcs" -> {
                place = "arcs";
                arcs = nested(true);
            }
            case "transform" -> transform = transform();
            case "objects" -> {
                hasObjects = true;
                place = "objects";
                requireObject();
                object(group -> {
                    place = "objects." + shortened(group);
                    requireObject();
                    geometry(group, new ArrayList<>());
                });
            }
            default -> json.skipChildren();
        }
        place = "";
    }

    /** GeoJSON: a feature with a geometry. */
    private void feature() {
        int number = shapes.size() + 1;
        place = "vlak " + number;
        requireObject();
        ShapeParts parts = new ShapeParts();
        object(name -> {
            switch (name) {
                case "id" -> parts.id = scalar();
                case "properties" -> parts.properties = properties();
                case "geometry" -> {
                    if (json.currentToken() != JsonToken.VALUE_NULL) {
                        requireObject();
                        object(field -> {
                            switch (field) {
                                case "type" -> parts.type = scalar();
                                case "coordinates" -> parts.numbers = nested(true);
                                default -> json.skipChildren();
                            }
                        });
                    }
                }
                default -> json.skipChildren();
            }
        });
        shapes.add(parts.shape("vlak " + number, ""));
    }

    /** TopoJSON: a geometry is its own feature; collections hold more of them, to any depth. */
    private void geometry(String group, List<Integer> path) {
        ShapeParts parts = new ShapeParts();
        String where = "object " + shortened(group) + (path.isEmpty() ? "" : ", vlak " + path.getLast());
        object(name -> {
            switch (name) {
                case "type" -> parts.type = scalar();
                case "id" -> parts.id = scalar();
                case "properties" -> parts.properties = properties();
                case "arcs" -> {
                    place = where;
                    parts.numbers = nested(false);
                }
                case "geometries" -> {
                    int[] number = {0};
                    list(() -> {
                        List<Integer> inner = new ArrayList<>(path);
                        inner.add(++number[0]);
                        requireObject();
                        geometry(group, inner);
                    });
                }
                default -> json.skipChildren();
            }
        });
        if (!"GeometryCollection".equals(parts.type)) {
            shapes.add(parts.shape(where, group));
        }
    }

    private static final class ShapeParts {
        private @Nullable String type;
        private @Nullable String id;
        private @Nullable Nested numbers;
        private Map<String, String> properties = Map.of();

        RawShape shape(String where, String group) {
            return new RawShape(where, group, type, numbers, id, properties);
        }
    }

    private Map<String, String> properties() {
        Map<String, String> kept = new HashMap<>();
        if (json.currentToken() == JsonToken.VALUE_NULL) {
            return kept;
        }
        requireObject();
        object(name -> {
            String key = name.toLowerCase(Locale.ROOT);
            String value = scalar();
            if (value != null && AreaCode.PROPERTIES.contains(key)) {
                kept.put(key, value);
            }
        });
        return kept;
    }

    private double[] transform() {
        place = "transform";
        double[] values = {1, 1, 0, 0};
        requireObject();
        object(name -> {
            int at = switch (name) {
                case "scale" -> 0;
                case "translate" -> 2;
                default -> -1;
            };
            if (at < 0) {
                json.skipChildren();
            } else if (nested(false) instanceof Nested.Numbers pair && pair.values().length == 2) {
                System.arraycopy(pair.values(), 0, values, at, 2);
            } else {
                throw wrong("verwacht twee getallen");
            }
        });
        return values;
    }

    /** Lists of numbers; with {@code positions} pairs are packed into lines and heights are dropped. */
    private Nested nested(boolean positions) {
        if (json.currentToken() != JsonToken.START_ARRAY) {
            throw wrong("verwacht een lijst met getallen");
        }
        Nested.Doubles numbers = new Nested.Doubles();
        Nested.Doubles line = new Nested.Doubles();
        List<Nested> items = new ArrayList<>();
        boolean empty = true;
        for (JsonToken token = json.nextToken(); token != JsonToken.END_ARRAY; token = json.nextToken()) {
            if (token == JsonToken.START_ARRAY && numbers.size() == 0) {
                Nested item = nested(positions);
                if (positions && item instanceof Nested.Numbers position && items.isEmpty()) {
                    line.add(position.values()[0]);
                    line.add(position.values()[1]);
                } else if (line.size() == 0 && !(positions && item instanceof Nested.Numbers)) {
                    items.add(item);
                } else {
                    throw wrong("coördinaten en lijsten staan door elkaar");
                }
            } else if (token != null && token.isNumeric() && items.isEmpty() && line.size() == 0) {
                numbers.add(number());
            } else {
                throw wrong("verwacht getallen of lijsten met getallen");
            }
            empty = false;
        }
        if (numbers.size() > 0) {
            count();
            if (positions && (numbers.size() < 2 || numbers.size() > 4)) {
                throw wrong("een coördinaat heeft " + numbers.size() + " getallen; verwacht twee");
            }
            return new Nested.Numbers(numbers.toArray());
        }
        return line.size() > 0 && !empty ? new Nested.Line(line.toArray()) : new Nested.Many(items);
    }

    private double number() {
        count();
        double value = json.getDoubleValue();
        if (!Double.isFinite(value)) {
            throw wrong("een getal is te groot");
        }
        return value;
    }

    private void count() {
        // A position is two or three numbers and itself: the limit is in points.
        if (++numbersRead > limits.points() * 4L) {
            throw Boundaries.tooManyPoints(limits);
        }
    }

    private interface Member {
        void read(String name);
    }

    /** Reads the members of the object that has just been opened; each reader stops at the end of its value. */
    private void object(Member member) {
        for (JsonToken token = json.nextToken(); token != JsonToken.END_OBJECT; token = json.nextToken()) {
            String name = json.currentName();
            if (token != JsonToken.PROPERTY_NAME || name == null) {
                throw wrong("verwacht een veld");
            }
            json.nextToken();
            member.read(name);
        }
    }

    private void list(Runnable item) {
        if (json.currentToken() != JsonToken.START_ARRAY) {
            throw wrong("verwacht een lijst");
        }
        while (json.nextToken() != JsonToken.END_ARRAY) {
            item.run();
        }
    }

    private void requireObject() {
        if (json.currentToken() != JsonToken.START_OBJECT) {
            throw wrong("verwacht een object tussen accolades");
        }
    }

    /** The value as text; null for anything that is not a short text or a number. */
    private @Nullable String scalar() {
        JsonToken token = json.currentToken();
        if (token == JsonToken.VALUE_STRING || token == JsonToken.VALUE_NUMBER_INT) {
            String text = json.getString();
            return text.length() > LONGEST_PROPERTY ? null : text;
        }
        json.skipChildren();
        return null;
    }

    private RefusedFile wrong(String what) {
        return new RefusedFile(
                at(json.currentTokenLocation()) + (place.isEmpty() ? "" : ", " + place) + ": " + what + ".");
    }

    static String at(TokenStreamLocation location) {
        return "Regel " + Math.max(1, location.getLineNr()) + ", teken " + Math.max(1, location.getColumnNr());
    }

    static String shortened(String text) {
        String plain = text.replaceAll("\\p{Cntrl}", " ");
        return plain.length() > 40 ? plain.substring(0, 40) + "…" : plain;
    }
}
