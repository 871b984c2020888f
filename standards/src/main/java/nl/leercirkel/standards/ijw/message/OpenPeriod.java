package nl.leercirkel.standards.ijw.message;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** A period that may be open at either side; both days belong to it. */
public record OpenPeriod(
        @Nullable LocalDate begin, @Nullable LocalDate end) {}
