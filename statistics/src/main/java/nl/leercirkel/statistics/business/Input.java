package nl.leercirkel.statistics.business;

/**
 * A stated input of a business case.
 *
 * @param name         as it is shown
 * @param distribution what is known of it
 */
public record Input(String name, Distribution distribution) {}
