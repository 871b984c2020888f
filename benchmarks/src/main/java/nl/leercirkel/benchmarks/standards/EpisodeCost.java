package nl.leercirkel.benchmarks.standards;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;

/**
 * What a message costs on its way to an episode, from 10 thousand to 1 million messages: processor time of the thread in one JVM
 * that is warm, each size as often as makes a million messages, sizes taking turns; the median of the turns. Making the
 * messages is in it. Time of the collector's own threads is not. Run with -Xmx256m.
 */
public final class EpisodeCost {
    private static final int[] SIZES = {10_000, 100_000, 1_000_000};
    private static final int ALL = 1_000_000;
    private static final int ROUNDS = 5;

    private EpisodeCost() {}

    public static void main(String[] arguments) {
        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        for (int i = 0; i < ROUNDS; i++) {
            EpisodeBenchmark.episodes(SIZES[i % SIZES.length]);
        }
        List<List<Double>> costs = new ArrayList<>();
        List<List<Double>> rates = new ArrayList<>();
        for (int size : SIZES) {
            costs.add(new ArrayList<>());
            rates.add(new ArrayList<>());
        }
        for (int round = 0; round < ROUNDS; round++) {
            for (int i = 0; i < SIZES.length; i++) {
                int times = ALL / SIZES[i];
                long began = System.nanoTime();
                long before = threads.getCurrentThreadCpuTime();
                for (int time = 0; time < times; time++) {
                    EpisodeBenchmark.episodes(SIZES[i]);
                }
                double messages = (double) times * SIZES[i];
                costs.get(i).add((threads.getCurrentThreadCpuTime() - before) / messages);
                rates.get(i).add(messages * 1e9 / (System.nanoTime() - began));
            }
        }
        for (int i = 0; i < SIZES.length; i++) {
            System.out.printf(
                    Locale.ROOT,
                    "%9d messages: %.0f ns processor time a message, %.0f messages/s%n",
                    SIZES[i],
                    median(costs.get(i)),
                    median(rates.get(i)));
        }
    }

    private static double median(List<Double> values) {
        Collections.sort(values);
        return values.get(values.size() / 2);
    }
}
