package nl.leercirkel.source.check;

/** What a cell turns out to hold. */
public sealed interface CellValue {

    /** A value as it is stored: 1234.5, 2022-03-01, 0505, ja. */
    record Known(String text) implements CellValue {}

    record Empty() implements CellValue {}

    /** @param message what is wrong and how to mend it, in Dutch */
    record Wrong(String message) implements CellValue {}
}
