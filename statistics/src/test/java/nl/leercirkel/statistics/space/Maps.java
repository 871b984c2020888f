package nl.leercirkel.statistics.space;

import java.util.HashSet;
import java.util.Random;
import java.util.Set;

/** Made-up maps for tests: whole coordinates, populations and counts from a seed. */
final class Maps {

    /** Places on whole metres, so that shifting them loses no digits, with rates that differ by chance only. */
    record Map(double[] x, double[] y, double[] population, long[] cases) {

        Places places() {
            return Places.plane(x, y).get();
        }

        long[] persons() {
            return java.util.Arrays.stream(population).mapToLong(p -> (long) p).toArray();
        }
    }

    private Maps() {}

    /** @param side coordinates are below this; small gives many equal distances */
    static Map random(long seed, int n, int side, double rate) {
        Random random = new Random(seed);
        double[] x = new double[n];
        double[] y = new double[n];
        double[] population = new double[n];
        long[] cases = new long[n];
        Set<Long> seen = new HashSet<>();
        for (int i = 0; i < n; i++) {
            do {
                x[i] = random.nextInt(side);
                y[i] = random.nextInt(side);
            } while (!seen.add((long) x[i] * side + (long) y[i]));
            population[i] = 20 + random.nextInt(400);
            for (int person = 0; person < population[i]; person++) {
                cases[i] += random.nextDouble() < rate ? 1 : 0;
            }
        }
        return new Map(x, y, population, cases);
    }

    /** A board of squares that neighbour each other along their sides. */
    static Adjacency board(int width, int height) {
        int[][] neighbours = new int[width * height][];
        for (int i = 0; i < neighbours.length; i++) {
            int column = i % width;
            int at = i;
            neighbours[i] = java.util.stream.IntStream.of(
                            column > 0 ? i - 1 : -1,
                            column < width - 1 ? i + 1 : -1,
                            i - width,
                            i + width < width * height ? i + width : -1)
                    .filter(j -> j >= 0 && j != at)
                    .toArray();
        }
        return Adjacency.of(neighbours).get();
    }
}
