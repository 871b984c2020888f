package nl.leercirkel.chart;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Draws a {@link BarChart}: horizontal bars on zero with their values beside them. */
final class BarDrawing {

    private static final double HIDDEN = 26;

    private final Drawing drawing;
    private final BarChart chart;
    private final Svg svg;
    private final boolean stacked;
    private final double thickness;
    private final double between;
    /** Written last, on the background colour, so that grid and reference line do not run through figures. */
    private final List<Runnable> figures = new ArrayList<>();

    BarDrawing(Drawing drawing, BarChart chart) {
        this.drawing = drawing;
        this.chart = chart;
        this.svg = drawing.svg();
        this.stacked =
                chart.layout() == BarChart.Layout.STACKED && chart.series().size() > 1;
        // Many rows: thinner bars, so that sixty categories still fit a page.
        boolean many = chart.categories().size() > 25;
        this.thickness = many ? 13 : chart.series().size() > 1 && !stacked ? 17 : 22;
        this.between = many ? 6 : chart.series().size() > 1 && !stacked ? 16 : 12;
    }

    Drawing.Drawn draw(double start) {
        double top = start;
        if (Legend.needed(chart.series())) {
            top = Legend.draw(svg, chart, top, drawing.width());
        }
        top = drawing.axisTitle(top);

        var labels = new RowLabels(drawing, chart.categories());
        List<BigDecimal> numbers = extent();
        double left = labels.column() + roomLeft();
        double right = drawing.width() - roomRight();
        ValueAxis axis = ValueAxis.of(drawing, numbers, true, left, right);
        top += axis.referenceHeight(chart);

        double bottom = top + between / 2;
        for (int row = 0; row < chart.categories().size(); row++) {
            bottom += labels.height(row, marks()) + between;
        }
        bottom -= between / 2;
        axis.grid(top, bottom);
        double y = top + between / 2;
        for (int row = 0; row < chart.categories().size(); row++) {
            double height = labels.height(row, marks());
            double marksTop = labels.marksTop(y, height, marks());
            int index = row;
            double rowTop = y;
            figures.add(() -> labels.draw(index, rowTop, height));
            if (stacked) {
                stack(axis.scale(), row, marksTop);
            } else {
                group(axis.scale(), row, marksTop);
            }
            y += height + between;
        }
        axis.zero(top, bottom);
        axis.reference(chart, top, bottom);
        figures.forEach(Runnable::run);
        return new Drawing.Drawn(axis.numbers(bottom), true);
    }

    private double marks() {
        return stacked ? thickness : thickness * chart.series().size();
    }

    private void group(Scale scale, int row, double top) {
        double zero = scale.at(BigDecimal.ZERO);
        for (int i = 0; i < chart.series().size(); i++) {
            Series series = chart.series().get(i);
            double y = top + i * thickness;
            double height = chart.series().size() > 1 ? thickness - 2 : thickness;
            double baseline = y + height / 2 + 4.5;
            int index = i;
            switch (series.points().get(row)) {
                case Point.Value value -> {
                    double end = scale.at(value.number());
                    String text = drawing.number(value);
                    svg.group(
                            hover(series, row, text),
                            () -> Marks.bar(svg, index, Math.min(zero, end), y, Math.abs(end - zero), height));
                    boolean negative = value.number().signum() < 0;
                    figures.add(() -> figure(negative ? end - 5 : end + 5, baseline, negative, false, text));
                }
                case Point.Missing missing -> missing(series, row, missing, zero + 6, baseline);
                case Point.Suppressed suppressed -> suppressed(series, row, suppressed, zero + 5, y, height);
            }
        }
    }

    private void stack(Scale scale, int row, double top) {
        double zero = scale.at(BigDecimal.ZERO);
        BigDecimal above = BigDecimal.ZERO;
        BigDecimal below = BigDecimal.ZERO;
        boolean whole = true;
        for (int i = 0; i < chart.series().size(); i++) {
            Series series = chart.series().get(i);
            if (!(series.points().get(row) instanceof Point.Value value)) {
                whole = false;
                continue;
            }
            boolean negative = value.number().signum() < 0;
            BigDecimal from = negative ? below : above;
            BigDecimal to = from.add(value.number());
            segment(series, i, row, value, scale.at(from), scale.at(to), top);
            below = negative ? to : below;
            above = negative ? above : to;
        }
        double end = scale.at(above);
        if (whole && !chart.series().isEmpty()) {
            String total = drawing.unit().formatShort(above.add(below), drawing.language());
            figures.add(() -> figure(end + 5, top + thickness / 2 + 4.5, false, true, total));
        } else {
            absentParts(row, Math.max(end, zero) + 5, top);
        }
    }

    private void segment(Series series, int index, int row, Point.Value value, double from, double to, double top) {
        double x = Math.min(from, to);
        double width = Math.abs(to - from);
        String text = drawing.number(value);
        svg.group(hover(series, row, text), () -> {
            // A hair of background between the parts, as long as the part itself is wider than that.
            double gap = width > 3 ? 1 : 0;
            Marks.bar(svg, index, x, top, width - gap, thickness);
            double textWidth = TextFit.width(text, Drawing.SMALL);
            if (textWidth + 10 <= width && thickness >= 16) {
                double middle = x + (width - gap) / 2;
                svg.rect(middle - textWidth / 2 - 3, top, textWidth + 6, thickness, Ink.series(index), 1);
                svg.text(middle, top + thickness / 2 + 4.5, Svg.Anchor.MIDDLE, Drawing.SMALL, Ink.SURFACE, text);
            }
        });
    }

    private void figure(double x, double baseline, boolean toTheLeft, boolean bold, String text) {
        double width = TextFit.width(text, Drawing.SMALL) * (bold ? 1.06 : 1);
        svg.rect(toTheLeft ? x - width - 1 : x - 1, baseline - 11, width + 2, 14, Ink.SURFACE, 0.85);
        svg.text(x, baseline, toTheLeft ? Svg.Anchor.END : Svg.Anchor.START, Drawing.SMALL, Ink.TEXT, bold, text, "");
    }

    /** A sum with an unknown part has no total; what is unknown stands where the total would. */
    private void absentParts(int row, double start, double top) {
        double x = start;
        for (Series series : chart.series()) {
            switch (series.points().get(row)) {
                case Point.Value value -> {}
                case Point.Suppressed suppressed -> {
                    suppressed(series, row, suppressed, x, top, thickness);
                    x += HIDDEN + 16;
                }
                case Point.Missing missing -> {
                    missing(series, row, missing, x, top + thickness / 2 + 4.5);
                    x += TextFit.width(drawing.words().get("missing"), Drawing.SMALL) + 10;
                }
            }
        }
    }

    private void missing(Series series, int row, Point.Missing missing, double x, double baseline) {
        String text = drawing.words().get("missing");
        String reason = hover(series, row, missing.reason());
        figures.add(() -> {
            svg.rect(x - 1, baseline - 11, TextFit.width(text, Drawing.SMALL) + 2, 14, Ink.SURFACE, 0.85);
            svg.text(x, baseline, Svg.Anchor.START, Drawing.SMALL, Ink.MUTED, false, text, reason);
        });
    }

    private void suppressed(Series series, int row, Point.Suppressed suppressed, double x, double top, double height) {
        svg.group(hover(series, row, suppressed.reason()), () -> {
            Marks.hidden(svg, x, top + 1, HIDDEN, height - 2);
            svg.text(x + HIDDEN + 4, top + height / 2 + 6, Svg.Anchor.START, Drawing.TEXT, Ink.TEXT, true, "*", "");
        });
    }

    private String hover(Series series, int row, String text) {
        return drawing.hover(series, chart.categories().get(row), text);
    }

    private List<BigDecimal> extent() {
        if (!stacked) {
            return Scale.extent(chart);
        }
        var ends = new ArrayList<BigDecimal>();
        Reference reference = chart.reference();
        if (reference != null) {
            ends.add(reference.value());
        }
        for (int row = 0; row < chart.categories().size(); row++) {
            ends.add(sum(row, 1));
            ends.add(sum(row, -1));
        }
        return ends;
    }

    private BigDecimal sum(int row, int sign) {
        return rowNumbers(row).filter(number -> number.signum() == sign).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private Stream<BigDecimal> rowNumbers(int row) {
        return chart.series().stream()
                .map(series -> series.points().get(row))
                .filter(Point.Value.class::isInstance)
                .map(point -> ((Point.Value) point).number());
    }

    /** Room left of the lowest bar for the figures of negative bars. */
    private double roomLeft() {
        return stacked
                ? 0
                : rows().flatMap(this::rowNumbers)
                        .filter(number -> number.signum() < 0)
                        .mapToDouble(this::figureWidth)
                        .max()
                        .orElse(0);
    }

    /** Room right of the highest bar for figures, totals, and what stands for absent figures. */
    private double roomRight() {
        double figures = rows().flatMap(row -> stacked
                        ? Stream.of(rowNumbers(row).reduce(BigDecimal.ZERO, BigDecimal::add))
                        : rowNumbers(row).filter(number -> number.signum() >= 0))
                .mapToDouble(this::figureWidth)
                .max()
                .orElse(8);
        return Math.max(figures, rows().mapToDouble(this::absentWidth).max().orElse(0));
    }

    private double absentWidth(int row) {
        DoubleStream widths = chart.series().stream().mapToDouble(series -> switch (series.points()
                .get(row)) {
            case Point.Value value -> 0;
            case Point.Suppressed suppressed -> HIDDEN + 16;
            case Point.Missing missing -> TextFit.width(drawing.words().get("missing"), Drawing.SMALL) + 10;
        });
        return stacked ? widths.sum() : widths.max().orElse(0);
    }

    private double figureWidth(BigDecimal number) {
        // Totals are bold, a little wider.
        return 12 + TextFit.width(drawing.unit().formatShort(number, drawing.language()), Drawing.SMALL) * 1.06;
    }

    private Stream<Integer> rows() {
        return IntStream.range(0, chart.categories().size()).boxed();
    }
}
