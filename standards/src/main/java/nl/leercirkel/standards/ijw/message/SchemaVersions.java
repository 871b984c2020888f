package nl.leercirkel.standards.ijw.message;

/** Versions of the official definitions the sender used: of the base schema and of the message. */
public record SchemaVersions(String base, String message) {}
