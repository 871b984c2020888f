package nl.leercirkel.statistics.synthetic;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import nl.leercirkel.statistics.Alternative;
import nl.leercirkel.statistics.Caveat;
import nl.leercirkel.statistics.Outcome;
import nl.leercirkel.statistics.Randomness;
import nl.leercirkel.statistics.Reason;
import nl.leercirkel.statistics.TestResult;
import nl.leercirkel.statistics.panel.Panel;

/**
 * Every untreated unit plays the treated one in turn. When the treated unit's gap grew no more than theirs did, chance alone can
 * give what was found.
 *
 * <p>The p-value is the treated unit's rank over the number of units, so it can never be below one over that number: with
 * nineteen units nothing is ever significant at 5%.
 *
 * @param treated the comparison of the treated unit
 * @param placebos the untreated units, largest ratio first
 * @param leftOut untreated units for which no comparison could be made
 * @param rank of the treated unit by ratio, 1 is the largest; ties count against it
 * @param test the ratio of the mean squared gap after over before, and the p-value
 * @param pool which donors the placebos had
 * @see "Abadie, Diamond and Hainmueller (2010), Synthetic control methods for comparative case studies, JASA 105, section 3.4"
 */
public record PlaceboInSpace(
        SyntheticControl treated,
        List<Placebo> placebos,
        List<String> leftOut,
        int rank,
        TestResult test,
        DonorPool pool) {

    private static final int CHUNK = 16;

    /**
     * An untreated unit in the part of the treated one.
     *
     * @param rootMeanSquareBefore how far off its comparison usually was before treatment
     * @param effect its mean gap after
     * @param ratio mean squared gap after over before
     */
    public record Placebo(String unit, double rootMeanSquareBefore, double effect, double ratio) {}

    /**
     * Makes all comparisons.
     *
     * @param panel with one treated unit
     * @param specification the same for all units
     * @param pool which donors the placebos have
     * @param randomness seed of the searches, and threads
     * @return as {@link SyntheticControl#of(Panel, Specification, Randomness)}, and TOO_FEW below three untreated units
     */
    public static Outcome<PlaceboInSpace> of(
            Panel panel, Specification specification, DonorPool pool, Randomness randomness) {
        return SyntheticControl.of(panel, specification, randomness)
                .flatMap(treated -> Problem.of(panel)
                        .flatMap(problem -> problem.donors().length < 3
                                ? Outcome.failed(Reason.TOO_FEW, problem.donors().length + " untreated units, needs 3")
                                : Outcome.of(ranked(panel, problem, treated, specification, pool, randomness))));
    }

    /**
     * The test among units that were followed about as well before treatment.
     *
     * @param factor leaves out placebos whose mean squared gap before is more than this times the treated unit's
     */
    public TestResult amongWellFollowed(double factor) {
        double most = factor * treated.before().meanSquare();
        return test(
                treated.ratio(),
                placebos.stream()
                        .filter(placebo -> placebo.rootMeanSquareBefore() * placebo.rootMeanSquareBefore() <= most)
                        .toList());
    }

    /**
     * The test by the size of the mean gap after treatment instead of the ratio. For data where some units can be followed
     * perfectly, as with more donors than periods: their ratios say nothing. To be chosen beforehand, not after seeing both.
     */
    public TestResult byEffect() {
        double size = Math.abs(treated.effect()) * (1 - 1e-12);
        long asLarge = placebos.stream()
                .filter(placebo -> Math.abs(placebo.effect()) >= size)
                .count();
        int units = placebos.size() + 1;
        return new TestResult(
                treated.effect(),
                0,
                (asLarge + 1) / (double) units,
                Alternative.TWO_SIDED,
                units,
                "placebo-in-space-by-effect",
                test.caveats());
    }

    private static PlaceboInSpace ranked(
            Panel panel,
            Problem problem,
            SyntheticControl treated,
            Specification specification,
            DonorPool pool,
            Randomness randomness) {
        int[] donors = problem.donors();
        List<Outcome<Track>> tracks = randomness
                .inChunks(donors.length, specification.searches() ? 1 : CHUNK, (stream, from, to) -> {
                    List<Outcome<Track>> chunk = new ArrayList<>();
                    for (int i = from; i < to; i++) {
                        Problem placebo = placebo(problem, donors[i], pool);
                        chunk.add(specification
                                .weigh(placebo, stream.nextLong())
                                .map(weighing -> Track.of(weighing.gaps(placebo), placebo)));
                    }
                    return chunk;
                })
                .stream()
                .flatMap(List::stream)
                .toList();
        List<Placebo> placebos = new ArrayList<>();
        List<String> leftOut = new ArrayList<>();
        for (int i = 0; i < donors.length; i++) {
            String label = panel.units().get(donors[i]);
            switch (tracks.get(i)) {
                case Outcome.Answer<Track>(Track track) ->
                    placebos.add(new Placebo(label, Math.sqrt(track.squareBefore()), track.effect(), track.ratio()));
                case Outcome.NoAnswer<Track> none -> leftOut.add(label);
            }
        }
        placebos.sort(Comparator.comparingDouble(placebo -> -placebo.ratio()));
        TestResult test = test(treated.ratio(), placebos);
        return new PlaceboInSpace(
                treated, List.copyOf(placebos), List.copyOf(leftOut), rank(treated.ratio(), placebos), test, pool);
    }

    static Problem placebo(Problem problem, int unit, DonorPool pool) {
        int[] others = problem.donorsWithout(unit);
        int[] donors = pool == DonorPool.WITHOUT_TREATED
                ? others
                : IntStream.concat(IntStream.of(problem.unit()), IntStream.of(others))
                        .sorted()
                        .toArray();
        return new Problem(problem.units(), problem.values(), unit, donors, problem.before());
    }

    private static TestResult test(double ratio, List<Placebo> placebos) {
        int units = placebos.size() + 1;
        Set<Caveat> caveats = units < 20 ? Set.of(Caveat.FEW_OBSERVATIONS) : Set.of();
        return new TestResult(
                ratio,
                0,
                rank(ratio, placebos) / (double) units,
                Alternative.TWO_SIDED,
                units,
                "placebo-in-space",
                caveats);
    }

    private static int rank(double ratio, List<Placebo> placebos) {
        return 1
                + (int) placebos.stream()
                        .filter(placebo -> placebo.ratio() >= ratio * (1 - 1e-12))
                        .count();
    }
}
