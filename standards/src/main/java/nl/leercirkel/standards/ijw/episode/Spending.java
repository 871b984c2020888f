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
import java.util.TreeMap;
import java.util.TreeSet;
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

    /** What a provider numbers itself, within the law: a declaration message, or a line. */
    private record Key(Law law, String provider, String number) {
        static Key of(Parties parties, String number) {
            return new Key(parties.law(), parties.provider(), number);
        }

        /** The message a line came in; the answer names it. */
        static Key ofMessage(Fact.Line line) {
            return of(line.parties(), line.source().identification());
        }
    }

    /** Books all lines in the facts; answers may come before or after, and more than once. */
    public static Spending of(Collection<? extends Fact> facts) {
        Map<Key, Fact.Answered> answers = new HashMap<>();
        Set<Key> declared = new HashSet<>();
        for (Fact fact : facts) {
            if (fact instanceof Fact.Answered answered) {
                answers.merge(Key.of(answered.parties(), answered.message()), answered, Spending::latest);
            } else if (fact instanceof Fact.Declared declaration) {
                declared.add(Key.of(
                        declaration.parties(), declaration.source().identification()));
            }
        }
        Map<Key, Fact.Line> lines = new HashMap<>();
        for (Fact fact : facts) {
            if (fact instanceof Fact.Line line) {
                lines.merge(
                        Key.of(line.parties(), line.reference()),
                        line,
                        (one, other) -> holding(one, other, answers));
            }
        }
        List<Booked> booked = new ArrayList<>();
        Map<Key, Long> granted = new HashMap<>();
        for (Fact.Line line : lines.values()) {
            State state = state(line, answers.get(Key.ofMessage(line)));
            long cents = line.amount().signedCents();
            if (state == State.GRANTED) {
                granted.merge(Key.ofMessage(line), cents, Long::sum);
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
        }
        booked.sort(Comparator.comparing(Booked::client)
                .thenComparing(Booked::month)
                .thenComparing(line -> line.parties().provider())
                .thenComparing(Booked::reference)
                .thenComparing(Booked::toString));
        return new Spending(booked, contradictions(declared, answers, granted));
    }

    private static State state(Fact.Line line, Fact.@Nullable Answered answer) {
        if (answer == null) {
            return State.OPEN;
        }
        return answer.whole() || answer.rejected().contains(line.reference()) ? State.REJECTED : State.GRANTED;
    }

    /**
     * A number is used once (TR314). Should it come back, a line that was not rejected holds before one that was, since rejected
     * lines are simply sent again; then the one that was sent first.
     */
    private static Fact.Line holding(Fact.Line one, Fact.Line other, Map<Key, Fact.Answered> answers) {
        int order = Comparator.comparing((Fact.Line fact) ->
                        state(fact, answers.get(Key.ofMessage(fact))) == State.REJECTED)
                .thenComparing(fact -> fact.source().date())
                .thenComparing(fact -> fact.source().identification())
                .thenComparing(Fact.Line::toString)
                .compare(one, other);
        return order <= 0 ? one : other;
    }

    /** Should an answer be given twice, the later one holds, whichever arrived first. */
    private static Fact.Answered latest(Fact.Answered one, Fact.Answered other) {
        int order = Comparator.comparing((Fact.Answered fact) -> fact.source().date())
                .thenComparing(fact -> fact.source().identification())
                .thenComparing(Fact.Answered::whole)
                .thenComparing(Spending::text)
                .compare(one, other);
        return order >= 0 ? one : other;
    }

    /** All an answer says, written the same whatever the order of its set. */
    private static String text(Fact.Answered answer) {
        return answer.declaration() + " " + answer.granted() + " " + new TreeSet<>(answer.rejected());
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
                        answer.parties(),
                        String.valueOf(answer.declaration()),
                        answer.granted().signedCents(),
                        ofLines));
            }
        });
        found.sort(Comparator.comparing(Contradiction::toString));
        return found;
    }

    /** Granted cents per month. */
    public Map<YearMonth, Long> grantedByMonth() {
        Map<YearMonth, Long> months = new TreeMap<>();
        for (Booked line : lines) {
            if (line.state() == State.GRANTED) {
                months.merge(line.month(), line.cents(), Long::sum);
            }
        }
        return months;
    }
}
