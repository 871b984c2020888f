package nl.leercirkel.statistics.effect;

import java.util.Arrays;
import java.util.stream.IntStream;
import nl.leercirkel.statistics.Interval;
import nl.leercirkel.statistics.Outcome;
import nl.leercirkel.statistics.Reason;
import nl.leercirkel.statistics.linear.Logistic;
import nl.leercirkel.statistics.panel.Panel;
import nl.leercirkel.statistics.support.Dist;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.sampling.PermutationSampler;
import org.apache.commons.rng.sampling.distribution.ZigguratSampler;

/**
 * How data of a plan come about when nothing happens, for {@link PowerSimulation}. Best from one's own past: a panel in which the
 * treatment is handed out by lot has the real levels, trends and outliers. Else from stated numbers.
 */
public final class Plans {

    private Plans() {}

    /**
     * A past panel in which as many units as are planned start by lot, again and again.
     *
     * @param past of units and periods without treatment, of the length that the evaluation will have
     * @param starts per planned unit the period in which it starts, counted in the panel
     * @param settings of the analysis that is planned
     * @param by the average whose overall number is wanted
     */
    public static PowerSimulation.Run staggered(
            Panel past, int[] starts, Staggered.Settings settings, Aggregate.By by) {
        return (stream, level) -> {
            int n = past.units().size();
            if (starts.length > n) {
                return Outcome.failed(Reason.TOO_FEW, starts.length + " starts in " + n + " units");
            }
            int[] lot = PermutationSampler.natural(n);
            PermutationSampler.shuffle(stream, lot);
            int[] first = new int[n];
            Arrays.fill(first, Panel.NEVER);
            for (int i = 0; i < starts.length; i++) {
                first[lot[i]] = starts[i];
            }
            Staggered.Settings planned = new Staggered.Settings(
                    settings.controls(),
                    settings.adjustment(),
                    settings.base(),
                    settings.anticipation(),
                    settings.precision(),
                    level);
            return past.withFirstTreated(first)
                    .flatMap(panel -> Staggered.of(panel, planned))
                    .flatMap(found -> found.aggregate(by))
                    .map(found -> found.overall().interval());
        };
    }

    /**
     * Two groups of units before and after.
     *
     * @param treated units
     * @param untreated units
     * @param deviation of the outcome between units, at one moment
     * @param correlation between the two moments of one unit
     */
    public static PowerSimulation.Run twoByTwo(
            int treated, int untreated, double deviation, double correlation, Errors errors) {
        return (stream, level) -> {
            if (!(deviation > 0) || !(correlation >= -1 && correlation < 1) || treated < 0 || untreated < 0) {
                return Outcome.failed(Reason.OUT_OF_RANGE, "deviation " + deviation + ", correlation " + correlation);
            }
            ZigguratSampler.NormalizedGaussian normal = ZigguratSampler.NormalizedGaussian.of(stream);
            int n = treated + untreated;
            double[] before = new double[n];
            double[] after = new double[n];
            boolean[] group = new boolean[n];
            for (int i = 0; i < n; i++) {
                before[i] = deviation * normal.sample();
                after[i] = correlation * before[i]
                        + deviation * Math.sqrt(1 - correlation * correlation) * normal.sample();
                group[i] = i < treated;
            }
            return BeforeAfter.panel(before, after, group)
                    .flatMap(data -> TwoByTwo.of(data, errors, level))
                    .map(found -> found.effect().interval());
        };
    }

    /**
     * One series with a change in its mean level.
     *
     * @param periods in all
     * @param design as planned
     * @param deviation of what a period adds of its own (the innovation)
     * @param correlation between neighbours
     */
    public static PowerSimulation.Run series(
            int periods, SeriesDesign design, double deviation, double correlation, SerialErrors errors) {
        return (stream, level) -> {
            if (!(deviation > 0) || !(Math.abs(correlation) < 1) || periods < 1) {
                return Outcome.failed(Reason.OUT_OF_RANGE, "deviation " + deviation + ", correlation " + correlation);
            }
            ZigguratSampler.NormalizedGaussian normal = ZigguratSampler.NormalizedGaussian.of(stream);
            double[] values = new double[periods];
            values[0] = deviation * normal.sample() / Math.sqrt(1 - correlation * correlation);
            for (int t = 1; t < periods; t++) {
                values[t] = correlation * values[t - 1] + deviation * normal.sample();
            }
            return design.check(periods)
                    .<Outcome<Interval>>map(Outcome::failed)
                    .orElseGet(
                            () -> InterruptedSeries.oneEffect(values, design, design.meanEffect(periods), errors, level)
                                    .map(Effect::interval));
        };
    }

    /**
     * Matched units, drawn from one's own past: who would have been treated is drawn by the chances that the covariates give.
     *
     * @param covariates of past units
     * @param treated who was treated, or is most like those who will be
     * @param outcome of the same units in a period without treatment
     */
    public static PowerSimulation.Run matched(
            double[][] covariates, boolean[] treated, double[] outcome, MatchedEffect.Settings settings) {
        Outcome<double[]> chances = Logistic.fit(covariates, treated, .95)
                .map(model -> model.probabilities().stream()
                        .mapToDouble(Double::doubleValue)
                        .toArray());
        return (stream, level) -> chances.flatMap(chance -> MatchedEffect.of(
                        covariates,
                        drawn(chance, stream),
                        outcome,
                        new MatchedEffect.Settings(settings.caliper(), settings.adjusted(), level))
                .map(found -> found.effect().interval()));
    }

    /**
     * People selected for being high, with the evidence that will be there.
     *
     * @param people how many will be selected
     * @param population they come from
     * @param cutoff above which they are selected
     * @param secondBaseline whether they are measured again before anything is done; else the population's reliability is used
     */
    public static PowerSimulation.Run highUsers(
            int people, Reliability population, double cutoff, boolean secondBaseline) {
        return (stream, level) -> {
            double z = (cutoff - population.mean()) / population.deviation();
            if (people < 2 || !(z < 8)) {
                return Outcome.failed(Reason.TOO_FEW, people + " people above " + cutoff);
            }
            double lasting = population.deviation() * Math.sqrt(population.reliability());
            double passing = population.deviation() * Math.sqrt(1 - population.reliability());
            ZigguratSampler.NormalizedGaussian normal = ZigguratSampler.NormalizedGaussian.of(stream);
            double[] before = new double[people];
            double[] second = new double[people];
            double[] after = new double[people];
            for (int i = 0; i < people; i++) {
                // The measurement above the cutoff, then the lasting part given the measurement.
                before[i] = population.mean() + population.deviation() * above(z, stream);
                double expected = population.mean() + population.reliability() * (before[i] - population.mean());
                double own = expected + lasting * Math.sqrt(1 - population.reliability()) * normal.sample();
                second[i] = own + passing * normal.sample();
                after[i] = own + passing * normal.sample();
            }
            HighUsers.Evidence evidence = secondBaseline
                    ? new HighUsers.Evidence.SecondBaseline(second)
                    : new HighUsers.Evidence.Population(population);
            return HighUsers.of(before, after, evidence, level)
                    .map(found -> found.effect().interval());
        };
    }

    /** A standard normal value above z, by inversion. */
    private static double above(double z, UniformRandomProvider stream) {
        double tail = Dist.normalBelow(-z);
        return -Dist.normalQuantile(tail * (1 - stream.nextDouble()));
    }

    private static boolean[] drawn(double[] chances, UniformRandomProvider stream) {
        boolean[] drawn = new boolean[chances.length];
        IntStream.range(0, chances.length).forEach(i -> drawn[i] = stream.nextDouble() < chances[i]);
        return drawn;
    }
}
