package nl.leercirkel.standards.region;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A municipality under one code.
 *
 * @param code four digits, leading zeros kept ("0014")
 * @param province number of CBS ("PV20")
 * @param from first day; null where it existed before the register begins
 * @param until last day; null while it exists
 */
public record Municipality(
        String code,
        String name,
        String province,
        @Nullable LocalDate from,
        @Nullable LocalDate until) {

    public Municipality {
        if (!code.matches("\\d{4}")) {
            throw new IllegalArgumentException("a municipality code has four digits: " + code);
        }
        if (from != null && until != null && until.isBefore(from)) {
            throw new IllegalArgumentException(code + " ends before it begins");
        }
    }

    public boolean existsOn(LocalDate day) {
        return (from == null || !day.isBefore(from)) && (until == null || !day.isAfter(until));
    }
}
