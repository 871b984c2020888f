package nl.leercirkel.source.quality;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import nl.leercirkel.source.check.Definition;
import nl.leercirkel.source.check.Field;
import nl.leercirkel.source.quality.QualityReport.Example;
import nl.leercirkel.source.quality.QualityReport.PartsCheck;
import org.jspecify.annotations.Nullable;

/** A field that is the sum of others in the same row. Rounded parts may differ by half a unit each. */
final class SumOfParts {
    private final String what;
    private final int total;
    private final List<Integer> parts = new ArrayList<>();
    private final List<Example> examples = new ArrayList<>();
    private long compared;
    private long wrong;

    SumOfParts(Definition definition, int total) {
        this.total = total;
        Field field = definition.fields().get(total);
        field.parts().forEach(part -> definition.indexOf(part).ifPresent(parts::add));
        this.what = field.name() + " = " + String.join(" + ", field.parts());
    }

    void row(long number, @Nullable String[] cells) {
        String stated = cells[total];
        if (stated == null || parts.stream().anyMatch(part -> cells[part] == null)) {
            return;
        }
        compared++;
        BigDecimal whole = new BigDecimal(stated);
        BigDecimal sum = BigDecimal.ZERO;
        for (int part : parts) {
            sum = sum.add(new BigDecimal(String.valueOf(cells[part])));
        }
        if (differs(whole, sum, parts.size())) {
            wrong++;
            if (examples.size() < QualityReport.EXAMPLES) {
                examples.add(new Example(number, plain(whole) + ", de delen tellen op tot " + plain(sum)));
            }
        }
    }

    PartsCheck check() {
        return new PartsCheck(what, compared, wrong, examples);
    }

    /** More than rounding of the parts and of the whole can explain. Whole numbers that were counted differ by nothing. */
    static boolean differs(BigDecimal whole, BigDecimal sum, int parts) {
        int scale = Math.max(0, Math.max(whole.scale(), sum.scale()));
        BigDecimal allowed = scale == 0
                ? BigDecimal.ZERO
                : BigDecimal.valueOf(parts + 1L).movePointLeft(scale).divide(BigDecimal.TWO);
        return whole.subtract(sum).abs().compareTo(allowed) > 0;
    }

    static String plain(BigDecimal number) {
        return number.toPlainString().replace('.', ',');
    }
}
