package nl.leercirkel.report.document;

import java.util.List;
import java.util.stream.Stream;

/** Points whose order matters. */
public record NumberedList(List<ListItem> items) implements Block.Prose {
    public NumberedList {
        items = ListItem.checked(items);
    }

    public static NumberedList of(String... points) {
        return new NumberedList(Stream.of(points).map(ListItem::of).toList());
    }
}
