package nl.leercirkel.source.check;

/** Text that a database, a page and a spreadsheet can show: without control characters and halves of characters. */
public final class StorableText {

    private StorableText() {}

    static boolean is(String text) {
        for (int at = 0; at < text.length(); at++) {
            if (isOdd(text, at)) {
                return false;
            }
        }
        return true;
    }

    /** With a space where something stood that is no text. */
    public static String of(String text) {
        if (is(text)) {
            return text;
        }
        StringBuilder plain = new StringBuilder(text);
        for (int at = 0; at < text.length(); at++) {
            if (isOdd(text, at)) {
                plain.setCharAt(at, ' ');
            }
        }
        return plain.toString();
    }

    private static boolean isOdd(String text, int at) {
        char c = text.charAt(at);
        if (Character.isHighSurrogate(c)) {
            return at + 1 == text.length() || !Character.isLowSurrogate(text.charAt(at + 1));
        }
        if (Character.isLowSurrogate(c)) {
            return at == 0 || !Character.isHighSurrogate(text.charAt(at - 1));
        }
        return Character.isISOControl(c) && c != '\n' && c != '\t';
    }
}
