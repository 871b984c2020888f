package nl.leercirkel.statistics.comparison;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import nl.leercirkel.statistics.Failure;
import nl.leercirkel.statistics.Outcome;
import nl.leercirkel.statistics.Reason;
import nl.leercirkel.statistics.linear.Logistic;
import nl.leercirkel.statistics.support.Check;

/**
 * Each treated unit paired with the untreated one whose chance of treatment, given the covariates, is nearest. Greedy, each
 * control used once; treated units choose from the highest chance down, as MatchIt does by default.
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

    /**
     * Matches one to one.
     *
     * @param covariates one row per unit
     * @param treated per unit
     * @return failures of {@link Logistic#fit}; TOO_FEW when there are fewer untreated than treated units
     */
    public static Outcome<PropensityMatching> of(double[][] covariates, boolean[] treated) {
        int[] takers =
                IntStream.range(0, treated.length).filter(i -> treated[i]).toArray();
        Optional<Failure> failure = Check.that(
                takers.length <= treated.length - takers.length, Reason.TOO_FEW, "fewer untreated than treated units");
        if (failure.isPresent()) {
            return Outcome.failed(failure.get());
        }
        return Logistic.fit(covariates, treated, .95).map(model -> match(covariates, treated, model.probabilities()));
    }

    /** The mean over pairs of the treated's outcome minus the control's. */
    public double difference(double[] outcome) {
        return pairs.stream()
                .mapToDouble(pair -> outcome[pair.treated()] - outcome[pair.control()])
                .average()
                .orElseThrow();
    }

    private static PropensityMatching match(double[][] covariates, boolean[] treated, List<Double> scores) {
        List<Integer> choosing = IntStream.range(0, treated.length)
                .filter(i -> treated[i])
                .boxed()
                .sorted(Comparator.comparingDouble(i -> -scores.get(i)))
                .toList();
        boolean[] used = treated.clone();
        List<Pair> pairs = new ArrayList<>();
        for (int unit : choosing) {
            int best = -1;
            double nearest = Double.POSITIVE_INFINITY;
            for (int i = 0; i < used.length; i++) {
                double distance = Math.abs(scores.get(i) - scores.get(unit));
                if (!used[i] && distance < nearest) {
                    best = i;
                    nearest = distance;
                }
            }
            used[best] = true;
            pairs.add(new Pair(unit, best));
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

    private static double[][] rows(double[][] covariates, List<Integer> units) {
        return units.stream().map(unit -> covariates[unit]).toArray(double[][]::new);
    }
}
