package nl.leercirkel.portfolio;

import org.jspecify.annotations.Nullable;

/**
 * A place where a project works.
 *
 * @param municipalityCode four digits, when the name is that of a municipality
 * @param period since when, or during which time
 */
public record Area(
        String name,
        @Nullable String municipalityCode,
        @Nullable Period period,
        String note) {}
