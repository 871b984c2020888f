package nl.leercirkel.standards.ijw.episode;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import nl.leercirkel.standards.ijw.definition.Law;
import nl.leercirkel.standards.ijw.message.Product;
import nl.leercirkel.standards.ijw.rule.Parties;
import org.jspecify.annotations.Nullable;

/**
 * What was declared and what became of it. Spending is what was granted: debit less credit, booked to the month of the product
 * period and not to that of declaring; recent months are incomplete, since lines may come up to five years later (TR335).
 *
 * @param lines every declared line once, in order of client, month and number
 * @param contradictions declarations whose answer grants another total than their lines that are not rejected
 */
public record Spending(List<Booked> lines, List<Contradiction> contradictions) {
    public Spending {
        lines = List.copyOf(lines);
        contradictions = List.copyOf(contradictions);
    }

    /** What became of a line. */
    public enum State {
        /** The answer came and did not reject it. */
        GRANTED,
        REJECTED,
        /** No answer yet. */
        OPEN
    }

    /**
     * A line.
     *
     * @param month of the product period
     * @param cents positive for debit, negative for credit
     */
    public record Booked(
            Parties parties,
            String client,
            long allocation,
            Product product,
            YearMonth month,
            String reference,
            long cents,
            State state) {}

    /** A declaration whose granted total is not the sum of its lines that were not rejected (TR342). */
    public record Contradiction(Parties parties, String declaration, long grantedCents, long linesCents) {}

    /** A declaration is numbered by its provider, within the law. */
    private record Key(Law law, String provider, String number) {
        static Key of(Parties parties, String number) {
            return new Key(parties.law(), parties.provider(), number);
        }
    }

    private record LineKey(Key declaration, String reference) {}

    /** Books all lines in the facts; answers may come before or after, and more than once. */
    public static Spending of(Collection<? extends Fact> facts) {
        Map<Key, Fact.Answered> answers = new HashMap<>();
        Set<Key> rejectedMessages = new HashSet<>();
        Map<LineKey, Fact.Line> lines = new HashMap<>();
        Map<Key, String> messages = new HashMap<>();
        for (Fact fact : facts) {
            switch (fact) {
                case Fact.Answered answered -> {
                    if (answered.declaration() == null) {
                        rejectedMessages.add(Key.of(answered.parties(), answered.message()));
                    } else {
                        answers.merge(Key.of(answered.parties(), answered.declaration()), answered, Spending::latest);
                    }
                }
                case Fact.Line line -> {
                    Key declaration = Key.of(line.parties(), line.declaration());
                    lines.merge(new LineKey(declaration, line.reference()), line, Spending::first);
                }
                case Fact.Declared declared ->
                    messages.put(
                            Key.of(declared.parties(), declared.number()),
                            declared.source().identification());
                case Fact.Allocated allocated -> {}
                case Fact.Requested requested -> {}
                case Fact.Started started -> {}
                case Fact.Stopped stopped -> {}
            }
        }
        List<Booked> booked = new ArrayList<>();
        Map<Key, Long> granted = new HashMap<>();
        lines.forEach((key, line) -> {
            Key declaration = key.declaration();
            State state = state(line, answers.get(declaration), isRejected(declaration, messages, rejectedMessages));
            long cents = line.amount().signedCents();
            if (state == State.GRANTED) {
                granted.merge(declaration, cents, Long::sum);
            }
            booked.add(new Booked(
                    line.parties(),
                    line.client(),
                    line.allocation(),
                    line.product(),
                    YearMonth.from(line.periodBegin()),
                    line.reference(),
                    cents,
                    state));
        });
        booked.sort(Comparator.comparing(Booked::client)
                .thenComparing(Booked::month)
                .thenComparing(line -> line.parties().provider())
                .thenComparing(Booked::reference)
                .thenComparing(Booked::toString));
        return new Spending(booked, contradictions(messages.keySet(), answers, granted));
    }

    private static boolean isRejected(Key declaration, Map<Key, String> messages, Set<Key> rejectedMessages) {
        String message = messages.get(declaration);
        return message != null
                && rejectedMessages.contains(new Key(declaration.law(), declaration.provider(), message));
    }

    private static State state(Fact.Line line, Fact.@Nullable Answered answer, boolean messageRejected) {
        if (messageRejected) {
            return State.REJECTED;
        }
        if (answer == null) {
            return State.OPEN;
        }
        return answer.whole() || answer.rejected().contains(line.reference()) ? State.REJECTED : State.GRANTED;
    }

    /** Should an answer be given twice, the later one holds, whichever arrived first. */
    private static Fact.Answered latest(Fact.Answered one, Fact.Answered other) {
        int order = Comparator.comparing((Fact.Answered fact) -> fact.source().date())
                .thenComparing(fact -> fact.source().identification())
                .compare(one, other);
        return order >= 0 ? one : other;
    }

    /** A line is sent once; should a number come back in the same declaration, the earlier message holds. */
    private static Fact.Line first(Fact.Line one, Fact.Line other) {
        int order = Comparator.comparing((Fact.Line fact) -> fact.source().date())
                .thenComparing(fact -> fact.source().identification())
                .thenComparing(Fact.Line::toString)
                .compare(one, other);
        return order <= 0 ? one : other;
    }

    private static List<Contradiction> contradictions(
            Set<Key> declared, Map<Key, Fact.Answered> answers, Map<Key, Long> granted) {
        List<Contradiction> found = new ArrayList<>();
        answers.forEach((key, answer) -> {
            long ofLines = granted.getOrDefault(key, 0L);
            if (declared.contains(key)
                    && answer.granted() != null
                    && answer.granted().signedCents() != ofLines) {
                found.add(new Contradiction(
                        answer.parties(), key.number(), answer.granted().signedCents(), ofLines));
            }
        });
        found.sort(Comparator.comparing(Contradiction::toString));
        return found;
    }

    /** Granted cents per month. */
    public Map<YearMonth, Long> grantedByMonth() {
        Map<YearMonth, Long> months = new java.util.TreeMap<>();
        for (Booked line : lines) {
            if (line.state() == State.GRANTED) {
                months.merge(line.month(), line.cents(), Long::sum);
            }
        }
        return months;
    }
}
