package nl.leercirkel.statistics.synthetic;

import java.util.ArrayList;
import java.util.List;
import nl.leercirkel.statistics.Outcome;
import nl.leercirkel.statistics.Randomness;
import nl.leercirkel.statistics.panel.Panel;

/**
 * The comparison again without each donor that had weight. When one donor makes the effect, what happened to that donor may
 * explain it.
 *
 * @param whole with all donors
 * @param without one per donor that had weight, largest weight first
 * @see "Abadie, Diamond and Hainmueller (2015), Comparative politics and the synthetic control method, AJPS 59"
 */
public record LeaveOneOut(SyntheticControl whole, List<Without> without) {

    /**
     * The comparison without a donor.
     *
     * @param donor who was left out
     * @param weight what it had
     * @param effect mean gap after treatment without it
     * @param rootMeanSquareBefore how far off the comparison usually was before treatment
     * @param ratio mean squared gap after over before
     */
    public record Without(String donor, double weight, double effect, double rootMeanSquareBefore, double ratio) {}

    /**
     * Leaves out each donor with weight.
     *
     * @return as {@link SyntheticControl#of}, and TOO_FEW when two donors do not remain
     */
    public static Outcome<LeaveOneOut> of(Panel panel, Specification specification, Randomness randomness) {
        return SyntheticControl.of(panel, specification, randomness)
                .flatMap(whole -> Problem.of(panel).flatMap(problem -> {
                    List<Without> all = new ArrayList<>();
                    for (SyntheticControl.Donor donor : whole.donors()) {
                        int[] rest = problem.donorsWithout(panel.units().indexOf(donor.unit()));
                        Outcome<Without> one = Problem.of(
                                        problem.units(), problem.values(), problem.unit(), rest, problem.before())
                                .flatMap(cut -> specification
                                        .weigh(cut, randomness.seed())
                                        .map(weighing -> without(donor, Track.of(weighing.gaps(cut), cut))));
                        if (!one.isAnswer()) {
                            return Outcome.failed(one.failure());
                        }
                        all.add(one.get());
                    }
                    return Outcome.of(new LeaveOneOut(whole, List.copyOf(all)));
                }));
    }

    public double smallestEffect() {
        return without.stream().mapToDouble(Without::effect).min().orElse(whole.effect());
    }

    public double largestEffect() {
        return without.stream().mapToDouble(Without::effect).max().orElse(whole.effect());
    }

    private static Without without(SyntheticControl.Donor donor, Track track) {
        return new Without(
                donor.unit(), donor.weight(), track.effect(), Math.sqrt(track.squareBefore()), track.ratio());
    }
}
