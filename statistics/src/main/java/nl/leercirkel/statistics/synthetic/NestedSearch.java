package nl.leercirkel.statistics.synthetic;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;
import nl.leercirkel.statistics.synthetic.Specification.Effort;
import org.apache.commons.rng.UniformRandomProvider;

/**
 * The outer half of a synthetic control with predictors: what each predictor counts, such that the weights that follow from it
 * fit the outcome before treatment best.
 *
 * <p>The fit is neither smooth nor convex in what predictors count, and its best value often lies where some count next to
 * nothing. So the logarithms of the counts, from 1 down to 1e-8, are searched by differential evolution (Storn and Price 1997,
 * "Differential evolution", Journal of Global Optimization 11), as Becker and Kloessner (2018) do, and the best is refined by a
 * pattern search along each predictor. Mutable; one per fit.
 */
final class NestedSearch {

    /** The least a predictor counts, as a power of ten. */
    private static final double LEAST = -8;

    private static final double SETTLED = 1e-9;
    private static final double COARSEST = 4;
    private static final double FINEST = 1e-4;

    private final double[][] predictors;
    private final double[] matched;
    private final double[][] outcomes;
    private final double[] outcome;
    private final int before;
    private final SimplexLeastSquares solver;
    private final double[][] scaled;
    private final double[] scaledMatched;
    private final double[] open;

    /**
     * Sets up.
     *
     * @param predictors one row per donor, one column per predictor, in standard deviations
     * @param matched the unit's predictors
     * @param outcomes one row per donor, at least the periods before treatment
     * @param outcome the unit's outcome
     */
    NestedSearch(double[][] predictors, double[] matched, double[][] outcomes, double[] outcome, int before) {
        this.predictors = predictors;
        this.matched = matched;
        this.outcomes = outcomes;
        this.outcome = outcome;
        this.before = before;
        this.solver = new SimplexLeastSquares(matched.length);
        this.scaled = new double[predictors.length][matched.length];
        this.scaledMatched = new double[matched.length];
        this.open = new double[before];
    }

    /** Where the search ended: logarithms of the counts, largest 0, and the sum of squares left of the outcome. */
    record Best(double[] counts, double squares) {}

    Best run(Effort effort, UniformRandomProvider random) {
        int k = matched.length;
        if (k == 1) {
            return new Best(new double[1], squares(new double[1]));
        }
        int population = effort == Effort.QUICK ? 8 * k : 14 * k;
        int generations = effort == Effort.QUICK ? 80 : 160;
        int starts = effort == Effort.QUICK ? 3 : 5;
        double[][] members = new double[population][];
        double[] heights = new double[population];
        int best = 0;
        for (int i = 0; i < population; i++) {
            members[i] = new double[k];
            for (int p = 0; p < k && i > 0; p++) {
                // Half of them in corners, where the best often lies.
                members[i][p] = LEAST * (i % 2 == 0 ? random.nextDouble() : random.nextInt(3) / 2.0);
            }
            heights[i] = squares(members[i]);
            best = heights[i] < heights[best] ? i : best;
        }
        double[] child = new double[k];
        for (int generation = 0; generation < generations; generation++) {
            double worst = heights[best];
            for (int i = 0; i < population; i++) {
                cross(members, i, best, child, random);
                double height = squares(child);
                if (height <= heights[i]) {
                    double[] parent = members[i];
                    members[i] = child;
                    heights[i] = height;
                    child = parent;
                    best = height < heights[best] ? i : best;
                }
                worst = Math.max(worst, heights[i]);
            }
            if (worst - heights[best] <= SETTLED * heights[best]) {
                break;
            }
        }
        return refineSome(members, heights, starts);
    }

    /** Refines the best member and some others, evenly from good to bad. */
    private Best refineSome(double[][] members, double[] heights, int starts) {
        int[] order = IntStream.range(0, members.length)
                .boxed()
                .sorted(Comparator.comparingDouble(i -> heights[i]))
                .mapToInt(Integer::intValue)
                .toArray();
        Best found = refine(members[order[0]].clone(), heights[order[0]]);
        for (int i = 1; i < starts; i++) {
            int member = order[i * order.length / starts];
            Best other = refine(members[member].clone(), heights[member]);
            found = other.squares() < found.squares() ? other : found;
        }
        return found;
    }

    /** The weights that follow from these counts. */
    double[] weights(double[] counts) {
        squares(counts);
        return solver.weights();
    }

    /** What is left of the outcome before treatment with the weights that follow from these counts. */
    double squares(double[] counts) {
        for (int p = 0; p < matched.length; p++) {
            double root = Math.exp(counts[p] * 1.151292546497023); // the root of ten to the power
            scaledMatched[p] = root * matched[p];
            for (int j = 0; j < scaled.length; j++) {
                scaled[j][p] = root * predictors[j][p];
            }
        }
        solver.solveNext(scaled, scaledMatched);
        System.arraycopy(outcome, 0, open, 0, before);
        for (int place = 0; place < solver.size(); place++) {
            double weight = solver.weight(place);
            double[] donor = outcomes[solver.column(place)];
            for (int t = 0; t < before; t++) {
                open[t] -= weight * donor[t];
            }
        }
        double squares = 0;
        for (double value : open) {
            squares += value * value;
        }
        return squares;
    }

    /** From the member towards the best, plus a random difference; some coordinates stay as they were. */
    static void cross(double[][] members, int i, int best, double[] child, UniformRandomProvider random) {
        int a = random.nextInt(members.length);
        int b = random.nextInt(members.length);
        double factor = .4 + .5 * random.nextDouble();
        int sure = random.nextInt(child.length);
        double pull = random.nextDouble() < .5 ? factor : 0;
        for (int p = 0; p < child.length; p++) {
            double value = members[i][p];
            if (p == sure || random.nextDouble() < .8) {
                value += pull * (members[best][p] - value) + factor * (members[a][p] - members[b][p]);
            }
            child[p] = Math.clamp(value, LEAST, 0);
        }
    }

    /** Steps along one predictor at a time, halved when none helps. */
    private Best refine(double[] counts, double height) {
        double best = height;
        for (double step = COARSEST; step > FINEST; step /= 2) {
            boolean helped = true;
            for (int round = 0; round < 20 && helped; round++) {
                helped = false;
                for (int p = 0; p < counts.length; p++) {
                    for (int side = -1; side <= 1; side += 2) {
                        double kept = counts[p];
                        counts[p] = Math.clamp(kept + side * step, LEAST, 0);
                        double trial = squares(counts);
                        if (trial < best * (1 - 1e-12)) {
                            best = trial;
                            helped = true;
                        } else {
                            counts[p] = kept;
                        }
                    }
                }
            }
        }
        double top = Arrays.stream(counts).max().orElse(0);
        return new Best(Arrays.stream(counts).map(c -> c - top).toArray(), best);
    }
}
