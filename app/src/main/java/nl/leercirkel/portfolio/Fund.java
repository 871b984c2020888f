package nl.leercirkel.portfolio;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Money that a programme gets from elsewhere.
 *
 * @param total what the source says it is together
 * @param inBudget whether it is part of the budget of the programme; a national total that is only named is not
 * @param shares what it is made up of: per year, per giver, or both
 */
public record Fund(String name, Amount total, boolean inBudget, String note, List<Share> shares) {

    /** A part of a fund. */
    public record Share(@Nullable Period period, String giver, Amount amount) {
        Division division() {
            if (period == null) {
                return giver.isEmpty() ? Division.NONE : Division.GIVER;
            }
            return giver.isEmpty() ? Division.YEAR : Division.YEAR_AND_GIVER;
        }
    }

    /** How the parts were cut. Parts per year and parts per giver are each the whole fund, so they never add up together. */
    public enum Division {
        YEAR("jaren"),
        GIVER("gevers"),
        YEAR_AND_GIVER("jaren en gevers"),
        NONE("delen");

        private final String term;

        Division(String term) {
            this.term = term;
        }

        String term() {
            return term;
        }
    }

    public Fund {
        shares = List.copyOf(shares);
    }

    List<Share> shares(Division division) {
        return shares.stream().filter(share -> share.division() == division).toList();
    }

    /** The sum of the parts that were cut in one way; empty when there are none or one of them has no amount. */
    Optional<BigDecimal> sum(Division division) {
        List<Share> parts = shares(division);
        return parts.isEmpty() || parts.stream().anyMatch(part -> !part.amount().isGiven())
                ? Optional.empty()
                : Optional.of(parts.stream()
                        .flatMap(part -> part.amount().inEuro().stream())
                        .reduce(BigDecimal.ZERO, BigDecimal::add));
    }
}
