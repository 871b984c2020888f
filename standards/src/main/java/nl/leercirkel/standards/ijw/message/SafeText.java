package nl.leercirkel.standards.ijw.message;

/** What of a file may be shown in an explanation: short, on one line, and no number that could be a citizen's. */
public final class SafeText {
    private static final int LONGEST = 40;
    private static final int BSN_LENGTH = 9;

    private SafeText() {}

    /** A name of an element or attribute. */
    public static String name(String name) {
        return clean(name.toCharArray(), 0, name.length());
    }

    /** A value whose type says nothing about a person; a row of nine digits is covered all the same. */
    public static String value(char[] text, int from, int to) {
        return "“" + clean(text, from, to) + "”";
    }

    /** A value as text, without quotes. */
    public static String of(Object value) {
        return name(value.toString());
    }

    private static String clean(char[] text, int from, int to) {
        int end = Math.min(to, from + LONGEST);
        StringBuilder shown = new StringBuilder();
        int digits = 0;
        for (int i = from; i < end; i++) {
            char c = text[i];
            digits = c >= '0' && c <= '9' ? digits + 1 : 0;
            shown.append(Character.isISOControl(c) || Character.isSurrogate(c) ? '·' : c);
            if (digits == BSN_LENGTH) {
                for (int j = shown.length() - BSN_LENGTH; j < shown.length(); j++) {
                    shown.setCharAt(j, '*');
                }
                digits = 0;
            }
        }
        return to > end ? shown + "…" : shown.toString();
    }
}
