package nl.leercirkel.source.open;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.leercirkel.spreadsheet.RefusedFileException;
import nl.leercirkel.standards.cbs.CbsDimension;
import nl.leercirkel.standards.cbs.CbsSelection;
import nl.leercirkel.standards.cbs.CbsTable;
import nl.leercirkel.standards.cbs.CbsTopic;

/** What somebody typed, held against what a table of CBS has. */
final class CbsChoice {
    private static final int MOST_NAMED = 30;

    private CbsChoice() {}

    static CbsSelection of(CbsTable table, Wanted wanted) throws RefusedFileException {
        List<CbsTopic> topics = new ArrayList<>();
        for (String typed : wanted.topics()) {
            CbsTopic topic = topic(table, typed);
            if (!topics.contains(topic)) {
                topics.add(topic);
            }
        }
        return new CbsSelection(keys(table, new Filter(wanted.filters())), topics);
    }

    private static CbsTopic topic(CbsTable table, String typed) throws RefusedFileException {
        return switch (table.topic(typed)) {
            case CbsTable.Lookup.Found(CbsTopic topic) -> topic;
            case CbsTable.Lookup.Ambiguous(List<CbsTopic> same) -> throw twice(typed, same);
            case CbsTable.Lookup.Unknown _ -> byTitle(table, typed);
        };
    }

    private static CbsTopic byTitle(CbsTable table, String typed) throws RefusedFileException {
        List<CbsTopic> found = table.topics().stream()
                .filter(topic -> topic.title().equalsIgnoreCase(typed))
                .toList();
        if (found.size() > 1) {
            throw twice(typed, found);
        }
        if (found.isEmpty()) {
            throw new RefusedFileException("Onderwerp " + typed + " staat niet (meer) in tabel " + table.id()
                    + ". Kies bij Wijzigen uit: " + named(table.topics()) + ".");
        }
        return found.getFirst();
    }

    private static RefusedFileException twice(String typed, List<CbsTopic> same) {
        return new RefusedFileException("Onderwerp " + typed + " komt meer dan één keer voor. Kies bij Wijzigen met de"
                + " naam van de kolom: " + named(same) + ".");
    }

    private static String named(List<CbsTopic> topics) {
        return topics.stream()
                        .limit(MOST_NAMED)
                        .map(topic -> topic.title() + " (" + topic.column() + ")")
                        .collect(Collectors.joining("; "))
                + (topics.size() > MOST_NAMED ? "; en meer" : "");
    }

    private static Map<String, Set<String>> keys(CbsTable table, Filter filter) throws RefusedFileException {
        Map<String, Set<String>> keys = new LinkedHashMap<>();
        for (CbsDimension dimension : table.dimensions()) {
            List<Pattern> wanted =
                    filter.on(dimension.name(), dimension.title()).orElse(List.of());
            if (wanted.isEmpty()) {
                continue;
            }
            Set<String> found = dimension.codes().stream()
                    .filter(code -> Filter.matches(wanted, code.key()) || Filter.matches(wanted, code.title()))
                    .map(CbsDimension.Code::key)
                    .collect(Collectors.toCollection(LinkedHashSet::new));
            if (found.isEmpty()) {
                throw new RefusedFileException("Geen enkele code van " + dimension.name() + " in tabel " + table.id()
                        + " past bij het filter. De eerste codes zijn: "
                        + dimension.codes().stream()
                                .limit(10)
                                .map(code -> code.key() + " (" + code.title() + ")")
                                .collect(Collectors.joining("; "))
                        + ".");
            }
            keys.put(dimension.name(), found);
        }
        filter.requireKnown(table.dimensions().stream()
                .flatMap(dimension -> Stream.of(dimension.name(), dimension.title()))
                .filter(name -> !name.isBlank())
                .distinct()
                .toList());
        return keys;
    }
}
