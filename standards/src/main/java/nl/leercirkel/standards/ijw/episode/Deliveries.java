package nl.leercirkel.standards.ijw.episode;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Starts or stops that hold: what was sent, less what was removed. A removal makes earlier deliveries of its key count as never
 * sent (OP033), earlier by the date on the message, never by arrival. On one day, on which dates tell no order, deliveries and
 * removals are counted against each other, since by the rules they alternate.
 */
final class Deliveries {
    private Deliveries() {}

    /** One delivery of every key that holds. */
    static <T extends Fact> List<T> holding(List<T> given, Predicate<T> removal, Function<T, Object> key) {
        if (given.size() == 1) {
            return removal.test(given.getFirst()) ? List.of() : given;
        }
        Map<Object, History<T>> histories = new HashMap<>();
        for (T delivery : given) {
            histories
                    .computeIfAbsent(key.apply(delivery), any -> new History<>())
                    .add(delivery, removal.test(delivery));
        }
        List<T> holding = new ArrayList<>();
        for (History<T> history : histories.values()) {
            T delivery = history.holding();
            if (delivery != null) {
                holding.add(delivery);
            }
        }
        return holding;
    }

    /** All that was said of one key. */
    private static final class History<T extends Fact> {
        private final Set<Seen> seen = new HashSet<>();
        private final Map<LocalDate, int[]> days = new TreeMap<>();
        private @Nullable T delivery;

        private record Seen(Fact.Source source, boolean removal) {}

        void add(T fact, boolean removes) {
            if (!removes) {
                delivery = fact;
            }
            if (seen.add(new Seen(fact.source(), removes))) {
                days.computeIfAbsent(fact.source().date(), any -> new int[2])[removes ? 1 : 0]++;
            }
        }

        @Nullable
        T holding() {
            boolean holds = false;
            for (int[] day : days.values()) {
                int sent = day[0];
                int removed = day[1];
                if (removed == 0) {
                    holds = true;
                } else if (sent == 0) {
                    holds = false;
                } else {
                    holds = (holds ? 1 : 0) + sent > removed;
                }
            }
            return holds ? delivery : null;
        }
    }
}
