package nl.leercirkel.statistics.synthetic;

import java.util.Arrays;
import java.util.Optional;
import nl.leercirkel.statistics.Failure;
import nl.leercirkel.statistics.Outcome;
import nl.leercirkel.statistics.Reason;
import nl.leercirkel.statistics.panel.Panel;
import nl.leercirkel.statistics.support.Check;

/**
 * Untreated and treated units, all treated from the same period.
 *
 * @param values one row per unit of the panel
 * @param controls rows of the untreated
 * @param treated rows of the treated
 * @param before periods before treatment
 */
record Block(double[][] values, int[] controls, int[] treated, int before) {

    static Outcome<Block> of(Panel panel) {
        int[] treated = panel.treated();
        int[] controls = panel.untreated();
        if (treated.length == 0) {
            return Outcome.failed(Reason.NO_DATA, "no treated unit");
        }
        int before = panel.firstTreated(treated[0]);
        Optional<Failure> failure = Check.first(
                Check.that(
                        Arrays.stream(treated).allMatch(unit -> panel.firstTreated(unit) == before),
                        Reason.DO_NOT_MATCH,
                        "treated units begin in different periods"),
                Check.that(controls.length >= 2, Reason.TOO_FEW, controls.length + " untreated units, needs 2"),
                Check.that(before >= 2, Reason.TOO_FEW, before + " periods before treatment, needs 2"));
        if (failure.isPresent()) {
            return Outcome.failed(failure.get());
        }
        Block block = new Block(panel.values(), controls, treated, before);
        return block.noise() > 0
                ? Outcome.of(block)
                : Outcome.failed(Reason.CONSTANT, "no untreated unit changes otherwise than in a straight line");
    }

    int periods() {
        return values[0].length;
    }

    int after() {
        return periods() - before;
    }

    Block with(int[] otherControls, int[] otherTreated) {
        return new Block(values, otherControls, otherTreated, before);
    }

    /** Standard deviation of the changes from period to period of untreated units before treatment. */
    double noise() {
        int n = controls.length * (before - 1);
        double mean = 0;
        for (int unit : controls) {
            mean += (values[unit][before - 1] - values[unit][0]) / n;
        }
        double squares = 0;
        for (int unit : controls) {
            for (int t = 1; t < before; t++) {
                double apart = values[unit][t] - values[unit][t - 1] - mean;
                squares += apart * apart;
            }
        }
        double scale = Arrays.stream(controls)
                .mapToDouble(unit -> Math.abs(values[unit][0]))
                .max()
                .orElse(0);
        double noise = Math.sqrt(squares / (n - 1));
        return noise > 1e-12 * scale ? noise : 0;
    }

    /** The mean of the treated units per period. */
    double[] treatedMean() {
        double[] mean = new double[periods()];
        for (int unit : treated) {
            for (int t = 0; t < mean.length; t++) {
                mean[t] += values[unit][t] / treated.length;
            }
        }
        return mean;
    }

    /** The mean of a row after treatment. */
    double meanAfter(double[] row) {
        double sum = 0;
        for (int t = before; t < row.length; t++) {
            sum += row[t];
        }
        return sum / after();
    }
}
