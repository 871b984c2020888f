package nl.leercirkel.statistics.comparison;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nl.leercirkel.statistics.Failure;
import nl.leercirkel.statistics.Outcome;
import nl.leercirkel.statistics.Reason;
import nl.leercirkel.statistics.support.Check;

/**
 * Figures of old areas on the borders of new ones, after municipalities merged or were split. Counts go along by the share of
 * the inhabitants that moved; rates are then made anew from counts, never averaged.
 */
public final class AreaMerging {

    private AreaMerging() {}

    /**
     * What part of an old area went where.
     *
     * @param from old area
     * @param to new area
     * @param share of the old area's inhabitants, above 0, at most 1; the parts of an old area add up to 1
     */
    public record Part(String from, String to, double share) {}

    /**
     * Counts and populations of an area.
     *
     * @param count with its margin of rounding
     * @param population at least 0
     */
    public record Figure(Range count, double population) {

        /** The count per so many inhabitants; NOTHING_TO_DIVIDE_BY without population. */
        public Outcome<Range> rate(double per) {
            return Check.first(Check.exposure("population", population), Check.exposure("per", per))
                    .<Outcome<Range>>map(Outcome::failed)
                    .orElseGet(() -> Outcome.of(count.times(per / population)));
        }
    }

    /**
     * Moves figures to the new areas.
     *
     * @param old figures per old area
     * @param parts of every old area
     * @return per new area, in the order of the parts; DO_NOT_MATCH when an old area has no part or a part no area, or parts of
     *     an area do not add up to 1 (to 1e-9)
     */
    public static Outcome<Map<String, Figure>> merge(Map<String, Figure> old, List<Part> parts) {
        Optional<Failure> failure = check(old, parts);
        if (failure.isPresent()) {
            return Outcome.failed(failure.get());
        }
        Map<String, Figure> merged = new LinkedHashMap<>();
        for (Part part : parts) {
            Figure whole = old.get(part.from());
            if (whole == null) {
                return Outcome.failed(Reason.DO_NOT_MATCH, "no figure of " + part.from());
            }
            Figure moved = new Figure(whole.count().times(part.share()), whole.population() * part.share());
            merged.merge(
                    part.to(), moved, (a, b) -> new Figure(a.count().plus(b.count()), a.population() + b.population()));
        }
        return Outcome.of(java.util.Collections.unmodifiableMap(merged));
    }

    private static Optional<Failure> check(Map<String, Figure> old, List<Part> parts) {
        if (old.isEmpty() || parts.isEmpty()) {
            return Optional.of(new Failure(Reason.NO_DATA, "no areas or no parts"));
        }
        Map<String, Double> shares = new LinkedHashMap<>();
        for (Part part : parts) {
            if (!(part.share() > 0 && part.share() <= 1)) {
                return Optional.of(new Failure(
                        Double.isNaN(part.share()) ? Reason.NOT_A_NUMBER : Reason.OUT_OF_RANGE,
                        part.from() + " to " + part.to() + ": " + part.share()));
            }
            shares.merge(part.from(), part.share(), Double::sum);
        }
        for (Map.Entry<String, Figure> area : old.entrySet()) {
            double population = area.getValue().population();
            double total = shares.getOrDefault(area.getKey(), 0.0);
            Optional<Failure> failure = Check.first(
                    Check.finite("population of " + area.getKey(), population),
                    Check.that(population >= 0, Reason.OUT_OF_RANGE, area.getKey() + " has population " + population),
                    Check.that(
                            Math.abs(total - 1) <= 1e-9,
                            Reason.DO_NOT_MATCH,
                            "parts of " + area.getKey() + " add up to " + total));
            if (failure.isPresent()) {
                return failure;
            }
        }
        return Optional.empty();
    }
}
