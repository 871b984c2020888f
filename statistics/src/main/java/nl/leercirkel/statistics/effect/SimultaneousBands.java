package nl.leercirkel.statistics.effect;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import nl.leercirkel.statistics.Alternative;
import nl.leercirkel.statistics.Interval;
import nl.leercirkel.statistics.Outcome;
import nl.leercirkel.statistics.Randomness;
import nl.leercirkel.statistics.Reason;
import nl.leercirkel.statistics.support.Dist;
import org.apache.commons.rng.UniformRandomProvider;

/**
 * Bands of an average of group-time effects that hold all points at once, and the error of the overall number, by a multiplier
 * bootstrap: every cluster's influence is multiplied by one of Mammen's two values and added up, again and again.
 *
 * @param by what the points are
 * @param points with their standard error and simultaneous band
 * @param critical how many standard errors the bands are wide to each side
 * @param overallError standard error of the overall number, likewise
 * @param preTrendPValue that all points before the start are 0, from their largest studentised size; empty without such points
 * @param draws how many
 * @param seed what they were drawn with
 * @see "Callaway and Sant'Anna (2021), section 4.1, algorithm 1; Mammen (1993), Annals of Statistics 21"
 */
public record SimultaneousBands(
        Aggregate.By by,
        List<Band> points,
        double critical,
        double overallError,
        Optional<Double> preTrendPValue,
        int draws,
        long seed) {

    private static final int CHUNK = 100;

    /**
     * A point with its band.
     *
     * @param at as in {@link Aggregate.Point}
     * @param value the effect
     * @param standardError from the interquartile range of the draws, as the authors' software, or, with small-sample errors,
     *     that of the point itself
     * @param band simultaneous
     */
    public record Band(int at, double value, double standardError, Interval band) {}

    public SimultaneousBands {
        points = List.copyOf(points);
    }

    static Outcome<SimultaneousBands> of(
            Aggregate.By by,
            Aggregator.Weighted weighted,
            Influences influences,
            Staggered.Settings settings,
            int draws,
            Randomness randomness) {
        List<Aggregator.Mean> means = new ArrayList<>(weighted.points());
        means.add(weighted.overall());
        double[][] influence =
                means.stream().map(mean -> raised(mean.influence(), influences)).toArray(double[][]::new);
        double[][] drawn =
                randomness.inChunks(draws, CHUNK, (stream, from, to) -> draw(influence, stream, to - from)).stream()
                        .flatMap(Arrays::stream)
                        .toArray(double[][]::new);
        double[] errors = new double[influence.length];
        double degrees = Double.POSITIVE_INFINITY;
        for (int p = 0; p < errors.length; p++) {
            Effect.Draft draft =
                    influences.draft(means.get(p).value(), means.get(p).influence());
            errors[p] = switch (settings.precision()) {
                case LARGE_SAMPLE -> spread(drawn, p);
                case SMALL_SAMPLE -> draft.error();
            };
            degrees = Math.min(degrees, draft.degrees());
            if (!(errors[p] > 0)) {
                return Outcome.failed(Reason.CONSTANT, "point " + means.get(p).at() + " does not vary");
            }
        }
        int points = weighted.points().size();
        double[] largest = largest(drawn, errors, means.subList(0, points), point -> true);
        double pointwise = Dist.normalHalfWidth(settings.level());
        double critical =
                translated(points == 0 ? pointwise : Math.max(pointwise, quantile(largest, settings.level())), degrees);
        List<Band> bands = new ArrayList<>();
        for (int p = 0; p < points; p++) {
            double value = means.get(p).value();
            Interval band = new Interval(value - critical * errors[p], value + critical * errors[p], settings.level());
            bands.add(new Band(means.get(p).at(), value, errors[p], band));
        }
        return Outcome.of(new SimultaneousBands(
                by,
                bands,
                critical,
                errors[points],
                preTrend(by, drawn, errors, means.subList(0, points), settings.anticipation()),
                draws,
                randomness.seed()));
    }

    /** From the normal distribution to t with the fewest degrees of freedom among the points, at the same chance. */
    private static double translated(double normal, double degrees) {
        return Dist.tHalfWidth(1 - Dist.normalPValue(normal, Alternative.TWO_SIDED), degrees);
    }

    private static double[] raised(double[] influence, Influences influences) {
        double[] raised = new double[influence.length];
        Arrays.setAll(raised, c -> influence[c] * Math.sqrt(influences.factor(c)));
        return raised;
    }

    private static double[][] draw(double[][] influence, UniformRandomProvider stream, int size) {
        double root = Math.sqrt(5);
        double low = (1 - root) / 2;
        double high = (1 + root) / 2;
        double chanceOfLow = (1 + root) / (2 * root);
        int clusters = influence[0].length;
        double[][] sums = new double[size][influence.length];
        double[] weights = new double[clusters];
        for (double[] sum : sums) {
            for (int c = 0; c < clusters; c++) {
                weights[c] = stream.nextDouble() < chanceOfLow ? low : high;
            }
            for (int p = 0; p < influence.length; p++) {
                double total = 0;
                double[] own = influence[p];
                for (int c = 0; c < clusters; c++) {
                    total += weights[c] * own[c];
                }
                sum[p] = total;
            }
        }
        return sums;
    }

    private static Optional<Double> preTrend(
            Aggregate.By by, double[][] drawn, double[] errors, List<Aggregator.Mean> means, int anticipation) {
        List<Aggregator.Mean> before =
                means.stream().filter(mean -> mean.at() < -anticipation).toList();
        if (by != Aggregate.By.TIME_SINCE_START || before.isEmpty()) {
            return Optional.empty();
        }
        double observed = 0;
        for (int p = 0; p < means.size(); p++) {
            if (means.get(p).at() < -anticipation) {
                observed = Math.max(observed, Math.abs(means.get(p).value()) / errors[p]);
            }
        }
        double[] largest = largest(drawn, errors, means, mean -> mean.at() < -anticipation);
        double found = observed;
        long extreme = Arrays.stream(largest).filter(size -> size >= found).count();
        return Optional.of((extreme + 1.0) / (drawn.length + 1));
    }

    /** Per draw the largest studentised size among the wanted points. */
    private static double[] largest(
            double[][] drawn,
            double[] errors,
            List<Aggregator.Mean> means,
            java.util.function.Predicate<Aggregator.Mean> wanted) {
        double[] largest = new double[drawn.length];
        for (int p = 0; p < means.size(); p++) {
            if (wanted.test(means.get(p))) {
                for (int d = 0; d < drawn.length; d++) {
                    largest[d] = Math.max(largest[d], Math.abs(drawn[d][p]) / errors[p]);
                }
            }
        }
        return largest;
    }

    private static double spread(double[][] drawn, int p) {
        double[] column = Arrays.stream(drawn).mapToDouble(row -> row[p]).toArray();
        return (quantile(column, .75) - quantile(column, .25)) / (2 * Dist.normalQuantile(.75));
    }

    /** The smallest drawn value with at least this share at or below it (R's type 1). */
    private static double quantile(double[] values, double share) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return sorted[Math.max(0, (int) Math.ceil(share * sorted.length - 1e-9) - 1)];
    }
}
