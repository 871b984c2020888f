package nl.leercirkel.report.document;

import java.util.List;

/**
 * A heading with what falls under it. Its level follows from nesting, so a level cannot be skipped.
 *
 * @param numbered whether the heading carries a number; only under a numbered section or at the top
 */
public record Section(String heading, boolean numbered, List<Block> blocks) implements Block {
    /** Deeper than this, readers get lost and Word's outline is of no help. */
    public static final int DEEPEST = 4;

    public Section {
        heading = Plain.required(heading, "Een kop");
        blocks = List.copyOf(blocks);
        if (height(blocks) + 1 > DEEPEST) {
            throw new IllegalArgumentException(
                    "Onder de kop '" + heading + "' zitten te veel niveaus: hoogstens " + DEEPEST + " koppen diep.");
        }
        if (!numbered && blocks.stream().anyMatch(block -> block instanceof Section child && child.numbered())) {
            throw new IllegalArgumentException(
                    "Onder de ongenummerde kop '" + heading + "' kan geen genummerde kop staan.");
        }
    }

    public static Section of(String heading, Block... blocks) {
        return new Section(heading, false, List.of(blocks));
    }

    public static Section numbered(String heading, Block... blocks) {
        return new Section(heading, true, List.of(blocks));
    }

    private static int height(List<Block> blocks) {
        int height = 0;
        for (var block : blocks) {
            if (block instanceof Section child) {
                height = Math.max(height, 1 + height(child.blocks()));
            }
        }
        return height;
    }
}
