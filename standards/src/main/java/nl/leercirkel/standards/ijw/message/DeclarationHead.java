package nl.leercirkel.standards.ijw.message;

import java.time.LocalDate;

/** What a declaration says before its clients (JW323): number, period, date and the total of all lines. */
public record DeclarationHead(String number, Period period, LocalDate date, Amount total) implements MessagePart {}
