package nl.leercirkel.portfolio;

import java.util.Arrays;
import java.util.List;

/** A fund as the page of a programme shows it: its parts, their sum and what the source states. */
record FundView(String name, boolean inBudget, String total, String note, List<Part> parts) {

    /**
     * The parts that were cut in one way.
     *
     * @param sum computed from the parts
     */
    record Part(String label, List<Share> shares, String sum, boolean contradicts) {}

    record Share(String period, String giver, String amount) {}

    static FundView of(Fund fund) {
        return new FundView(
                fund.name(),
                fund.inBudget(),
                fund.total().format(),
                fund.note(),
                Arrays.stream(Fund.Division.values())
                        .filter(division -> !fund.shares(division).isEmpty())
                        .map(division -> part(fund, division))
                        .toList());
    }

    private static Part part(Fund fund, Fund.Division division) {
        return new Part(
                "Som van de " + division.term(),
                fund.shares(division).stream()
                        .map(share -> new Share(
                                share.period() == null ? "" : share.period().format(),
                                share.giver(),
                                share.amount().format()))
                        .toList(),
                fund.sum(division).map(DutchNumbers::euro).orElse("niet van elk deel is het bedrag bekend"),
                FundChecks.difference(fund, division)
                        .map(difference -> difference.signum() != 0)
                        .orElse(false));
    }
}
