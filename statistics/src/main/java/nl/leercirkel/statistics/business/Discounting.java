package nl.leercirkel.statistics.business;

import java.util.Optional;
import nl.leercirkel.statistics.Outcome;
import nl.leercirkel.statistics.Reason;
import nl.leercirkel.statistics.support.Check;

/**
 * Money of later years in money of now. Source: any text on investment appraisal; for the Netherlands the rate is set by the
 * ministry of Finance's working group on discount rates, so it is an input here.
 *
 * @param presentValue   sum of the discounted flows, in euro of the first year
 * @param undiscounted   plain sum
 * @param paybackYear    first year in which the discounted sum so far is not below zero and stays so; absent where never
 * @param internalRate   the rate at which the present value is zero; absent where there is none or more than one
 * @param years          number of years
 * @param rate           the rate used, as .0225
 */
public record Discounting(
        double presentValue,
        double undiscounted,
        Optional<Integer> paybackYear,
        Optional<Double> internalRate,
        int years,
        double rate) {

    /**
     * @param flows net per year, the first now and undiscounted; costs negative
     * @param rate  per year, above -1, as .0225; real for flows in constant prices, nominal for flows in prices of their year
     * @return fails on no flows, NaN or a rate that is not above -1
     */
    public static Outcome<Discounting> of(double[] flows, double rate) {
        if (flows.length == 0) {
            return Outcome.failed(Reason.NO_DATA, "no years");
        }
        if (!(rate > -1) || !Double.isFinite(rate)) {
            return Outcome.failed(Reason.OUT_OF_RANGE, "rate " + rate);
        }
        double plain = 0;
        double running = 0;
        int payback = -1;
        for (int year = 0; year < flows.length; year++) {
            if (!Double.isFinite(flows[year])) {
                return Outcome.failed(Reason.NOT_A_NUMBER, "year " + year + ": " + flows[year]);
            }
            plain += flows[year];
            running += flows[year] / Math.pow(1 + rate, year);
            if (running < 0) {
                payback = -1;
            } else if (payback < 0) {
                payback = year;
            }
        }
        return Outcome.of(new Discounting(
                running,
                plain,
                payback < 0 ? Optional.empty() : Optional.of(payback),
                internalRate(flows),
                flows.length,
                rate));
    }

    /**
     * The rate in constant prices that belongs to a rate in current prices (Fisher).
     *
     * @return OUT_OF_RANGE for a rate of -100% or less
     */
    public static Outcome<Double> realRate(double nominal, double inflation) {
        return Check.first(
                        Check.finite("nominal rate", nominal),
                        Check.finite("inflation", inflation),
                        Check.that(
                                nominal > -1 && inflation > -1,
                                Reason.OUT_OF_RANGE,
                                "rates " + nominal + " and " + inflation))
                .<Outcome<Double>>map(Outcome::failed)
                .orElseGet(() -> Outcome.of((1 + nominal) / (1 + inflation) - 1));
    }

    static double presentValue(double[] flows, double rate) {
        double sum = 0;
        for (int year = flows.length - 1; year >= 0; year--) {
            sum = sum / (1 + rate) + flows[year];
        }
        return sum;
    }

    /** One change of sign gives exactly one rate (Descartes); with more there may be several, and none is told. */
    private static Optional<Double> internalRate(double[] flows) {
        int changes = 0;
        double before = 0;
        for (double flow : flows) {
            if (flow != 0) {
                changes += before != 0 && Math.signum(flow) != Math.signum(before) ? 1 : 0;
                before = flow;
            }
        }
        if (changes != 1) {
            return Optional.empty();
        }
        double low = -.99;
        double high = 10;
        double atLow = presentValue(flows, low);
        if (Math.signum(atLow) == Math.signum(presentValue(flows, high))) {
            return Optional.empty();
        }
        for (int i = 0; i < 200; i++) {
            double middle = (low + high) / 2;
            if (Math.signum(presentValue(flows, middle)) == Math.signum(atLow)) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return Optional.of((low + high) / 2);
    }
}
