package nl.leercirkel.source;

import java.time.Instant;
import java.util.UUID;
import nl.leercirkel.source.check.Definition;
import nl.leercirkel.source.check.Mapping;

/** What is said about a dataset, and what it promises of its rows. */
record Dataset(
        UUID id,
        About about,
        Definition definition,
        Mapping mapping,
        int revision,
        Instant changedAt,
        String changedBy) {

    /**
     * @param owner who answers for it
     * @param purpose what it is used for
     * @param agreement under which agreement the supplier gives it
     * @param sourceNote what stands below each figure; the name of the dataset where it is empty
     */
    record About(
            String name,
            String description,
            String owner,
            String purpose,
            String supplier,
            String agreement,
            Refresh refresh,
            String licence,
            String sourceNote) {}

    public String path() {
        return path(id);
    }

    static String path(UUID id) {
        return "/bronnen/" + id;
    }

    public String name() {
        return about.name();
    }
}
