package nl.leercirkel.standards.ijw.stream;

import java.util.Arrays;

/** The characters of one value, gathered from the pieces the parser gives; what goes beyond the limit is not kept. */
final class TextBuffer {
    private static final int FIRST_SIZE = 512;

    private final int limit;
    private char[] characters = new char[FIRST_SIZE];
    private int length;
    private boolean overflown;

    TextBuffer(int limit) {
        this.limit = limit;
    }

    void clear() {
        length = 0;
        overflown = false;
    }

    void add(char[] from, int start, int count) {
        if (length + count > limit) {
            overflown = true;
            return;
        }
        if (length + count > characters.length) {
            characters = Arrays.copyOf(characters, Math.min(limit, Math.max(length + count, characters.length * 2)));
        }
        System.arraycopy(from, start, characters, length, count);
        length += count;
    }

    char[] characters() {
        return characters;
    }

    int length() {
        return length;
    }

    boolean overflown() {
        return overflown;
    }
}
