package nl.leercirkel.portfolio;

import org.jspecify.annotations.Nullable;

/**
 * What a project wants to bring about.
 *
 * @param what the effect, in the words of the indicator that will show it
 * @param targetAt by when
 * @param baseline what it was before the project, to hold the result against
 */
public record IntendedEffect(
        String what,
        ResultValue target,
        String unit,
        @Nullable DatePart targetAt,
        ResultValue baseline,
        @Nullable DatePart baselineAt,
        String note) {}
