package nl.leercirkel.portfolio;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Holds the funds of a programme against their parts and against its budget. */
final class FundChecks {
    private FundChecks() {}

    static List<Check> of(ProgrammeData programme) {
        List<Check> checks = new ArrayList<>();
        for (Fund fund : programme.funds()) {
            for (Fund.Division division : Fund.Division.values()) {
                difference(fund, division)
                        .filter(difference -> difference.signum() != 0)
                        .ifPresent(difference -> checks.add(parts(fund, division, difference)));
            }
        }
        budget(programme).ifPresent(checks::add);
        return checks;
    }

    /** The parts minus the stated total; empty when one of them is not given exactly. */
    static Optional<BigDecimal> difference(Fund fund, Fund.Division division) {
        boolean exact = fund.shares(division).stream()
                .allMatch(share -> share.amount().exact().isPresent());
        return exact ? fund.sum(division).flatMap(sum -> fund.total().exact().map(sum::subtract)) : Optional.empty();
    }

    private static Check parts(Fund fund, Fund.Division division, BigDecimal difference) {
        BigDecimal total = fund.total().exact().orElseThrow();
        return new Check(
                CheckKind.FUND_TOTAL,
                "Fonds " + fund.name(),
                "De " + division.term() + " tellen op tot " + DutchNumbers.euro(total.add(difference))
                        + ", het totaal is " + DutchNumbers.euro(total) + ": " + DutchNumbers.euro(difference.abs())
                        + (difference.signum() > 0 ? " te veel." : " te weinig."),
                difference);
    }

    /** What the funds bring in may not be more than the budget, and is all of it when nothing else pays. */
    private static Optional<Check> budget(ProgrammeData programme) {
        Optional<BigDecimal> budget = programme.totalBudget().exact();
        List<Fund> counting = programme.funds().stream().filter(Fund::inBudget).toList();
        if (budget.isEmpty()
                || counting.isEmpty()
                || counting.stream().anyMatch(fund -> fund.total().exact().isEmpty())) {
            return Optional.empty();
        }
        BigDecimal funds = counting.stream()
                .flatMap(fund -> fund.total().exact().stream())
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        BigDecimal difference = funds.subtract(budget.get());
        return difference.signum() == 0
                ? Optional.empty()
                : Optional.of(new Check(
                        CheckKind.FUNDS_AGAINST_BUDGET,
                        "Fondsen van het programma",
                        "De fondsen zijn samen " + DutchNumbers.euro(funds) + ", het budget van het programma is "
                                + DutchNumbers.euro(budget.get()) + ": "
                                + (difference.signum() > 0
                                        ? DutchNumbers.euro(difference) + " te veel."
                                        : "voor " + DutchNumbers.euro(difference.abs()) + " is geen fonds vastgelegd."),
                        difference));
    }
}
