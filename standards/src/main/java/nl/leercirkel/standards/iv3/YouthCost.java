package nl.leercirkel.standards.iv3;

import static nl.leercirkel.standards.facts.Facts.field;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import nl.leercirkel.standards.facts.Facts;
import nl.leercirkel.standards.figure.Figure;

/**
 * The cost of youth care in a year: which task fields it is, and their sum.
 *
 * <p>"6.72 plus 6.82" is right up to 2022 only. From 2023 these two are parents without amounts of their own.
 */
public final class YouthCost {

    private static final List<Entry> ENTRIES = Facts.rows(YouthCost.class, "youth.csv").stream()
            .map(row -> new Entry(
                    field(row, "code"),
                    Integer.parseInt(field(row, "first")),
                    Integer.parseInt(field(row, "last")),
                    field(row, "group"),
                    field(row, "youth_only").equals("yes"),
                    field(row, "core").equals("yes"),
                    field(row, "note")))
            .toList();

    private YouthCost() {}

    /** How much is meant. */
    public enum Scope {
        /** Individual provisions, protection and probation. */
        CORE,
        /** Core with first line and coordination. Partly adult care: show those parts, never as youth cost alone. */
        BROAD
    }

    /**
     * What a task field is to youth care.
     *
     * @param group in Dutch ("zonder_verblijf")
     * @param youthOnly false where it holds care for adults too
     * @param note in Dutch; ours, to be checked by someone of municipal finance before it is shown as fact
     */
    public record Entry(String code, int first, int last, String group, boolean youthOnly, boolean core, String note) {}

    /**
     * A sum with its parts.
     *
     * @param total euros; missing where a part is
     * @param mixed the part of the total that stands on task fields with adults in them
     * @param parts per task field, in the order of the codes
     */
    public record Total(int year, Scope scope, Figure total, Figure mixed, Map<String, Figure> parts) {

        public Total {
            parts = Collections.unmodifiableMap(new LinkedHashMap<>(parts));
        }
    }

    /** @throws IllegalArgumentException for a year before 2017 or after 2026 */
    public static List<Entry> entries(int year, Scope scope) {
        if (year < TaskFields.FIRST_YEAR || year > TaskFields.LAST_YEAR) {
            throw new IllegalArgumentException("no meaning of youth care cost is known for " + year);
        }
        return ENTRIES.stream()
                .filter(entry -> entry.first() <= year && year <= entry.last())
                .filter(entry -> scope == Scope.BROAD || entry.core())
                .toList();
    }

    /** Costs out of a whole data file, in which a task field without a cell costs nothing. */
    public static Total costs(Iv3Data data, Scope scope) {
        return total(
                data.metadata().year(),
                scope,
                code -> Figure.of(data.sum(Iv3Section.COSTS, code).orElse(BigDecimal.ZERO)));
    }

    /** Income on the same task fields; a separate figure, never subtracted here. */
    public static Total income(Iv3Data data, Scope scope) {
        return total(
                data.metadata().year(),
                scope,
                code -> Figure.of(data.sum(Iv3Section.INCOME, code).orElse(BigDecimal.ZERO)));
    }

    /** @param amount what a source says of a task field; missing where it says nothing */
    public static Total total(int year, Scope scope, Function<String, Figure> amount) {
        Map<String, Figure> parts = new LinkedHashMap<>();
        List<Figure> mixed = new ArrayList<>();
        for (Entry entry : entries(year, scope)) {
            Figure figure = amount.apply(entry.code());
            parts.put(entry.code(), figure);
            if (!entry.youthOnly()) {
                mixed.add(figure);
            }
        }
        return new Total(year, scope, sum(parts.values()), sum(mixed), parts);
    }

    private static Figure sum(Iterable<Figure> figures) {
        BigDecimal sum = BigDecimal.ZERO;
        for (Figure figure : figures) {
            switch (figure) {
                case Figure.Known(BigDecimal value) -> sum = sum.add(value);
                case Figure.Missing(String reason) -> {
                    return new Figure.Missing("een taakveld ontbreekt: " + reason);
                }
                case Figure.Suppressed suppressed -> {
                    return suppressed;
                }
                case Figure.NotComparable not -> {
                    return not;
                }
            }
        }
        return Figure.of(sum);
    }
}
