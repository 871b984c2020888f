package nl.leercirkel.standards.ijw.message;

import java.time.LocalDate;

/** Name or number of a message, unique per sender and message type, and the date written on it. */
public record Identification(String id, LocalDate date) {}
