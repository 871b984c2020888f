package nl.leercirkel.organisation;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Follows territory through mergers and splits. */
final class Reorganisations {

    private static final DateTimeFormatter DUTCH_DATE =
            DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.of("nl", "NL"));

    private final Map<String, Municipality> municipalities;
    private final Map<String, Reorganisation> endOf = new HashMap<>();

    Reorganisations(Map<String, Municipality> municipalities, Collection<Reorganisation> events) {
        this.municipalities = municipalities;
        for (Reorganisation event : events) {
            event.to().forEach(this::required);
            for (String code : event.from()) {
                LocalDate last = required(code).validity().to();
                if (!event.date().minusDays(1).equals(last)) {
                    throw new IllegalStateException(
                            "municipality " + code + " ends on " + last + ", its reorganisation is of " + event.date());
                }
                if (endOf.put(code, event) != null) {
                    throw new IllegalStateException("municipality " + code + " ends twice");
                }
            }
        }
        municipalities.values().stream()
                .filter(m -> m.isDissolved() && !endOf.containsKey(m.code()))
                .findFirst()
                .ifPresent(m -> {
                    throw new IllegalStateException("municipality " + m.code() + " has no successor");
                });
    }

    /** The municipalities of the given day that hold territory of this one. */
    SortedSet<String> successors(String code, LocalDate day) {
        Reorganisation end = endOf.get(code);
        if (end == null || end.date().isAfter(day)) {
            return new TreeSet<>(Set.of(code));
        }
        SortedSet<String> result = new TreeSet<>();
        end.to().forEach(next -> result.addAll(successors(next, day)));
        return result;
    }

    /** What made up, on the given day, the territory that the target has on the reference day. */
    History history(Collection<Municipality> then, Set<String> target, LocalDate reference) {
        List<Municipality> parts = new ArrayList<>();
        List<Municipality> divided = new ArrayList<>();
        for (Municipality unit : then) {
            SortedSet<String> now = successors(unit.code(), reference);
            if (target.containsAll(now)) {
                parts.add(unit);
            } else if (now.stream().anyMatch(target::contains)) {
                divided.add(unit);
            }
        }
        return divided.isEmpty() ? new History.Exact(parts, List.of()) : notComparable(divided, reference);
    }

    private History notComparable(List<Municipality> divided, LocalDate reference) {
        LocalDate comparableFrom = LocalDate.MIN;
        List<String> sentences = new ArrayList<>();
        for (Municipality unit : divided) {
            Reorganisation split = divisionOf(unit.code());
            if (split == null) {
                throw new IllegalStateException("no split explains the successors of " + unit.code());
            }
            comparableFrom = split.date().isAfter(comparableFrom) ? split.date() : comparableFrom;
            List<String> names = successors(unit.code(), reference).stream()
                    .map(code -> required(code).name())
                    .toList();
            sentences.add("%s is op %s verdeeld over %s."
                    .formatted(unit.name(), DUTCH_DATE.format(split.date()), enumeration(names)));
        }
        sentences.add("Welk deel van oudere cijfers waar hoort, is niet bekend.");
        return new History.NotComparable("Niet vergelijkbaar: " + String.join(" ", sentences), comparableFrom);
    }

    /** The split on the way from this municipality to its successors; a merger may come first. */
    private @Nullable Reorganisation divisionOf(String code) {
        for (Reorganisation end = endOf.get(code);
                end != null;
                end = endOf.get(end.to().getFirst())) {
            if (end.kind() == Reorganisation.Kind.SPLIT) {
                return end;
            }
        }
        return null;
    }

    static String enumeration(List<String> names) {
        int last = names.size() - 1;
        return last < 1 ? String.join("", names) : String.join(", ", names.subList(0, last)) + " en " + names.get(last);
    }

    private Municipality required(String code) {
        Municipality municipality = municipalities.get(code);
        if (municipality == null) {
            throw new IllegalStateException("a reorganisation names an unknown municipality: " + code);
        }
        return municipality;
    }
}
