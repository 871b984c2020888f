package nl.leercirkel.source.quality;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.DoubleUnaryOperator;
import nl.leercirkel.source.quality.QualityReport.Spread;
import nl.leercirkel.statistics.sample.Summary;
import org.jspecify.annotations.Nullable;

/**
 * Which numbers lie far from the rest, by the modified z-score of Iglewicz and Hoaglin (How to detect and handle outliers,
 * 1993, p. 11-13): 0.6745 |x - median| / MAD above 3.5. Unlike a mean with its deviation, median and MAD are not moved by
 * the very numbers that are looked for.
 *
 * @param spread null where there are no numbers
 * @param at positions among the numbers, the farthest first
 * @param judgement how was looked, or why not
 */
record Outliers(@Nullable Spread spread, List<Integer> at, String judgement) {
    private static final double NORMAL = 0.6745;
    private static final double LIMIT = 3.5;
    private static final int FEWEST = 10;
    /** Amounts per municipality differ by orders of magnitude: beyond this skewness their logarithms are judged. */
    private static final double SKEWED = 2;

    static Outliers of(Doubles numbers) {
        if (numbers.size() == 0) {
            return new Outliers(null, List.of(), "Er zijn geen getallen.");
        }
        double[] values = numbers.values();
        Summary summary = Summary.of(values).get();
        Spread spread = new Spread(summary.minimum(), summary.median(), summary.maximum());
        if (values.length < FEWEST) {
            return new Outliers(spread, List.of(), "Te weinig getallen om uitschieters te herkennen (minder dan 10).");
        }
        boolean logarithm = summary.minimum() > 0 && summary.skewness() > SKEWED;
        DoubleUnaryOperator scale = logarithm ? Math::log : DoubleUnaryOperator.identity();
        double[] scaled = new double[values.length];
        for (int i = 0; i < values.length; i++) {
            scaled[i] = scale.applyAsDouble(values[i]);
        }
        double[] scores = scores(scaled);
        if (scores.length == 0) {
            return new Outliers(
                    spread,
                    List.of(),
                    "Meer dan de helft van de getallen is gelijk; dan is niet te zeggen wat ver weg ligt.");
        }
        List<Integer> found = new ArrayList<>();
        for (int i = 0; i < scores.length; i++) {
            if (scores[i] > LIMIT) {
                found.add(i);
            }
        }
        found.sort(Comparator.comparingDouble((Integer i) -> scores[i]).reversed());
        return new Outliers(
                spread,
                found,
                logarithm
                        ? "Afstand tot de mediaan van de logaritmen, in MAD, boven 3,5."
                        : "Afstand tot de mediaan, in MAD, boven 3,5.");
    }

    /** The modified z-scores; none where the median absolute deviation is zero. */
    static double[] scores(double[] values) {
        double median = Summary.of(values).get().median();
        double[] deviations = new double[values.length];
        for (int i = 0; i < values.length; i++) {
            deviations[i] = Math.abs(values[i] - median);
        }
        double mad = Summary.of(deviations).get().median();
        if (mad == 0) {
            return new double[0];
        }
        double[] scores = new double[values.length];
        for (int i = 0; i < values.length; i++) {
            scores[i] = NORMAL * deviations[i] / mad;
        }
        return scores;
    }
}
