package nl.leercirkel.statistics.duration;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import nl.leercirkel.statistics.Alternative;
import nl.leercirkel.statistics.Caveat;
import nl.leercirkel.statistics.Failure;
import nl.leercirkel.statistics.Outcome;
import nl.leercirkel.statistics.Reason;
import nl.leercirkel.statistics.TestResult;
import nl.leercirkel.statistics.linear.Coefficient;
import nl.leercirkel.statistics.support.Check;
import nl.leercirkel.statistics.support.Dist;
import nl.leercirkel.statistics.support.Labels;
import nl.leercirkel.statistics.support.Spd;
import nl.leercirkel.statistics.support.Sum;

/**
 * Cox regression: the rate at which durations end is multiplied by exp(coefficient) per unit of a predictor, the same
 * factor at all times. Strata have each their own basic rate; late entries are allowed.
 *
 * @param coefficients log hazard ratios, in the order of the predictors
 * @param likelihoodRatio test that all coefficients are 0
 * @param wald the same from the standard errors
 * @param score the same from the slope at 0; with one yes-or-no predictor and no ties it is the log-rank test
 * @param proportionality per predictor, the test that its factor does not change with the rank of time (Grambsch and
 *     Therneau 1994)
 * @param logLikelihood of the fitted model
 * @param n units
 * @param events that happened
 * @param iterations used
 * @param caveats FEW_OBSERVATIONS below ten events per predictor, ASSUMPTION_DOUBTFUL when proportionality fails at 5%
 * @see "Cox (1972), Regression models and life-tables, JRSS B 34; Efron (1977), The efficiency of Cox's likelihood
 *     function for censored data, JASA 72"
 */
public record Cox(
        List<Coefficient> coefficients,
        TestResult likelihoodRatio,
        TestResult wald,
        TestResult score,
        List<TestResult> proportionality,
        double logLikelihood,
        int n,
        int events,
        int iterations,
        Set<Caveat> caveats) {

    /** What to do with events on the same time. */
    public enum Ties {
        EFRON,
        BRESLOW
    }

    private static final int MOST_ITERATIONS = 40;

    /** A standard error this large, per standard deviation of a predictor, means that the likelihood is flat to infinity. */
    private static final double MOST_ERROR = 1000;

    /** Without strata, Efron's ties. */
    public static Outcome<Cox> fit(Durations durations, double[][] predictors, double level) {
        return fit(durations, predictors, new int[durations.size()], Ties.EFRON, level);
    }

    /**
     * Fits the model.
     *
     * @param predictors one row per unit, all of the same length
     * @param stratum any whole number per unit
     * @return TOO_FEW when there are no more events than predictors; CONSTANT for a predictor without variation;
     *     NOT_IDENTIFIED when predictors depend on each other or one of them foretells who ends first without exception
     */
    public static Outcome<Cox> fit(Durations durations, double[][] predictors, int[] stratum, Ties ties, double level) {
        Optional<Failure> failure = Check.first(
                Check.level(level),
                Check.sameLength("predictors", predictors.length, "durations", durations.size()),
                Check.sameLength("strata", stratum.length, "durations", durations.size()),
                Standard.check(predictors));
        if (failure.isPresent()) {
            return Outcome.failed(failure.get());
        }
        int p = predictors[0].length;
        if (durations.events() <= p) {
            return Outcome.failed(Reason.TOO_FEW, durations.events() + " events for " + p + " predictors");
        }
        Outcome<Standard> standard = Standard.of(predictors);
        return standard.flatMap(scaled -> maximise(
                new CoxLikelihood(durations, scaled.rows(), Labels.of(stratum).index(), ties == Ties.EFRON),
                scaled,
                durations,
                level));
    }

    private static Outcome<Cox> maximise(
            CoxLikelihood likelihood, Standard standard, Durations durations, double level) {
        int p = standard.deviations().length;
        double[] beta = new double[p];
        likelihood.at(beta);
        double atZero = likelihood.value;
        Optional<double[][]> inverse = Spd.inverse(likelihood.information);
        if (inverse.isEmpty()) {
            return Outcome.failed(Reason.NOT_IDENTIFIED, "a predictor depends on the others");
        }
        double score = Spd.form(inverse.get(), likelihood.score);
        for (int iteration = 1; iteration <= MOST_ITERATIONS; iteration++) {
            double[] step = Spd.times(inverse.get(), likelihood.score);
            double before = likelihood.value;
            double size = 1;
            double[] next = moved(beta, step, size);
            likelihood.at(next);
            while (!(likelihood.value >= before - 1e-9 * Math.abs(before)) && size > 1e-4) {
                size /= 2;
                next = moved(beta, step, size);
                likelihood.at(next);
            }
            beta = next;
            double largest = 0;
            for (int j = 0; j < p; j++) {
                largest = Math.max(largest, Math.abs(step[j]) * size);
                if (Math.abs(beta[j]) > 25) {
                    return Outcome.failed(Reason.NOT_IDENTIFIED, "predictor " + j + " foretells the order of events");
                }
            }
            inverse = Spd.inverse(likelihood.information);
            if (inverse.isEmpty() || largestError(inverse.get()) > MOST_ERROR) {
                return Outcome.failed(Reason.NOT_IDENTIFIED, "predictors foretell the order of events");
            }
            if (largest < 1e-9) {
                return Outcome.of(
                        answer(likelihood, standard, durations, beta, inverse.get(), atZero, score, iteration, level));
            }
        }
        return Outcome.failed(Reason.NO_CONVERGENCE, "after " + MOST_ITERATIONS + " steps");
    }

    private static Cox answer(
            CoxLikelihood likelihood,
            Standard standard,
            Durations durations,
            double[] beta,
            double[][] inverse,
            double atZero,
            double score,
            int iterations,
            double level) {
        int p = beta.length;
        int n = durations.size();
        List<Coefficient> coefficients = new ArrayList<>(p);
        for (int j = 0; j < p; j++) {
            double deviation = standard.deviations()[j];
            double value = beta[j] / deviation;
            double error = Math.sqrt(inverse[j][j]) / deviation;
            coefficients.add(Coefficient.normal(value, error, level));
        }
        List<TestResult> proportionality = proportionality(likelihood, durations, inverse);
        Set<Caveat> caveats = EnumSet.noneOf(Caveat.class);
        if (durations.events() < 10 * p) {
            caveats.add(Caveat.FEW_OBSERVATIONS);
        }
        if (proportionality.stream().anyMatch(test -> test.pValue() < .05)) {
            caveats.add(Caveat.ASSUMPTION_DOUBTFUL);
        }
        double[][] information = likelihood.information;
        return new Cox(
                List.copyOf(coefficients),
                chiSquared(2 * (likelihood.value - atZero), p, n, "likelihood-ratio"),
                chiSquared(Spd.form(information, beta), p, n, "wald"),
                chiSquared(score, p, n, "score"),
                proportionality,
                likelihood.value,
                n,
                durations.events(),
                iterations,
                Set.copyOf(caveats));
    }

    private static List<TestResult> proportionality(CoxLikelihood likelihood, Durations durations, double[][] inverse) {
        int events = likelihood.eventUnits.length;
        double[] times =
                IntStream.of(likelihood.eventUnits).mapToDouble(durations::time).toArray();
        double[] ranks = meanRanks(times);
        double middle = Sum.mean(ranks);
        double spread = 0;
        double[] product = new double[inverse.length];
        for (int k = 0; k < events; k++) {
            double distance = ranks[k] - middle;
            spread += distance * distance;
            for (int j = 0; j < product.length; j++) {
                product[j] += distance * likelihood.residuals[k][j];
            }
        }
        if (spread == 0) {
            return List.of();
        }
        double[] scaled = Spd.times(inverse, product);
        List<TestResult> tests = new ArrayList<>();
        for (int j = 0; j < product.length; j++) {
            double chiSquared = scaled[j] * scaled[j] * events / (inverse[j][j] * spread);
            tests.add(chiSquared(chiSquared, 1, events, "grambsch-therneau-rank"));
        }
        return List.copyOf(tests);
    }

    private static double[] meanRanks(double[] times) {
        double[] sorted = times.clone();
        java.util.Arrays.sort(sorted);
        double[] ranks = new double[times.length];
        for (int start = 0; start < sorted.length; ) {
            int end = start;
            while (end < sorted.length && sorted[end] == sorted[start]) {
                end++;
            }
            for (int i = 0; i < times.length; i++) {
                ranks[i] = times[i] == sorted[start] ? (start + 1 + end) / 2.0 : ranks[i];
            }
            start = end;
        }
        return ranks;
    }

    private static double largestError(double[][] inverse) {
        double largest = 0;
        for (int j = 0; j < inverse.length; j++) {
            largest = Math.max(largest, Math.sqrt(inverse[j][j]));
        }
        return largest;
    }

    private static double[] moved(double[] beta, double[] step, double size) {
        double[] moved = beta.clone();
        for (int j = 0; j < beta.length; j++) {
            moved[j] += size * step[j];
        }
        return moved;
    }

    private static TestResult chiSquared(double statistic, int degrees, int n, String method) {
        double value = Math.max(0, statistic);
        return new TestResult(
                value,
                degrees,
                Dist.chiSquaredAbove(value, degrees),
                Alternative.TWO_SIDED,
                n,
                method,
                Set.of(Caveat.LARGE_SAMPLE_FORMULA));
    }

    /** Predictors with mean 0 and standard deviation 1, so that steps and limits mean the same for each. */
    private record Standard(double[][] rows, double[] deviations) {

        static Optional<Failure> check(double[][] predictors) {
            if (predictors.length == 0 || predictors[0].length == 0) {
                return Optional.of(new Failure(Reason.NO_DATA, "no predictors"));
            }
            for (int i = 0; i < predictors.length; i++) {
                Optional<Failure> failure = Check.first(
                        Check.sameLength("row " + i, predictors[i].length, "row 0", predictors[0].length),
                        Check.values("row " + i, predictors[i], 1));
                if (failure.isPresent()) {
                    return failure;
                }
            }
            return Optional.empty();
        }

        static Outcome<Standard> of(double[][] predictors) {
            int n = predictors.length;
            int p = predictors[0].length;
            double[][] rows = new double[n][p];
            double[] deviations = new double[p];
            for (int j = 0; j < p; j++) {
                int column = j;
                double[] values = java.util.Arrays.stream(predictors)
                        .mapToDouble(row -> row[column])
                        .toArray();
                Sum.Centre centre = Sum.Centre.of(values);
                deviations[j] = Math.sqrt(centre.squares(values) / n);
                if (!(deviations[j] > 1e-12 * Math.abs(centre.mean()))) {
                    return Outcome.failed(Reason.CONSTANT, "predictor " + j + " is " + values[0] + " everywhere");
                }
                for (int i = 0; i < n; i++) {
                    rows[i][j] = centre.deviation(values[i]) / deviations[j];
                }
            }
            return Outcome.of(new Standard(rows, deviations));
        }
    }
}
