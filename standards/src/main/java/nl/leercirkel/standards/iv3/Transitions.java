package nl.leercirkel.standards.iv3;

import static nl.leercirkel.standards.facts.Facts.field;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import nl.leercirkel.standards.facts.Facts;
import nl.leercirkel.standards.figure.Figure;

/** How the task fields of youth care went from one year to the next, and what that does to a comparison. */
public final class Transitions {

    private static final String ALL = "all";
    private static final List<Transition> KNOWN = Facts.rows(Transitions.class, "transitions.csv").stream()
            .map(Transitions::of)
            .toList();

    private Transitions() {}

    /** How well years compare, best first. */
    public enum Level {
        GOOD("goed te vergelijken"),
        FAIR("te vergelijken met voorbehoud"),
        WEAK("zwak te vergelijken"),
        POOR("slecht te vergelijken"),
        NONE("niet te vergelijken");

        private final String label;

        Level(String label) {
            this.label = label;
        }

        public String label() {
            return label;
        }
    }

    /**
     * One step.
     *
     * @param core whether it is about the sum of the core; else about single codes
     * @param fromCodes empty where the new code has no predecessor; "all" where nothing changed
     * @param note in Dutch; our own derivation, show it as such
     */
    public record Transition(
            int from, int to, boolean core, Set<String> fromCodes, Set<String> toCodes, Level level, String note) {}

    /**
     * A verdict over one or more steps.
     *
     * @param level the worst of the steps
     * @param notes of the steps that are not good, with their years
     */
    public record Verdict(Level level, List<String> notes) {

        public Verdict {
            notes = List.copyOf(notes);
        }

        /** The figure, or that it may not be set beside the other year. */
        public Figure applied(Figure figure) {
            return level.compareTo(Level.WEAK) < 0 ? figure : new Figure.NotComparable(String.join(" ", notes));
        }
    }

    public static List<Transition> all() {
        return KNOWN;
    }

    /** Whether the sum of the core of two years may be set side by side. */
    public static Verdict ofCore(int year, int other) {
        return verdict(year, other, KNOWN.stream().filter(Transition::core).toList());
    }

    /** The same for one task field, by its code in the earlier year, as long as it keeps that code. */
    public static Verdict ofTaskField(String code, int year, int other) {
        for (int y : new int[] {year, other}) {
            if (TaskFields.of(y, code).filter(TaskFields.TaskField::open).isEmpty()) {
                return new Verdict(
                        Level.NONE, List.of("Taakveld " + code + " bestaat niet of is gesloten in " + y + "."));
            }
        }
        return verdict(
                year,
                other,
                KNOWN.stream()
                        .filter(step -> !step.core())
                        .filter(step -> step.fromCodes().contains(code)
                                || step.toCodes().contains(code)
                                || step.fromCodes().contains(ALL))
                        .toList());
    }

    private static Verdict verdict(int year, int other, List<Transition> steps) {
        int first = Math.min(year, other);
        int last = Math.max(year, other);
        if (first < TaskFields.FIRST_YEAR || last > TaskFields.LAST_YEAR) {
            throw new IllegalArgumentException("transitions are known from 2017 to 2026");
        }
        Level level = Level.GOOD;
        List<String> notes = new ArrayList<>();
        for (int from = first; from < last; from++) {
            int start = from;
            List<Transition> own =
                    steps.stream().filter(step -> step.from() == start).toList();
            if (own.isEmpty()) {
                level = Level.NONE;
                notes.add(from + "-" + (from + 1) + ": deze code bestond niet in beide jaren.");
            }
            for (Transition step : own) {
                level = step.level().compareTo(level) > 0 ? step.level() : level;
                if (step.level() != Level.GOOD) {
                    notes.add(step.from() + "-" + step.to() + ": " + step.note());
                }
            }
        }
        return new Verdict(level, notes);
    }

    private static Transition of(Map<String, String> row) {
        return new Transition(
                Integer.parseInt(field(row, "from")),
                Integer.parseInt(field(row, "to")),
                field(row, "scope").equals("core"),
                codes(field(row, "from_codes")),
                codes(field(row, "to_codes")),
                Level.valueOf(field(row, "level").toUpperCase(Locale.ROOT)),
                field(row, "note"));
    }

    private static Set<String> codes(String text) {
        return text.isEmpty() ? Set.of() : Set.of(text.split("\\|"));
    }
}
