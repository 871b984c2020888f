package nl.leercirkel.standards.kwb;

import static nl.leercirkel.standards.facts.Facts.field;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import nl.leercirkel.standards.facts.Facts;

/** The topics this library knows, by their own name and by the names CBS gives them. */
public final class KwbTopics {

    private static final Pattern SUFFIX = Pattern.compile("(.*)_\\d{1,3}");
    private static final Map<String, KwbTopic> BY_ID = new LinkedHashMap<>();
    private static final Map<String, KwbTopic> BY_COLUMN = new HashMap<>();
    private static final Map<String, KwbTopic> BY_MEASURE = new HashMap<>();

    static {
        for (Map<String, String> row : Facts.rows(KwbTopics.class, "topics.csv")) {
            KwbTopic topic = new KwbTopic(
                    field(row, "id"),
                    field(row, "label"),
                    field(row, "unit"),
                    KwbTopic.Kind.valueOf(field(row, "kind").toUpperCase(Locale.ROOT)),
                    breaks(field(row, "breaks")));
            put(BY_ID, topic.id(), topic);
            put(BY_COLUMN, normal(topic.id()), topic);
            names(row, "wide").forEach(name -> put(BY_COLUMN, normal(name), topic));
            names(row, "file").forEach(name -> put(BY_COLUMN, normal(name), topic));
            names(row, "measure").forEach(name -> put(BY_MEASURE, name, topic));
        }
    }

    private KwbTopics() {}

    public static List<KwbTopic> all() {
        return List.copyOf(BY_ID.values());
    }

    public static Optional<KwbTopic> byId(String id) {
        return Optional.ofNullable(BY_ID.get(id));
    }

    /** By a column name in any spelling; blanks around it, capitals and the position suffix do not matter. */
    public static Optional<KwbTopic> byColumn(String column) {
        String exact = normal(column);
        KwbTopic topic = BY_COLUMN.get(exact);
        return Optional.ofNullable(topic == null ? BY_COLUMN.get(withoutSuffix(exact)) : topic);
    }

    /** By the stable code of the new service ("T001203"). */
    public static Optional<KwbTopic> byMeasure(String measure) {
        return Optional.ofNullable(BY_MEASURE.get(measure.strip()));
    }

    static String normal(String column) {
        return column.replace('\u00A0', ' ').strip().toLowerCase(Locale.ROOT);
    }

    /** "wmoclienten_89" and "wmoclienten_93" are one topic; "leeftijd_0_14" would not survive, so exact names go first. */
    static String withoutSuffix(String normal) {
        Matcher matcher = SUFFIX.matcher(normal);
        return matcher.matches() ? matcher.group(1) : normal;
    }

    private static List<String> names(Map<String, String> row, String field) {
        String text = field(row, field);
        return text.isEmpty() ? List.of() : List.of(text.split("\\|"));
    }

    private static Map<Integer, String> breaks(String text) {
        int colon = text.indexOf(':');
        return colon < 0
                ? Map.of()
                : Map.of(
                        Integer.parseInt(text.substring(0, colon)),
                        text.substring(colon + 1).strip());
    }

    private static void put(Map<String, KwbTopic> map, String key, KwbTopic topic) {
        KwbTopic other = map.put(key, topic);
        if (other != null && !other.equals(topic)) {
            throw new IllegalStateException(key + " is both " + other.id() + " and " + topic.id());
        }
    }
}
