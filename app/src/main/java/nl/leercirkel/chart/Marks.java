package nl.leercirkel.chart;

import static nl.leercirkel.chart.Svg.number;

/** Shapes, dashes and hatches per series, so that no series is known by its colour alone. */
final class Marks {

    private static final String[] DASHES = {"", "8 4", "2 3", "10 3 2 3", "5 2", "12 5", "4 5", "1 2"};

    /** Lines across a filled bar: slanted up, slanted down, level, upright, and their crossings. */
    private enum Hatch {
        UP,
        DOWN,
        LEVEL,
        UPRIGHT
    }

    private static final Hatch[][] HATCHES = {
        {},
        {Hatch.UP},
        {Hatch.LEVEL},
        {Hatch.DOWN},
        {Hatch.UPRIGHT},
        {Hatch.UP, Hatch.DOWN},
        {Hatch.LEVEL, Hatch.UPRIGHT},
        {Hatch.UP, Hatch.LEVEL}
    };

    private Marks() {}

    /** Colours repeat after eight series; shifting the dash by one then keeps colour and dash together unique. */
    private static int pattern(int series) {
        return (series + series / Ink.SERIES_COUNT) % Ink.SERIES_COUNT;
    }

    static String dash(int series) {
        return DASHES[pattern(series)];
    }

    static void marker(Svg svg, int series, double x, double y, double r, Ink ink) {
        String path = shape(pattern(series), x, y, r);
        // A rim in the colour of the background keeps markers apart from the lines they sit on.
        svg.stroked(path, Ink.SURFACE, 3, "");
        svg.filled(path, ink, 1);
    }

    static void bar(Svg svg, int series, double x, double y, double width, double height) {
        svg.rect(x, y, width, height, Ink.series(series), 1);
        for (Hatch hatch : HATCHES[pattern(series)]) {
            hatch(svg, hatch, x, y, width, height, 8, Ink.SURFACE, 1.1);
        }
    }

    /** Where a figure exists but may not be shown: an open hatched area that has no length to read. */
    static void hidden(Svg svg, double x, double y, double width, double height) {
        hatch(svg, Hatch.UP, x, y, width, height, 6, Ink.AXIS, 0.8);
        svg.stroked(box(x, y, width, height), Ink.AXIS, 1, "2 2");
    }

    private static String box(double x, double y, double width, double height) {
        return "M" + at(x, y) + "H" + number(x + width) + "V" + number(y + height) + "H" + number(x) + "Z";
    }

    /** Drawn line by line, clipped by hand: patterns and clip paths differ between browsers, Batik and PDF. */
    private static void hatch(
            Svg svg, Hatch hatch, double x, double y, double w, double h, double gap, Ink ink, double width) {
        var path = new StringBuilder();
        switch (hatch) {
            case UP, DOWN -> {
                for (double c = gap; c < w + h; c += gap) {
                    // The line x + y = c inside a box of w by h, from its left or bottom side to its top or right side.
                    double fromX = Math.max(0, c - h);
                    double fromY = Math.min(h, c);
                    double toX = Math.min(w, c);
                    double toY = Math.max(0, c - w);
                    path.append('M').append(at(x + fromX, y + (hatch == Hatch.UP ? fromY : h - fromY)));
                    path.append('L').append(at(x + toX, y + (hatch == Hatch.UP ? toY : h - toY)));
                }
            }
            case LEVEL -> {
                for (double c = h / 3; c < h - 1; c += h / 3) {
                    path.append('M').append(at(x, y + c)).append('H').append(number(x + w));
                }
            }
            case UPRIGHT -> {
                for (double c = gap; c < w; c += gap) {
                    path.append('M').append(at(x + c, y)).append('V').append(number(y + h));
                }
            }
        }
        if (!path.isEmpty()) {
            svg.stroked(path.toString(), ink, width, "");
        }
    }

    private static String shape(int kind, double x, double y, double r) {
        double s = r * 0.9;
        double t = r * 1.2;
        return switch (kind) {
            case 1 -> box(x - s, y - s, 2 * s, 2 * s);
            case 2 -> "M" + at(x, y - t) + "L" + at(x + t, y + s) + "H" + number(x - t) + "Z";
            case 3 -> "M" + at(x, y - t) + "L" + at(x + t, y) + "L" + at(x, y + t) + "L" + at(x - t, y) + "Z";
            case 4 -> "M" + at(x, y + t) + "L" + at(x + t, y - s) + "H" + number(x - t) + "Z";
            case 5 -> cross(x, y, t, r * 0.4);
            case 6 -> box(x - t, y - r * 0.5, 2 * t, r);
            case 7 -> box(x - r * 0.5, y - t, r, 2 * t);
            default ->
                "M" + at(x - r, y) + "a" + number(r) + " " + number(r) + " 0 1 0 " + number(2 * r) + " 0a" + number(r)
                        + " " + number(r) + " 0 1 0 " + number(-2 * r) + " 0Z";
        };
    }

    private static String cross(double x, double y, double arm, double half) {
        return "M" + at(x - half, y - arm) + "H" + number(x + half) + "V" + number(y - half) + "H" + number(x + arm)
                + "V" + number(y + half) + "H" + number(x + half) + "V" + number(y + arm) + "H" + number(x - half)
                + "V" + number(y + half) + "H" + number(x - arm) + "V" + number(y - half) + "H" + number(x - half)
                + "Z";
    }

    static String at(double x, double y) {
        return number(x) + " " + number(y);
    }
}
