package nl.leercirkel.statistics.synthetic;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.DoubleFunction;
import nl.leercirkel.statistics.Caveat;
import nl.leercirkel.statistics.Estimate;
import nl.leercirkel.statistics.Failure;
import nl.leercirkel.statistics.Interval;
import nl.leercirkel.statistics.Outcome;
import nl.leercirkel.statistics.Reason;
import nl.leercirkel.statistics.panel.Panel;
import nl.leercirkel.statistics.support.Check;

/**
 * All effects that conformal inference does not reject, per period after treatment. The value is the gap of the comparison made
 * on the periods before treatment. The effects that are not rejected can have holes; the interval spans them.
 *
 * @param periods labels of the periods after treatment
 * @param effects one per period, with its interval and the number of periods it was judged on
 * @see Conformal
 */
public record ConformalIntervals(List<String> periods, List<Estimate> effects) {

    private static final int STEPS_PER_ERROR = 8;
    private static final int MOST_STEPS = 4000;
    private static final int HALVINGS = 30;

    /**
     * Intervals by turning the test round.
     *
     * @param panel with one treated unit
     * @param specification from outcomes
     * @param level stated coverage
     * @return TOO_FEW when the periods before treatment are so few that nothing can be rejected at this level: at least
     *     1 / (1 - level) - 1; NOT_REACHED when effects of any size are not rejected; and as {@link SyntheticControl#of}
     */
    public static Outcome<ConformalIntervals> of(Panel panel, Specification specification, double level) {
        return Problem.of(panel)
                .flatMap(problem -> SyntheticControl.of(panel, specification).flatMap(fitted -> {
                    Optional<Failure> failure = Check.first(
                            Conformal.usable(specification), Check.level(level), enough(problem.before(), level));
                    if (failure.isPresent()) {
                        return Outcome.failed(failure.get());
                    }
                    List<Estimate> effects = new ArrayList<>();
                    for (int t = problem.before(); t < problem.periods(); t++) {
                        Outcome<Estimate> one = interval(problem, specification, fitted, t, level);
                        if (!one.isAnswer()) {
                            return Outcome.failed(one.failure());
                        }
                        effects.add(one.get());
                    }
                    return Outcome.of(new ConformalIntervals(
                            panel.periods().subList(problem.before(), problem.periods()), List.copyOf(effects)));
                }));
    }

    private static Optional<Failure> enough(int before, double level) {
        return Check.that(
                (before + 1) * (1 - level) >= 1 - 1e-9,
                Reason.TOO_FEW,
                before + " periods before treatment cannot reject anything at level " + level);
    }

    private static Outcome<Estimate> interval(
            Problem problem, Specification specification, SyntheticControl fitted, int period, double level) {
        Problem one = only(problem, period);
        DoubleFunction<Outcome<Boolean>> kept = effect ->
                Conformal.gaps(one, specification, new double[] {effect}).map(gaps -> share(gaps) > 1 - level + 1e-12);
        double centre = fitted.gaps().get(period).gap();
        double step = Math.max(fitted.before().rootMeanSquare(), 1e-9 * Math.max(problem.scale(), 1)) / STEPS_PER_ERROR;
        return end(kept, centre, -step)
                .flatMap(lower -> end(kept, centre, step)
                        .map(upper -> new Estimate(
                                centre,
                                new Interval(Math.min(lower, centre), Math.max(upper, centre), level),
                                one.before() + 1L,
                                "conformal",
                                one.before() < 19 ? Set.of(Caveat.FEW_OBSERVATIONS) : Set.of())));
    }

    private static Problem only(Problem problem, int period) {
        double[][] values = Arrays.stream(problem.values())
                .map(row -> {
                    double[] cut = Arrays.copyOf(row, problem.before() + 1);
                    cut[problem.before()] = row[period];
                    return cut;
                })
                .toArray(double[][]::new);
        return new Problem(problem.units(), values, problem.unit(), problem.donors(), problem.before());
    }

    /** The share of gaps at least as large as the last. */
    private static double share(double[] gaps) {
        double last = Math.abs(gaps[gaps.length - 1]) * (1 - 1e-12);
        return Arrays.stream(gaps).filter(gap -> Math.abs(gap) >= last).count() / (double) gaps.length;
    }

    /** The outermost effect on one side that is kept: steps until three times as far as the last kept one, then halving. */
    private static Outcome<Double> end(DoubleFunction<Outcome<Boolean>> kept, double centre, double step) {
        int last = 0;
        int at = 0;
        while (at < Math.max(4 * STEPS_PER_ERROR, 3 * last)) {
            if (++at > MOST_STEPS) {
                return Outcome.failed(
                        Reason.NOT_REACHED, "effects beyond " + (centre + at * step) + " are not rejected");
            }
            Outcome<Boolean> here = kept.apply(centre + at * step);
            if (!here.isAnswer()) {
                return Outcome.failed(here.failure());
            }
            last = here.get() ? at : last;
        }
        double inside = centre + last * step;
        double outside = inside + step;
        for (int i = 0; i < HALVINGS; i++) {
            double middle = (inside + outside) / 2;
            Outcome<Boolean> here = kept.apply(middle);
            if (!here.isAnswer()) {
                return Outcome.failed(here.failure());
            }
            if (here.get()) {
                inside = middle;
            } else {
                outside = middle;
            }
        }
        return Outcome.of(inside);
    }
}
