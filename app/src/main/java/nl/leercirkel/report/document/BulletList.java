package nl.leercirkel.report.document;

import java.util.List;
import java.util.stream.Stream;

/** Points in no particular order. */
public record BulletList(List<ListItem> items) implements Block.Prose {
    public BulletList {
        items = ListItem.checked(items);
    }

    public static BulletList of(String... points) {
        return new BulletList(Stream.of(points).map(ListItem::of).toList());
    }
}
