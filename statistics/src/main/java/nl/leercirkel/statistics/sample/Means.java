package nl.leercirkel.statistics.sample;

import java.util.EnumSet;
import java.util.Optional;
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

/**
 * Means and their differences with Student's t. For money and other skewed amounts with few cases, use {@link Bootstrap}
 * or {@link Permutation}: the caveat SKEWED says when.
 *
 * <p>All methods fail with NO_DATA, NOT_A_NUMBER, TOO_FEW below two values (per group), and CONSTANT when nothing varies.
 */
public final class Means {

    private Means() {}

    /** The mean with its t interval. */
    public static Outcome<Estimate> mean(double[] values, double level) {
        return Check.first(Check.values("values", values, 2), Check.level(level))
                .<Outcome<Estimate>>map(Outcome::failed)
                .orElseGet(() -> Summary.of(values).flatMap(summary -> {
                    if (summary.standardDeviation() == 0) {
                        return constant(summary);
                    }
                    double half = Dist.tHalfWidth(level, summary.n() - 1.0) * summary.standardError();
                    return Outcome.of(new Estimate(
                            summary.mean(),
                            new Interval(summary.mean() - half, summary.mean() + half, level),
                            summary.n(),
                            "student-t",
                            caveats(summary)));
                }));
    }

    /** The test that the mean is the reference; LESS and GREATER are seen from the sample. */
    public static Outcome<TestResult> test(double[] values, double reference, Alternative alternative) {
        return Check.first(Check.values("values", values, 2), Check.finite("reference", reference))
                .<Outcome<TestResult>>map(Outcome::failed)
                .orElseGet(() -> Summary.of(values).flatMap(summary -> {
                    if (summary.standardDeviation() == 0) {
                        return constant(summary);
                    }
                    double t = (summary.mean() - reference) / summary.standardError();
                    double df = summary.n() - 1.0;
                    return Outcome.of(new TestResult(
                            t,
                            df,
                            Dist.tPValue(t, df, alternative),
                            alternative,
                            summary.n(),
                            "student-t",
                            caveats(summary)));
                }));
    }

    /** The mean of after minus before within the same units, with its t interval. */
    public static Outcome<Estimate> pairedDifference(double[] after, double[] before, double level) {
        return pairs(after, before).flatMap(differences -> mean(differences, level));
    }

    /** The test that after and before have the same mean within units. */
    public static Outcome<TestResult> pairedTest(double[] after, double[] before, Alternative alternative) {
        return pairs(after, before).flatMap(differences -> test(differences, 0, alternative));
    }

    /**
     * The mean of the first group minus that of the second, variances not assumed equal.
     *
     * @see "Welch (1947), The generalization of Student's problem, Biometrika 34"
     */
    public static Outcome<Estimate> difference(double[] first, double[] second, double level) {
        Optional<Failure> failure = Check.level(level);
        if (failure.isPresent()) {
            return Outcome.failed(failure.get());
        }
        return Welch.of(first, second).map(welch -> {
            double half = Dist.tHalfWidth(level, welch.degreesOfFreedom()) * welch.standardError();
            return new Estimate(
                    welch.difference(),
                    new Interval(welch.difference() - half, welch.difference() + half, level),
                    first.length + (long) second.length,
                    "welch-t",
                    welch.caveats());
        });
    }

    /** Welch's test that two independent groups have the same mean. */
    public static Outcome<TestResult> compare(double[] first, double[] second, Alternative alternative) {
        return Welch.of(first, second).map(welch -> {
            double t = welch.difference() / welch.standardError();
            return new TestResult(
                    t,
                    welch.degreesOfFreedom(),
                    Dist.tPValue(t, welch.degreesOfFreedom(), alternative),
                    alternative,
                    first.length + (long) second.length,
                    "welch-t",
                    welch.caveats());
        });
    }

    static Outcome<double[]> pairs(double[] after, double[] before) {
        Optional<Failure> failure = Check.first(
                Check.sameLength("after", after.length, "before", before.length),
                Check.values("after", after, 2),
                Check.values("before", before, 2));
        if (failure.isPresent()) {
            return Outcome.failed(failure.get());
        }
        double[] differences = new double[after.length];
        for (int i = 0; i < after.length; i++) {
            differences[i] = after[i] - before[i];
        }
        return Outcome.of(differences);
    }

    /** A t interval leans on normality when n is small or the skew is large for n (Sugden, Smith and Jones 2000). */
    static Set<Caveat> caveats(Summary summary) {
        Set<Caveat> caveats = EnumSet.noneOf(Caveat.class);
        if (summary.n() < 15) {
            caveats.add(Caveat.FEW_OBSERVATIONS);
        }
        if (summary.n() < 28 + 25 * summary.skewness() * summary.skewness() && Math.abs(summary.skewness()) > 1) {
            caveats.add(Caveat.SKEWED);
        }
        return caveats;
    }

    private static <T> Outcome<T> constant(Summary summary) {
        return Outcome.failed(Reason.CONSTANT, "all " + summary.n() + " values are " + summary.minimum());
    }

    private record Welch(double difference, double standardError, double degreesOfFreedom, Set<Caveat> caveats) {

        static Outcome<Welch> of(double[] first, double[] second) {
            Optional<Failure> failure = Check.first(Check.values("first", first, 2), Check.values("second", second, 2));
            if (failure.isPresent()) {
                return Outcome.failed(failure.get());
            }
            return Summary.of(first)
                    .flatMap(one -> Summary.of(second).flatMap(two -> {
                        double v1 = one.standardError() * one.standardError();
                        double v2 = two.standardError() * two.standardError();
                        if (v1 + v2 == 0) {
                            return Outcome.failed(Reason.CONSTANT, "neither group varies");
                        }
                        double df = (v1 + v2) * (v1 + v2) / (v1 * v1 / (one.n() - 1) + v2 * v2 / (two.n() - 1));
                        Set<Caveat> caveats = Means.caveats(one);
                        caveats.addAll(Means.caveats(two));
                        return Outcome.of(new Welch(one.mean() - two.mean(), Math.sqrt(v1 + v2), df, caveats));
                    }));
        }
    }
}
