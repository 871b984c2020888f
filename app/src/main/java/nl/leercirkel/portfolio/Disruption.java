package nl.leercirkel.portfolio;

import org.jspecify.annotations.Nullable;

/** Something from outside that got in a project's way. */
public record Disruption(String what, @Nullable Period period, String effect) {}
