package nl.leercirkel.organisation;

import java.util.Set;

/**
 * A doubt about the facts, in Dutch, to show beside them.
 *
 * @param about municipality codes; empty when it concerns all
 */
public record RegionNote(Set<String> about, String text) {

    public RegionNote {
        about = Set.copyOf(about);
    }

    public boolean isGeneral() {
        return about.isEmpty();
    }
}
