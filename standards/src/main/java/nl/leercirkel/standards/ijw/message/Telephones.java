package nl.leercirkel.standards.ijw.message;

import org.jspecify.annotations.Nullable;

/** One or two telephone numbers. */
public record Telephones(Telephone first, @Nullable Telephone second) {}
