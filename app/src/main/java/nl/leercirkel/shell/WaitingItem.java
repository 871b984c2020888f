package nl.leercirkel.shell;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Something that waits for the person on the home page.
 *
 * @param title what to do, as a short sentence in the person's language
 * @param explanation why, or what happens when it is left
 * @param due the day by which it should be done, when there is one
 */
public record WaitingItem(
        String title,
        String explanation,
        String path,
        @Nullable LocalDate due) {}
