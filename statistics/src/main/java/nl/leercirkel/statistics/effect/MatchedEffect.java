package nl.leercirkel.statistics.effect;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import nl.leercirkel.statistics.Caveat;
import nl.leercirkel.statistics.Failure;
import nl.leercirkel.statistics.Outcome;
import nl.leercirkel.statistics.Reason;
import nl.leercirkel.statistics.comparison.Balance;
import nl.leercirkel.statistics.comparison.PropensityMatching;
import nl.leercirkel.statistics.comparison.PropensityMatching.Pair;
import nl.leercirkel.statistics.linear.Logistic;
import nl.leercirkel.statistics.support.Check;

/**
 * The effect on the treated who found a like untreated unit, matched one to one on the chance of treatment. It is the effect of
 * the treatment when all that decided who was treated, and matters for the outcome, is among the covariates; no test can show
 * that it is. The error counts pairs as clusters, which also holds when the outcome is adjusted for what differs within pairs.
 *
 * @param effect on the matched treated, in the unit of the outcome
 * @param pairs the treated unit and its control, by row, in the order in which the treated chose
 * @param unmatched treated units without a control within the caliper: the effect says nothing about them
 * @param before balance of all treated against all untreated
 * @param after balance within the pairs
 * @param scores fitted chances of treatment, per row
 * @see "Rosenbaum and Rubin (1985), American Statistician 39; Abadie and Spiess (2022), Robust post-matching inference, JASA 117;
 *     Austin (2011), Optimal caliper widths for propensity-score matching, Pharmaceutical Statistics 10"
 */
public record MatchedEffect(
        Effect effect,
        List<Pair> pairs,
        List<Integer> unmatched,
        List<Balance> before,
        List<Balance> after,
        List<Double> scores) {

    /** Austin's advice: a fifth of the standard deviation of the log odds. */
    public static final double USUAL_CALIPER = .2;

    /** Beyond this standardised difference adjustment by regression cannot be trusted (Rubin 2001). */
    private static final double UNBALANCED = .25;

    public MatchedEffect {
        pairs = List.copyOf(pairs);
        unmatched = List.copyOf(unmatched);
        before = List.copyOf(before);
        after = List.copyOf(after);
        scores = List.copyOf(scores);
    }

    /**
     * How to match and estimate.
     *
     * @param caliper how far apart the log odds of a pair may be, in their standard deviations; empty: any distance
     * @param adjusted whether what still differs within pairs is taken out by regression
     * @param level of the interval
     */
    public record Settings(Optional<Double> caliper, boolean adjusted, double level) {
        /** The usual caliper, adjusted, 95%. */
        public static Settings standard() {
            return new Settings(Optional.of(USUAL_CALIPER), true, .95);
        }
    }

    /**
     * Matches and estimates.
     *
     * @param covariates one row per unit, known before treatment
     * @param treated per unit
     * @param outcome per unit; not looked at for matching
     * @return failures of {@link Logistic#fit}; OUT_OF_RANGE for a level or caliper that cannot be; DO_NOT_MATCH, NOT_A_NUMBER
     *     for the outcome; TOO_FEW when fewer than two pairs are found, fewer untreated than treated units without caliper, or
     *     fewer pairs than the adjustment needs; NOT_IDENTIFIED when a covariate says nothing more within the pairs; CONSTANT
     *     when the outcome does not vary
     */
    public static Outcome<MatchedEffect> of(
            double[][] covariates, boolean[] treated, double[] outcome, Settings settings) {
        Optional<Failure> failure = Check.first(
                Check.level(settings.level()),
                Check.values("outcome", outcome, 1),
                Check.sameLength("outcome", outcome.length, "treated", treated.length),
                Check.that(
                        settings.caliper().filter(width -> !(width > 0)).isEmpty(),
                        Reason.OUT_OF_RANGE,
                        "caliper " + settings.caliper()));
        if (failure.isPresent()) {
            return Outcome.failed(failure.get());
        }
        return match(covariates, treated, settings)
                .flatMap(found -> estimate(covariates, treated, outcome, found, settings));
    }

    /** The pairs, and the chances they were made on. */
    private record Found(List<Pair> pairs, List<Double> scores) {}

    private static Outcome<Found> match(double[][] covariates, boolean[] treated, Settings settings) {
        if (settings.caliper().isEmpty()) {
            return PropensityMatching.of(covariates, treated)
                    .map(matching -> new Found(matching.pairs(), matching.scores()));
        }
        double caliper = settings.caliper().get();
        return Logistic.fit(covariates, treated, .95).map(model -> {
            double[] odds = model.probabilities().stream()
                    .mapToDouble(chance -> Math.log(chance / (1 - chance)))
                    .toArray();
            return new Found(within(caliper * deviation(odds, treated), odds, treated), model.probabilities());
        });
    }

    /** The mean of the variances of both groups, under the root (Austin 2011). */
    private static double deviation(double[] odds, boolean[] treated) {
        double sum = 0;
        for (boolean group : new boolean[] {true, false}) {
            double[] own = IntStream.range(0, odds.length)
                    .filter(i -> treated[i] == group)
                    .mapToDouble(i -> odds[i])
                    .toArray();
            double mean = Arrays.stream(own).average().orElse(0);
            sum += Arrays.stream(own).map(x -> (x - mean) * (x - mean)).sum() / Math.max(1, own.length - 1);
        }
        return Math.sqrt(sum / 2);
    }

    /** Greedy, from the highest chance down, each control once; a treated unit without a near control takes none. */
    private static List<Pair> within(double width, double[] odds, boolean[] treated) {
        List<Integer> choosing = IntStream.range(0, odds.length)
                .filter(i -> treated[i])
                .boxed()
                .sorted(Comparator.comparingDouble(i -> -odds[i]))
                .toList();
        boolean[] used = treated.clone();
        List<Pair> pairs = new ArrayList<>();
        for (int unit : choosing) {
            int best = -1;
            double nearest = Double.POSITIVE_INFINITY;
            for (int i = 0; i < odds.length; i++) {
                double distance = Math.abs(odds[i] - odds[unit]);
                if (!used[i] && distance <= width && distance < nearest) {
                    best = i;
                    nearest = distance;
                }
            }
            if (best >= 0) {
                used[best] = true;
                pairs.add(new Pair(unit, best));
            }
        }
        return pairs;
    }

    private static Outcome<MatchedEffect> estimate(
            double[][] covariates, boolean[] treated, double[] outcome, Found found, Settings settings) {
        List<Pair> pairs = found.pairs();
        int count = pairs.size();
        if (count < 2) {
            return Outcome.failed(Reason.TOO_FEW, count + " pairs within the caliper, needs 2");
        }
        int p = settings.adjusted() ? covariates[0].length : 0;
        double[][] rows = new double[2 * count][];
        double[] values = new double[2 * count];
        int[] clusters = new int[2 * count];
        for (int pair = 0; pair < count; pair++) {
            int[] members = {pairs.get(pair).treated(), pairs.get(pair).control()};
            for (int m = 0; m < 2; m++) {
                int at = 2 * pair + m;
                rows[at] = new double[2 + p];
                rows[at][0] = 1;
                rows[at][1] = 1 - m;
                System.arraycopy(covariates[members[m]], 0, rows[at], 2, p);
                values[at] = outcome[members[m]];
                clusters[at] = pair;
            }
        }
        double[][] all = rows(covariates, units(treated, true));
        double[][] matched =
                rows(covariates, pairs.stream().mapToInt(Pair::treated).toArray());
        double[][] controls =
                rows(covariates, pairs.stream().mapToInt(Pair::control).toArray());
        List<Balance> after = Balance.of(matched, controls, all);
        int[] unmatched = Arrays.stream(units(treated, true))
                .filter(unit -> pairs.stream().noneMatch(pair -> pair.treated() == unit))
                .toArray();
        double scale = Arrays.stream(values).map(Math::abs).max().orElse(0);
        return ClusteredFit.of(rows, values, clusters).flatMap(fit -> {
            ClusteredFit.Precision precision = fit.precision(1, Errors.CR2);
            return Effect.of(
                            new Effect.Draft(
                                    fit.coefficient(1), precision.standardError(), precision.degreesOfFreedom()),
                            scale,
                            settings.level(),
                            count,
                            settings.adjusted() ? "matched-pairs-adjusted" : "matched-pairs",
                            caveats(count, unmatched.length, after))
                    .map(effect -> new MatchedEffect(
                            effect,
                            pairs,
                            Arrays.stream(unmatched).boxed().toList(),
                            Balance.of(all, rows(covariates, units(treated, false)), all),
                            after,
                            found.scores()));
        });
    }

    private static Set<Caveat> caveats(int pairs, int unmatched, List<Balance> after) {
        Set<Caveat> caveats = EnumSet.noneOf(Caveat.class);
        if (pairs < 10) {
            caveats.add(Caveat.FEW_OBSERVATIONS);
        }
        if (unmatched > 0) {
            caveats.add(Caveat.UNITS_LEFT_OUT);
        }
        if (after.stream().anyMatch(row -> Math.abs(row.standardisedDifference()) > UNBALANCED)) {
            caveats.add(Caveat.ASSUMPTION_DOUBTFUL);
        }
        return caveats;
    }

    private static int[] units(boolean[] treated, boolean group) {
        return IntStream.range(0, treated.length)
                .filter(i -> treated[i] == group)
                .toArray();
    }

    private static double[][] rows(double[][] covariates, int[] units) {
        return Arrays.stream(units).mapToObj(unit -> covariates[unit]).toArray(double[][]::new);
    }
}
