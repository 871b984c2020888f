package nl.leercirkel.statistics.space;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import nl.leercirkel.statistics.Failure;
import nl.leercirkel.statistics.Outcome;
import nl.leercirkel.statistics.Reason;
import nl.leercirkel.statistics.support.Check;

/**
 * What a scan may show to everyone: clusters that are large enough, with their places in the order of the map and with coarse numbers. No
 * centre, radius or likelihood ratio, from which exact counts can be worked out, and no number of a single place. What is withheld is counted
 * by reason, not named; a page that draws the map draws this and nothing else.
 *
 * <p>Not protected against: someone who has the counts of all but one place of a cluster, and clusters of several scans that overlap. Publish one
 * scan of the same cases, not one for each setting.
 *
 * @param shown most likely first
 * @param withheld how many clusters are not shown, by reason
 * @param n number of places scanned
 */
public record PublishedScan(List<Shown> shown, Map<Withheld, Integer> withheld, int n) {

    /** Why a cluster is not shown; the first that applies counts. */
    public enum Withheld {
        /** One place, or fewer than the rule asks. */
        TOO_FEW_PLACES,
        /** Too few people in it. */
        TOO_FEW_PEOPLE,
        /** Too few cases in it. */
        TOO_FEW_CASES,
        /** One place has nearly all its cases. */
        ONE_PLACE_STANDS_OUT,
        /** So much of the map is in it that what is outside is too small. */
        TOO_LITTLE_OUTSIDE,
        /** Chance gives such a cluster too often. */
        MAY_BE_CHANCE
    }

    /**
     * A cluster that is shown.
     *
     * @param places indices of its places in rising order
     * @param direction HIGH or LOW
     * @param cases rounded
     * @param expected rounded likewise
     * @param population rounded to hundreds
     * @param relativeRisk rounded to .1, from the rounded numbers; empty where nothing is left of those to divide by
     * @param pValue rounded up to .01
     */
    public record Shown(
            List<Integer> places,
            Direction direction,
            long cases,
            long expected,
            long population,
            OptionalDouble relativeRisk,
            double pValue) {

        public Shown {
            places = List.copyOf(places);
        }
    }

    public PublishedScan {
        shown = List.copyOf(shown);
        withheld = withheld.isEmpty() ? Map.of() : Map.copyOf(new EnumMap<>(withheld));
    }

    /**
     * What may be shown of a scan.
     *
     * @param cases per place, as they were scanned
     * @param rule what a cluster must have
     * @return OUT_OF_RANGE for a rule that cannot be, DO_NOT_MATCH for other cases than those scanned. No cluster to show is an answer too
     */
    public static Outcome<PublishedScan> of(SpatialScan scan, long[] cases, PublicationRule rule) {
        Optional<Failure> failure = Check.first(
                rule.check(),
                Check.that(
                        Arrays.stream(cases).sum() == scan.cases(),
                        Reason.DO_NOT_MATCH,
                        Arrays.stream(cases).sum() + " cases, scanned were " + scan.cases()));
        for (int i = 0; i < scan.clusters().size() && failure.isEmpty(); i++) {
            failure = sameCases(scan.clusters().get(i), cases);
        }
        if (failure.isPresent()) {
            return Outcome.failed(failure.get());
        }
        List<Shown> shown = new ArrayList<>();
        Map<Withheld, Integer> withheld = new EnumMap<>(Withheld.class);
        for (Cluster cluster : scan.clusters()) {
            Optional<Withheld> reason = reason(scan, cluster, cases, rule);
            reason.ifPresentOrElse(
                    why -> withheld.merge(why, 1, Integer::sum), () -> shown.add(shown(scan, cluster, rule)));
        }
        return Outcome.of(new PublishedScan(shown, withheld, scan.n()));
    }

    /** Which of the shown clusters a place is in, counted from 0: what a map colours by. */
    public OptionalInt clusterOf(int place) {
        for (int i = 0; i < shown.size(); i++) {
            if (shown.get(i).places().contains(place)) {
                return OptionalInt.of(i);
            }
        }
        return OptionalInt.empty();
    }

    private static Optional<Failure> sameCases(Cluster cluster, long[] cases) {
        long sum = 0;
        for (int place : cluster.places()) {
            if (place >= cases.length) {
                return Optional.of(new Failure(Reason.DO_NOT_MATCH, "no cases for place " + place));
            }
            sum += cases[place];
        }
        return Check.that(
                sum == cluster.cases(),
                Reason.DO_NOT_MATCH,
                sum + " cases around place " + cluster.centre() + ", scanned were " + cluster.cases());
    }

    private static Optional<Withheld> reason(SpatialScan scan, Cluster cluster, long[] cases, PublicationRule rule) {
        long largest =
                cluster.places().stream().mapToLong(place -> cases[place]).max().orElse(0);
        if (cluster.places().size() < rule.minimumPlaces()) {
            return Optional.of(Withheld.TOO_FEW_PLACES);
        }
        if (cluster.population() < rule.minimumPopulation()) {
            return Optional.of(Withheld.TOO_FEW_PEOPLE);
        }
        if (cluster.cases() < rule.minimumCases()) {
            return Optional.of(Withheld.TOO_FEW_CASES);
        }
        if (largest > rule.largestShare() * cluster.cases() || cluster.cases() - largest < rule.minimumCases()) {
            return Optional.of(Withheld.ONE_PLACE_STANDS_OUT);
        }
        if (scan.cases() - cluster.cases() < rule.minimumCases()
                || scan.population() - cluster.population() < rule.minimumPopulation()
                || scan.n() - cluster.places().size() < rule.minimumPlaces()) {
            return Optional.of(Withheld.TOO_LITTLE_OUTSIDE);
        }
        return cluster.pValue() > rule.maximumPValue() ? Optional.of(Withheld.MAY_BE_CHANCE) : Optional.empty();
    }

    private static Shown shown(SpatialScan scan, Cluster cluster, PublicationRule rule) {
        long cases = round(cluster.cases(), rule.roundTo());
        long expected = round(cluster.expected(), rule.roundTo());
        long all = round(scan.cases(), rule.roundTo());
        OptionalDouble risk = expected > 0 && all > cases && all > expected
                ? OptionalDouble.of(Math.round(10.0 * cases / expected * (all - expected) / (all - cases)) / 10.0)
                : OptionalDouble.empty();
        return new Shown(
                cluster.places().stream().sorted(Comparator.naturalOrder()).toList(),
                cluster.direction(),
                cases,
                expected,
                round(cluster.population(), 100),
                risk,
                Math.ceil(100 * cluster.pValue() - 1e-9) / 100);
    }

    private static long round(double value, int to) {
        return Math.round(value / to) * to;
    }
}
