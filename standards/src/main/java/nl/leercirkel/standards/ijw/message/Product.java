package nl.leercirkel.standards.ijw.message;

import org.jspecify.annotations.Nullable;

/**
 * A product: its category (JZ020 or WMO020) and, when made specific, its code. The code may be a municipality's own.
 */
public record Product(String category, @Nullable String code) {}
