package nl.leercirkel.care;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import nl.leercirkel.security.ActorContext;
import nl.leercirkel.standards.ijw.definition.Law;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What pages with totals need of the facts, person by person: never shown, only added up and protected. Needs a transaction. */
@Component
class CareTotals {
    private final DSLContext sql;

    CareTotals(DSLContext sql) {
        this.sql = sql;
    }

    /** A product with the CBS form of help it is, where the list of standard products knows it. */
    record ProductKey(
            @Nullable String category,
            @Nullable String code,
            @Nullable String record,
            @Nullable String form) {}

    /** Episodes of one person that began in a month. */
    record Begun(ProductKey product, int month, UUID person, int episodes) {}

    /** What was granted for one person. */
    record Granted(String provider, ProductKey product, UUID person, long cents) {}

    /** A law and year of which there is something. */
    record Choice(Law law, int year) {}

    List<Choice> choices() {
        return sql.fetch("""
                select law, year from (
                  select distinct law, extract(year from begin_on)::int as year from care.episode where begin_on is not null
                  union select distinct law, extract(year from month)::int from care.spending) c
                order by year desc, law
                """).map(row -> new Choice(Law.valueOf(row.get(0, String.class)), row.get(1, Integer.class)));
    }

    /** Changes with every message that is read. */
    String revision() {
        return sql.fetchSingle("select count(*) || '/' || coalesce(max(received_at)::text, '') from care.message")
                .get(0, String.class);
    }

    List<Begun> begun(Law law, int year) {
        return sql.fetch("""
                        select category, code, help_record, help_form, extract(month from begin_on)::int as month, person_id,
                          count(*)::int as episodes
                        from care.episode where law = ? and begin_on >= ? and begin_on < ?
                        group by category, code, help_record, help_form, month, person_id
                        """, law.name(), LocalDate.of(year, 1, 1), LocalDate.of(year + 1, 1, 1))
                .map(row -> new Begun(
                        product(row),
                        row.get("month", Integer.class),
                        row.get("person_id", UUID.class),
                        row.get("episodes", Integer.class)));
    }

    List<Granted> granted(Law law, int year) {
        return new SpendingStore(sql, ActorContext.required().authorityId())
                .granted(law, LocalDate.of(year, 1, 1), LocalDate.of(year + 1, 1, 1));
    }

    private static ProductKey product(Record row) {
        return new ProductKey(
                row.get("category", String.class),
                row.get("code", String.class),
                row.get("help_record", String.class),
                row.get("help_form", String.class));
    }
}
