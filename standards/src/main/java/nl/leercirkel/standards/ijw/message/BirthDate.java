package nl.leercirkel.standards.ijw.message;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Date of birth.
 *
 * @param use code of COD170 when part of the date is unknown, else null
 */
public record BirthDate(LocalDate date, @Nullable String use) {
    @Override
    public String toString() {
        return "BirthDate[*]";
    }
}
