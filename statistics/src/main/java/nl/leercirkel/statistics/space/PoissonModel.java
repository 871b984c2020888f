package nl.leercirkel.statistics.space;

import java.util.Arrays;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.sampling.distribution.AliasMethodDiscreteSampler;
import org.apache.commons.rng.sampling.distribution.DiscreteSampler;
import org.apache.commons.rng.sampling.distribution.PoissonSampler;
import org.apache.commons.rng.sampling.distribution.SharedStateDiscreteSampler;
import org.apache.commons.rng.simple.RandomSource;

/** Cases in proportion to a population or to expected numbers. Given their total they are multinomial. */
final class PoissonModel extends ScanModel {

    /** From so many cases per place on, places are drawn as Poisson numbers first. */
    private static final int MANY = 8;

    /** Standard deviations by which the Poisson numbers stay below the total, so that they seldom pass it. */
    private static final double MARGIN = 4;

    private final double[] masses;
    private final SharedStateDiscreteSampler place;

    PoissonModel(int cases, double[] masses, double mass) {
        super(cases, mass);
        this.masses = masses;
        this.place = AliasMethodDiscreteSampler.of(RandomSource.SPLIT_MIX_64.create(0), masses);
    }

    @Override
    double ratio(double windowMass, double windowCases) {
        double expected = expected(windowMass);
        return term(windowCases, expected) + term(cases - windowCases, cases - expected);
    }

    /**
     * One by one, or, where cases are many, by independent Poisson numbers with a sum a little below the total, and the rest one by one.
     * Poisson numbers are multinomial given their sum, so the two ways have the same distribution.
     */
    @Override
    void draw(UniformRandomProvider stream, int[] counts) {
        int left = cases > MANY * masses.length ? cases - drawMost(stream, counts) : drawNone(counts);
        DiscreteSampler sampler = place.withUniformRandomProvider(stream);
        for (int i = 0; i < left; i++) {
            counts[sampler.sample()]++;
        }
    }

    private int drawNone(int[] counts) {
        Arrays.fill(counts, 0);
        return cases;
    }

    private int drawMost(UniformRandomProvider stream, int[] counts) {
        double perMass = (cases - MARGIN * Math.sqrt(cases)) / mass;
        while (true) {
            long sum = 0;
            for (int i = 0; i < counts.length; i++) {
                counts[i] = masses[i] > 0
                        ? PoissonSampler.of(stream, masses[i] * perMass).sample()
                        : 0;
                sum += counts[i];
            }
            if (sum <= cases) {
                return (int) sum;
            }
        }
    }
}
