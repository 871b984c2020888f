package nl.leercirkel.portfolio;

import java.math.BigDecimal;
import java.util.Objects;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Table;
import org.jspecify.annotations.Nullable;

/** The five columns in which a table keeps a value: at most one of number, text and boolean is filled. */
final class ValueColumns {
    private final Field<BigDecimal> number;
    private final Field<BigDecimal> high;
    private final Field<String> qualifier;
    private final Field<String> text;
    private final Field<Boolean> yes;

    ValueColumns(Table<?> table, String prefix) {
        number = Objects.requireNonNull(table.field(prefix + "_number", BigDecimal.class));
        high = Objects.requireNonNull(table.field(prefix + "_high", BigDecimal.class));
        qualifier = PeriodColumns.column(table, prefix + "_qualifier");
        text = PeriodColumns.column(table, prefix + "_text");
        yes = Objects.requireNonNull(table.field(prefix + "_boolean", Boolean.class));
    }

    /** What {@link #read} gives a value for. */
    Condition isGiven() {
        return number.isNotNull().or(text.isNotNull()).or(yes.isNotNull());
    }

    ResultValue read(Record row) {
        @Nullable BigDecimal low = row.get(number);
        @Nullable BigDecimal upper = row.get(high);
        @Nullable String words = row.get(text);
        @Nullable Boolean answer = row.get(yes);
        if (low != null) {
            return upper == null
                    ? new ResultValue.Number(low, Qualifier.valueOf(row.get(qualifier)))
                    : new ResultValue.Range(low, upper);
        }
        if (words != null) {
            return new ResultValue.Text(words);
        }
        return answer == null ? ResultValue.NOT_GIVEN : new ResultValue.YesNo(answer);
    }

    void write(Record row, ResultValue value) {
        row.set(qualifier, Qualifier.EXACT.name());
        switch (value) {
            case ResultValue.Number(BigDecimal exact, Qualifier words) -> {
                row.set(number, exact);
                row.set(qualifier, words.name());
            }
            case ResultValue.Range(BigDecimal low, BigDecimal upper) -> {
                row.set(number, low);
                row.set(high, upper);
            }
            case ResultValue.Text(String words) -> row.set(text, words);
            case ResultValue.YesNo(boolean answer) -> row.set(yes, answer);
            case ResultValue.NotGiven ignored -> {}
        }
    }
}
