package nl.leercirkel.privacy;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** How much of a date of birth a purpose needs; the rest is cut off while a file is read. */
public enum BirthPrecision {
    NONE,
    /** The age group of the Jeugdwet and Wmo on the day of the message. */
    AGE_GROUP,
    YEAR;

    /** What AGE_GROUP makes of a date. */
    public static final Set<String> AGE_GROUPS = Set.of("0-3", "4-11", "12-17", "18-22", "23-66", "67+");

    private static final int TODDLER = 4;
    private static final int TEENAGER = 12;
    private static final int ADULT = 18;
    private static final int GROWN_UP = 23;
    private static final int PENSION = 67;

    /** What is left of the date, on the day it was told; null when nothing is. */
    public @Nullable String cut(LocalDate birth, LocalDate on) {
        return switch (this) {
            case NONE -> null;
            case AGE_GROUP -> group((int) ChronoUnit.YEARS.between(birth, on));
            case YEAR -> Integer.toString(birth.getYear());
        };
    }

    private static String group(int age) {
        if (age < TODDLER) {
            return "0-3";
        }
        if (age < TEENAGER) {
            return "4-11";
        }
        if (age < ADULT) {
            return "12-17";
        }
        if (age < GROWN_UP) {
            return "18-22";
        }
        return age < PENSION ? "23-66" : "67+";
    }
}
