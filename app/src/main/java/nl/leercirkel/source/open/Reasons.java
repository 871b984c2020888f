package nl.leercirkel.source.open;

import java.util.Optional;
import nl.leercirkel.source.check.Field;
import nl.leercirkel.source.check.FieldType;
import nl.leercirkel.standards.figure.Figure;

/**
 * Why there is no figure, kept in a field of its own beside the figure: a cell that is merely empty would not say whether
 * the publisher withheld the number or never had it. A figure that is there but may not stand in one line with the others
 * keeps both.
 */
public final class Reasons {
    private static final String SUFFIX = " – reden";
    private static final String SUPPRESSED = "afgeschermd: ";
    private static final String NOT_COMPARABLE = "niet vergelijkbaar: ";
    static final int LONGEST_NAME = Field.LONGEST_NAME - SUFFIX.length();

    private Reasons() {}

    /** The name of the field that holds the reasons of this one. */
    public static String nameFor(String field) {
        return field + SUFFIX;
    }

    static Field fieldFor(String field) {
        return new Field(
                nameFor(field),
                FieldType.TEXT,
                "",
                0,
                false,
                false,
                null,
                null,
                java.util.List.of(),
                java.util.List.of(),
                "",
                null,
                "Waarom er geen getal staat, zoals de bron het zegt");
    }

    /** Empty for a number. */
    static String text(Figure figure) {
        return switch (figure) {
            case Figure.Known _ -> "";
            case Figure.Missing(String reason) -> reason;
            case Figure.Suppressed(String reason) -> SUPPRESSED + reason;
            case Figure.NotComparable(String reason) -> NOT_COMPARABLE + reason;
        };
    }

    /** What a kept reason says; empty where there is none. */
    public static Optional<Figure> read(String text) {
        if (text.isBlank()) {
            return Optional.empty();
        }
        if (text.startsWith(SUPPRESSED)) {
            return Optional.of(new Figure.Suppressed(text.substring(SUPPRESSED.length())));
        }
        return Optional.of(
                text.startsWith(NOT_COMPARABLE)
                        ? new Figure.NotComparable(text.substring(NOT_COMPARABLE.length()))
                        : new Figure.Missing(text));
    }
}
