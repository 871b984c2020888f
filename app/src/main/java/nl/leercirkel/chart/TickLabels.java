package nl.leercirkel.chart;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;

/** Writes ticks with as few digits as the step needs: {@code € 5 mln} rather than {@code € 5.000.000}. */
final class TickLabels {

    private TickLabels() {}

    static List<String> of(Ticks ticks, Unit unit, Language language) {
        BigDecimal largest = ticks.first().abs().max(ticks.last().abs());
        if (largest.compareTo(new BigDecimal("1E15")) >= 0) {
            return ticks.values().stream()
                    .map(tick -> unit.sign(tick.signum() == 0 ? "0" : Unit.scientific(tick, language), language))
                    .toList();
        }
        int power = power(largest, ticks.step());
        int decimals = decimals(ticks.step().movePointLeft(power));
        Words words = Words.in(language);
        String word = switch (power) {
            case 9 -> words.get("billion");
            case 6 -> words.get("million");
            default -> "";
        };
        String space = language == Language.DUTCH ? "\u00a0" : "";
        return ticks.values().stream()
                .map(tick -> {
                    if (tick.signum() == 0) {
                        return unit.sign("0", language);
                    }
                    BigDecimal scaled = tick.movePointLeft(power).setScale(decimals, RoundingMode.HALF_UP);
                    String digits = unit.sign(Unit.plain(scaled, decimals, language), language);
                    return word.isEmpty() ? digits : digits + space + word;
                })
                .toList();
    }

    private static int power(BigDecimal largest, BigDecimal step) {
        for (int power : new int[] {9, 6}) {
            if (largest.compareTo(BigDecimal.ONE.scaleByPowerOfTen(power)) >= 0
                    && decimals(step.movePointLeft(power)) <= 2) {
                return power;
            }
        }
        return 0;
    }

    private static int decimals(BigDecimal step) {
        return Math.max(0, step.stripTrailingZeros().scale());
    }
}
