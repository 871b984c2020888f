package nl.leercirkel.statistics.comparison;

import java.util.Optional;
import nl.leercirkel.statistics.Failure;
import nl.leercirkel.statistics.Outcome;
import nl.leercirkel.statistics.Reason;
import nl.leercirkel.statistics.support.Check;

/**
 * A count as published: exact, or rounded to a step, so that the true count lies anywhere within half a step. Statistics
 * Netherlands publishes municipal youth care in fives: 10 means 7.5 to 12.5.
 *
 * @param published what the table says, at least 0
 * @param step 0 for exact, else what it was rounded to
 */
public record RoundedCount(double published, double step) {

    public RoundedCount {
        if (failure(published, step).isPresent()) {
            throw new IllegalArgumentException("no count: " + published + " in steps of " + step);
        }
    }

    public static RoundedCount exact(long count) {
        return new RoundedCount(count, 0);
    }

    public static RoundedCount inFives(long count) {
        return new RoundedCount(count, 5);
    }

    /** From input that may be wrong. */
    public static Outcome<RoundedCount> of(double published, double step) {
        return failure(published, step)
                .<Outcome<RoundedCount>>map(Outcome::failed)
                .orElseGet(() -> Outcome.of(new RoundedCount(published, step)));
    }

    /** Where the true count lies. */
    public Range range() {
        return new Range(Math.max(0, published - step / 2), published, published + step / 2);
    }

    public boolean isRounded() {
        return step > 0;
    }

    private static Optional<Failure> failure(double published, double step) {
        return Check.first(
                Check.finite("count", published),
                Check.finite("step", step),
                Check.that(published >= 0, Reason.OUT_OF_RANGE, "count is " + published),
                Check.that(published <= Check.MOST, Reason.TOO_LARGE, "count is " + published),
                Check.that(step >= 0, Reason.OUT_OF_RANGE, "step is " + step),
                Check.that(
                        step == 0 || published % step == 0,
                        Reason.OUT_OF_RANGE,
                        published + " is no multiple of " + step));
    }
}
