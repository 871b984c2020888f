package nl.leercirkel.portfolio;

import java.math.BigDecimal;
import java.util.Objects;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Table;
import org.jspecify.annotations.Nullable;

/** The two columns in which a table keeps an amount of money. */
final class AmountColumns {
    private final Field<BigDecimal> amount;
    private final Field<String> qualifier;

    AmountColumns(Table<?> table, String name) {
        amount = Objects.requireNonNull(table.field(name, BigDecimal.class));
        qualifier = PeriodColumns.column(table, name + "_qualifier");
    }

    Amount read(Record row) {
        @Nullable BigDecimal euro = row.get(amount);
        return euro == null ? Amount.NOT_GIVEN : new Amount.Known(euro, Qualifier.valueOf(row.get(qualifier)));
    }

    void write(Record row, Amount value) {
        row.set(amount, value.inEuro().orElse(null));
        row.set(
                qualifier,
                value instanceof Amount.Known known ? known.qualifier().name() : Qualifier.EXACT.name());
    }
}
