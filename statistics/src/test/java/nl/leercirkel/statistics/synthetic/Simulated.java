package nl.leercirkel.statistics.synthetic;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import nl.leercirkel.statistics.panel.Panel;

/** Made-up panels of which the truth is known. */
final class Simulated {

    private Simulated() {}

    static List<String> labels(String name, int count) {
        return IntStream.range(0, count).mapToObj(i -> name + i).toList();
    }

    /** Level per unit plus common movement with a loading per unit, plus noise without memory; unit 0 treated. */
    static Panel factors(long seed, int units, int periods, int before, double noise, double effect) {
        Random random = new Random(seed);
        double[] movement = new double[periods];
        for (int t = 1; t < periods; t++) {
            movement[t] = movement[t - 1] + random.nextGaussian();
        }
        double[][] values = new double[units][periods];
        for (int i = 0; i < units; i++) {
            double level = 20 + 3 * random.nextGaussian();
            double loading = random.nextDouble();
            for (int t = 0; t < periods; t++) {
                values[i][t] = level + loading * movement[t] + noise * random.nextGaussian();
            }
        }
        for (int t = before; t < periods; t++) {
            values[0][t] += effect;
        }
        return panel(values, 1, before);
    }

    /** Noise alone around one level: what untreated units have after treatment is exchangeable with what they had before. */
    static Panel noise(Random random, int units, int treated, int periods, int before, double effect) {
        double[][] values = new double[units][periods];
        for (int i = 0; i < units; i++) {
            for (int t = 0; t < periods; t++) {
                values[i][t] = 10 + random.nextGaussian() + (i < treated && t >= before ? effect : 0);
            }
        }
        return panel(values, treated, before);
    }

    /** The first units treated from one period. */
    static Panel panel(double[][] values, int treated, int before) {
        int[] first = new int[values.length];
        Arrays.fill(first, Panel.NEVER);
        Arrays.fill(first, 0, treated, before);
        return Panel.of(labels("unit ", values.length), labels("t", values[0].length), values, first)
                .get();
    }

    static Panel mapped(Panel panel, java.util.function.DoubleUnaryOperator change) {
        double[][] values = Arrays.stream(panel.values())
                .map(row -> Arrays.stream(row).map(change).toArray())
                .toArray(double[][]::new);
        return Panel.of(panel.units(), panel.periods(), values, first(panel)).get();
    }

    /** The units in another order. */
    static Panel reordered(Panel panel, List<Integer> order) {
        return Panel.of(
                        order.stream().map(panel.units()::get).toList(),
                        panel.periods(),
                        order.stream().map(panel::series).toArray(double[][]::new),
                        order.stream().mapToInt(panel::firstTreated).toArray())
                .get();
    }

    static int[] first(Panel panel) {
        return IntStream.range(0, panel.units().size()).map(panel::firstTreated).toArray();
    }
}
