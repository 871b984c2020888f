package nl.leercirkel.statistics.comparison;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import nl.leercirkel.statistics.Estimate;
import nl.leercirkel.statistics.Failure;
import nl.leercirkel.statistics.Outcome;
import nl.leercirkel.statistics.Reason;
import nl.leercirkel.statistics.linear.Logistic;
import nl.leercirkel.statistics.sample.Means;
import nl.leercirkel.statistics.support.Check;

/**
 * Each treated unit paired with the untreated one whose chance of treatment, given the covariates, is nearest. Greedy, each
 * control used once; treated units choose from the highest chance down, as MatchIt does by default; of controls equally near,
 * the first row is taken.
 *
 * @param pairs in the order in which the treated chose
 * @param before balance of all treated against all untreated
 * @param after balance within the pairs
 * @param scores fitted chances of treatment, per unit
 * @see "Rosenbaum and Rubin (1985), Constructing a control group, American Statistician 39; Ho et al. (2011), MatchIt"
 */
public record PropensityMatching(List<Pair> pairs, List<Balance> before, List<Balance> after, List<Double> scores) {

    /** Indices of a treated unit and its control. */
    public record Pair(int treated, int control) {}

    /** Which control a treated unit takes. */
    public enum Choice {
        /** The nearest score, on whichever side. */
        NEAREST,
        /**
         * With all units in order of score (equal scores in order of rows), the nearest control before the treated unit, or
         * after it where there is none before. Only to recompute evaluations made with MatchIt 4.5.1 to 4.5.3 under Linux: there
         * the two distances were compared after rounding down to whole numbers, so that the lower side always won (their
         * issue 163, mended in 4.5.4). It is no better match; use {@link #NEAREST}.
         */
        NEXT_BELOW
    }

    /** Matches one to one, each to the nearest; failures as {@link #of(double[][], boolean[], Choice)}. */
    public static Outcome<PropensityMatching> of(double[][] covariates, boolean[] treated) {
        return of(covariates, treated, Choice.NEAREST);
    }

    /**
     * Matches one to one.
     *
     * @param covariates one row per unit
     * @param treated per unit
     * @return failures of {@link Logistic#fit}; TOO_FEW when there are fewer untreated than treated units
     */
    public static Outcome<PropensityMatching> of(double[][] covariates, boolean[] treated, Choice choice) {
        int[] takers =
                IntStream.range(0, treated.length).filter(i -> treated[i]).toArray();
        Optional<Failure> failure = Check.that(
                takers.length <= treated.length - takers.length, Reason.TOO_FEW, "fewer untreated than treated units");
        if (failure.isPresent()) {
            return Outcome.failed(failure.get());
        }
        return Logistic.fit(covariates, treated, .95)
                .map(model -> match(covariates, treated, model.probabilities(), choice));
    }

    /**
     * The mean over pairs of the treated's outcome minus the control's, with the t interval of paired differences.
     *
     * @param outcome per unit, in the order of the covariates
     * @return failures of {@link Means#pairedDifference}; DO_NOT_MATCH when there is not one outcome per unit
     * @see "Austin (2011), Comparing paired vs non-paired statistical methods of analyses when making inferences about absolute
     *     risk reductions in propensity-score matched samples, Statistics in Medicine 30"
     */
    public Outcome<Estimate> difference(double[] outcome, double level) {
        if (outcome.length != scores.size()) {
            return Outcome.failed(Reason.DO_NOT_MATCH, outcome.length + " outcomes of " + scores.size() + " units");
        }
        return Means.pairedDifference(
                pairs.stream().mapToDouble(pair -> outcome[pair.treated()]).toArray(),
                pairs.stream().mapToDouble(pair -> outcome[pair.control()]).toArray(),
                level);
    }

    private static PropensityMatching match(
            double[][] covariates, boolean[] treated, List<Double> scores, Choice choice) {
        List<Integer> choosing = IntStream.range(0, treated.length)
                .filter(i -> treated[i])
                .boxed()
                .sorted(Comparator.comparingDouble(i -> -scores.get(i)))
                .toList();
        boolean[] used = treated.clone();
        List<Pair> pairs = new ArrayList<>();
        for (int unit : choosing) {
            int control = switch (choice) {
                case NEAREST -> nearest(scores, used, unit);
                case NEXT_BELOW -> nextBelow(scores, used, unit);
            };
            used[control] = true;
            pairs.add(new Pair(unit, control));
        }
        double[][] allTreated = rows(covariates, choosing);
        double[][] untreated = rows(
                covariates,
                IntStream.range(0, treated.length)
                        .filter(i -> !treated[i])
                        .boxed()
                        .toList());
        double[][] controls = rows(covariates, pairs.stream().map(Pair::control).toList());
        return new PropensityMatching(
                List.copyOf(pairs),
                Balance.of(allTreated, untreated, allTreated),
                Balance.of(allTreated, controls, allTreated),
                scores);
    }

    private static int nearest(List<Double> scores, boolean[] used, int unit) {
        int best = -1;
        double nearest = Double.POSITIVE_INFINITY;
        for (int i = 0; i < used.length; i++) {
            double distance = Math.abs(scores.get(i) - scores.get(unit));
            if (!used[i] && distance < nearest) {
                best = i;
                nearest = distance;
            }
        }
        return best;
    }

    private static int nextBelow(List<Double> scores, boolean[] used, int unit) {
        Comparator<Integer> order =
                Comparator.<Integer>comparingDouble(scores::get).thenComparing(Comparator.naturalOrder());
        List<Integer> free = IntStream.range(0, used.length)
                .filter(i -> !used[i])
                .boxed()
                .sorted(order)
                .toList();
        return free.stream()
                .filter(i -> order.compare(i, unit) < 0)
                .reduce((before, after) -> after)
                .orElseGet(free::getFirst);
    }

    private static double[][] rows(double[][] covariates, List<Integer> units) {
        return units.stream().map(unit -> covariates[unit]).toArray(double[][]::new);
    }
}
