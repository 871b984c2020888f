package nl.leercirkel.report.render;

import java.util.ArrayList;
import java.util.List;
import nl.leercirkel.report.document.Block;
import nl.leercirkel.report.document.BulletList;
import nl.leercirkel.report.document.Callout;
import nl.leercirkel.report.document.ChartBlock;
import nl.leercirkel.report.document.DefinitionList;
import nl.leercirkel.report.document.Document;
import nl.leercirkel.report.document.Inline;
import nl.leercirkel.report.document.ListItem;
import nl.leercirkel.report.document.NumberedList;
import nl.leercirkel.report.document.PageBreak;
import nl.leercirkel.report.document.Paragraph;
import nl.leercirkel.report.document.Section;
import nl.leercirkel.report.document.SourceList;
import nl.leercirkel.report.document.Table;
import nl.leercirkel.report.document.TableOfContents;

/** Every text of a document in order of reading, gathered without any renderer. */
final class TextsOf {
    private final List<String> body = new ArrayList<>();
    private final List<String> notes = new ArrayList<>();

    static TextsOf document(Document document) {
        var texts = new TextsOf();
        document.blocks().forEach(texts::block);
        return texts;
    }

    /** What stands in the running text, tables and lists. */
    List<String> body() {
        return body;
    }

    /** What stands in notes, once each. */
    List<String> notes() {
        return notes.stream().distinct().toList();
    }

    static String normalised(String text) {
        return text.replaceAll("[\\s\\u00a0]+", " ").strip();
    }

    private void block(Block block) {
        switch (block) {
            case Section section -> {
                body.add(section.heading());
                section.blocks().forEach(this::block);
            }
            case TableOfContents ignored -> {}
            case PageBreak ignored -> {}
            case SourceList list ->
                list.sources().forEach(source -> {
                    body.add(source.key());
                    body.add(source.description());
                    if (source.address() != null) {
                        body.add(source.address());
                    }
                });
            case Paragraph paragraph -> inlines(paragraph.inlines());
            case BulletList list -> list.items().forEach(this::item);
            case NumberedList list -> list.items().forEach(this::item);
            case Table table -> table(table);
            case DefinitionList list ->
                list.entries().forEach(entry -> {
                    body.add(entry.label());
                    inlines(entry.value());
                });
            case Callout callout -> {
                body.add(callout.title());
                callout.blocks().forEach(this::block);
            }
            case ChartBlock chart -> {
                body.add(chart.title());
                if (chart.source() != null) {
                    body.add(chart.source().text());
                }
                table(chart.table());
            }
        }
    }

    private void item(ListItem item) {
        inlines(item.inlines());
        item.children().forEach(this::item);
    }

    private void table(Table table) {
        body.add(table.caption());
        table.columns().forEach(column -> body.add(column.header()));
        table.rows().forEach(row -> row.cells().forEach(cell -> inlines(cell.inlines())));
        if (table.source() != null) {
            body.add(table.source().text());
        }
    }

    private void inlines(List<Inline> inlines) {
        for (var inline : inlines) {
            switch (inline) {
                case Inline.Text text -> body.add(text.text());
                case Inline.Strong strong -> body.add(strong.text());
                case Inline.Emphasis emphasis -> body.add(emphasis.text());
                case Inline.Link link -> body.add(link.text());
                case Inline.Footnote footnote -> notes.add(footnote.text());
                case Inline.Amount amount -> {
                    body.add(amount.text());
                    if (amount.source() != null) {
                        notes.add(amount.source().text());
                    }
                }
            }
        }
    }
}
