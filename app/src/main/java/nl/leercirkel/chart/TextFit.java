package nl.leercirkel.chart;

import java.util.ArrayList;
import java.util.List;

/**
 * Fits text into a width without a font at hand: the widths are those of Liberation Sans (metric-compatible with
 * Arial), the widest of the fonts charts are drawn in, so what fits here fits everywhere.
 */
final class TextFit {

    /** Advance widths of U+0020 to U+007E in thousandths of the font size. */
    private static final int[] WIDTHS = {
        278, 278, 355, 556, 556, 889, 667, 191, 333, 333, 389, 584, 278, 333, 278, 278, 556, 556, 556, 556, 556, 556,
        556, 556, 556, 556, 278, 278, 584, 584, 584, 556, 1015, 667, 667, 722, 722, 667, 611, 778, 722, 278, 500, 667,
        556, 833, 722, 778, 667, 778, 722, 667, 611, 722, 667, 944, 667, 667, 611, 278, 278, 278, 469, 556, 333, 556,
        556, 500, 556, 556, 278, 556, 556, 222, 222, 500, 222, 833, 556, 556, 556, 556, 333, 500, 278, 556, 500, 722,
        500, 500, 500, 334, 260, 334, 584
    };

    /** A text laid out in lines; {@code shortened} when the reader does not see all of it. */
    record Fitted(List<String> lines, boolean shortened) {}

    private TextFit() {}

    static double width(String text, double size) {
        return text.codePoints().mapToLong(TextFit::advance).sum() * size / 1000;
    }

    static Fitted fit(String text, double size, double maxWidth, int maxLines) {
        var lines = new ArrayList<String>();
        String rest = text.strip();
        while (!rest.isEmpty()) {
            int end = lineEnd(rest, size, maxWidth);
            if (end < rest.length() && lines.size() == maxLines - 1) {
                lines.add(ellipsis(rest, size, maxWidth));
                return new Fitted(lines, true);
            }
            lines.add(rest.substring(0, end).stripTrailing());
            rest = rest.substring(end).stripLeading();
        }
        return new Fitted(lines.isEmpty() ? List.of("") : lines, false);
    }

    /** How much of the text goes on one line: to the last space or hyphen that fits, else as many signs as fit. */
    private static int lineEnd(String text, double size, double maxWidth) {
        double width = 0;
        int lastBreak = 0;
        for (int i = 0; i < text.length(); ) {
            int sign = text.codePointAt(i);
            int next = i + Character.charCount(sign);
            if (sign == ' ') {
                lastBreak = i;
            }
            width += advance(sign) * size / 1000;
            if (width > maxWidth && i > 0) {
                return lastBreak > 0 ? lastBreak : i;
            }
            if (sign == '-' || sign == '/') {
                lastBreak = next;
            }
            i = next;
        }
        return text.length();
    }

    private static String ellipsis(String text, double size, double maxWidth) {
        double room = maxWidth - width("…", size);
        double width = 0;
        int i = 0;
        while (i < text.length()) {
            int sign = text.codePointAt(i);
            width += advance(sign) * size / 1000;
            if (width > room) {
                break;
            }
            i += Character.charCount(sign);
        }
        return text.substring(0, i).stripTrailing() + "…";
    }

    private static long advance(int sign) {
        if (sign >= ' ' && sign <= '~') {
            return WIDTHS[sign - ' '];
        }
        if (sign == 0xa0) {
            return 278;
        }
        if (sign == '€') {
            return 556;
        }
        // Latin letters with accents are as wide as those without; beyond them signs may be a full square.
        return sign < 0x250 ? 600 : 1000;
    }
}
