package nl.leercirkel.report.render;

import java.util.Arrays;
import nl.leercirkel.report.document.Inline;
import nl.leercirkel.report.document.Table;

/**
 * Widths of columns in twentieths of a point: by weight, but no column narrower than its longest word or figure, which
 * would otherwise be broken in two.
 */
final class ColumnWidths {
    /** Width of a character of 9.5 points on the wide side, so that a substituted font fits too. */
    private static final int CHARACTER = 116;

    private static final int PADDING = 250;

    private ColumnWidths() {}

    static int[] of(Table table, int available) {
        int[] weights = table.columns().stream().mapToInt(Table.Column::weight).toArray();
        int[] least = new int[weights.length];
        for (int i = 0; i < weights.length; i++) {
            least[i] = PADDING + CHARACTER * longestWord(table, i);
        }
        int needed = Arrays.stream(least).sum();
        if (needed >= available) {
            return scaled(least, available);
        }
        return shared(weights, least, available);
    }

    /** By weight; columns that would be too narrow get what they need, and the others share the rest. */
    static int[] shared(int[] weights, int[] least, int available) {
        int[] widths = new int[weights.length];
        boolean changed = true;
        while (changed) {
            changed = false;
            int rest = available;
            int weight = 0;
            for (int i = 0; i < weights.length; i++) {
                rest -= widths[i];
                weight += widths[i] == 0 ? weights[i] : 0;
            }
            for (int i = 0; i < weights.length; i++) {
                if (widths[i] == 0 && (long) rest * weights[i] / weight < least[i]) {
                    widths[i] = least[i];
                    changed = true;
                }
            }
            if (!changed) {
                for (int i = 0; i < weights.length; i++) {
                    widths[i] = widths[i] == 0 ? (int) ((long) rest * weights[i] / weight) : widths[i];
                }
            }
        }
        return widths;
    }

    static int[] scaled(int[] parts, int available) {
        int total = Arrays.stream(parts).sum();
        return Arrays.stream(parts)
                .map(part -> (int) ((long) available * part / total))
                .toArray();
    }

    private static int longestWord(Table table, int column) {
        int longest = longest(table.columns().get(column).header(), " ");
        for (var row : table.rows()) {
            for (var inline : row.cells().get(column).inlines()) {
                longest = Math.max(longest, length(inline));
            }
        }
        return longest;
    }

    private static int length(Inline inline) {
        return switch (inline) {
            // A figure stays whole, with room for the number of its note.
            case Inline.Amount amount -> amount.text().length() + (amount.source() == null ? 0 : 1);
            case Inline.Footnote ignored -> 1;
            case Inline.Text text -> longest(text.text(), "[ -]");
            case Inline.Strong strong -> longest(strong.text(), "[ -]");
            case Inline.Emphasis emphasis -> longest(emphasis.text(), "[ -]");
            case Inline.Link link -> longest(link.text(), "[ -]");
        };
    }

    private static int longest(String text, String separator) {
        return Arrays.stream(text.split(separator))
                .mapToInt(String::length)
                .max()
                .orElse(0);
    }
}
