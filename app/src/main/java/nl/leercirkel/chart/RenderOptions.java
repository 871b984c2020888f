package nl.leercirkel.chart;

import java.util.regex.Pattern;

/**
 * How a chart is drawn.
 *
 * @param width in CSS pixels, 240 to 2000; below 480 labels go above the marks instead of beside them
 * @param idPrefix starts every id in the SVG, unique on the page
 */
public record RenderOptions(int width, Theme theme, Language language, String idPrefix) {

    private static final Pattern ID = Pattern.compile("[A-Za-z][A-Za-z0-9_-]{0,63}");

    public RenderOptions {
        if (width < 240 || width > 2000) {
            throw new IllegalArgumentException("width must be 240 to 2000, not " + width);
        }
        if (!ID.matcher(idPrefix).matches()) {
            throw new IllegalArgumentException("not an id prefix: " + idPrefix);
        }
    }

    public static RenderOptions page(String idPrefix) {
        return new RenderOptions(720, Theme.PAGE, Language.DUTCH, idPrefix);
    }

    public static RenderOptions document(String idPrefix) {
        return new RenderOptions(640, Theme.PRINT, Language.DUTCH, idPrefix);
    }

    public RenderOptions withWidth(int other) {
        return new RenderOptions(other, theme, language, idPrefix);
    }

    public RenderOptions withLanguage(Language other) {
        return new RenderOptions(width, theme, other, idPrefix);
    }

    public RenderOptions withIdPrefix(String other) {
        return new RenderOptions(width, theme, language, other);
    }

    boolean narrow() {
        return width < 480;
    }
}
