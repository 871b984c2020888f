package nl.leercirkel.report.render;

import java.util.ArrayList;
import java.util.List;
import nl.leercirkel.report.document.Block;
import nl.leercirkel.report.document.Document;
import nl.leercirkel.report.document.Section;

/** The headings of a document in order of reading, with their numbers and anchors. */
record Outline(List<Heading> headings) {

    /**
     * A heading.
     *
     * @param level 1 for the top
     * @param number such as 2.1; empty when the section is not numbered
     */
    record Heading(int level, String number, String text, String anchor) {
        /** Number and text as one line. */
        String line() {
            return number.isEmpty() ? text : number + " " + text;
        }
    }

    static Outline of(Document document) {
        var headings = new ArrayList<Heading>();
        collect(document.blocks(), 1, "", headings);
        return new Outline(List.copyOf(headings));
    }

    List<Heading> downTo(int depth) {
        return headings.stream().filter(heading -> heading.level() <= depth).toList();
    }

    private static void collect(List<Block> blocks, int level, String prefix, List<Heading> headings) {
        int count = 0;
        for (var block : blocks) {
            if (block instanceof Section section) {
                var number = section.numbered() ? prefix + ++count : "";
                headings.add(new Heading(level, number, section.heading(), "kop-" + (headings.size() + 1)));
                collect(section.blocks(), level + 1, number + ".", headings);
            }
        }
    }
}
