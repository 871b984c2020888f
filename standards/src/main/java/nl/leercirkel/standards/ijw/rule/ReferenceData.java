package nl.leercirkel.standards.ijw.rule;

import java.time.LocalDate;
import java.util.Optional;
import nl.leercirkel.standards.ijw.definition.Law;
import nl.leercirkel.standards.ijw.message.Bsn;
import nl.leercirkel.standards.ijw.message.Product;
import org.jspecify.annotations.Nullable;

/** What rules ask of others than the messages: the clock, lists and contracts. Empty = not known, and then not judged. */
public interface ReferenceData {
    /** The day of today (TR135). */
    LocalDate today();

    /** Whether the municipality code is or was in use on this day or before it; old codes stay usable (TR378). */
    Optional<Boolean> isMunicipality(String code, LocalDate day);

    /** The category a product code belongs to in the list that is in use (TR381). */
    Optional<String> categoryOf(Law law, String productCode);

    /** Whether the client has a personal budget (pgb) for the product at some time between these days (OP043); end null = open. */
    default Optional<Boolean> hasPersonalBudget(
            Parties parties, Bsn bsn, Product product, LocalDate begin, @Nullable LocalDate end) {
        return Optional.empty();
    }

    /** What was agreed on a product (TR346, TR418). */
    Optional<Agreement> agreement(Parties parties, String productCode, LocalDate day);

    /**
     * An agreed price.
     *
     * @param tariff in cents for one unit
     * @param unit code of WJ756
     * @param output whether the product is contracted by output rather than by effort (IV077)
     */
    record Agreement(long tariff, String unit, boolean output) {}

    /** Knows the clock only. */
    static ReferenceData clockOnly(LocalDate today) {
        return new ReferenceData() {
            @Override
            public LocalDate today() {
                return today;
            }

            @Override
            public Optional<Boolean> isMunicipality(String code, LocalDate day) {
                return Optional.empty();
            }

            @Override
            public Optional<String> categoryOf(Law law, String productCode) {
                return Optional.empty();
            }

            @Override
            public Optional<Agreement> agreement(Parties parties, String productCode, LocalDate day) {
                return Optional.empty();
            }
        };
    }
}
