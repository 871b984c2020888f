package nl.leercirkel.standards.cbs;

import java.util.List;
import java.util.Optional;

/**
 * What a table is about.
 *
 * @param period as the publisher words it ("2015 - 2023"); empty where it does not
 * @param modified when the publisher last changed it, as it writes that
 * @param licence as stated; where the service states none, the one that holds for all open data of CBS
 */
public record CbsTable(
        String id,
        CbsVersion version,
        String title,
        String period,
        String modified,
        String licence,
        List<CbsDimension> dimensions,
        List<CbsTopic> topics) {

    public CbsTable {
        dimensions = List.copyOf(dimensions);
        topics = List.copyOf(topics);
    }

    /** What a name finds. */
    public sealed interface Lookup {

        /** One topic. */
        record Found(CbsTopic topic) implements Lookup {}

        /** More than one: say which by its column, or by the heading above it. */
        record Ambiguous(List<CbsTopic> topics) implements Lookup {}

        /** None. */
        record Unknown(String name) implements Lookup {}
    }

    /** By stable name, or by the column of this table. */
    public Lookup topic(String name) {
        return lookup(
                name,
                topics.stream()
                        .filter(topic ->
                                topic.name().equals(name) || topic.column().equals(name))
                        .toList());
    }

    /** By stable name below a heading. */
    public Lookup topic(String name, String group) {
        return lookup(
                name,
                topics.stream()
                        .filter(topic ->
                                topic.name().equals(name) && topic.groups().contains(group))
                        .toList());
    }

    private static Lookup lookup(String name, List<CbsTopic> found) {
        return switch (found.size()) {
            case 0 -> new Lookup.Unknown(name);
            case 1 -> new Lookup.Found(found.getFirst());
            default -> new Lookup.Ambiguous(found);
        };
    }

    public Optional<CbsDimension> dimension(String name) {
        return dimensions.stream()
                .filter(dimension -> dimension.name().equals(name))
                .findFirst();
    }
}
