package nl.leercirkel.statistics.effect;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import nl.leercirkel.statistics.Estimate;
import nl.leercirkel.statistics.Failure;
import nl.leercirkel.statistics.Interval;
import nl.leercirkel.statistics.Outcome;
import nl.leercirkel.statistics.Randomness;
import nl.leercirkel.statistics.Reason;
import nl.leercirkel.statistics.sample.Proportions;
import nl.leercirkel.statistics.support.Check;
import org.apache.commons.rng.UniformRandomProvider;

/**
 * What a plan can show at all, to be known before it starts: the analysis is run on many data sets in which nothing happened, drawn
 * as the real ones will come about, and for every effect it is counted how often the analysis would have shown it.
 *
 * <p>The effect is added to what each run estimates. That is exact for the methods of this package: an effect that is equal for all
 * treated moves their estimate by itself and leaves its error alone.
 *
 * @param curve how often effects are shown, in the order asked
 * @param smallest the smallest effect, in size and in the unit of the outcome, that is shown with the wanted power in either direction;
 *     empty when even the largest possible is not, because in too many runs the analysis gave no finite interval
 * @param falseAlarms how often an effect is shown where there is none; should be about the significance
 * @param significance two-sided
 * @param power wanted
 * @param runs how many data sets were drawn
 * @param withoutAnswer in how many of them the analysis gave no answer: they count as showing nothing
 * @param seed what they were drawn with
 */
public record PowerSimulation(
        List<Point> curve,
        Optional<Double> smallest,
        Estimate falseAlarms,
        double significance,
        double power,
        int runs,
        int withoutAnswer,
        long seed) {

    private static final int CHUNK = 20;

    /** The analysis of one drawn data set in which nothing happened; must be safe to call from threads. */
    @FunctionalInterface
    public interface Run {
        /**
         * @param stream the run's random numbers
         * @param level of the interval wanted
         * @return the interval of the effect, or no answer
         */
        Outcome<Interval> analyse(UniformRandomProvider stream, double level);
    }

    /**
     * How often an effect is shown.
     *
     * @param effect in the unit of the outcome
     * @param shown share of runs, with its interval for the simulation error
     */
    public record Point(double effect, Estimate shown) {}

    public PowerSimulation {
        curve = List.copyOf(curve);
    }

    /**
     * Simulates.
     *
     * @param run how data come about and are analysed, as from {@link Plans}
     * @param effects to put on the curve, may be empty
     * @param significance two-sided, as .05
     * @param power wanted, as .80
     * @param runs at least 200
     * @return OUT_OF_RANGE; TOO_FEW runs; the failure of the analysis when it never gave an answer
     */
    public static Outcome<PowerSimulation> simulate(
            Run run, double[] effects, double significance, double power, int runs, Randomness randomness) {
        Optional<Failure> failure = Check.first(
                effects.length == 0 ? Optional.empty() : Check.values("effects", effects, 1),
                Check.that(
                        significance > 0 && significance < power && power < 1,
                        Reason.OUT_OF_RANGE,
                        "significance " + significance + ", power " + power),
                Check.that(runs >= 200, Reason.TOO_FEW, runs + " runs, needs 200"));
        if (failure.isPresent()) {
            return Outcome.failed(failure.get());
        }
        List<Outcome<Interval>> found = randomness
                .inChunks(runs, CHUNK, (stream, from, to) -> {
                    List<Outcome<Interval>> part = new ArrayList<>();
                    for (int i = from; i < to; i++) {
                        part.add(run.analyse(stream, 1 - significance));
                    }
                    return part;
                })
                .stream()
                .flatMap(List::stream)
                .toList();
        List<Interval> intervals =
                found.stream().filter(Outcome::isAnswer).map(Outcome::get).toList();
        if (intervals.isEmpty()) {
            return Outcome.failed(found.getFirst().failure());
        }
        List<Point> curve = Arrays.stream(effects)
                .mapToObj(effect -> new Point(effect, shown(intervals, effect, runs)))
                .toList();
        return Outcome.of(new PowerSimulation(
                curve,
                smallest(intervals, power, runs),
                shown(intervals, 0, runs),
                significance,
                power,
                runs,
                runs - intervals.size(),
                randomness.seed()));
    }

    private static Estimate shown(List<Interval> intervals, double effect, int runs) {
        long count = intervals.stream()
                .filter(interval -> interval.lower() + effect > 0 || interval.upper() + effect < 0)
                .count();
        return Proportions.wilson(count, runs, .95).get();
    }

    /**
     * An effect above -lower lifts a run's interval above 0, one below -upper brings it below. The wanted share of the runs needs the
     * effect at that place in the order of size; the larger of the two directions counts. That a small effect is shown with the
     * wrong sign is not counted as shown.
     */
    private static Optional<Double> smallest(List<Interval> intervals, double power, int runs) {
        int place = (int) Math.ceil(power * runs - 1e-9) - 1;
        double[] up = intervals.stream()
                .mapToDouble(interval -> -interval.lower())
                .sorted()
                .toArray();
        double[] down = intervals.stream().mapToDouble(Interval::upper).sorted().toArray();
        if (place >= up.length) {
            return Optional.empty();
        }
        double size = Math.max(up[place], down[place]);
        return Double.isInfinite(size) ? Optional.empty() : Optional.of(Math.max(0, size));
    }
}
