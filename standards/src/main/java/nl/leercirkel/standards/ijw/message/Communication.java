package nl.leercirkel.standards.ijw.message;

import org.jspecify.annotations.Nullable;

/** Special form of communication: code of COD747, and the language of an interpreter. */
public record Communication(String form, @Nullable String language) {}
