package nl.leercirkel.standards.ijw.rule;

import java.security.SecureRandom;

/**
 * A set of texts of which only 128 bits each are kept, so that a declaration of a million lines fits in memory. Two texts
 * with the same print are about as likely as a broken disk: below 10^-26 for a million. The print is keyed per process, so
 * that nobody can choose texts that collide.
 */
final class Fingerprints {
    private static final long FIRST_KEY;
    private static final long SECOND_KEY;
    private static final int FIRST_SIZE = 64;
    private static final int FOUR = 4;

    static {
        SecureRandom random = new SecureRandom();
        FIRST_KEY = random.nextLong();
        SECOND_KEY = random.nextLong() | 1;
    }

    private long[] table = new long[FIRST_SIZE * 2];
    private int size;

    /** Adds the text; false when it was there. */
    boolean add(String text) {
        return add(first(text), second(text));
    }

    /** Whether a text with these prints was added. */
    boolean contains(long one, long two) {
        int place = place(one, table);
        while (table[place] != 0 || table[place + 1] != 0) {
            if (table[place] == one && table[place + 1] == two) {
                return true;
            }
            place = next(place, table);
        }
        return false;
    }

    private boolean add(long one, long two) {
        int place = place(one, table);
        while (table[place] != 0 || table[place + 1] != 0) {
            if (table[place] == one && table[place + 1] == two) {
                return false;
            }
            place = next(place, table);
        }
        table[place] = one;
        table[place + 1] = two;
        size++;
        if (size * 3L > table.length) {
            grow();
        }
        return true;
    }

    private void grow() {
        long[] larger = new long[table.length * 2];
        for (int i = 0; i < table.length; i += 2) {
            if (table[i] != 0 || table[i + 1] != 0) {
                int place = place(table[i], larger);
                while (larger[place] != 0 || larger[place + 1] != 0) {
                    place = next(place, larger);
                }
                larger[place] = table[i];
                larger[place + 1] = table[i + 1];
            }
        }
        table = larger;
    }

    private static int place(long one, long[] table) {
        return (int) (one >>> 17) & (table.length - 2);
    }

    private static int next(int place, long[] table) {
        return (place + 2) & (table.length - 2);
    }

    static long first(String text) {
        long hash = FIRST_KEY + text.length();
        for (int i = 0; i < text.length(); i += FOUR) {
            hash = mix(hash ^ four(text, i));
        }
        return hash;
    }

    static long second(String text) {
        long hash = SECOND_KEY + text.length();
        for (int i = 0; i < text.length(); i += FOUR) {
            hash = (Long.rotateLeft(hash, 23) ^ four(text, i)) * 0x9E3779B97F4A7C15L;
        }
        return mix(hash) | 1;
    }

    /** Four characters as one number; fewer at the end. */
    private static long four(String text, int from) {
        long word = 0;
        int until = Math.min(from + FOUR, text.length());
        for (int i = from; i < until; i++) {
            word = word << Character.SIZE | text.charAt(i);
        }
        return word;
    }

    private static long mix(long value) {
        long mixed = (value ^ (value >>> 30)) * 0xBF58476D1CE4E5B9L;
        mixed = (mixed ^ (mixed >>> 27)) * 0x94D049BB133111EBL;
        return mixed ^ (mixed >>> 31);
    }
}
