package nl.leercirkel.portfolio;

import java.util.UUID;

/**
 * A line or theme of a programme; their order is that of the list.
 *
 * @param budget what the source says the line as a whole may cost
 */
public record Line(UUID id, String name, Amount budget) {}
