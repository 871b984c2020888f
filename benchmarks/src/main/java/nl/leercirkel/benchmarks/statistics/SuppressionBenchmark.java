package nl.leercirkel.benchmarks.statistics;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import nl.leercirkel.statistics.Randomness;
import nl.leercirkel.statistics.disclosure.ControlledRounding;
import nl.leercirkel.statistics.disclosure.Dimension;
import nl.leercirkel.statistics.disclosure.Policy;
import nl.leercirkel.statistics.disclosure.PublishedTable;
import nl.leercirkel.statistics.disclosure.Suppression;
import nl.leercirkel.statistics.disclosure.Table;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.sampling.distribution.PoissonSampler;
import org.apache.commons.rng.sampling.distribution.ZigguratSampler;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * Safe secondary suppression with its proof, and controlled rounding, of a table of 10,944 cells of which 3,368 are secret (a count of
 * 1 to 4): 76 neighbourhoods in 19 districts, 30 forms of help in 7 groups, boys and girls, with all totals: 96 x 38 x 3.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 2)
@Measurement(iterations = 3)
@Fork(1)
public class SuppressionBenchmark {

    private static final int DISTRICTS = 19;
    private static final int PER_DISTRICT = 4;
    private static final int[] FORMS = {5, 5, 4, 4, 4, 4, 4};

    /** Children per neighbourhood, form and sex on average: with this seed it gives 3,368 secret cells. */
    static final double MEAN = 4.34;

    static final long SEED = 1;

    private static final Policy POLICY = Policy.minimum(5);

    private final Table table = table(MEAN, SEED);

    /** Sizes of neighbourhoods and of forms are log-normal, counts Poisson. */
    static Table table(double mean, long seed) {
        List<String> neighbourhoods = new ArrayList<>();
        List<Dimension.Total> places = new ArrayList<>();
        List<String> districts = new ArrayList<>();
        for (int district = 0; district < DISTRICTS; district++) {
            List<String> parts = new ArrayList<>();
            for (int i = 0; i < PER_DISTRICT; i++) {
                parts.add("buurt %02d.%d".formatted(district, i));
            }
            neighbourhoods.addAll(parts);
            districts.add("wijk %02d".formatted(district));
            places.add(new Dimension.Total(districts.getLast(), parts));
        }
        places.add(new Dimension.Total("gemeente", districts));
        List<String> forms = new ArrayList<>();
        List<Dimension.Total> kinds = new ArrayList<>();
        List<String> groups = new ArrayList<>();
        for (int group = 0; group < FORMS.length; group++) {
            List<String> parts = new ArrayList<>();
            for (int i = 0; i < FORMS[group]; i++) {
                parts.add("vorm %d.%d".formatted(group, i));
            }
            forms.addAll(parts);
            groups.add("groep %d".formatted(group));
            kinds.add(new Dimension.Total(groups.getLast(), parts));
        }
        kinds.add(new Dimension.Total("alle hulp", groups));
        UniformRandomProvider random = Randomness.of(seed).stream();
        double[] placeSize = sizes(random, neighbourhoods.size(), 1);
        double[] formSize = sizes(random, forms.size(), 1.2);
        List<Table.Cell> cells = new ArrayList<>();
        for (int place = 0; place < placeSize.length; place++) {
            for (int form = 0; form < formSize.length; form++) {
                for (String sex : List.of("jongen", "meisje")) {
                    double expected = mean * placeSize[place] * formSize[form] * (sex.equals("jongen") ? 1.1 : .9);
                    cells.add(Table.Cell.of(
                            PoissonSampler.of(random, expected).sample(),
                            neighbourhoods.get(place),
                            forms.get(form),
                            sex));
                }
            }
        }
        return Table.counts(
                        List.of(
                                Dimension.of("buurt", neighbourhoods, places).get(),
                                Dimension.of("vorm", forms, kinds).get(),
                                Dimension.flat("geslacht", "samen", List.of("jongen", "meisje"))
                                        .get()),
                        cells)
                .get();
    }

    private static double[] sizes(UniformRandomProvider random, int count, double spread) {
        ZigguratSampler.NormalizedGaussian normal = ZigguratSampler.NormalizedGaussian.of(random);
        double[] sizes = new double[count];
        for (int i = 0; i < count; i++) {
            sizes[i] = Math.exp(spread * normal.sample() - spread * spread / 2);
        }
        return sizes;
    }

    @Benchmark
    public int suppressAndProve() {
        PublishedTable published =
                Suppression.protect(table, POLICY, Suppression.Method.SAFE).get();
        if (table.size() != 10_944
                || published.suppressed(PublishedTable.Kind.PRIMARY).size() != 3_368) {
            throw new IllegalStateException("another table than the one this is about");
        }
        return published.suppressed(PublishedTable.Kind.SECONDARY).size();
    }

    @Benchmark
    @BenchmarkMode(Mode.SingleShotTime)
    @Warmup(iterations = 0)
    @Measurement(iterations = 1)
    @Fork(3)
    public int suppressAndProveWholeJob() {
        return suppressAndProve();
    }

    @Benchmark
    public int round() {
        return ControlledRounding.round(table, 5, POLICY).get().check().beyondBase();
    }
}
