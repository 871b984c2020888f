package nl.leercirkel.statistics.sample;

import java.util.EnumSet;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import nl.leercirkel.statistics.Alternative;
import nl.leercirkel.statistics.Caveat;
import nl.leercirkel.statistics.Estimate;
import nl.leercirkel.statistics.Failure;
import nl.leercirkel.statistics.Interval;
import nl.leercirkel.statistics.Outcome;
import nl.leercirkel.statistics.Reason;
import nl.leercirkel.statistics.TestResult;
import nl.leercirkel.statistics.support.Check;
import nl.leercirkel.statistics.support.Dist;
import nl.leercirkel.statistics.support.Roots;
import org.apache.commons.statistics.distribution.HypergeometricDistribution;

/**
 * Two yes-or-no questions about the same units, or one about two groups, as a table of two by two:
 *
 * <pre>
 *            yes   no
 *   first     a     b
 *   second    c     d
 * </pre>
 *
 * Methods fail with OUT_OF_RANGE for negative cells and NO_DATA for an empty table.
 */
public record FourfoldTable(long a, long b, long c, long d) {

    /** Exact work on tables above this total would take seconds. */
    private static final long MOST = 1_000_000;

    /**
     * Fisher's exact test that the answer does not depend on the group; two-sided by likelihood, as R's fisher.test.
     *
     * @return the statistic is the cell a
     * @see "Fisher (1935), The logic of inductive inference, JRSS 98"
     */
    public Outcome<TestResult> fisher(Alternative alternative) {
        Optional<Failure> failure = failure();
        if (failure.isPresent()) {
            return Outcome.failed(failure.get());
        }
        HypergeometricDistribution chance = HypergeometricDistribution.of((int) total(), (int) (a + c), (int) (a + b));
        int least = chance.getSupportLowerBound();
        int most = chance.getSupportUpperBound();
        int seen = (int) a;
        double p = switch (alternative) {
            case LESS -> chance.cumulativeProbability(seen);
            case GREATER -> chance.survivalProbability(seen - 1);
            case TWO_SIDED ->
                Proportions.twoTails(
                        seen,
                        least,
                        most,
                        Math.clamp((a + b + 1) * (a + c + 1) / (total() + 2), least, most),
                        chance::probability,
                        k -> chance.cumulativeProbability(k),
                        k -> chance.survivalProbability(k - 1));
        };
        return Outcome.of(new TestResult(
                a, 0, Dist.clamp01(p), alternative, total(), "fisher-exact", EnumSet.noneOf(Caveat.class)));
    }

    /**
     * The conditional maximum-likelihood odds ratio with its exact interval, as R's fisher.test.
     *
     * <p>Fails with CONSTANT when a row or column is empty and with NOT_REACHED when a cell of zero makes the ratio infinite
     * (its interval then still has a lower end: see {@link #oddsRatioInterval}).
     */
    public Outcome<Estimate> oddsRatio(double level) {
        return oddsRatioInterval(level).flatMap(interval -> {
            if (a == Math.min(a + b, a + c)) {
                return Outcome.failed(Reason.NOT_REACHED, "b or c is 0: the odds ratio is infinite");
            }
            double value = a == Math.max(0, a - d) ? 0 : Math.exp(logOddsWhere(ratio -> mean(ratio) - a));
            Set<Caveat> caveats = Proportions.few(Math.min(a + b, c + d));
            return Outcome.of(new Estimate(value, interval, total(), "conditional-maximum-likelihood", caveats));
        });
    }

    /** The exact interval of the odds ratio; an end may be 0 or infinite. */
    public Outcome<Interval> oddsRatioInterval(double level) {
        Optional<Failure> failure = Check.first(failure(), Check.level(level));
        if (failure.isPresent()) {
            return Outcome.failed(failure.get());
        }
        long least = Math.max(0, a - d);
        long most = Math.min(a + b, a + c);
        if (least == most) {
            return Outcome.failed(Reason.CONSTANT, "a row or a column is empty");
        }
        double tail = (1 - level) / 2;
        double lower = a == least ? 0 : Math.exp(logOddsWhere(logOdds -> above(a, logOdds) - tail));
        double upper = a == most
                ? Double.POSITIVE_INFINITY
                : Math.exp(logOddsWhere(logOdds -> 1 - above(a + 1, logOdds) - tail));
        return Outcome.of(new Interval(lower, upper, level));
    }

    /**
     * McNemar's test for paired answers: rows are the first moment, columns the second, so b and c are those who changed.
     * Chi-squared with Edwards' continuity correction.
     *
     * @return CONSTANT when nobody changed
     * @see "McNemar (1947), Psychometrika 12; Edwards (1948), Psychometrika 13"
     */
    public Outcome<TestResult> mcNemar() {
        Optional<Failure> failure = Check.first(failure(), changed());
        if (failure.isPresent()) {
            return Outcome.failed(failure.get());
        }
        double distance = Math.max(0, Math.abs((double) b - c) - 1);
        double chiSquared = distance * distance / (b + c);
        return Outcome.of(new TestResult(
                chiSquared,
                1,
                Dist.chiSquaredAbove(chiSquared, 1),
                Alternative.TWO_SIDED,
                total(),
                "mcnemar-corrected",
                b + c < 25
                        ? Set.of(Caveat.LARGE_SAMPLE_FORMULA, Caveat.FEW_OBSERVATIONS)
                        : Set.of(Caveat.LARGE_SAMPLE_FORMULA)));
    }

    /**
     * The exact test for paired answers: of those who changed, half is expected each way. GREATER looks for more b than c.
     *
     * @return the statistic is b; CONSTANT when nobody changed
     */
    public Outcome<TestResult> mcNemarExact(Alternative alternative) {
        return Check.first(failure(), changed())
                .<Outcome<TestResult>>map(Outcome::failed)
                .orElseGet(() -> Proportions.test(b, b + c, .5, alternative)
                        .map(test ->
                                new TestResult(b, 0, test.pValue(), alternative, total(), "mcnemar-exact", Set.of())));
    }

    private Optional<Failure> changed() {
        return Check.that(b + c > 0, Reason.CONSTANT, "nobody changed");
    }

    private Optional<Failure> failure() {
        return Check.first(
                Check.notNegative("a", a),
                Check.notNegative("b", b),
                Check.notNegative("c", c),
                Check.notNegative("d", d),
                Check.that(Math.max(Math.max(a, b), Math.max(c, d)) <= MOST, Reason.TOO_LARGE, "cell above " + MOST),
                Check.that(total() > 0, Reason.NO_DATA, "all cells are 0"));
    }

    private long total() {
        return a + b + c + d;
    }

    private static double logOddsWhere(java.util.function.DoubleUnaryOperator zero) {
        OptionalDouble found = Roots.between(zero, -60, 60);
        return found.orElseThrow(() -> new IllegalStateException("odds ratio beyond e^60"));
    }

    /** Fisher's noncentral hypergeometric distribution of a, given the margins: weights up to a common factor. */
    private double[] weights(double logOdds) {
        int least = (int) Math.max(0, a - d);
        int most = (int) Math.min(a + b, a + c);
        double[] logs = new double[most - least + 1];
        for (int k = least + 1; k <= most; k++) {
            double up = (a + b - k + 1.0) * (a + c - k + 1.0);
            double down = k * (d - a + (double) k);
            logs[k - least] = logs[k - least - 1] + Math.log(up / down) + logOdds;
        }
        double highest = Double.NEGATIVE_INFINITY;
        for (double log : logs) {
            highest = Math.max(highest, log);
        }
        double[] weights = new double[logs.length];
        for (int i = 0; i < logs.length; i++) {
            weights[i] = Math.exp(logs[i] - highest);
        }
        return weights;
    }

    private double mean(double logOdds) {
        double[] weights = weights(logOdds);
        double least = Math.max(0, a - d);
        double sum = 0;
        double total = 0;
        for (int i = 0; i < weights.length; i++) {
            sum += (least + i) * weights[i];
            total += weights[i];
        }
        return sum / total;
    }

    private double above(long from, double logOdds) {
        double[] weights = weights(logOdds);
        int start = (int) (from - Math.max(0, a - d));
        double sum = 0;
        double total = 0;
        for (int i = 0; i < weights.length; i++) {
            sum += i >= start ? weights[i] : 0;
            total += weights[i];
        }
        return sum / total;
    }
}
