package nl.leercirkel.standards.ijw.message;

import java.time.LocalDate;

/** A period as written in a message: both days belong to it, and the end may lie before the begin (rule TR137). */
public record Period(LocalDate begin, LocalDate end) {}
