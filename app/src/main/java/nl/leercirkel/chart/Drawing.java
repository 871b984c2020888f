package nl.leercirkel.chart;

/** What the drawing of each kind of chart starts from. */
record Drawing(Svg svg, RenderOptions options, Unit unit, Words words) {

    static final double TEXT = 14;
    static final double SMALL = 13;

    /** How far a body reaches down, and whether its value axis shows zero. */
    record Drawn(double bottom, boolean fromZero) {}

    int width() {
        return options.width();
    }

    Language language() {
        return options.language();
    }

    String number(Point.Value value) {
        return unit.formatShort(value.number(), language());
    }

    /** "2.345 (2.010 – 2.680)". */
    String numberWithInterval(Point.Value value) {
        Interval interval = value.interval();
        return interval == null
                ? number(value)
                : number(value) + " (" + unit.formatShort(interval.low(), language()) + " – "
                        + unit.formatShort(interval.high(), language()) + ")";
    }

    /** Writes what is counted above the axis when the numbers themselves do not say it. */
    double axisTitle(double top) {
        String title = unit.axisTitle();
        if (title.isEmpty()) {
            return top;
        }
        TextFit.Fitted fitted = TextFit.fit(title, SMALL, width(), 1);
        svg.text(
                0,
                top + 12,
                Svg.Anchor.START,
                SMALL,
                Ink.MUTED,
                false,
                fitted.lines().getFirst(),
                fitted.shortened() ? title : "");
        return top + 22;
    }

    String hover(Series series, String category, String text) {
        return series.name() + ", " + category + ": " + text;
    }
}
