package nl.leercirkel.portfolio;

/**
 * What is wrong with one field, in Dutch.
 *
 * @param path "naam" or "geld.0.bedrag"
 */
public record FieldError(String path, String message) {}
