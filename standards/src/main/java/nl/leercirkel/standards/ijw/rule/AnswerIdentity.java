package nl.leercirkel.standards.ijw.rule;

import java.time.LocalDate;
import nl.leercirkel.standards.ijw.message.SchemaVersions;

/**
 * What the answerer gives a return message or declaration answer.
 *
 * @param identification at most 12 characters, unique among the messages of this type the answerer sends
 * @param date the day of the answer
 * @param versions of the official definitions that the answer follows
 */
public record AnswerIdentity(String identification, LocalDate date, SchemaVersions versions) {}
