package nl.leercirkel.standards.kwb;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import nl.leercirkel.standards.table.Header;
import org.jspecify.annotations.Nullable;

/**
 * Which column of a wide file is what.
 *
 * @param topics by position
 * @param unknown columns that no topic claims, as written
 * @param twice columns of a topic that an earlier column has already
 */
record KwbColumns(
        int code,
        int name,
        int municipality,
        int level,
        int boundary,
        Map<Integer, KwbTopic> topics,
        List<String> unknown,
        List<String> twice) {

    static final int NONE = -1;

    private static final Set<String> CODE = Set.of("wijkenenbuurten", "gwb_code_10", "codering", "regiocode");
    private static final Set<String> NAME = Set.of("regio", "naam");
    private static final Set<String> MUNICIPALITY = Set.of("gemeentenaam", "gm_naam");
    private static final Set<String> LEVEL = Set.of("soortregio", "recs");
    private static final Set<String> BOUNDARY =
            Set.of("indelingswijzigingwijkenenbuurten", "ind_wbz", "ind_wbi", "indelingswijziging");
    private static final Set<String> IGNORED = Set.of("id", "gwb_code_8", "gwb_code");

    static final Header<KwbColumns> HEADER = new Header<>() {
        @Override
        public @Nullable KwbColumns recognise(List<String> cells) {
            return KwbColumns.of(cells);
        }

        @Override
        public String expected() {
            return "een kolom met de code van het gebied (WijkenEnBuurten, Codering of gwb_code_10) en kolommen met"
                    + " kerncijfers (AantalInwoners of a_inw, ...)";
        }
    };

    private static @Nullable KwbColumns of(List<String> cells) {
        Map<Integer, KwbTopic> topics = new TreeMap<>();
        List<String> unknown = new ArrayList<>();
        List<String> twice = new ArrayList<>();
        Set<KwbTopic> seen = new HashSet<>();
        List<String> names = cells.stream().map(KwbColumns::key).collect(Collectors.toList());
        for (int i = 0; i < cells.size(); i++) {
            if (isKey(names.get(i))) {
                continue;
            }
            KwbTopic topic = KwbTopics.byColumn(cells.get(i)).orElse(null);
            if (topic == null) {
                unknown.add(cells.get(i).strip());
            } else if (seen.add(topic)) {
                topics.put(i, topic);
            } else {
                twice.add(cells.get(i).strip());
            }
        }
        int code = first(names, CODE);
        return code == NONE || topics.isEmpty()
                ? null
                : new KwbColumns(
                        code,
                        first(names, NAME),
                        first(names, MUNICIPALITY),
                        first(names, LEVEL),
                        first(names, BOUNDARY),
                        topics,
                        unknown,
                        twice);
    }

    private static String key(String column) {
        String normal = KwbTopics.normal(column);
        return IGNORED.contains(normal) || CODE.contains(normal) ? normal : KwbTopics.withoutSuffix(normal);
    }

    private static boolean isKey(String name) {
        return CODE.contains(name)
                || NAME.contains(name)
                || MUNICIPALITY.contains(name)
                || LEVEL.contains(name)
                || BOUNDARY.contains(name)
                || IGNORED.contains(name);
    }

    private static int first(List<String> names, Set<String> wanted) {
        for (int i = 0; i < names.size(); i++) {
            if (wanted.contains(names.get(i))) {
                return i;
            }
        }
        return NONE;
    }
}
