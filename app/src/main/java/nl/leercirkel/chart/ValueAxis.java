package nl.leercirkel.chart;

import java.math.BigDecimal;
import java.util.List;

/** The level value axis of bars and dots: upright grid lines, numbers below, the reference line with its label above. */
final class ValueAxis {

    private final Drawing drawing;
    private final Scale scale;
    private final List<String> labels;

    private ValueAxis(Drawing drawing, Scale scale, List<String> labels) {
        this.drawing = drawing;
        this.scale = scale;
        this.labels = labels;
    }

    static ValueAxis of(Drawing drawing, List<BigDecimal> numbers, boolean zero, double start, double end) {
        for (int wanted = 6; ; wanted--) {
            Ticks ticks = zero
                    ? Scale.fromZero(numbers, wanted, drawing.unit())
                    : Scale.readable(numbers, wanted, drawing.unit());
            List<String> labels = TickLabels.of(ticks, drawing.unit(), drawing.language());
            double widest = labels.stream()
                    .mapToDouble(label -> TextFit.width(label, Drawing.SMALL))
                    .max()
                    .orElse(0);
            boolean fits = (widest + 14) * (labels.size() - 1) <= end - start;
            // Fewer would leave too much of the axis empty; every() then skips labels.
            if (fits || wanted == 4) {
                return new ValueAxis(drawing, new Scale(ticks, start, end), labels);
            }
        }
    }

    Scale scale() {
        return scale;
    }

    void grid(double top, double bottom) {
        for (BigDecimal tick : scale.ticks().values()) {
            double x = scale.at(tick);
            drawing.svg().line(x, top, x, bottom, Ink.GRID, 1, "");
        }
    }

    /** Bars stand on zero; drawn after them so that it stays visible between bars to both sides. */
    void zero(double top, double bottom) {
        if (scale.showsZero()) {
            double x = scale.at(BigDecimal.ZERO);
            drawing.svg().line(x, top, x, bottom, Ink.AXIS, 1.2, "");
        }
    }

    double numbers(double top) {
        int every = every();
        for (int i = anchor() % every; i < labels.size(); i += every) {
            double half = TextFit.width(labels.get(i), Drawing.SMALL) / 2;
            double x =
                    Math.clamp(scale.at(scale.ticks().values().get(i)), half, Math.max(half, drawing.width() - half));
            drawing.svg().text(x, top + 15, Svg.Anchor.MIDDLE, Drawing.SMALL, Ink.MUTED, labels.get(i));
        }
        return top + 21;
    }

    /** Where even the fewest ticks would touch, every second or third is labelled, and zero always. */
    private int every() {
        double widest = labels.stream()
                .mapToDouble(label -> TextFit.width(label, Drawing.SMALL))
                .max()
                .orElse(0);
        double apart = (scale.end() - scale.start()) / (labels.size() - 1);
        return (int) Math.max(1, Math.ceil((widest + 10) / apart));
    }

    private int anchor() {
        return Math.max(0, scale.ticks().values().indexOf(BigDecimal.ZERO));
    }

    double referenceHeight(Chart chart) {
        return chart.reference() == null ? 0 : 22;
    }

    void reference(Chart chart, double top, double bottom) {
        Reference reference = chart.reference();
        if (reference == null) {
            return;
        }
        double x = scale.at(reference.value());
        drawing.svg().line(x, top - 4, x, bottom, Ink.REFERENCE, 1.5, "5 3");
        String full = reference.label() + ": " + drawing.unit().formatShort(reference.value(), drawing.language());
        TextFit.Fitted fitted = TextFit.fit(full, Drawing.SMALL, drawing.width(), 1);
        double half = TextFit.width(fitted.lines().getFirst(), Drawing.SMALL) / 2;
        drawing.svg()
                .text(
                        Math.clamp(x, half, Math.max(half, drawing.width() - half)),
                        top - 9,
                        Svg.Anchor.MIDDLE,
                        Drawing.SMALL,
                        Ink.TEXT,
                        false,
                        fitted.lines().getFirst(),
                        fitted.shortened() ? full : "");
    }
}
