package nl.leercirkel.statistics.comparison;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import nl.leercirkel.statistics.Failure;
import nl.leercirkel.statistics.Outcome;
import nl.leercirkel.statistics.Reason;
import nl.leercirkel.statistics.support.Check;

/** Rates and index figures of published counts, with the margin of rounding carried through. */
public final class Indices {

    private Indices() {}

    /**
     * A count per so many inhabitants.
     *
     * @param population above 0, exact
     * @param per such as 1000
     */
    public static Outcome<Range> rate(RoundedCount count, double population, double per) {
        return Check.first(Check.exposure("population", population), Check.exposure("per", per))
                .<Outcome<Range>>map(Outcome::failed)
                .orElseGet(() -> Outcome.of(count.range().times(per / population)));
    }

    /**
     * A series as index figures: the base period is 100 by definition, without margin; the margin of the base count lies in
     * all the others.
     *
     * @param counts one per period
     * @param base which period is 100, counted from 0
     * @return NOTHING_TO_DIVIDE_BY when the base count is 0; where the base may be 0 after rounding, highest is infinite
     */
    public static Outcome<List<Range>> onBase(List<RoundedCount> counts, int base) {
        Optional<Failure> failure = Check.first(
                Check.that(!counts.isEmpty(), Reason.NO_DATA, "no periods"),
                Check.that(base >= 0 && base < counts.size(), Reason.OUT_OF_RANGE, "base period " + base));
        if (failure.isPresent()) {
            return Outcome.failed(failure.get());
        }
        Range below = counts.get(base).range();
        if (below.value() == 0) {
            return Outcome.failed(Reason.NOTHING_TO_DIVIDE_BY, "the base period is 0");
        }
        List<Range> indices = new ArrayList<>();
        for (int i = 0; i < counts.size(); i++) {
            indices.add(i == base ? Range.exactly(100) : ratio(counts.get(i).range(), below, 100));
        }
        return Outcome.of(List.copyOf(indices));
    }

    /**
     * One rate against another, 100 when equal, as a municipality against the country.
     *
     * @return NOTHING_TO_DIVIDE_BY when the second count or a population is 0
     */
    public static Outcome<Range> relative(
            RoundedCount count, double population, RoundedCount other, double otherPopulation) {
        Optional<Failure> failure = Check.first(
                Check.exposure("population", population),
                Check.exposure("other population", otherPopulation),
                Check.that(other.published() > 0, Reason.NOTHING_TO_DIVIDE_BY, "the other count is 0"));
        return failure.<Outcome<Range>>map(Outcome::failed)
                .orElseGet(() -> Outcome.of(ratio(count.range(), other.range(), 100 * otherPopulation / population)));
    }

    /** Both may lie anywhere in their ranges, independent of each other. */
    private static Range ratio(Range above, Range below, double factor) {
        double highest = below.lowest() == 0
                ? (above.highest() == 0 ? 0 : Double.POSITIVE_INFINITY)
                : above.highest() / below.lowest() * factor;
        return new Range(above.lowest() / below.highest() * factor, above.value() / below.value() * factor, highest);
    }
}
