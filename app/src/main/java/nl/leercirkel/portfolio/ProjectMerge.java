package nl.leercirkel.portfolio;

import java.util.ArrayList;
import java.util.List;

/**
 * What two people did to the same project, put together. A field that only one of them changed needs no choice; where
 * both changed the same field to something else, the second person chooses.
 *
 * @param form the second person's input, completed with what only the first person changed
 * @param clashes the fields and sections in which both changed something
 * @param taken the fields and sections taken over from the first person
 */
record ProjectMerge(TextForm form, List<Clash> clashes, List<String> taken) {

    /** What the two people made of one field or section; {@code part} is the Dutch name that the form uses. */
    record Clash(String part, String stored, String own) {
        public String labelKey() {
            return "portfolio.field." + part;
        }

        public List<String> linesStored() {
            return stored.lines().toList();
        }

        public List<String> linesOwn() {
            return own.lines().toList();
        }
    }

    /**
     * @param base the project as the second person opened it
     * @param stored the project as the first person left it
     * @param own the second person's input
     */
    static ProjectMerge of(TextForm base, TextForm stored, TextForm own) {
        TextForm merged = own;
        List<Clash> clashes = new ArrayList<>();
        List<String> taken = new ArrayList<>();
        for (String part : own.parts()) {
            if (stored.same(part, base) || stored.same(part, own)) {
                continue;
            }
            if (own.same(part, base)) {
                merged = merged.with(part, stored);
                taken.add(part);
            } else {
                clashes.add(new Clash(part, stored.describe(part), own.describe(part)));
            }
        }
        return new ProjectMerge(merged, clashes, taken);
    }
}
