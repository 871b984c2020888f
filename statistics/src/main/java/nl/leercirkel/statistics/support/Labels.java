package nl.leercirkel.statistics.support;

import java.util.Arrays;

/**
 * Labels of any whole numbers, made into 0, 1, 2, ... in rising order.
 *
 * @param index per unit
 * @param count how many different labels
 */
public record Labels(int[] index, int count) {

    public static Labels of(int[] labels) {
        int[] distinct = Arrays.stream(labels).distinct().sorted().toArray();
        int[] index = new int[labels.length];
        for (int i = 0; i < labels.length; i++) {
            index[i] = Arrays.binarySearch(distinct, labels[i]);
        }
        return new Labels(index, distinct.length);
    }
}
