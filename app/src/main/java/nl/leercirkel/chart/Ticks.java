package nl.leercirkel.chart;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;

/**
 * Round numbers for an axis that covers the data: exact decimals, evenly spaced, 3 to 10 of them.
 *
 * <p>Steps are "nice numbers" (P. Heckbert, Nice Numbers for Graph Labels, Graphics Gems, 1990); the choice among them
 * weighs simplicity, coverage and density as in J. Talbot, S. Lin and P. Hanrahan, An Extension of Wilkinson's Algorithm
 * for Positioning Tick Labels on Axes, IEEE TVCG 16(6), 2010. Legibility is left to the caller, who asks for fewer.
 */
record Ticks(List<BigDecimal> values, BigDecimal step) {

    private static final int FEWEST = 3;
    private static final int MOST = 10;
    private static final List<BigDecimal> NICE =
            List.of(BigDecimal.ONE, new BigDecimal("2"), new BigDecimal("5"), new BigDecimal("2.5"));

    /** Of the nice numbers, in their order: counting by 25 is harder than by 20 or 50. */
    private static final double[] SIMPLICITY = {1, 0.85, 0.85, 0.2};

    Ticks {
        values = List.copyOf(values);
    }

    BigDecimal first() {
        return values.getFirst();
    }

    BigDecimal last() {
        return values.getLast();
    }

    /**
     * @param wanted about how many ticks
     * @param smallestStep no finer than this, so that counts get no tick at half a person
     */
    static Ticks cover(BigDecimal lowest, BigDecimal highest, int wanted, BigDecimal smallestStep) {
        BigDecimal low = lowest.min(highest);
        BigDecimal high = lowest.max(highest);
        if (low.compareTo(high) == 0) {
            // One value: from zero to it. Only zero: a short axis above it.
            high = low.signum() == 0 ? smallestStep : low.max(BigDecimal.ZERO);
            low = low.min(BigDecimal.ZERO);
        }
        BigDecimal span = high.subtract(low);
        BigDecimal ideal = span.divide(BigDecimal.valueOf(wanted), MathContext.DECIMAL64);
        int exponent = Math.max(exponent(ideal), exponent(smallestStep));
        Ticks best = null;
        double bestScore = Double.NEGATIVE_INFINITY;
        for (int power = exponent - 1; power <= exponent + 2; power++) {
            for (int nice = 0; nice < NICE.size(); nice++) {
                BigDecimal step = NICE.get(nice).scaleByPowerOfTen(power);
                if (step.remainder(smallestStep).signum() != 0
                        || span.divide(step, MathContext.DECIMAL64).compareTo(BigDecimal.valueOf(MOST)) > 0) {
                    continue;
                }
                Ticks ticks = from(low, high, step);
                double score = ticks.score(low, high, span, wanted, nice);
                if (ticks.values.size() <= MOST && score > bestScore) {
                    best = ticks;
                    bestScore = score;
                }
            }
        }
        if (best == null) {
            throw new IllegalStateException("no ticks for " + lowest + " to " + highest);
        }
        return best;
    }

    private static Ticks from(BigDecimal low, BigDecimal high, BigDecimal step) {
        BigDecimal index = low.divide(step, 0, RoundingMode.FLOOR);
        BigDecimal end = high.divide(step, 0, RoundingMode.CEILING);
        var values = new ArrayList<BigDecimal>();
        for (BigDecimal i = index; i.compareTo(end) <= 0 || values.size() < FEWEST; i = i.add(BigDecimal.ONE)) {
            BigDecimal value = i.multiply(step);
            values.add(value.signum() == 0 ? BigDecimal.ZERO : value);
        }
        return new Ticks(values, step);
    }

    private double score(BigDecimal low, BigDecimal high, BigDecimal span, int wanted, int nice) {
        double below = ratio(low.subtract(first()), span);
        double above = ratio(last().subtract(high), span);
        // Milder than in the paper, whose labels may stop short of the data; ours always cover it.
        double coverage = 1 - 1.5 * (below + above);
        double count = values.size();
        double density = 2 - Math.max(count / wanted, wanted / count);
        return 0.2 * SIMPLICITY[nice] + 0.25 * coverage + 0.5 * density;
    }

    private static double ratio(BigDecimal part, BigDecimal whole) {
        return part.divide(whole, MathContext.DECIMAL64).doubleValue();
    }

    private static int exponent(BigDecimal number) {
        return number.precision() - number.scale() - 1;
    }
}
