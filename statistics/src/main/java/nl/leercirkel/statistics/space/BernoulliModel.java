package nl.leercirkel.statistics.space;

import java.util.Arrays;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.sampling.distribution.AliasMethodDiscreteSampler;
import org.apache.commons.rng.sampling.distribution.DiscreteSampler;
import org.apache.commons.rng.sampling.distribution.SharedStateDiscreteSampler;
import org.apache.commons.rng.simple.RandomSource;

/** Persons who are a case or not. Given their total, cases are drawn from the persons without putting back. */
final class BernoulliModel extends ScanModel {

    private final long[] persons;
    private final long total;
    private final SharedStateDiscreteSampler place;

    BernoulliModel(int cases, double[] masses, double mass) {
        super(cases, mass);
        this.persons = Arrays.stream(masses).mapToLong(m -> (long) m).toArray();
        this.total = (long) mass;
        this.place = AliasMethodDiscreteSampler.of(RandomSource.SPLIT_MIX_64.create(0), masses);
    }

    @Override
    double ratio(double windowMass, double windowCases) {
        double others = windowMass - windowCases;
        double casesOutside = cases - windowCases;
        double outside = mass - windowMass;
        double othersOutside = outside - casesOutside;
        if (others < 0 || othersOutside < 0) {
            return Double.POSITIVE_INFINITY;
        }
        return term(windowCases, expected(windowMass))
                + term(casesOutside, expected(outside))
                + term(others, windowMass - expected(windowMass))
                + term(othersOutside, outside - expected(outside));
    }

    @Override
    void draw(UniformRandomProvider stream, int[] counts) {
        boolean drawOthers = cases > total / 2;
        Arrays.fill(counts, 0);
        DiscreteSampler sampler = place.withUniformRandomProvider(stream);
        for (long left = drawOthers ? total - cases : cases; left > 0; ) {
            int i = sampler.sample();
            // A person of place i at random, who counts when not drawn before; which persons were, does not matter.
            if (stream.nextLong(persons[i]) >= counts[i]) {
                counts[i]++;
                left--;
            }
        }
        if (drawOthers) {
            for (int i = 0; i < counts.length; i++) {
                counts[i] = (int) (persons[i] - counts[i]);
            }
        }
    }
}
