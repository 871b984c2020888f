package nl.leercirkel.source.quality;

import java.util.Arrays;

/** Numbers with the rows they stand in, in little memory. */
final class Doubles {
    private double[] values = new double[1024];
    private long[] rows = new long[1024];
    private int size;

    void add(long row, double value) {
        if (size == values.length) {
            values = Arrays.copyOf(values, size * 2);
            rows = Arrays.copyOf(rows, size * 2);
        }
        values[size] = value;
        rows[size++] = row;
    }

    int size() {
        return size;
    }

    double[] values() {
        return Arrays.copyOf(values, size);
    }

    double value(int at) {
        return values[at];
    }

    long row(int at) {
        return rows[at];
    }
}
