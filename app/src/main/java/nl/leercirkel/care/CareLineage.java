package nl.leercirkel.care;

import static nl.leercirkeldb.care.Tables.FIGURE_USE;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import nl.leercirkel.security.ActorContext;
import nl.leercirkel.standards.ijw.definition.Law;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** On which messages figures rest, and which figures rest on a message: both ways, for the pages of figures and of messages. */
@Service
class CareLineage {
    private static final String RESTING = """
            select law, count(*) filter (where counts) as messages, min(message_date) filter (where counts) as first_date,
              max(message_date) filter (where counts) as last_date, max(received_at) filter (where counts) as received,
              count(*) filter (where verdict <> 'ACCEPTED') as refused
            from (select m.*, verdict = 'ACCEPTED' and fact_count > 0 as counts from care.message m where law is not null) m
            group by law having count(*) filter (where counts) > 0 order by law desc
            """;

    /**
     * Years in which care began, or was given that was granted, according to this message: of the people in it at this provider, and
     * of the declaration it is or answers.
     */
    private static final String YEARS = """
            with here as (select * from care.message where message_id = ? and verdict = 'ACCEPTED' and fact_count > 0),
            people as (
              select person_id from care.allocation f join here h on h.message_id = f.message_id
              union select person_id from care.request f join here h on h.message_id = f.message_id
              union select person_id from care.delivery f join here h on h.message_id = f.message_id),
            declarations as (
              select h.message_id from here h
              union select d.message_id from here h join care.answer a on a.message_id = h.message_id
                join care.message d on d.law = a.law and d.provider = a.provider and d.kind = 'DECLARATION'
                  and d.identification = a.declaration_message and d.verdict = 'ACCEPTED')
            select h.law, extract(year from e.begin_on)::int as year
            from here h join care.episode e on e.law = h.law and e.municipality = h.municipality and e.provider = h.provider
            where e.begin_on is not null and e.person_id in (select person_id from people)
            union
            select s.law, extract(year from s.month)::int
            from care.spending s where s.state = 'GRANTED' and s.message_id in (select message_id from declarations)
            order by year desc
            """;

    private final DSLContext sql;
    private final Clock clock;

    CareLineage(DSLContext sql, Clock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    /** Figures of a law and year, when they were last made, and of how many messages. */
    record Use(Law law, int year, Instant lastMadeAt, long messages) {}

    /** Of each law with messages that count. */
    @Transactional(readOnly = true)
    public List<Resting> resting() {
        return sql.fetch(RESTING).map(CareLineage::resting);
    }

    @Transactional(readOnly = true)
    public Optional<Resting> resting(Law law) {
        return resting().stream().filter(one -> one.law() == law).findFirst();
    }

    private static Resting resting(Record row) {
        return new Resting(
                Law.valueOf(row.get("law", String.class)),
                row.get("messages", Long.class),
                row.get("first_date", LocalDate.class),
                row.get("last_date", LocalDate.class),
                row.get("received", OffsetDateTime.class).toInstant(),
                row.get("refused", Long.class));
    }

    /** Keeps that figures were made. */
    @Transactional
    public void made(Law law, int year) {
        long messages = resting(law).map(Resting::messages).orElse(0L);
        OffsetDateTime now = OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC);
        sql.insertInto(FIGURE_USE)
                .set(FIGURE_USE.AUTHORITY_ID, ActorContext.required().authorityId())
                .set(FIGURE_USE.LAW, law.name())
                .set(FIGURE_USE.YEAR, year)
                .set(FIGURE_USE.FIRST_MADE_AT, now)
                .set(FIGURE_USE.LAST_MADE_AT, now)
                .set(FIGURE_USE.MESSAGES, messages)
                .onConflict(FIGURE_USE.AUTHORITY_ID, FIGURE_USE.LAW, FIGURE_USE.YEAR)
                .doUpdate()
                .set(FIGURE_USE.LAST_MADE_AT, now)
                .set(FIGURE_USE.MESSAGES, messages)
                .execute();
    }

    /** All figures that were made of messages, the latest year first. */
    @Transactional(readOnly = true)
    public List<Use> uses() {
        return sql.selectFrom(FIGURE_USE)
                .orderBy(FIGURE_USE.YEAR.desc(), FIGURE_USE.LAW.desc())
                .fetch(row -> new Use(
                        Law.valueOf(row.getLaw()),
                        row.getYear(),
                        row.getLastMadeAt().toInstant(),
                        row.getMessages()));
    }

    /** The figures to which a message contributes. */
    @Transactional(readOnly = true)
    public List<CareTotals.Choice> of(UUID messageId) {
        return sql.fetch(YEARS, messageId)
                .map(row -> new CareTotals.Choice(
                        Law.valueOf(row.get("law", String.class)), row.get("year", Integer.class)));
    }
}
