package nl.leercirkel.portfolio;

import java.math.BigDecimal;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Money of a project from one source.
 *
 * @param period the year or years it is for
 * @param fromProgrammeBudget whether the amount counts against the budget of the programme
 * @param basis how the source arrives at the amount, when it says so
 */
public record Funding(
        String sourceName,
        FundingKind kind,
        @Nullable Period period,
        FundingMeasure measure,
        Amount amount,
        boolean fromProgrammeBudget,
        @Nullable Basis basis,
        String note) {

    /** A share of a total (0,5 of 1.399.000) or a number of times a price (8 times 17.800). */
    public record Basis(BigDecimal factor, BigDecimal base) {
        public Basis {
            factor = DutchNumbers.plain(factor);
            base = DutchNumbers.plain(base);
        }

        public BigDecimal product() {
            return factor.multiply(base);
        }

        /** "de helft van € 1.399.000", "8 × € 17.800". */
        public String format() {
            if (factor.compareTo(new BigDecimal("0.5")) == 0) {
                return "de helft van " + DutchNumbers.euro(base);
            }
            return factor.compareTo(BigDecimal.ONE) < 0
                    ? DutchNumbers.percentage(factor) + " van " + DutchNumbers.euro(base)
                    : DutchNumbers.format(factor) + " × " + DutchNumbers.euro(base);
        }
    }

    /** The amount that counts in the financial overview: what is planned from the budget of the programme. */
    Optional<BigDecimal> plannedFromProgramme() {
        return fromProgrammeBudget && measure == FundingMeasure.PLANNED ? amount.inEuro() : Optional.empty();
    }
}
