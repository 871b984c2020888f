package nl.leercirkel.standards.ijw.episode;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import nl.leercirkel.standards.ijw.message.AllocatedProduct;
import org.jspecify.annotations.Nullable;

/** The allocations of one client by one municipality to one provider: per number the latest decision (IV013). */
final class Allocations {
    /** The latest decision; of two with the same time the one that was written last, then by its message, so that order of arrival does not matter. */
    private static final Comparator<Fact.Allocated> BY_DECISION = Comparator.comparing(
                    (Fact.Allocated fact) -> fact.product().date())
            .thenComparing(fact -> fact.product().time())
            .thenComparing(fact -> fact.source().date())
            .thenComparing(fact -> fact.source().identification())
            .thenComparing(fact -> fact.product().toString());

    private final Map<Long, Known> byNumber = new HashMap<>();

    /** What is known of a number. */
    record Known(
            AllocatedProduct product,
            LocalDate firstDecided,
            @Nullable String reference) {
        boolean removed() {
            return product.isRemoval();
        }
    }

    Allocations(List<Fact.Allocated> facts) {
        Map<Long, Fact.Allocated> latest = new HashMap<>();
        Map<Long, Fact.Allocated> first = new HashMap<>();
        Map<Long, String> references = new HashMap<>();
        for (Fact.Allocated fact : facts) {
            long number = fact.product().number();
            latest.merge(number, fact, (one, other) -> BY_DECISION.compare(one, other) >= 0 ? one : other);
            first.merge(number, fact, (one, other) -> BY_DECISION.compare(one, other) <= 0 ? one : other);
            String reference = fact.product().providerReference();
            if (reference != null) {
                references.merge(number, reference, (one, other) -> one.compareTo(other) <= 0 ? one : other);
            }
        }
        latest.forEach((number, fact) -> byNumber.put(
                number,
                new Known(
                        fact.product(),
                        java.util.Objects.requireNonNull(first.get(number))
                                .product()
                                .date(),
                        references.get(number))));
    }

    @Nullable
    Known get(long number) {
        return byNumber.get(number);
    }

    Iterable<Long> numbers() {
        return byNumber.keySet();
    }
}
