package nl.leercirkel.report.document;

import java.util.List;

/**
 * A point of a list.
 *
 * @param children points under this one, marked like their parent; three deep at most
 */
public record ListItem(List<Inline> inlines, List<ListItem> children) {
    static final int DEEPEST = 3;

    public ListItem {
        inlines = List.copyOf(inlines);
        children = List.copyOf(children);
        if (inlines.isEmpty()) {
            throw new IllegalArgumentException("Een punt in een opsomming heeft geen tekst.");
        }
        if (1 + depth(children) > DEEPEST) {
            throw new IllegalArgumentException("Een opsomming gaat hoogstens " + DEEPEST + " niveaus diep.");
        }
    }

    public static ListItem of(String text, ListItem... children) {
        return new ListItem(List.of(new Inline.Text(Plain.required(text, "Een punt"))), List.of(children));
    }

    public static ListItem of(Inline... inlines) {
        return new ListItem(List.of(inlines), List.of());
    }

    static List<ListItem> checked(List<ListItem> items) {
        if (items.isEmpty()) {
            throw new IllegalArgumentException("Een opsomming heeft geen punten.");
        }
        return List.copyOf(items);
    }

    private static int depth(List<ListItem> items) {
        return items.stream().mapToInt(item -> 1 + depth(item.children())).max().orElse(0);
    }
}
