package nl.leercirkel.chart;

import java.util.List;

/** The level axis of periods below a line chart. Labels that would touch are skipped, never the last. */
final class PeriodAxis {

    private static final double WIDEST = 96;

    private final Drawing drawing;
    private final List<TextFit.Fitted> labels;
    private final List<String> periods;
    private final double start;
    private final double end;
    private final double widest;

    PeriodAxis(Drawing drawing, List<String> periods, double left, double right) {
        this.drawing = drawing;
        this.periods = periods;
        this.labels = periods.stream()
                .map(period -> TextFit.fit(period, Drawing.SMALL, WIDEST, 2))
                .toList();
        this.widest = labels.stream()
                .flatMap(label -> label.lines().stream())
                .mapToDouble(line -> TextFit.width(line, Drawing.SMALL))
                .max()
                .orElse(0);
        double inset = Math.min(Math.max(widest / 2, 12), (right - left) * 0.1);
        this.start = left + inset;
        this.end = right - inset;
    }

    double at(int period) {
        return periods.size() == 1 ? (start + end) / 2 : start + period * spacing();
    }

    double spacing() {
        return periods.size() < 2 ? end - start : (end - start) / (periods.size() - 1);
    }

    /** Steps that keep to halves and whole years of months, and to years of quarters. */
    private static int every(int least) {
        for (int step : new int[] {1, 2, 3, 4, 6}) {
            if (step >= least) {
                return step;
            }
        }
        return (least + 11) / 12 * 12;
    }

    double draw(double top) {
        int every = every((int) Math.ceil((widest + 10) / spacing()));
        int lines = 1;
        for (int i = periods.size() - 1; i >= 0; i -= every) {
            TextFit.Fitted label = labels.get(i);
            double half = label.lines().stream()
                            .mapToDouble(line -> TextFit.width(line, Drawing.SMALL))
                            .max()
                            .orElse(0)
                    / 2;
            double x = Math.clamp(at(i), half, Math.max(half, drawing.width() - half));
            drawing.svg().line(at(i), top, at(i), top + 5, Ink.AXIS, 1, "");
            for (int k = 0; k < label.lines().size(); k++) {
                drawing.svg()
                        .text(
                                x,
                                top + 20 + k * 16,
                                Svg.Anchor.MIDDLE,
                                Drawing.SMALL,
                                Ink.MUTED,
                                false,
                                label.lines().get(k),
                                label.shortened() ? periods.get(i) : "");
            }
            lines = Math.max(lines, label.lines().size());
        }
        return top + 8 + lines * 16;
    }
}
