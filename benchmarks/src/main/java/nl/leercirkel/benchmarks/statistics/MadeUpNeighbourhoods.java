package nl.leercirkel.benchmarks.statistics;

import java.util.HashSet;
import java.util.Set;
import nl.leercirkel.statistics.Randomness;
import nl.leercirkel.statistics.space.Places;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.sampling.distribution.PoissonSampler;
import org.apache.commons.rng.sampling.distribution.ZigguratSampler;

/**
 * Neighbourhoods made up to look like those of the Netherlands: seven of ten lie in towns, one town per forty; populations are lognormal
 * around 800; 12 in 1,000 people are a case, everywhere alike.
 *
 * @param places in RD, on whole metres
 * @param population per place
 * @param cases per place
 */
record MadeUpNeighbourhoods(Places places, double[] population, long[] cases) {

    private static final double RATE = .0121;
    private static final double TOWN_RADIUS = 2_500;

    static MadeUpNeighbourhoods of(int count, long seed) {
        UniformRandomProvider stream = Randomness.of(seed).stream();
        ZigguratSampler.NormalizedGaussian gaussian = ZigguratSampler.NormalizedGaussian.of(stream);
        int towns = Math.max(1, count / 40);
        double[] townX = new double[towns];
        double[] townY = new double[towns];
        for (int town = 0; town < towns; town++) {
            townX[town] = 20_000 + stream.nextDouble() * 240_000;
            townY[town] = 330_000 + stream.nextDouble() * 260_000;
        }
        double[] x = new double[count];
        double[] y = new double[count];
        double[] population = new double[count];
        long[] cases = new long[count];
        Set<Long> taken = new HashSet<>();
        for (int i = 0; i < count; i++) {
            do {
                boolean inTown = stream.nextDouble() < .7;
                int town = stream.nextInt(towns);
                x[i] = Math.rint(
                        inTown
                                ? townX[town] + TOWN_RADIUS * gaussian.sample()
                                : 20_000 + stream.nextDouble() * 240_000);
                y[i] = Math.rint(
                        inTown
                                ? townY[town] + TOWN_RADIUS * gaussian.sample()
                                : 330_000 + stream.nextDouble() * 260_000);
            } while (!taken.add((long) x[i] * 1_000_000 + (long) y[i]));
            population[i] = Math.rint(Math.exp(6.7 + .7 * gaussian.sample()));
            cases[i] = PoissonSampler.of(stream, population[i] * RATE).sample();
        }
        return new MadeUpNeighbourhoods(Places.rijksdriehoek(x, y).get(), population, cases);
    }
}
