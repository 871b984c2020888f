package nl.leercirkel.chart;

import java.util.Locale;

/**
 * Writes SVG elements with presentation attributes only: a strict content security policy forbids style attributes and
 * style elements, and the PDF and PNG renderers read attributes best.
 */
final class Svg {

    enum Anchor {
        START("start"),
        MIDDLE("middle"),
        END("end");

        private final String value;

        Anchor(String value) {
            this.value = value;
        }
    }

    /** Quoted: "Source Sans 3" ends in a digit, which makes the whole list invalid CSS when it is not. */
    static final String FONT = "'Source Sans 3', 'Liberation Sans', sans-serif";

    private final StringBuilder out = new StringBuilder(8192);
    private final Theme theme;

    Svg(Theme theme) {
        this.theme = theme;
    }

    void line(double x1, double y1, double x2, double y2, Ink ink, double width, String dash) {
        out.append("<line x1=\"").append(number(x1)).append("\" y1=\"").append(number(y1));
        out.append("\" x2=\"")
                .append(number(x2))
                .append("\" y2=\"")
                .append(number(y2))
                .append('"');
        stroke(ink, width, dash);
        out.append("/>\n");
    }

    void stroked(String path, Ink ink, double width, String dash) {
        out.append("<path d=\"").append(path).append("\" fill=\"none\" stroke-linejoin=\"round\"");
        stroke(ink, width, dash);
        out.append("/>\n");
    }

    void filled(String path, Ink ink, double opacity) {
        out.append("<path d=\"").append(path).append('"');
        fill(ink, opacity);
        out.append("/>\n");
    }

    void rect(double x, double y, double width, double height, Ink ink, double opacity) {
        out.append("<rect x=\"").append(number(x)).append("\" y=\"").append(number(y));
        out.append("\" width=\"")
                .append(number(width))
                .append("\" height=\"")
                .append(number(height))
                .append('"');
        fill(ink, opacity);
        out.append("/>\n");
    }

    void text(double x, double y, Anchor anchor, double size, Ink ink, String text) {
        text(x, y, anchor, size, ink, false, text, "");
    }

    /** @param full what the reader gets on hovering when the text had to be shortened; empty for nothing */
    void text(double x, double y, Anchor anchor, double size, Ink ink, boolean bold, String text, String full) {
        out.append("<text x=\"")
                .append(number(x))
                .append("\" y=\"")
                .append(number(y))
                .append('"');
        out.append(" font-size=\"").append(number(size)).append('"');
        if (anchor != Anchor.START) {
            out.append(" text-anchor=\"").append(anchor.value).append('"');
        }
        if (bold) {
            out.append(" font-weight=\"bold\"");
        }
        fill(ink, 1);
        out.append('>');
        if (!full.isEmpty()) {
            title(full);
        }
        out.append(escape(text)).append("</text>\n");
    }

    /** A mark and what it says, shown by browsers on hovering. */
    void group(String title, Runnable content) {
        out.append("<g>");
        title(title);
        out.append('\n');
        content.run();
        out.append("</g>\n");
    }

    private void title(String text) {
        out.append("<title>").append(escape(text)).append("</title>");
    }

    String document(int width, int height, RenderOptions options, String title, String description) {
        String titleId = options.idPrefix() + "-title";
        String descriptionId = options.idPrefix() + "-desc";
        var head = new StringBuilder();
        head.append("<svg xmlns=\"http://www.w3.org/2000/svg\"");
        if (theme == Theme.PAGE) {
            head.append(" class=\"chart\"");
        }
        head.append(" width=\"").append(width).append("\" height=\"").append(height);
        head.append("\" viewBox=\"0 0 ").append(width).append(' ').append(height);
        head.append("\" role=\"img\" aria-labelledby=\"")
                .append(titleId)
                .append(' ')
                .append(descriptionId);
        head.append("\" lang=\"").append(options.language().code());
        head.append("\" font-family=\"").append(FONT).append("\">\n");
        head.append("<title id=\"")
                .append(titleId)
                .append("\">")
                .append(escape(title))
                .append("</title>\n");
        head.append("<desc id=\"")
                .append(descriptionId)
                .append("\">")
                .append(escape(description))
                .append("</desc>\n");
        return head.append(out).append("</svg>\n").toString();
    }

    private void fill(Ink ink, double opacity) {
        paint("fill", ink);
        if (opacity < 1) {
            out.append(" fill-opacity=\"").append(fraction(opacity)).append('"');
        }
    }

    private void stroke(Ink ink, double width, String dash) {
        paint("stroke", ink);
        out.append(" stroke-width=\"").append(number(width)).append('"');
        if (!dash.isEmpty()) {
            out.append(" stroke-dasharray=\"").append(dash).append('"');
        }
    }

    /** On a page the class sets {@code color} and the attribute follows it, so one rule serves fills and strokes. */
    private void paint(String attribute, Ink ink) {
        switch (theme) {
            case PAGE ->
                out.append(" class=\"")
                        .append(ink.role())
                        .append("\" ")
                        .append(attribute)
                        .append("=\"currentColor\"");
            case PRINT ->
                out.append(' ')
                        .append(attribute)
                        .append("=\"")
                        .append(ink.print())
                        .append('"');
        }
    }

    /** One decimal: a tenth of a pixel is finer than any screen or printer shows, and golden files stay readable. */
    static String number(double value) {
        long tenths = Math.round(value * 10);
        return tenths % 10 == 0 ? Long.toString(tenths / 10) : String.format(Locale.ROOT, "%.1f", tenths / 10.0);
    }

    private static String fraction(double value) {
        return String.format(Locale.ROOT, "%.2f", value);
    }

    /** Text for XML 1.0: markup escaped, signs XML or a reader cannot carry removed, line ends made spaces. */
    static String escape(String text) {
        var escaped = new StringBuilder(text.length() + 16);
        text.codePoints().forEach(sign -> {
            switch (sign) {
                case '<' -> escaped.append("&lt;");
                case '>' -> escaped.append("&gt;");
                case '&' -> escaped.append("&amp;");
                case '"' -> escaped.append("&quot;");
                case '\'' -> escaped.append("&#39;");
                case '\t', '\n', '\r', 0x2028, 0x2029 -> escaped.append(' ');
                default -> {
                    if (carried(sign)) {
                        escaped.appendCodePoint(sign);
                    }
                }
            }
        });
        return escaped.toString();
    }

    private static boolean carried(int sign) {
        boolean control = sign < 0x20 || sign >= 0x7f && sign < 0xa0;
        boolean surrogate = sign >= 0xd800 && sign <= 0xdfff;
        boolean noCharacter = (sign & 0xfffe) == 0xfffe || sign >= 0xfdd0 && sign <= 0xfdef;
        // Signs that turn the reading direction could make a label show another text than it holds.
        boolean turning = sign >= 0x202a && sign <= 0x202e || sign >= 0x2066 && sign <= 0x2069;
        return !control && !surrogate && !noCharacter && !turning;
    }
}
