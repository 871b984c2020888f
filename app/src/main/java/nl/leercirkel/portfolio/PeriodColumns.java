package nl.leercirkel.portfolio;

import java.util.Objects;
import java.util.Optional;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Table;
import org.jspecify.annotations.Nullable;

/** The four columns in which a table keeps a period. */
final class PeriodColumns {
    private final Field<String> start;
    private final Field<String> end;
    private final Field<String> runOut;
    private final Field<String> asGiven;

    PeriodColumns(Table<?> table) {
        start = column(table, "period_start");
        end = column(table, "period_end");
        runOut = column(table, "period_run_out");
        asGiven = column(table, "period_text");
    }

    static Field<String> column(Table<?> table, String name) {
        return Objects.requireNonNull(table.field(name, String.class), name);
    }

    @Nullable
    Period read(Record row) {
        DatePart first = part(row.get(start));
        DatePart last = part(row.get(end));
        return first == null && last == null ? null : new Period(first, last, part(row.get(runOut)), row.get(asGiven));
    }

    void write(Record row, @Nullable Period period) {
        row.set(start, period == null ? null : code(period.start()));
        row.set(end, period == null ? null : code(period.end()));
        row.set(runOut, period == null ? null : code(period.runOut()));
        row.set(asGiven, period == null ? "" : period.asGiven());
    }

    static @Nullable String code(@Nullable DatePart part) {
        return part == null ? null : part.code();
    }

    static @Nullable DatePart part(@Nullable String code) {
        return Optional.ofNullable(code).flatMap(DatePart::parse).orElse(null);
    }
}
