package nl.leercirkel.statistics.synthetic;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import nl.leercirkel.statistics.Outcome;
import nl.leercirkel.statistics.Randomness;
import nl.leercirkel.statistics.Reason;
import nl.leercirkel.statistics.panel.Panel;

/**
 * As if treatment had begun earlier, when it had not: what the method then finds is not an effect. When that is as large as the
 * real finding, do not believe the real one.
 *
 * @param real the comparison with the real start
 * @param placebos one per pretended start, earliest first; periods from the real start on are left out
 * @see "Abadie, Diamond and Hainmueller (2015), Comparative politics and the synthetic control method, AJPS 59"
 */
public record PlaceboInTime(SyntheticControl real, List<SyntheticControl> placebos) {

    /**
     * One pretended start.
     *
     * @param start index of the pretended first treated period, before the real one
     * @return OUT_OF_RANGE for a start that is not before the real one, and as {@link SyntheticControl#of}
     */
    public static Outcome<SyntheticControl> at(
            Panel panel, Specification specification, int start, Randomness randomness) {
        return Problem.of(panel).flatMap(problem -> {
            if (start < 0 || start >= problem.before()) {
                return Outcome.failed(
                        Reason.OUT_OF_RANGE, "start " + start + " is not before the real one, " + problem.before());
            }
            return backdated(panel, problem, start)
                    .flatMap(earlier -> SyntheticControl.of(earlier, specification, randomness));
        });
    }

    /**
     * All pretended starts.
     *
     * @param fewestBefore how many periods must come before a pretended start, at least 2
     * @return OUT_OF_RANGE when no start leaves so many, and as {@link SyntheticControl#of}
     */
    public static Outcome<PlaceboInTime> all(
            Panel panel, Specification specification, int fewestBefore, Randomness randomness) {
        return SyntheticControl.of(panel, specification, randomness).flatMap(real -> {
            int before = real.before().periods();
            if (fewestBefore < 2 || fewestBefore >= before) {
                return Outcome.failed(
                        Reason.OUT_OF_RANGE, fewestBefore + " periods before a start, with " + before + " in all");
            }
            List<SyntheticControl> placebos = new ArrayList<>();
            for (int start = fewestBefore; start < before; start++) {
                Outcome<SyntheticControl> placebo = at(panel, specification, start, randomness);
                if (!placebo.isAnswer()) {
                    return Outcome.failed(placebo.failure());
                }
                placebos.add(placebo.get());
            }
            return Outcome.of(new PlaceboInTime(real, List.copyOf(placebos)));
        });
    }

    /** How many pretended starts gave a mean gap at least as large as the real one. */
    public long asLarge() {
        return placebos.stream()
                .filter(placebo -> Math.abs(placebo.effect()) >= Math.abs(real.effect()))
                .count();
    }

    private static Outcome<Panel> backdated(Panel panel, Problem problem, int start) {
        double[][] cut = Arrays.stream(problem.values())
                .map(row -> Arrays.copyOf(row, problem.before()))
                .toArray(double[][]::new);
        int[] first = new int[cut.length];
        Arrays.fill(first, Panel.NEVER);
        first[problem.unit()] = start;
        return Panel.of(panel.units(), panel.periods().subList(0, problem.before()), cut, first);
    }
}
