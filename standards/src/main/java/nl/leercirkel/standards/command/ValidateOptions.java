package nl.leercirkel.standards.command;

import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import nl.leercirkel.standards.check.CheckOptions;
import org.jspecify.annotations.Nullable;

/**
 * What the user asked beside the file.
 *
 * @param answer where the return message or declaration answer goes; null for none
 * @param overwrite whether that file may be there already
 * @param earlier folder with earlier messages, for the rules that need them; null for none
 * @param received the day the message was received, which decides what lies in the future; null for today
 * @param clock gives today
 * @param tables what a table does not say about itself
 */
public record ValidateOptions(
        @Nullable Path answer,
        boolean overwrite,
        @Nullable Path earlier,
        @Nullable LocalDate received,
        Clock clock,
        CheckOptions tables) {}
