package nl.leercirkel.portfolio;

import java.util.ArrayList;
import java.util.List;

/** Plain text as people type it, cut into paragraphs and lists: a blank line starts a paragraph, "- " a list item. */
public final class Prose {
    private Prose() {}

    /** A paragraph of one item, or a list. */
    public record Block(boolean list, List<String> items) {
        public Block {
            items = List.copyOf(items);
        }
    }

    public static List<Block> blocks(String text) {
        List<Block> blocks = new ArrayList<>();
        List<String> items = new ArrayList<>();
        StringBuilder paragraph = new StringBuilder();
        for (String raw : text.strip().split("\n", -1)) {
            String line = raw.strip();
            if (line.startsWith("- ")) {
                endParagraph(blocks, paragraph);
                items.add(line.substring(2).strip());
            } else {
                endList(blocks, items);
                if (line.isEmpty()) {
                    endParagraph(blocks, paragraph);
                } else {
                    paragraph.append(paragraph.isEmpty() ? "" : " ").append(line);
                }
            }
        }
        endList(blocks, items);
        endParagraph(blocks, paragraph);
        return blocks;
    }

    /** On one line: whole sentences as long as they fit, or else words, with a mark that there was more. */
    public static String shortened(String text, int longest) {
        String bare = text.strip().replaceAll("\\s*\\n\\s*[-•]?\\s*", " ");
        if (bare.length() <= longest) {
            return bare;
        }
        int stop = bare.lastIndexOf(". ", longest);
        if (stop > longest / 3) {
            return bare.substring(0, stop + 1);
        }
        int space = bare.lastIndexOf(' ', longest);
        return bare.substring(0, space > 0 ? space : longest) + " …";
    }

    private static void endParagraph(List<Block> blocks, StringBuilder paragraph) {
        if (!paragraph.isEmpty()) {
            blocks.add(new Block(false, List.of(paragraph.toString())));
            paragraph.setLength(0);
        }
    }

    private static void endList(List<Block> blocks, List<String> items) {
        if (!items.isEmpty()) {
            blocks.add(new Block(true, items));
            items.clear();
        }
    }
}
