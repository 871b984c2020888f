package nl.leercirkel.report;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;
import nl.leercirkel.portfolio.Result;
import nl.leercirkel.portfolio.ResultValue;
import nl.leercirkel.portfolio.Statistic;
import nl.leercirkel.statistics.Estimate;
import nl.leercirkel.statistics.Outcome;
import nl.leercirkel.statistics.sample.Proportions;

/**
 * How sure a result is, in a sentence for people who decide and do not calculate. A share is given the margin that its
 * number of observations allows (Wilson, 95%); where the source does not say on how many it rests, the sentence says that.
 */
final class Certainty {
    private static final double LEVEL = .95;
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    private Certainty() {}

    static String of(Result result, Wording words) {
        Optional<BigDecimal> number = result.value().exact();
        Optional<BigDecimal> n = result.observations();
        if (number.isPresent() && n.isPresent() && isPart(result)) {
            Optional<Long> part = part(result, number.get(), n.get());
            if (part.isPresent()) {
                return margin(part.get(), n.get(), words);
            }
        }
        return switch (result.statistic()) {
            case COUNT, AMOUNT -> words.get("certainty.count");
            case SHARE, MEAN, CHANGE ->
                n.isPresent() ? words.get("certainty.spread", n.get().toPlainString()) : words.get("certainty.unknown");
            case STATEMENT -> words.get("certainty.statement");
        };
    }

    /** "5 of the 11", or "22%" of a known number. */
    private static boolean isPart(Result result) {
        return switch (result.statistic()) {
            case COUNT -> result.whole() != null;
            case SHARE -> result.value() instanceof ResultValue.Number;
            case MEAN, AMOUNT, CHANGE, STATEMENT -> false;
        };
    }

    /** Of how many it is so; empty when the figures cannot be a part and its whole. */
    private static Optional<Long> part(Result result, BigDecimal value, BigDecimal n) {
        BigDecimal part = result.statistic() == Statistic.COUNT
                ? value
                : value.multiply(n)
                        .divide(result.unit().startsWith("%") ? HUNDRED : BigDecimal.ONE, 0, RoundingMode.HALF_UP);
        boolean possible = part.signum() >= 0
                && part.compareTo(n) <= 0
                && part.stripTrailingZeros().scale() <= 0
                && n.stripTrailingZeros().scale() <= 0
                && n.signum() > 0;
        return possible ? Optional.of(part.longValueExact()) : Optional.empty();
    }

    private static String margin(long part, BigDecimal n, Wording words) {
        Outcome<Estimate> estimate = Proportions.wilson(part, n.longValueExact(), LEVEL);
        return switch (estimate) {
            case Outcome.Answer<Estimate>(Estimate answer) ->
                words.get(
                        "certainty.margin",
                        String.valueOf(part),
                        n.toPlainString(),
                        percent(answer.interval().lower()),
                        percent(answer.interval().upper()));
            case Outcome.NoAnswer<Estimate> none -> words.get("certainty.unknown");
        };
    }

    private static String percent(double share) {
        return Math.round(share * 100) + "%";
    }
}
