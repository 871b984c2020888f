package nl.leercirkel.care.ggm;

import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;

/**
 * An entity of the model, and where its rows come from.
 *
 * @param name as in the definitions of the model
 * @param table as in its DDL
 * @param rows in Dutch: what one row is
 * @param from the part of the query after the columns; see {@link GgmModel} for what it may name
 */
public record Entity(String name, String table, String rows, String from, List<Attribute> attributes) {
    public Entity {
        attributes = List.copyOf(attributes);
    }

    public List<Attribute> filled() {
        return attributes.stream().filter(Attribute::isFilled).toList();
    }

    public List<Attribute> absent() {
        return attributes.stream().filter(attribute -> !attribute.isFilled()).toList();
    }

    /** Names of the columns, in the order of the query. */
    List<String> columns() {
        return filled().stream().map(Attribute::name).toList();
    }

    String query() {
        return filled().stream()
                .map(attribute -> Objects.requireNonNull(attribute.sql()))
                .collect(Collectors.joining(", ", "select ", "\n" + from));
    }
}
