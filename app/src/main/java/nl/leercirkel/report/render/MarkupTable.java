package nl.leercirkel.report.render;

import java.util.List;
import java.util.function.Consumer;
import nl.leercirkel.report.document.Inline;
import nl.leercirkel.report.document.Language.Words;
import nl.leercirkel.report.document.Table;
import nl.leercirkel.report.document.Table.Alignment;
import nl.leercirkel.report.document.Table.Kind;

/** Tables as markup. */
final class MarkupTable {
    /** From this many columns the text must be smaller to keep words whole on paper. */
    private static final int MANY_COLUMNS = 7;

    private final MarkupWriter out;
    private final Words words;
    private final Markup.Target target;
    private final Consumer<List<Inline>> inlines;
    private int count;

    MarkupTable(MarkupWriter out, Words words, Markup.Target target, Consumer<List<Inline>> inlines) {
        this.out = out;
        this.words = words;
        this.target = target;
        this.inlines = inlines;
    }

    void write(Table table) {
        count++;
        var label = words.table() + " " + count + ". ";
        var classes = table.columns().size() < MANY_COLUMNS ? "report-table" : "report-table report-table-wide";
        var captionId = "tabel-" + count;
        switch (target) {
            case PAGE -> {
                // Scrolls sideways on a small screen; reachable by keyboard, hence the tab index and the name.
                out.start(
                        "div",
                        "class",
                        "report-table-frame",
                        "role",
                        "region",
                        "tabindex",
                        "0",
                        "aria-labelledby",
                        captionId);
                out.start("table", "class", classes).line();
                out.start("caption", "id", captionId);
                caption(label, table);
                out.endLine();
                widths(table);
                header(table);
                body(table);
                out.end().endLine();
                source(table);
            }
            case PRINT -> {
                out.start("div", "class", "report-table-frame").line();
                // Not a caption element: that one may be left behind alone at the foot of a page.
                out.start("p", "class", "report-caption", "id", captionId);
                caption(label, table);
                out.endLine();
                out.start("table", "class", classes).line();
                widths(table);
                header(table);
                body(table);
                out.endLine();
                source(table);
                out.endLine();
            }
        }
    }

    private void caption(String label, Table table) {
        out.start("span", "class", "report-label").text(label).end().text(table.caption());
    }

    private void widths(Table table) {
        int total = table.columns().stream().mapToInt(Table.Column::weight).sum();
        out.start("colgroup");
        for (var column : table.columns()) {
            out.empty("col", "class", "report-width-" + Math.max(1, Math.round(100f * column.weight() / total)));
        }
        out.endLine();
    }

    private void header(Table table) {
        out.start("thead").start("tr");
        for (var column : table.columns()) {
            if (column.alignment() == Alignment.NUMBER) {
                out.start("th", "scope", "col", "class", "report-numeric");
            } else {
                out.start("th", "scope", "col");
            }
            out.text(column.header()).end();
        }
        out.end().endLine();
    }

    private void body(Table table) {
        var totals =
                table.rows().stream().filter(row -> row.kind() == Kind.TOTAL).toList();
        var others =
                table.rows().stream().filter(row -> row.kind() != Kind.TOTAL).toList();
        switch (target) {
            case PAGE -> {
                rows("tbody", table, others);
                if (!totals.isEmpty()) {
                    rows("tfoot", table, totals);
                }
            }
            // On paper a foot would be repeated on every page, as if each page had its own total.
            case PRINT -> rows("tbody", table, table.rows());
        }
    }

    private void rows(String group, Table table, List<Table.Row> rows) {
        out.start(group).line();
        for (var row : rows) {
            switch (row.kind()) {
                case NORMAL -> out.start("tr");
                case SUBTOTAL -> out.start("tr", "class", "report-subtotal");
                case TOTAL -> out.start("tr", "class", "report-total");
            }
            for (int i = 0; i < row.cells().size(); i++) {
                cell(table, i, row.cells().get(i));
            }
            out.endLine();
        }
        out.endLine();
    }

    private void cell(Table table, int column, Table.Cell cell) {
        boolean header = table.headerColumn() && column == 0;
        boolean numeric = table.columns().get(column).alignment() == Alignment.NUMBER;
        if (header) {
            out.start("th", "scope", "row");
        } else if (numeric) {
            out.start("td", "class", "report-numeric");
        } else {
            out.start("td");
        }
        inlines.accept(cell.inlines());
        out.end();
    }

    private void source(Table table) {
        if (table.source() != null) {
            out.start("p", "class", "report-source").text(table.source().text()).endLine();
        }
    }
}
