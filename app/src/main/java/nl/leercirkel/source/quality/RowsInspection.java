package nl.leercirkel.source.quality;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import nl.leercirkel.source.check.Definition;
import nl.leercirkel.source.check.Field;
import nl.leercirkel.source.quality.QualityReport.Example;
import nl.leercirkel.source.quality.QualityReport.FieldQuality;
import nl.leercirkel.source.quality.QualityReport.PartsCheck;
import org.jspecify.annotations.Nullable;

/** Takes the rows of a version one by one and says at the end what stands out in them. */
public final class RowsInspection {
    private final Definition definition;
    private final long[] filled;
    private final List<@Nullable Doubles> numbers = new ArrayList<>();
    private final List<SumOfParts> sums = new ArrayList<>();
    private final List<TotalOfRows> totals = new ArrayList<>();
    private long rows;

    public RowsInspection(Definition definition) {
        this.definition = definition;
        this.filled = new long[definition.fields().size()];
        for (int at = 0; at < definition.fields().size(); at++) {
            Field field = definition.fields().get(at);
            numbers.add(field.type().isNumeric() ? new Doubles() : null);
            if (!field.parts().isEmpty()) {
                sums.add(new SumOfParts(definition, at));
            }
            if (!field.totalCode().isEmpty()) {
                totals.add(new TotalOfRows(definition, at));
            }
        }
    }

    /** @param cells by field, null where there is none */
    public void row(long number, @Nullable String[] cells) {
        rows++;
        for (int at = 0; at < filled.length; at++) {
            String cell = at < cells.length ? cells[at] : null;
            if (cell == null) {
                continue;
            }
            filled[at]++;
            Doubles column = numbers.get(at);
            if (column != null) {
                column.add(number, Double.parseDouble(cell));
            }
        }
        sums.forEach(sum -> sum.row(number, cells));
        totals.forEach(total -> total.row(number, cells));
    }

    public long rows() {
        return rows;
    }

    public List<FieldQuality> fields() {
        List<FieldQuality> result = new ArrayList<>();
        for (int at = 0; at < filled.length; at++) {
            Doubles column = numbers.get(at);
            String name = definition.fields().get(at).name();
            if (column == null) {
                result.add(new FieldQuality(name, filled[at], null, 0, List.of(), ""));
                continue;
            }
            Outliers outliers = Outliers.of(column);
            List<Example> examples = outliers.at().stream()
                    .limit(QualityReport.EXAMPLES)
                    .map(i -> new Example(column.row(i), plain(column.value(i))))
                    .toList();
            result.add(new FieldQuality(
                    name, filled[at], outliers.spread(), outliers.at().size(), examples, outliers.judgement()));
        }
        return result;
    }

    public List<PartsCheck> parts() {
        List<PartsCheck> result = new ArrayList<>();
        sums.forEach(sum -> result.add(sum.check()));
        totals.forEach(total -> result.addAll(total.checks()));
        return result;
    }

    static String plain(double value) {
        return new BigDecimal(Double.toString(value))
                .stripTrailingZeros()
                .toPlainString()
                .replace('.', ',');
    }
}
