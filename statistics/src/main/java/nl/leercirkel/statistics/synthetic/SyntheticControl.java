package nl.leercirkel.statistics.synthetic;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import nl.leercirkel.statistics.Caveat;
import nl.leercirkel.statistics.Outcome;
import nl.leercirkel.statistics.Randomness;
import nl.leercirkel.statistics.panel.Panel;

/**
 * One treated unit beside a weighted mean of untreated units that followed it before treatment. The gap after treatment is the
 * effect, if the weighted mean would have gone on to follow it, if nobody saw the treatment coming, and if the donors did
 * not feel it. Without a p-value it says nothing about chance: see {@link PlaceboInSpace} and {@link Conformal}.
 *
 * @param unit label of the treated unit
 * @param firstTreated label of the first treated period
 * @param effect mean gap after treatment, in the unit of the outcome
 * @param before how well the comparison followed before treatment; read it first
 * @param ratio mean squared gap after over before treatment; the gap before counts at least as rounding
 * @param gaps per period, in order of time
 * @param donors those with weight, largest first
 * @param donorCount how many could have had weight
 * @param intercept added to the weighted mean; 0 unless demeaned
 * @param predictors what was matched; empty without predictors
 * @param method the code of the specification
 * @param seed of the search; not used without one
 * @param caveats what must be said beside it
 */
public record SyntheticControl(
        String unit,
        String firstTreated,
        double effect,
        FitBefore before,
        double ratio,
        List<Gap> gaps,
        List<Donor> donors,
        int donorCount,
        double intercept,
        List<Match> predictors,
        String method,
        long seed,
        Set<Caveat> caveats) {

    /** A donor with its weight. */
    public record Donor(String unit, double weight) {}

    /**
     * One period.
     *
     * @param value what the unit had
     * @param synthetic what the weighted mean of the donors had
     * @param treated whether treatment had begun
     */
    public record Gap(String period, double value, double synthetic, boolean treated) {

        public double gap() {
            return value - synthetic;
        }
    }

    /**
     * A predictor in the unit and its comparison.
     *
     * @param importance what it counted, all adding up to one. Weights of donors may be well determined where this is not: do
     *     not read it as the importance of a cause.
     * @param donorMean plain mean of all donors
     */
    public record Match(String predictor, double importance, double value, double synthetic, double donorMean) {}

    /**
     * Makes the comparison.
     *
     * @param panel with one treated unit; those never treated are the donors
     * @param specification how the donors are weighed
     * @param randomness seed of the search, where the specification has one
     * @return NO_DATA without a treated unit; DO_NOT_MATCH with several; TOO_FEW below two donors, two periods before
     *     treatment or one after; CONSTANT when nothing varies; NOT_IDENTIFIED with more predictors than donors
     */
    public static Outcome<SyntheticControl> of(Panel panel, Specification specification, Randomness randomness) {
        return Problem.of(panel)
                .flatMap(problem -> specification
                        .weigh(problem, randomness.seed())
                        .map(weighing -> of(panel, problem, specification, weighing, randomness.seed())));
    }

    /** As {@link #of(Panel, Specification, Randomness)} for a specification that does not search. */
    public static Outcome<SyntheticControl> of(Panel panel, Specification specification) {
        return of(panel, specification, Randomness.of(0));
    }

    static SyntheticControl of(
            Panel panel, Problem problem, Specification specification, Weighing weighing, long seed) {
        double[] gaps = weighing.gaps(problem);
        Track track = Track.of(gaps, problem);
        FitBefore before = FitBefore.of(gaps, problem);
        List<Gap> periods = new ArrayList<>();
        for (int t = 0; t < gaps.length; t++) {
            double value = problem.target()[t];
            periods.add(new Gap(panel.periods().get(t), value, value - gaps[t], t >= problem.before()));
        }
        Set<Caveat> caveats = EnumSet.noneOf(Caveat.class);
        caveats.addAll(weighing.caveats());
        if (before.worseThanOwnMean()) {
            caveats.add(Caveat.POOR_FIT_BEFORE);
        }
        return new SyntheticControl(
                panel.units().get(problem.unit()),
                panel.periods().get(problem.before()),
                track.effect(),
                before,
                track.ratio(),
                List.copyOf(periods),
                donors(panel, problem, weighing),
                problem.donors().length,
                weighing.intercept(),
                matches(problem, specification, weighing),
                specification.method(),
                seed,
                Set.copyOf(caveats));
    }

    private static List<Donor> donors(Panel panel, Problem problem, Weighing weighing) {
        List<Donor> donors = new ArrayList<>();
        for (int j = 0; j < weighing.weights().length; j++) {
            if (weighing.weights()[j] != 0) {
                donors.add(new Donor(panel.units().get(problem.donors()[j]), weighing.weights()[j]));
            }
        }
        donors.sort(Comparator.comparingDouble((Donor donor) -> -Math.abs(donor.weight())));
        return List.copyOf(donors);
    }

    private static List<Match> matches(Problem problem, Specification specification, Weighing weighing) {
        if (!(specification instanceof WithPredictors with)) {
            return List.of();
        }
        List<Match> matches = new ArrayList<>();
        for (int p = 0; p < with.predictors().size(); p++) {
            Predictor predictor = with.predictors().get(p);
            double synthetic = 0;
            double mean = 0;
            for (int j = 0; j < weighing.weights().length; j++) {
                double value = predictor.value(problem.label(problem.donors()[j]));
                synthetic += weighing.weights()[j] * value;
                mean += value / weighing.weights().length;
            }
            matches.add(new Match(
                    predictor.name(),
                    weighing.predictorWeights()[p],
                    predictor.value(problem.label(problem.unit())),
                    synthetic,
                    mean));
        }
        return List.copyOf(matches);
    }
}
