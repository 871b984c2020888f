package nl.leercirkel.chart;

import java.util.List;

/** The names of the rows of bars and dots: left of the marks, or above them where there is no room. */
final class RowLabels {

    static final double LINE = 17;

    private final Drawing drawing;
    private final List<String> categories;
    private final double column;

    RowLabels(Drawing drawing, List<String> categories) {
        this.drawing = drawing;
        this.categories = categories;
        double widest = categories.stream()
                .mapToDouble(category -> TextFit.width(category, Drawing.TEXT))
                .max()
                .orElse(0);
        this.column = above() ? 0 : Math.min(widest + 1, drawing.width() * 0.34);
    }

    boolean above() {
        return drawing.options().narrow();
    }

    /** Width taken left of the plot. */
    double column() {
        return above() ? 0 : column + 10;
    }

    /** How high a row must be to hold its label besides the marks. */
    double height(int row, double marks) {
        double label = fitted(row).lines().size() * LINE;
        return above() ? label + 4 + marks : Math.max(label, marks);
    }

    /** Where the marks of a row start. */
    double marksTop(double top, double height, double marks) {
        return above() ? top + height - marks : top + (height - marks) / 2;
    }

    void draw(int row, double top, double height) {
        TextFit.Fitted fitted = fitted(row);
        List<String> lines = fitted.lines();
        double x = above() ? 0 : column;
        double first = above() ? top + 13 : top + height / 2 - lines.size() * LINE / 2 + 13;
        for (int i = 0; i < lines.size(); i++) {
            if (above()) {
                // Above the marks a label lies on the grid, which must not run through it.
                double width = TextFit.width(lines.get(i), Drawing.TEXT);
                drawing.svg().rect(0, first + i * LINE - 12, width + 3, 16, Ink.SURFACE, 1);
            }
            drawing.svg()
                    .text(
                            x,
                            first + i * LINE,
                            above() ? Svg.Anchor.START : Svg.Anchor.END,
                            Drawing.TEXT,
                            Ink.TEXT,
                            false,
                            lines.get(i),
                            fitted.shortened() ? categories.get(row) : "");
        }
    }

    private TextFit.Fitted fitted(int row) {
        return TextFit.fit(categories.get(row), Drawing.TEXT, above() ? drawing.width() : column, 2);
    }
}
