package nl.leercirkel.standards.ijw.definition;

/** Gives back the string made before for the same characters, if it is still in its one place; bounded by its table. */
final class TextCache {
    private static final int SIZE = 4096;

    private final String[] table = new String[SIZE];

    String get(char[] text, int from, int to) {
        int hash = 0;
        for (int i = from; i < to; i++) {
            hash = hash * 31 + text[i];
        }
        int place = (hash ^ (hash >>> 12)) & (SIZE - 1);
        String known = table[place];
        if (known != null && equal(known, text, from, to)) {
            return known;
        }
        String made = new String(text, from, to - from);
        table[place] = made;
        return made;
    }

    private static boolean equal(String known, char[] text, int from, int to) {
        int length = to - from;
        if (known.length() != length) {
            return false;
        }
        for (int i = 0; i < length; i++) {
            if (known.charAt(i) != text[from + i]) {
                return false;
            }
        }
        return true;
    }
}
