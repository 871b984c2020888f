package nl.leercirkel.statistics.synthetic;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import nl.leercirkel.statistics.Failure;
import nl.leercirkel.statistics.Outcome;
import nl.leercirkel.statistics.Randomness;
import nl.leercirkel.statistics.Reason;
import nl.leercirkel.statistics.panel.Panel;
import nl.leercirkel.statistics.support.Check;

/**
 * What a run could show at all, before it begins. In the history of the outcome every unit in turn plays the one that will be treated,
 * in the last periods; an effect of a given size is added, and the design judges it. The share of units for which it is found is
 * the power. That nothing plausible can be found is an answer too: then do not run an evaluation of figures in one
 * municipality, but treat more of them, measure longer, or measure something that varies less.
 *
 * @param design what was judged
 * @param wanted the power asked for, such as .80
 * @param verdict the smallest effect that can be shown with that power, or why there is none
 * @param falseFindings share found where nothing was added; at most about the significance when the method is fair here
 * @param curve power per size of effect, from none to the largest plausible
 * @param smallestPValue the smallest p-value the design can give
 * @param trials how many units, or drawn sets of units, played the treated ones
 * @param seed of the draws
 */
public record Demonstrability(
        Design design,
        double wanted,
        Verdict verdict,
        double falseFindings,
        List<Point> curve,
        double smallestPValue,
        int trials,
        long seed) {

    private static final int POINTS = 20;
    private static final int HALVINGS = 12;

    /**
     * Power at one size of effect.
     *
     * @param effect added to every period after the start, with its sign
     */
    public record Point(double effect, double power) {}

    /** What can be shown. */
    public sealed interface Verdict {

        /** An effect of this size, with its sign, is found with the power asked for; a smaller one is not. */
        record Demonstrable(double smallestEffect) implements Verdict {}

        /**
         * No plausible effect is found with the power asked for.
         *
         * @param most the power for the largest plausible effect
         */
        record NotDemonstrable(Why why, double most) implements Verdict {}
    }

    /** Why nothing can be shown. */
    public enum Why {
        /** Even the largest rank gives a p-value above the significance: too few units or periods. */
        P_VALUE_CANNOT_BE_SMALL_ENOUGH,
        /** Units differ too much in their course, or are followed too badly, for the largest plausible effect to stand out. */
        EFFECTS_DROWN
    }

    /**
     * Tries all sizes.
     *
     * @param history the outcome; periods from the first treatment on, and units treated at any time, are left out
     * @param design how the run will be judged
     * @param like labels of the units whose trials count, such as municipalities of the same size; empty for all
     * @param largest the largest plausible effect, with its sign, not 0
     * @param wanted power, such as .80; above the significance
     * @param randomness of drawn sets of units, and threads
     * @return OUT_OF_RANGE for sizes, shares or numbers that cannot be; TOO_FEW when fewer than two periods come before, or
     *     fewer than four units are left; DO_NOT_MATCH for a unit that is not there, or several treated units with a
     *     synthetic control
     */
    public static Outcome<Demonstrability> of(
            Panel history, Design design, Set<String> like, double largest, double wanted, Randomness randomness) {
        Optional<Failure> failure = check(history, design, like, largest, wanted);
        if (failure.isPresent()) {
            return Outcome.failed(failure.get());
        }
        return Trials.of(history, design, like, randomness)
                .flatMap(trials -> judged(trials, design, largest, wanted, randomness.seed()));
    }

    /** The power for an effect of this size, between the points of the curve by straight lines; beyond it, as at its end. */
    public double powerAt(double effect) {
        Point before = curve.getFirst();
        for (Point point : curve) {
            if (Math.abs(point.effect()) >= Math.abs(effect)) {
                double step = Math.abs(point.effect()) - Math.abs(before.effect());
                double share = step == 0 ? 0 : (Math.abs(effect) - Math.abs(before.effect())) / step;
                return before.power() + share * (point.power() - before.power());
            }
            before = point;
        }
        return before.power();
    }

    /** Whether an effect of this size, in the direction asked for, can be shown with the power asked for. */
    public boolean canShow(double effect) {
        return switch (verdict) {
            case Verdict.Demonstrable(double smallest) ->
                Math.signum(effect) == Math.signum(smallest) && Math.abs(effect) >= Math.abs(smallest);
            case Verdict.NotDemonstrable none -> false;
        };
    }

    /**
     * The same design with more units treated together, for the question from how many municipalities on an effect can be shown.
     *
     * @param counts how many units, each at least 1
     * @return one per count, in the order given; failures as of {@link #of}
     */
    public static Outcome<List<Demonstrability>> perCount(
            Panel history, Design design, List<Integer> counts, double largest, double wanted, Randomness randomness) {
        List<Demonstrability> all = new ArrayList<>();
        for (int count : counts) {
            Outcome<Demonstrability> one =
                    of(history, design.withMunicipalities(count), Set.of(), largest, wanted, randomness);
            if (!one.isAnswer()) {
                return Outcome.failed(one.failure());
            }
            all.add(one.get());
        }
        return Outcome.of(List.copyOf(all));
    }

    private static Optional<Failure> check(
            Panel history, Design design, Set<String> like, double largest, double wanted) {
        boolean difference = design.judge() == Design.Judge.SYNTHETIC_DIFFERENCE
                || design.judge() == Design.Judge.DIFFERENCE_IN_DIFFERENCES;
        return Check.first(
                Check.level(design.significance()),
                Check.level(wanted),
                Check.that(wanted > design.significance(), Reason.OUT_OF_RANGE, "power " + wanted),
                Check.finite("largest", largest),
                Check.that(largest != 0, Reason.OUT_OF_RANGE, "largest plausible effect is 0"),
                Check.that(
                        design.municipalities() >= 1, Reason.OUT_OF_RANGE, design.municipalities() + " treated units"),
                Check.that(
                        design.municipalities() == 1 || difference,
                        Reason.DO_NOT_MATCH,
                        design.municipalities() + " treated units; a synthetic control is made for one"),
                Check.that(design.periodsAfter() >= 1, Reason.OUT_OF_RANGE, design.periodsAfter() + " periods after"),
                Check.that(
                        like.stream().allMatch(history.units()::contains),
                        Reason.DO_NOT_MATCH,
                        "a unit to be like is not in the panel"));
    }

    private static Outcome<Demonstrability> judged(
            Trials trials, Design design, double largest, double wanted, long seed) {
        List<Point> curve = new ArrayList<>();
        for (int i = 0; i <= POINTS; i++) {
            double effect = largest * i / POINTS;
            Outcome<Double> power = trials.power(effect);
            if (!power.isAnswer()) {
                return Outcome.failed(power.failure());
            }
            curve.add(new Point(effect, power.get()));
        }
        return verdict(trials, curve, design, largest, wanted)
                .map(verdict -> new Demonstrability(
                        design,
                        wanted,
                        verdict,
                        curve.getFirst().power(),
                        List.copyOf(curve),
                        trials.smallestPValue(),
                        trials.count(),
                        seed));
    }

    /** The first point from which on the power stays at what was asked for, made precise by halving. */
    private static Outcome<Verdict> verdict(
            Trials trials, List<Point> curve, Design design, double largest, double wanted) {
        int last = IntStream.rangeClosed(0, POINTS)
                .filter(i -> curve.get(i).power() < wanted)
                .max()
                .orElse(-1);
        if (last == POINTS) {
            Why why = trials.smallestPValue() > design.significance()
                    ? Why.P_VALUE_CANNOT_BE_SMALL_ENOUGH
                    : Why.EFFECTS_DROWN;
            return Outcome.of(new Verdict.NotDemonstrable(why, curve.getLast().power()));
        }
        if (last < 0) {
            return Outcome.of(new Verdict.Demonstrable(largest / POINTS));
        }
        double below = curve.get(last).effect();
        double above = curve.get(last + 1).effect();
        for (int i = 0; i < HALVINGS; i++) {
            double middle = (below + above) / 2;
            Outcome<Double> power = trials.power(middle);
            if (!power.isAnswer()) {
                return Outcome.failed(power.failure());
            }
            if (power.get() >= wanted) {
                above = middle;
            } else {
                below = middle;
            }
        }
        return Outcome.of(new Verdict.Demonstrable(above));
    }
}
