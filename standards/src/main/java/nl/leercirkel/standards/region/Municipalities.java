package nl.leercirkel.standards.region;

import static nl.leercirkel.standards.facts.Facts.field;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import nl.leercirkel.standards.facts.Facts;
import org.jspecify.annotations.Nullable;

/** Every municipality since 2000 and its reorganisations. Immutable. */
public final class Municipalities {

    /** First day whose municipalities are known in full. */
    public static final LocalDate EARLIEST = LocalDate.of(2000, 1, 1);

    /** Last day of which {@link #register} knows; reorganisations are as decided when it was made. */
    public static final LocalDate LATEST = LocalDate.of(2026, 12, 31);

    private final Map<String, Municipality> all = new TreeMap<>();
    private final Map<String, Reorganisation> endOf = new TreeMap<>();

    /** @throws IllegalArgumentException where events and municipalities contradict each other */
    public Municipalities(Collection<Municipality> municipalities, Collection<Reorganisation> events) {
        for (Municipality municipality : municipalities) {
            if (all.put(municipality.code(), municipality) != null) {
                throw new IllegalArgumentException(municipality.code() + " stands twice");
            }
        }
        for (Reorganisation event : events) {
            for (String successor : event.to()) {
                // So that whoever follows ends later, and no chain of successors comes back to where it began.
                if (!required(successor).existsOn(event.date())) {
                    throw new IllegalArgumentException(
                            successor + " does not exist on " + event.date() + ", when it succeeds " + event.from());
                }
            }
            if (required(event.from()).existsOn(event.date()) || endOf.put(event.from(), event) != null) {
                throw new IllegalArgumentException(event.from() + " ends twice, or exists after " + event.date());
            }
        }
        for (Municipality municipality : all.values()) {
            if ((municipality.until() != null) != endOf.containsKey(municipality.code())) {
                throw new IllegalArgumentException(
                        municipality.code() + " has an end without successor, or the reverse");
            }
        }
    }

    /** The register that comes with this library. */
    public static Municipalities register() {
        return Register.INSTANCE;
    }

    private static final class Register {
        private static final Municipalities INSTANCE = load();

        private static Municipalities load() {
            List<Municipality> municipalities = Facts.rows(Municipalities.class, "municipalities.csv").stream()
                    .map(row -> new Municipality(
                            field(row, "code"),
                            field(row, "name"),
                            field(row, "province").toUpperCase(Locale.ROOT),
                            day(field(row, "from")),
                            day(field(row, "until"))))
                    .toList();
            Map<String, List<Map<String, String>>> byOld = new TreeMap<>();
            for (Map<String, String> row : Facts.rows(Municipalities.class, "successions.csv")) {
                byOld.computeIfAbsent(field(row, "from"), code -> new ArrayList<>())
                        .add(row);
            }
            return new Municipalities(
                    municipalities, byOld.values().stream().map(Register::event).toList());
        }

        private static Reorganisation event(List<Map<String, String>> rows) {
            Map<String, String> first = rows.getFirst();
            return new Reorganisation(
                    LocalDate.parse(field(first, "date")),
                    Reorganisation.Kind.valueOf(field(first, "kind").toUpperCase(Locale.ROOT)),
                    field(first, "from"),
                    rows.stream().map(row -> field(row, "to")).toList());
        }

        private static @Nullable LocalDate day(String text) {
            return text.isEmpty() ? null : LocalDate.parse(text);
        }
    }

    /** @param code four digits, or as CBS writes it ("GM0014", padded or not) */
    public Optional<Municipality> municipality(String code) {
        return Optional.ofNullable(all.get(plain(code)));
    }

    /** By code. */
    public List<Municipality> on(LocalDate day) {
        return all.values().stream().filter(m -> m.existsOn(day)).toList();
    }

    /** The reorganisation in which it ended. */
    public Optional<Reorganisation> endOf(String code) {
        return Optional.ofNullable(endOf.get(plain(code)));
    }

    /** What became of the municipality, seen from the given day. */
    public Succession succession(String code, LocalDate day) {
        Municipality municipality = all.get(plain(code));
        if (municipality == null
                || (municipality.from() != null && municipality.from().isAfter(day))) {
            return new Succession.Unknown(plain(code));
        }
        if (municipality.existsOn(day)) {
            return new Succession.Exists(municipality);
        }
        List<Municipality> successors = successors(municipality.code(), day).stream()
                .map(this::required)
                .toList();
        return successors.size() == 1
                ? new Succession.ContinuedIn(successors.getFirst())
                : new Succession.DividedOver(successors);
    }

    /**
     * Which municipalities of {@code then} make up the territory that the given ones have on {@code reference}.
     *
     * @param codes municipalities that exist on the reference day
     * @param then an earlier day, or a later one: figures published after a merger do not fit the parts
     * @throws IllegalArgumentException for a code that does not exist on the reference day, or a day before {@link #EARLIEST}
     */
    public Composition composition(Set<String> codes, LocalDate reference, LocalDate then) {
        if (reference.isBefore(EARLIEST) || then.isBefore(EARLIEST)) {
            throw new IllegalArgumentException("municipalities are known from " + EARLIEST);
        }
        SortedSet<String> target = new TreeSet<>();
        for (String code : codes) {
            Municipality municipality = required(plain(code));
            if (!municipality.existsOn(reference)) {
                throw new IllegalArgumentException(code + " does not exist on " + reference);
            }
            target.add(municipality.code());
        }
        return then.isAfter(reference) ? later(target, reference, then) : earlier(target, reference, then);
    }

    /** The same for one municipality. */
    public Composition composition(String code, LocalDate reference, LocalDate then) {
        return composition(Set.of(code), reference, then);
    }

    private Composition earlier(Set<String> target, LocalDate reference, LocalDate then) {
        List<Municipality> parts = new ArrayList<>();
        List<Municipality> divided = new ArrayList<>();
        for (Municipality unit : on(then)) {
            SortedSet<String> now = successors(unit.code(), reference);
            if (target.containsAll(now)) {
                parts.add(unit);
            } else if (now.stream().anyMatch(target::contains)) {
                divided.add(unit);
            }
        }
        return divided.isEmpty()
                ? new Composition.Exact(parts, Notes.about(parts, target, then))
                : notComparable(divided, reference);
    }

    /** Figures of after a reorganisation fit older territory only where nothing was joined with what lay outside. */
    private Composition later(Set<String> target, LocalDate reference, LocalDate then) {
        SortedSet<String> later = new TreeSet<>();
        target.forEach(code -> later.addAll(successors(code, then)));
        SortedSet<String> outside = new TreeSet<>();
        for (Municipality unit : on(reference)) {
            SortedSet<String> now = successors(unit.code(), then);
            if (now.stream().anyMatch(later::contains) && !target.contains(unit.code())) {
                outside.add(unit.name());
            }
        }
        List<Municipality> parts = later.stream().map(this::required).toList();
        if (outside.isEmpty()) {
            return new Composition.Exact(parts, Notes.about(parts, target, then));
        }
        return new Composition.NotComparable(
                "Niet vergelijkbaar: na de herindeling tellen de cijfers van "
                        + DutchText.enumeration(
                                parts.stream().map(Municipality::name).toList())
                        + " ook "
                        + DutchText.enumeration(List.copyOf(outside))
                        + " mee.",
                reference);
    }

    private Composition notComparable(List<Municipality> divided, LocalDate reference) {
        LocalDate from = LocalDate.MIN;
        List<String> sentences = new ArrayList<>();
        for (Municipality unit : divided) {
            Reorganisation split = splitOf(unit.code());
            from = split.date().isAfter(from) ? split.date() : from;
            List<String> names = successors(unit.code(), reference).stream()
                    .map(code -> required(code).name())
                    .toList();
            sentences.add("%s is op %s verdeeld over %s."
                    .formatted(unit.name(), DutchText.date(split.date()), DutchText.enumeration(names)));
        }
        return new Composition.NotComparable(
                "Niet vergelijkbaar: " + String.join(" ", sentences)
                        + " Welk deel van oudere cijfers waar hoort, is niet bekend.",
                from);
    }

    /** The split on the way from this municipality to its successors; mergers may come first. */
    private Reorganisation splitOf(String code) {
        for (Reorganisation end = endOf.get(code);
                end != null;
                end = endOf.get(end.to().getFirst())) {
            if (end.kind() == Reorganisation.Kind.SPLIT) {
                return end;
            }
        }
        throw new IllegalStateException("no split explains the successors of " + code);
    }

    private SortedSet<String> successors(String code, LocalDate day) {
        Reorganisation end = endOf.get(code);
        if (end == null || end.date().isAfter(day)) {
            return new TreeSet<>(Set.of(code));
        }
        SortedSet<String> result = new TreeSet<>();
        end.to().forEach(next -> result.addAll(successors(next, day)));
        return result;
    }

    private Municipality required(String code) {
        Municipality municipality = all.get(code);
        if (municipality == null) {
            throw new IllegalArgumentException("unknown municipality " + code);
        }
        return municipality;
    }

    static String plain(String code) {
        String trimmed = code.strip();
        return trimmed.startsWith("GM") ? trimmed.substring(2) : trimmed;
    }
}
