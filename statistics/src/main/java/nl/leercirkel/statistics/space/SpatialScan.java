package nl.leercirkel.statistics.space;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import nl.leercirkel.statistics.Failure;
import nl.leercirkel.statistics.Outcome;
import nl.leercirkel.statistics.Randomness;
import nl.leercirkel.statistics.Reason;
import nl.leercirkel.statistics.support.Check;

/**
 * Kulldorff's scan: which group of nearby places has so many more (or fewer) cases than the rest that chance is an unlikely reason? All windows
 * are tried and the p-value allows for that.
 *
 * <p>Secondary clusters are those of SaTScan's "no geographical overlap": per centre the window furthest off, from the furthest down, each kept
 * when it shares no place with those before. Those less far off than every replication are left out.
 *
 * @param clusters most likely first; empty when no window is off in the direction looked for
 * @param cases number of cases in all places
 * @param population in all places; persons in a Bernoulli scan
 * @param n number of places with population; others are left out
 * @param maxima the largest logarithm of the likelihood ratio of each replication used
 * @param isStopped whether replications stopped early, after {@code settings.stopAfter()} that were as far off
 * @param settings as asked
 * @param seed what replications were drawn with
 * @see "Kulldorff (1997), A spatial scan statistic, Communications in Statistics - Theory and Methods 26(6)"
 */
public record SpatialScan(
        List<Cluster> clusters,
        long cases,
        double population,
        int n,
        List<Double> maxima,
        boolean isStopped,
        ScanSettings settings,
        long seed) {

    public SpatialScan {
        clusters = List.copyOf(clusters);
        maxima = List.copyOf(maxima);
    }

    /**
     * Counts that come about in proportion to a population or to expected numbers, as when adjusted for age.
     *
     * @param windows over the places
     * @param cases per place, at least 0
     * @param population per place, at least 0, in any unit: inhabitants or expected cases; places without are left out
     * @return NO_DATA, NOT_A_NUMBER, DO_NOT_MATCH; OUT_OF_RANGE for negative numbers, settings that cannot be and a maximum share below
     *     every place; NOTHING_TO_DIVIDE_BY for no population anywhere or cases where there is none; TOO_FEW below two places with
     *     population; CONSTANT without cases; TOO_LARGE above 65,536 places or 2,147,483,646 cases
     */
    public static Outcome<SpatialScan> poisson(
            Windows windows, long[] cases, double[] population, ScanSettings settings, Randomness randomness) {
        return check(windows, cases, population, settings)
                .<Outcome<SpatialScan>>map(Outcome::failed)
                .orElseGet(() -> {
                    int total = (int) Arrays.stream(cases).sum();
                    double mass = Arrays.stream(population).sum();
                    return Outcome.of(scan(
                            windows,
                            cases,
                            population,
                            new PoissonModel(total, population, mass),
                            settings,
                            randomness));
                });
    }

    /**
     * Persons of whom each is a case or not.
     *
     * @param windows over the places
     * @param cases per place, at least 0 and at most its persons
     * @param persons per place, at least 0; places without are left out
     * @return as {@link #poisson}; OUT_OF_RANGE for more cases than persons, CONSTANT when everyone is a case
     */
    public static Outcome<SpatialScan> bernoulli(
            Windows windows, long[] cases, long[] persons, ScanSettings settings, Randomness randomness) {
        double[] masses = Arrays.stream(persons).asDoubleStream().toArray();
        Optional<Failure> failure = check(windows, cases, masses, settings).or(() -> {
            for (int i = 0; i < cases.length; i++) {
                if (cases[i] > persons[i]) {
                    return Optional.of(new Failure(
                            Reason.OUT_OF_RANGE,
                            "place " + i + ": " + cases[i] + " cases, " + persons[i] + " persons"));
                }
            }
            return Check.that(
                    Arrays.stream(cases).sum() < Arrays.stream(persons).sum(), Reason.CONSTANT, "everyone is a case");
        });
        return failure.<Outcome<SpatialScan>>map(Outcome::failed).orElseGet(() -> {
            int total = (int) Arrays.stream(cases).sum();
            double mass = Arrays.stream(persons).sum();
            return Outcome.of(
                    scan(windows, cases, masses, new BernoulliModel(total, masses, mass), settings, randomness));
        });
    }

    /**
     * How far off the most likely cluster must be to have at most this p-value.
     *
     * @param level such as .05
     * @return NOT_REACHED where there are too few replications for a p-value so small
     */
    public Outcome<Double> criticalValue(double level) {
        Optional<Failure> failure = Check.level(level);
        if (failure.isPresent()) {
            return Outcome.failed(failure.get());
        }
        int rank = (int) Math.floor(level * (maxima.size() + 1) + 1e-9);
        if (rank < 1) {
            return Outcome.failed(Reason.NOT_REACHED, maxima.size() + " replications for a level of " + level);
        }
        return Outcome.of(maxima.stream().sorted().toList().get(maxima.size() - rank));
    }

    private static SpatialScan scan(
            Windows windows,
            long[] cases,
            double[] masses,
            ScanModel model,
            ScanSettings settings,
            Randomness randomness) {
        int[] counts = Arrays.stream(cases).mapToInt(Math::toIntExact).toArray();
        ScanData data = new ScanData(windows, counts, masses, model, settings);
        ScanRun run = ScanRun.of(data, randomness);
        return new SpatialScan(
                new ClusterSelection(data, run).clusters(),
                model.cases,
                model.mass,
                data.centres.length,
                Arrays.stream(run.maxima()).boxed().toList(),
                run.isStopped(),
                settings,
                randomness.seed());
    }

    private static Optional<Failure> check(Windows windows, long[] cases, double[] masses, ScanSettings settings) {
        return Check.first(
                        settings.check(),
                        Check.values("population", masses, 1),
                        Check.notNegative("population", masses),
                        Check.sameLength("cases", cases.length, "population", masses.length),
                        Check.sameLength("places", windows.size(), "cases", cases.length),
                        Check.that(
                                cases.length <= Sequence.MOST_PLACES,
                                Reason.TOO_LARGE,
                                cases.length + " places, at most " + Sequence.MOST_PLACES))
                .or(() -> checkTotals(cases, masses, settings.maximumShare()));
    }

    private static Optional<Failure> checkTotals(long[] cases, double[] masses, double share) {
        double total = 0;
        double sum = 0;
        double smallest = Double.POSITIVE_INFINITY;
        int places = 0;
        for (int i = 0; i < cases.length; i++) {
            if (cases[i] < 0) {
                return Optional.of(new Failure(Reason.OUT_OF_RANGE, "place " + i + ": " + cases[i] + " cases"));
            }
            if (cases[i] > 0 && masses[i] == 0) {
                return Optional.of(new Failure(
                        Reason.NOTHING_TO_DIVIDE_BY, "place " + i + ": " + cases[i] + " cases, no population"));
            }
            sum += cases[i];
            total += masses[i];
            places += masses[i] > 0 ? 1 : 0;
            smallest = masses[i] > 0 ? Math.min(smallest, masses[i]) : smallest;
        }
        return Check.first(
                Check.exposure("population", total),
                Check.that(places >= 2, Reason.TOO_FEW, places + " place with population, needs 2"),
                Check.that(sum > 0, Reason.CONSTANT, "no cases anywhere"),
                Check.that(sum < Integer.MAX_VALUE, Reason.TOO_LARGE, sum + " cases"),
                Check.that(
                        smallest <= share * total,
                        Reason.OUT_OF_RANGE,
                        "maximum share " + share + " is less than any place has: " + smallest / total));
    }
}
