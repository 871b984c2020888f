package nl.leercirkel.statistics.synthetic;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import nl.leercirkel.statistics.Outcome;
import nl.leercirkel.statistics.panel.Panel;

/**
 * Synthetic difference-in-differences: a difference-in-differences in which untreated units count by how much they moved as the
 * treated ones did, and earlier periods by how much they resembled the later ones. Levels may differ, as in
 * difference-in-differences; movements need not be parallel for all, as in synthetic control. Both of those in the same frame,
 * for comparison. One effect; its error is in {@link SyntheticDifferenceError}.
 *
 * @param effect mean over treated units and periods
 * @param curve per treated period
 * @param units untreated units with weight, largest first
 * @param periods periods before treatment with weight, in order of time
 * @param rootMeanSquareBefore how far, before treatment, the gap between treated and weighted untreated was from its own mean
 *     (synthetic control: from zero)
 * @param untreated how many units could have had weight
 * @param treated how many units were treated
 * @param kind which of the three
 * @param optimum how the weights were found
 * @see "Arkhangelsky, Athey, Hirshberg, Imbens and Wager (2021), Synthetic difference-in-differences, AER 111"
 */
public record SyntheticDifference(
        double effect,
        List<Weight> curve,
        List<Weight> units,
        List<Weight> periods,
        double rootMeanSquareBefore,
        int untreated,
        int treated,
        Kind kind,
        Optimum optimum) {

    /** A label with its value. */
    public record Weight(String label, double value) {}

    /** Three estimators in one frame. */
    public enum Kind {
        SYNTHETIC_DIFFERENCE,
        SYNTHETIC_CONTROL,
        DIFFERENCE_IN_DIFFERENCES
    }

    /** How weights are found. */
    public enum Optimum {
        /** Where the stated criterion is least. */
        EXACT,
        /**
         * Where the authors' own program (synthdid 0.0.9) stops: near it. Published figures rest on these: for Proposition 99 its
         * synthetic control gives -19.62 where the optimum gives -19.51.
         */
        AS_PUBLISHED
    }

    /**
     * Estimates.
     *
     * @param panel with one or more units, all treated from the same period, and untreated ones
     * @return NO_DATA without a treated unit; DO_NOT_MATCH when treated units begin in different periods; TOO_FEW below two
     *     untreated units or two periods before treatment; CONSTANT when untreated units do not vary
     */
    public static Outcome<SyntheticDifference> of(Panel panel, Kind kind, Optimum optimum) {
        return Block.of(panel)
                .flatMap(block -> BlockWeights.of(block, kind, optimum, block.noise())
                        .map(weights -> answer(panel, block, weights, kind, optimum)));
    }

    private static SyntheticDifference answer(
            Panel panel, Block block, BlockWeights weights, Kind kind, Optimum optimum) {
        double[] gaps = weights.gaps(block);
        double baseline = weights.baseline(gaps);
        List<Weight> curve = new ArrayList<>();
        for (int t = block.before(); t < gaps.length; t++) {
            curve.add(new Weight(panel.periods().get(t), gaps[t] - baseline));
        }
        List<Weight> units = new ArrayList<>();
        for (int j = 0; j < weights.units().length; j++) {
            if (weights.units()[j] > 0) {
                units.add(new Weight(panel.units().get(block.controls()[j]), weights.units()[j]));
            }
        }
        units.sort(Comparator.comparingDouble(weight -> -weight.value()));
        List<Weight> periods = new ArrayList<>();
        for (int t = 0; t < weights.periods().length; t++) {
            if (weights.periods()[t] > 0) {
                periods.add(new Weight(panel.periods().get(t), weights.periods()[t]));
            }
        }
        return new SyntheticDifference(
                block.meanAfter(gaps) - baseline,
                List.copyOf(curve),
                List.copyOf(units),
                List.copyOf(periods),
                spread(gaps, block.before(), kind),
                block.controls().length,
                block.treated().length,
                kind,
                optimum);
    }

    private static double spread(double[] gaps, int before, Kind kind) {
        double mean = 0;
        for (int t = 0; t < before && kind != Kind.SYNTHETIC_CONTROL; t++) {
            mean += gaps[t] / before;
        }
        double squares = 0;
        for (int t = 0; t < before; t++) {
            squares += (gaps[t] - mean) * (gaps[t] - mean);
        }
        return Math.sqrt(squares / before);
    }
}
