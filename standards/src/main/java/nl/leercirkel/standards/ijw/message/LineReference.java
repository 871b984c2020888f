package nl.leercirkel.standards.ijw.message;

import org.jspecify.annotations.Nullable;

/** Number of a declaration line, unique per provider and law; a credit line names the debit line it takes back. */
public record LineReference(String number, @Nullable String previous) {}
