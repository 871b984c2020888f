package nl.leercirkel.standards.cbs;

import java.util.List;

/**
 * What a figure is about.
 *
 * @param name stable from year to year: the column without its position ("WmoClienten"), or the code of version 4
 * @param column as this table names it ("WmoClienten_89")
 * @param groups headings above it, from the top; they tell apart topics of one name
 * @param decimals as published
 * @param text whether its values are texts, not figures
 */
public record CbsTopic(
        String name, String column, String title, String unit, int decimals, boolean text, List<String> groups) {

    public CbsTopic {
        groups = List.copyOf(groups);
    }
}
