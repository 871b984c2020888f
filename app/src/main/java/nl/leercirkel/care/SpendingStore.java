package nl.leercirkel.care;

import java.time.LocalDate;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import nl.leercirkel.standards.ijw.definition.Law;
import nl.leercirkel.standards.ijw.definition.MessageKind;
import nl.leercirkel.standards.ijw.episode.HelpForms.StandardProduct;
import org.jooq.DSLContext;
import org.jooq.Record;

/**
 * What declaration lines come to: which hold, what the answer to their declaration made of them, and the sums of that per
 * declaration. The rules are those of the library ({@link nl.leercirkel.standards.ijw.episode.Spending}), written in SQL because
 * lines come by the million; a test holds the two against each other.
 */
final class SpendingStore {
    /** The answer that holds of those given to a declaration: the one written last. */
    private static final String ANSWERS = """
            answers as (
              select distinct on (a.law, a.provider, a.declaration_message) a.*
              from care.answer a join care.message m on m.authority_id = a.authority_id and m.message_id = a.message_id
              where a.authority_id = {authority}
              order by a.law, a.provider, a.declaration_message, m.message_date desc, m.identification collate "C" desc,
                a.whole desc, a.declaration_number desc, a.granted_cents desc, a.message_id desc)
            """;

    /** Lines with their state; {lines} says which. */
    private static final String STATES = """
            select l.*, m.municipality, m.message_date, m.identification,
              case when a.message_id is null then 'OPEN'
                   when a.whole or r.reference is not null then 'REJECTED' else 'GRANTED' end as state
            from care.line l
            join care.message m on m.authority_id = l.authority_id and m.message_id = l.message_id
            left join answers a on a.law = l.law and a.provider = l.provider and a.declaration_message = m.identification
            left join care.rejected_line r on r.message_id = a.message_id and r.reference = l.reference
            where l.authority_id = {authority} and {lines}
            """;

    /**
     * The lines that hold. A reference is used once (TR314); should it come back, one that was not rejected holds before one that
     * was, then the one that was sent first.
     */
    private static final String HOLDING = "with " + ANSWERS + """
            , once as (""" + STATES.replace("{lines}", "not l.repeated and {of}")
            + """
            ), again as (select distinct on (law, provider, reference) * from (""" + STATES.replace("{lines}", "l.repeated") + """
            ) s order by law, provider, reference, (state = 'REJECTED'), message_date, identification collate "C",
              ordinal, allocation_number, category, code, month, cents, previous_reference, person_id, message_id),
            holding as (select * from once union all select * from again l where {of})
            """;

    private final DSLContext sql;
    private final UUID authority;

    SpendingStore(DSLContext sql, UUID authority) {
        this.sql = sql;
        this.authority = authority;
    }

    /** A line that holds, for those who want each. */
    record Booked(
            String law,
            String municipality,
            String provider,
            UUID person,
            long allocation,
            String category,
            String code,
            LocalDate month,
            String reference,
            long cents,
            String state) {}

    /** The lines that hold under a law ("holding") and the answers that hold ("answers"), to begin a query with. */
    static String holding(UUID authority, Law law) {
        return HOLDING.replace("{authority}", "'" + authority + "'").replace("{of}", "l.law = '" + law.name() + "'");
    }

    /** All lines that hold, of the whole authority. */
    List<Booked> booked() {
        return sql.fetch(query("true") + " select * from holding order by law, provider, reference")
                .map(SpendingStore::booked);
    }

    /** What was granted in a period, per person. */
    List<CareTotals.Granted> granted(Law law, LocalDate from, LocalDate before) {
        Object[] period = {law.name(), from, before, law.name(), from, before};
        return sql.fetch(query("l.law = ? and l.month >= ? and l.month < ?") + """
                                select provider, category, code, person_id, sum(cents)::bigint as cents
                                from holding where state = 'GRANTED' group by provider, category, code, person_id
                                """, period)
                .map(row -> {
                    String code = row.get("code", String.class);
                    Optional<StandardProduct> standard = EpisodeStore.standard(law, code);
                    return new CareTotals.Granted(
                            row.get("provider", String.class),
                            new CareTotals.ProductKey(
                                    row.get("category", String.class),
                                    code,
                                    standard.map(StandardProduct::record).orElse(null),
                                    standard.map(StandardProduct::form).orElse(null)),
                            row.get("person_id", UUID.class),
                            row.get("cents", Long.class));
                });
    }

    /** Sums of declarations whose lines may count differently now: of this message and of those that share a line with it. */
    void declared(UUID message, String law, String provider, List<String> repeated) {
        Set<UUID> declarations = new LinkedHashSet<>(List.of(message));
        if (!repeated.isEmpty()) {
            declarations.addAll(sharing(law, provider, repeated));
        }
        renew(declarations);
    }

    /** Sums of the declarations that an answer is about, and of those that share a line with them. */
    void answered(String law, String provider, String declarationMessage) {
        List<UUID> about = sql.fetch(
                        "select message_id from care.message where authority_id = ? and law = ? and provider = ? and kind = ?"
                                + " and identification = ? and verdict = 'ACCEPTED'",
                        authority,
                        law,
                        provider,
                        MessageKind.DECLARATION.name(),
                        declarationMessage)
                .map(SpendingStore::id);
        if (about.isEmpty()) {
            return;
        }
        Set<UUID> declarations = new LinkedHashSet<>(about);
        List<String> repeated = sql.fetch(
                        "select distinct reference from care.line where authority_id = ? and message_id = any (?) and repeated",
                        authority,
                        about.toArray(UUID[]::new))
                .map(row -> row.get(0, String.class));
        if (!repeated.isEmpty()) {
            declarations.addAll(sharing(law, provider, repeated));
        }
        renew(declarations);
    }

    private List<UUID> sharing(String law, String provider, List<String> references) {
        return sql.fetch(
                        "select distinct message_id from care.line where authority_id = ? and law = ? and provider = ?"
                                + " and reference = any (?)",
                        authority,
                        law,
                        provider,
                        references.toArray(String[]::new))
                .map(SpendingStore::id);
    }

    private void renew(Collection<UUID> declarations) {
        UUID[] messages = declarations.toArray(UUID[]::new);
        sql.execute("delete from care.spending where authority_id = ? and message_id = any (?)", authority, messages);
        sql.execute(query("l.message_id = any (?)") + """
                        insert into care.spending (message_id, category, code, month, state, authority_id, law, municipality,
                          provider, lines, cents)
                        select message_id, category, code, month, state, authority_id, law, municipality, provider,
                          count(*), sum(cents)
                        from holding
                        group by message_id, category, code, month, state, authority_id, law, municipality, provider
                        """, messages, messages);
        helpForms(messages);
    }

    private void helpForms(UUID[] messages) {
        sql.fetch("select distinct law, code from care.spending where message_id = any (?)", (Object) messages)
                .forEach(row -> {
                    String code = row.get(1, String.class);
                    Optional<StandardProduct> standard =
                            EpisodeStore.standard(Law.valueOf(row.get(0, String.class)), code);
                    standard.ifPresent(product -> sql.execute(
                            "update care.spending set help_record = ?, help_form = ? where message_id = any (?) and code = ?",
                            product.record(),
                            product.form(),
                            messages,
                            code));
                });
    }

    private String query(String of) {
        return HOLDING.replace("{authority}", "'" + authority + "'").replace("{of}", of);
    }

    private static UUID id(Record row) {
        return row.get(0, UUID.class);
    }

    private static Booked booked(Record row) {
        return new Booked(
                row.get("law", String.class),
                row.get("municipality", String.class),
                row.get("provider", String.class),
                row.get("person_id", UUID.class),
                row.get("allocation_number", Long.class),
                row.get("category", String.class),
                row.get("code", String.class),
                row.get("month", LocalDate.class),
                row.get("reference", String.class),
                row.get("cents", Long.class),
                row.get("state", String.class));
    }
}
