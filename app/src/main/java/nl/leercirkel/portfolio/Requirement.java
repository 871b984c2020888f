package nl.leercirkel.portfolio;

import org.jspecify.annotations.Nullable;

/**
 * A point that a programme must meet, answered with yes or no.
 *
 * @param answer null while it is not answered
 * @param reference where the plan shows it: "hoofdstuk 3"
 */
public record Requirement(String what, @Nullable Boolean answer, String reference, String note) {}
