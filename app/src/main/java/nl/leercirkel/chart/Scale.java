package nl.leercirkel.chart;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** From numbers to places on a value axis. */
record Scale(Ticks ticks, double start, double end) {

    /** Below this share of the highest value the differences would be squeezed flat on an axis from zero. */
    private static final BigDecimal FLAT = new BigDecimal("0.35");

    double at(BigDecimal number) {
        // As a ratio first: the numbers themselves may be too large or too close together for a double.
        double share = number.subtract(ticks.first())
                .divide(ticks.last().subtract(ticks.first()), MathContext.DECIMAL64)
                .doubleValue();
        return start + share * (end - start);
    }

    boolean showsZero() {
        return ticks.first().signum() <= 0 && ticks.last().signum() >= 0;
    }

    /** Everything drawn along the value axis: numbers, interval bounds, the reference line. */
    static List<BigDecimal> extent(Chart chart) {
        var numbers = new ArrayList<BigDecimal>();
        chart.series().stream().flatMap(Series::values).flatMap(Scale::numbers).forEach(numbers::add);
        Reference reference = chart.reference();
        if (reference != null) {
            numbers.add(reference.value());
        }
        return numbers;
    }

    /** Ticks that include zero. */
    static Ticks fromZero(List<BigDecimal> numbers, int wanted, Unit unit) {
        BigDecimal low = numbers.stream().reduce(BigDecimal.ZERO, BigDecimal::min);
        BigDecimal high = numbers.stream().reduce(BigDecimal.ZERO, BigDecimal::max);
        return Ticks.cover(low, high, wanted, unit.smallestStep());
    }

    /** Ticks that include zero, unless that would hide the differences between the numbers. */
    static Ticks readable(List<BigDecimal> numbers, int wanted, Unit unit) {
        BigDecimal low = numbers.stream().reduce(BigDecimal::min).orElse(BigDecimal.ZERO);
        BigDecimal high = numbers.stream().reduce(BigDecimal::max).orElse(BigDecimal.ZERO);
        BigDecimal span = high.subtract(low);
        boolean flat =
                span.signum() > 0 && span.compareTo(low.abs().max(high.abs()).multiply(FLAT)) < 0;
        return flat && low.signum() == high.signum()
                ? Ticks.cover(low, high, wanted, unit.smallestStep())
                : fromZero(numbers, wanted, unit);
    }

    private static Stream<BigDecimal> numbers(Point.Value value) {
        Interval interval = value.interval();
        return interval == null
                ? Stream.of(value.number())
                : Stream.of(value.number(), interval.low(), interval.high());
    }
}
