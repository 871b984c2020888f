package nl.leercirkel.organisation.map;

import java.util.Arrays;
import java.util.List;

/** A list of lists of numbers as both formats use it, with positions packed together. */
sealed interface Nested {

    /** Plain numbers: one position, or the arc numbers of a TopoJSON ring. */
    record Numbers(double[] values) implements Nested {}

    /** Positions as x, y, x, y ... */
    record Line(double[] xy) implements Nested {}

    record Many(List<Nested> items) implements Nested {}

    /** A growing list of numbers without boxing. */
    final class Doubles {
        private double[] values = new double[8];
        private int size;

        void add(double value) {
            if (size == values.length) {
                values = Arrays.copyOf(values, size * 2);
            }
            values[size++] = value;
        }

        int size() {
            return size;
        }

        double[] toArray() {
            return Arrays.copyOf(values, size);
        }
    }
}
