package nl.leercirkel.statistics.business;

import java.util.List;
import nl.leercirkel.statistics.Interval;
import nl.leercirkel.statistics.Outcome;
import nl.leercirkel.statistics.Randomness;
import nl.leercirkel.statistics.Reason;

/**
 * Social return per euro invested. Source: Nicholls, Lawlor, Neitzert and Goodspeed (2012), A guide to social return on
 * investment: what would have come anyway (deadweight), what others brought about (attribution) and what fades (drop-off) are
 * taken off before the ratio.
 *
 * @param ratio    expected present value of the benefits over expected present value of the investment
 * @param interval where the ratio falls with this probability
 * @param aboveOne probability that a euro brings more than a euro
 * @param benefits expected present value of the benefits, euro
 * @param invested expected present value of the investment, euro
 * @param draws    how many
 * @param seed     of the draws
 */
public record SocialReturn(
        double ratio, Interval interval, double aboveOne, double benefits, double invested, int draws, long seed) {

    /**
     * What is claimed.
     *
     * @param yearly      benefit in the first year, euro, before corrections
     * @param years       how long it lasts, 1 to 50
     * @param deadweight  share that would have come anyway
     * @param attribution share that others brought about
     * @param dropOff     share that fades each following year
     * @param investment  euro, now
     * @param rate        discount rate per year; the first year's benefit falls at its end
     */
    public record Claim(
            Distribution yearly,
            int years,
            Distribution deadweight,
            Distribution attribution,
            Distribution dropOff,
            Distribution investment,
            double rate) {

        List<Input> inputs() {
            return List.of(
                    new Input("yearly", yearly),
                    new Input("deadweight", deadweight),
                    new Input("attribution", attribution),
                    new Input("drop-off", dropOff),
                    new Input("investment", investment));
        }

        double benefits(double[] values) {
            double kept = values[0] * (1 - values[1]) * (1 - values[2]);
            double sum = 0;
            for (int year = 1; year <= years; year++) {
                sum += kept / Math.pow(1 + rate, year);
                kept *= 1 - values[3];
            }
            return sum;
        }
    }

    /**
     * @param draws 1,000 or more
     * @param level of the interval
     * @return fails where years or rate are out of range, a share can leave [0, 1], or the investment can be zero or less
     */
    public static Outcome<SocialReturn> of(Claim claim, int draws, double level, Randomness randomness) {
        if (claim.years() < 1 || claim.years() > 50 || !(claim.rate() > -1) || !Double.isFinite(claim.rate())) {
            return Outcome.failed(Reason.OUT_OF_RANGE, claim.years() + " years at a rate of " + claim.rate());
        }
        for (Distribution share : List.of(claim.deadweight(), claim.attribution(), claim.dropOff())) {
            if (share.quantile(1e-6) < 0 || share.quantile(1 - 1e-6) > 1) {
                return Outcome.failed(Reason.OUT_OF_RANGE, "a share outside 0 to 1: " + share);
            }
        }
        if (!(claim.investment().quantile(1e-6) > 0)) {
            return Outcome.failed(Reason.NOTHING_TO_DIVIDE_BY, "the investment can be zero or less");
        }
        List<Input> inputs = claim.inputs();
        return MonteCarlo.run(inputs, claim::benefits, draws, level, randomness)
                .flatMap(benefits -> MonteCarlo.run(
                                inputs, values -> claim.benefits(values) / values[4] - 1, draws, level, randomness)
                        .map(returns -> new SocialReturn(
                                benefits.mean() / claim.investment().mean(),
                                new Interval(
                                        returns.interval().lower() + 1,
                                        returns.interval().upper() + 1,
                                        level),
                                returns.positive(),
                                benefits.mean(),
                                claim.investment().mean(),
                                draws,
                                randomness.seed())));
    }
}
