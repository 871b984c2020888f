package nl.leercirkel.report;

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
import nl.leercirkel.report.document.SourceNote;
import nl.leercirkel.report.document.Table;
import nl.leercirkel.report.document.TableOfContents;
import org.jspecify.annotations.Nullable;

/** A report as plain lines: headings with #, cells between bars, notes between brackets. */
final class ReportText {
    private final StringBuilder out = new StringBuilder();

    static String of(Document document) {
        var text = new ReportText();
        var metadata = document.metadata();
        text.line(metadata.title());
        text.line(metadata.subtitle());
        text.line(metadata.authority() + ", " + metadata.edition());
        document.blocks().forEach(block -> text.block(block, 1));
        return text.out.toString();
    }

    /** All that stands in one chapter or under one heading, however deep. */
    static String section(Document document, String heading) {
        return find(document.blocks(), heading);
    }

    private static String find(List<Block> blocks, String heading) {
        for (Block block : blocks) {
            if (block instanceof Section section) {
                if (section.heading().equals(heading)) {
                    var text = new ReportText();
                    text.block(section, 1);
                    return text.out.toString();
                }
                String found = find(section.blocks(), heading);
                if (!found.isEmpty()) {
                    return found;
                }
            }
        }
        return "";
    }

    private void line(String text) {
        out.append(text.replace('\u00a0', ' ').strip()).append('\n');
    }

    private void block(Block block, int level) {
        switch (block) {
            case Section section -> {
                out.append('\n');
                line("#".repeat(level) + (section.numbered() ? "* " : " ") + section.heading());
                section.blocks().forEach(child -> block(child, level + 1));
            }
            case TableOfContents contents -> line("[inhoud, " + contents.depth() + " niveaus]");
            case PageBreak ignored -> line("[nieuwe bladzijde]");
            case SourceList list -> list.sources().forEach(source -> line(source.key() + ": " + source.description()));
            case Paragraph paragraph -> line(inlines(paragraph.inlines()));
            case BulletList list -> list.items().forEach(item -> item(item, "-"));
            case NumberedList list -> list.items().forEach(item -> item(item, "1."));
            case Table table -> table(table);
            case DefinitionList list ->
                list.entries().forEach(entry -> line(entry.label() + ": " + inlines(entry.value())));
            case Callout callout -> {
                line("! " + callout.kind() + ": " + callout.title());
                callout.blocks().forEach(child -> block(child, level));
            }
            case ChartBlock chart -> {
                line("[grafiek] " + chart.title() + " – " + chart.alternative());
                source(chart.source());
                table(chart.table());
            }
        }
    }

    private void item(ListItem item, String mark) {
        line(mark + " " + inlines(item.inlines()));
        item.children().forEach(child -> item(child, "  " + mark));
    }

    private void table(Table table) {
        line("[tabel] " + table.caption());
        line(String.join(
                " | ", table.columns().stream().map(Table.Column::header).toList()));
        for (Table.Row row : table.rows()) {
            List<String> cells = new ArrayList<>();
            row.cells().forEach(cell -> cells.add(inlines(cell.inlines())));
            line((row.kind() == Table.Kind.NORMAL ? "" : row.kind() + " ") + String.join(" | ", cells));
        }
        source(table.source());
    }

    private void source(@Nullable SourceNote source) {
        if (source != null) {
            line("[" + source.text() + "]");
        }
    }

    private static String inlines(List<Inline> inlines) {
        StringBuilder text = new StringBuilder();
        for (Inline inline : inlines) {
            switch (inline) {
                case Inline.Footnote note ->
                    text.append(" [").append(note.text()).append(']');
                case Inline.Amount amount -> {
                    text.append(amount.text());
                    var source = amount.source();
                    if (source != null) {
                        text.append(" [").append(source.text()).append(']');
                    }
                }
                case Inline.Text ignored -> text.append(inline.text());
                case Inline.Strong ignored -> text.append(inline.text());
                case Inline.Emphasis ignored -> text.append(inline.text());
                case Inline.Link ignored -> text.append(inline.text());
            }
        }
        return text.toString();
    }
}
