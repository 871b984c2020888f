package nl.leercirkel.statistics.space;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import nl.leercirkel.statistics.Failure;
import nl.leercirkel.statistics.Outcome;
import nl.leercirkel.statistics.Reason;
import nl.leercirkel.statistics.support.Check;

/**
 * Rates of areas pulled towards the rate of all areas, or of their surroundings: the more, the smaller the area. For a map that does not shout
 * where it knows least. No intervals; for those see {@link nl.leercirkel.statistics.comparison.Shrinkage}.
 *
 * @param areas per area, in the order given
 * @param method "empirical-bayes-global" or "empirical-bayes-local"
 * @see "Marshall (1991), Mapping disease and mortality rates using empirical Bayes estimators, Applied Statistics 40"
 */
public record EmpiricalBayes(List<Area> areas, String method) {

    public EmpiricalBayes {
        areas = List.copyOf(areas);
    }

    /**
     * An area's rates, in events per unit of exposure.
     *
     * @param raw events over exposure
     * @param smoothed pulled towards the mean
     * @param mean the rate it is pulled to: of all areas, or of itself and its neighbours
     * @param variance between the true rates of those, at least 0; 0 pulls all the way
     */
    public record Area(double raw, double smoothed, double mean, double variance) {}

    /**
     * Towards the rate of all areas.
     *
     * @param events per area, at least 0
     * @param exposures per area, above 0
     * @return NO_DATA, NOT_A_NUMBER, DO_NOT_MATCH, OUT_OF_RANGE for negative counts, NOTHING_TO_DIVIDE_BY without exposure, TOO_FEW below two
     *     areas, CONSTANT without events
     */
    public static Outcome<EmpiricalBayes> global(long[] events, double[] exposures) {
        return check(events, exposures)
                .<Outcome<EmpiricalBayes>>map(Outcome::failed)
                .orElseGet(() -> {
                    Prior prior = Prior.of(
                            events, exposures, IntStream.range(0, events.length).toArray());
                    List<Area> areas = new ArrayList<>();
                    for (int i = 0; i < events.length; i++) {
                        areas.add(prior.smooth(events[i], exposures[i]));
                    }
                    return Outcome.of(new EmpiricalBayes(areas, "empirical-bayes-global"));
                });
    }

    /**
     * Towards the rate of the area and its neighbours together. An island keeps its own rate.
     *
     * @return as {@link #global}
     */
    public static Outcome<EmpiricalBayes> local(long[] events, double[] exposures, Adjacency adjacency) {
        Optional<Failure> failure =
                check(events, exposures).or(() -> Check.sameLength("events", events.length, "areas", adjacency.size()));
        if (failure.isPresent()) {
            return Outcome.failed(failure.get());
        }
        List<Area> areas = new ArrayList<>();
        for (int i = 0; i < events.length; i++) {
            int[] around = IntStream.concat(IntStream.of(i), Arrays.stream(adjacency.neighbours(i)))
                    .toArray();
            areas.add(Prior.of(events, exposures, around).smooth(events[i], exposures[i]));
        }
        return Outcome.of(new EmpiricalBayes(areas, "empirical-bayes-local"));
    }

    static Optional<Failure> check(long[] events, double[] exposures) {
        Optional<Failure> failure = Check.first(
                Check.that(events.length > 0, Reason.NO_DATA, "no areas"),
                Check.sameLength("events", events.length, "exposures", exposures.length),
                Check.that(events.length >= 2, Reason.TOO_FEW, events.length + " area, needs 2"));
        for (int i = 0; i < events.length && failure.isEmpty(); i++) {
            failure = Check.first(
                    Check.notNegative("events of area " + i, events[i]),
                    Check.exposure("exposure of area " + i, exposures[i]));
        }
        return failure.or(() -> Check.that(Arrays.stream(events).sum() > 0, Reason.CONSTANT, "no events anywhere"));
    }

    /**
     * What the true rates are taken to be, by the method of moments.
     *
     * @param mean events over exposure
     * @param variance between areas beyond chance; below zero where they differ less than chance gives
     */
    record Prior(double mean, double variance) {

        static Prior of(long[] events, double[] exposures, int[] areas) {
            double sumEvents = 0;
            double sumExposure = 0;
            for (int i : areas) {
                sumEvents += events[i];
                sumExposure += exposures[i];
            }
            double mean = sumEvents / sumExposure;
            double squares = 0;
            for (int i : areas) {
                double deviation = events[i] / exposures[i] - mean;
                squares += exposures[i] * deviation * deviation;
            }
            return new Prior(mean, squares / sumExposure - mean * areas.length / sumExposure);
        }

        Area smooth(long events, double exposure) {
            double raw = events / exposure;
            double between = Math.max(0, variance);
            double trust = between > 0 ? between / (between + mean / exposure) : 0;
            return new Area(raw, mean + trust * (raw - mean), mean, between);
        }
    }
}
