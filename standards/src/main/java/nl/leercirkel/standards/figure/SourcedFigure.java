package nl.leercirkel.standards.figure;

/**
 * A figure with its unit and its source.
 *
 * @param unit as the publisher writes it ("aantal", "%", "1 000 euro"); empty where it gives none
 */
public record SourcedFigure(Figure figure, String unit, Provenance provenance) {}
