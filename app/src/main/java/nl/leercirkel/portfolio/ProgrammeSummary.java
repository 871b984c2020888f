package nl.leercirkel.portfolio;

import java.util.UUID;

/**
 * A programme in the list of programmes.
 *
 * @param planned what its projects plan together from its budget
 */
public record ProgrammeSummary(
        UUID id, String name, String kind, String period, int projects, Amount planned, Amount budget) {}
