package nl.leercirkel.organisation;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * The days on which something exists.
 *
 * @param from first day, or null when it existed before the register began
 * @param to last day, or null when it still exists
 */
public record Validity(@Nullable LocalDate from, @Nullable LocalDate to) {

    public Validity {
        if (from != null && to != null && to.isBefore(from)) {
            throw new IllegalArgumentException("ends on " + to + ", before it begins on " + from);
        }
    }

    public boolean includes(LocalDate day) {
        return (from == null || !day.isBefore(from)) && (to == null || !day.isAfter(to));
    }
}
