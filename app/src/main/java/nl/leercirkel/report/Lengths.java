package nl.leercirkel.report;

import java.util.List;
import nl.leercirkel.report.document.Block;
import nl.leercirkel.report.document.BulletList;
import nl.leercirkel.report.document.Callout;
import nl.leercirkel.report.document.ChartBlock;
import nl.leercirkel.report.document.DefinitionList;
import nl.leercirkel.report.document.Inline;
import nl.leercirkel.report.document.ListItem;
import nl.leercirkel.report.document.NumberedList;
import nl.leercirkel.report.document.PageBreak;
import nl.leercirkel.report.document.Paragraph;
import nl.leercirkel.report.document.Section;
import nl.leercirkel.report.document.SourceList;
import nl.leercirkel.report.document.Table;
import nl.leercirkel.report.document.TableOfContents;

/** How many letters a piece of a document has, to know what fits. Tables and charts are not counted: no short page has them. */
final class Lengths {
    private Lengths() {}

    static int of(Block block) {
        return switch (block) {
            case Section section -> section.heading().length() + sum(section.blocks());
            case Paragraph paragraph -> ofInlines(paragraph.inlines());
            case BulletList list -> list.items().stream().mapToInt(Lengths::of).sum();
            case NumberedList list ->
                list.items().stream().mapToInt(Lengths::of).sum();
            case DefinitionList list ->
                list.entries().stream()
                        .mapToInt(entry -> entry.label().length() + ofInlines(entry.value()))
                        .sum();
            case Callout callout -> callout.title().length() + sum(callout.blocks());
            case Table ignored -> 0;
            case ChartBlock ignored -> 0;
            case SourceList ignored -> 0;
            case TableOfContents ignored -> 0;
            case PageBreak ignored -> 0;
        };
    }

    static int of(ListItem item) {
        return ofInlines(item.inlines())
                + item.children().stream().mapToInt(Lengths::of).sum();
    }

    private static int sum(List<? extends Block> blocks) {
        return blocks.stream().mapToInt(Lengths::of).sum();
    }

    private static int ofInlines(List<Inline> inlines) {
        return inlines.stream().mapToInt(inline -> inline.text().length()).sum();
    }
}
