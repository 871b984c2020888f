package nl.leercirkel.report.document;

/** Text as every format can carry it. */
final class Plain {

    private Plain() {}

    /** The text, cleaned; refuses a text that says nothing. */
    static String required(String text, String what) {
        var clean = clean(text);
        if (clean.isBlank()) {
            throw new IllegalArgumentException(what + " is leeg.");
        }
        return clean;
    }

    /**
     * Line breaks and tabs become spaces, and characters that XML 1.0 forbids (production 2, Char) disappear: pasted text
     * contains them, and one would make the whole document unreadable.
     */
    static String clean(String text) {
        var result = new StringBuilder(text.length());
        text.codePoints().forEach(point -> {
            if (point == '\n'
                    || point == '\r'
                    || point == '\t'
                    || point == 0x85
                    || point == 0x2028
                    || point == 0x2029) {
                result.append(' ');
            } else if (isShown(point)) {
                result.appendCodePoint(point);
            }
        });
        return result.toString();
    }

    private static boolean isShown(int point) {
        return point >= 0x20
                && !(point >= 0x7F && point <= 0x9F)
                && !(point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE)
                && (point & 0xFFFE) != 0xFFFE;
    }
}
