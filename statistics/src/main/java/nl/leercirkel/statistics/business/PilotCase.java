package nl.leercirkel.statistics.business;

import java.util.Arrays;
import java.util.List;
import nl.leercirkel.statistics.Interval;
import nl.leercirkel.statistics.Outcome;
import nl.leercirkel.statistics.Randomness;
import nl.leercirkel.statistics.Reason;

/**
 * The usual business case of a pilot: net = cases x success x (before - after) - investment.
 *
 * @param cases      families or clients in the period
 * @param success    share in which the pilot takes the place of the dearer care
 * @param before     cost per case without the pilot, euro
 * @param after      cost per case with it, euro
 * @param investment what the pilot costs, euro
 */
public record PilotCase(
        Distribution cases, Distribution success, Distribution before, Distribution after, Distribution investment) {

    /** Expected value and standard deviation, exact for independent inputs. */
    public record Exact(double mean, double sd) {}

    /**
     * Cases needed to earn the investment back.
     *
     * @param expected   at the means of all inputs
     * @param withChance fewest cases at which the net is above zero with the asked probability
     * @param chance     that probability
     * @param never      share of draws in which a case saves nothing, so that no number is enough
     * @param interval   80% of the draws need a number in here; open above where {@code never} exceeds a tenth
     * @param draws      how many
     * @param seed       of the draws
     */
    public record BreakEven(
            long expected, long withChance, double chance, double never, Interval interval, int draws, long seed) {}

    public List<Input> inputs() {
        return List.of(
                new Input("cases", cases),
                new Input("success", success),
                new Input("before", before),
                new Input("after", after),
                new Input("investment", investment));
    }

    /** The net at given values of the five inputs, in their order. */
    static double net(double[] values) {
        return values[0] * values[1] * (values[2] - values[3]) - values[4];
    }

    /** Moments of a product of independent quantities (Goodman 1960, On the exact variance of products). */
    public Exact exact() {
        double saving = before.mean() - after.mean();
        double mean = cases.mean() * success.mean() * saving;
        double square = square(cases.mean(), cases.variance())
                * square(success.mean(), success.variance())
                * square(saving, before.variance() + after.variance());
        return new Exact(
                mean - investment.mean(), Math.sqrt(Math.max(square - mean * mean, 0) + investment.variance()));
    }

    public Outcome<Simulation> simulate(int draws, double level, Randomness randomness) {
        return MonteCarlo.run(inputs(), PilotCase::net, draws, level, randomness);
    }

    public Outcome<Tornado> tornado() {
        return Tornado.of(inputs(), PilotCase::net, .1, .9);
    }

    /**
     * How many cases are needed. The number of cases itself is left out: it is what is asked.
     *
     * @param chance     with which the net must be above zero, as .8
     * @param draws      1,000 or more
     * @param randomness seed and threads
     * @return fails where a case saves nothing on average, or saves nothing so often that the chance is never reached
     */
    public Outcome<BreakEven> breakEven(double chance, int draws, Randomness randomness) {
        double perCase = success.mean() * (before.mean() - after.mean());
        if (!(perCase > 0)) {
            return Outcome.failed(Reason.NOT_REACHED, "a case saves " + perCase + " on average");
        }
        if (!(chance > 0 && chance < 1)) {
            return Outcome.failed(Reason.OUT_OF_RANGE, "chance " + chance);
        }
        double beyond = 1e15;
        return MonteCarlo.draw(
                        inputs().subList(1, 5),
                        values -> {
                            double saved = values[0] * (values[1] - values[2]);
                            double needed = values[3] <= 0 ? 0 : values[3] / saved;
                            return saved > 0 || values[3] <= 0 ? Math.min(needed, beyond) : beyond;
                        },
                        draws,
                        .8,
                        randomness)
                .flatMap(drawn -> {
                    double[] needed = Quantiles.of(drawn.outcomes(), .1, chance, .9);
                    if (needed[1] >= beyond) {
                        return Outcome.failed(Reason.NOT_REACHED, "no number of cases gives a chance of " + chance);
                    }
                    double never = Arrays.stream(drawn.outcomes())
                                    .filter(value -> value >= beyond)
                                    .count()
                            / (double) draws;
                    return Outcome.of(new BreakEven(
                            enough(investment.mean() / perCase),
                            enough(needed[1]),
                            chance,
                            never,
                            new Interval(needed[0], needed[2] >= beyond ? Double.POSITIVE_INFINITY : needed[2], .8),
                            draws,
                            randomness.seed()));
                });
    }

    /** The first whole number of cases with a net above zero. */
    private static long enough(double cases) {
        return Math.max((long) Math.floor(cases) + 1, 0);
    }

    private static double square(double mean, double variance) {
        return mean * mean + variance;
    }
}
