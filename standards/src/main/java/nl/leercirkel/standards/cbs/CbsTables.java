package nl.leercirkel.standards.cbs;

import static nl.leercirkel.standards.facts.Facts.field;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import nl.leercirkel.standards.facts.Facts;

/** Tables about youth care and its context, and what to mind with each. */
public final class CbsTables {

    /** Youth help in kind is counted in another way from this year on. */
    private static final int BREAK = 2021;

    private static final List<Known> ALL = Facts.rows(CbsTables.class, "tables.csv").stream()
            .map(CbsTables::of)
            .toList();

    private CbsTables() {}

    /**
     * A table.
     *
     * @param certain whether the title was seen at the publisher
     * @param series tables of one series continue or divide each other
     * @param from first year; 0 where not known
     * @param to last year; 0 where it goes on or is not known
     * @param caution in Dutch; may be empty
     */
    public record Known(String id, String title, boolean certain, String series, int from, int to, String caution) {}

    public static List<Known> all() {
        return ALL;
    }

    public static Optional<Known> of(String id) {
        return ALL.stream().filter(table -> table.id().equals(id)).findFirst();
    }

    /** Why figures of two tables may not stand in one line, in Dutch; empty where nothing is known against it. */
    public static Optional<String> breakBetween(Known one, Known other) {
        if (!one.series().equals(other.series())) {
            return Optional.of("De tabellen gaan over iets anders.");
        }
        boolean before = one.to() != 0 && one.to() < BREAK || other.to() != 0 && other.to() < BREAK;
        boolean after = one.from() >= BREAK || other.from() >= BREAK;
        boolean youth = !one.series().equals("wijken en buurten");
        return before && after && youth
                ? Optional.of(
                        "Het CBS telt jeugdhulp in natura vanaf 2021 anders; cijfers van voor en na 2021 horen niet"
                                + " in één lijn.")
                : Optional.empty();
    }

    private static Known of(Map<String, String> row) {
        return new Known(
                field(row, "id"),
                field(row, "title"),
                field(row, "certain").equals("yes"),
                field(row, "series"),
                year(field(row, "from")),
                year(field(row, "to")),
                field(row, "caution"));
    }

    private static int year(String text) {
        return text.isEmpty() ? 0 : Integer.parseInt(text);
    }
}
