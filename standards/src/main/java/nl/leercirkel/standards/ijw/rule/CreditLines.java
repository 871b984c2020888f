package nl.leercirkel.standards.ijw.rule;

import java.util.Arrays;

/** The credit lines of a declaration, as prints of the number they name and where they stand: 24 bytes each. */
final class CreditLines {
    private static final int FIRST_SIZE = 16;

    private long[] first = new long[FIRST_SIZE];
    private long[] second = new long[FIRST_SIZE];
    private int[] client = new int[FIRST_SIZE];
    private int[] line = new int[FIRST_SIZE];
    private int size;

    /** Receives the place of a line. */
    @FunctionalInterface
    interface Visitor {
        void at(int client, int line);
    }

    void add(String previous, int clientNumber, int lineNumber) {
        if (size == first.length) {
            first = Arrays.copyOf(first, size * 2);
            second = Arrays.copyOf(second, size * 2);
            client = Arrays.copyOf(client, size * 2);
            line = Arrays.copyOf(line, size * 2);
        }
        first[size] = Fingerprints.first(previous);
        second[size] = Fingerprints.second(previous);
        client[size] = clientNumber;
        line[size] = lineNumber;
        size++;
    }

    /** Calls for the lines that name a number in the set. */
    void naming(Fingerprints numbers, Visitor visitor) {
        for (int i = 0; i < size; i++) {
            if (numbers.contains(first[i], second[i])) {
                visitor.at(client[i], line[i]);
            }
        }
    }
}
