package nl.leercirkel.care;

import static nl.leercirkeldb.care.Tables.ALLOCATION;
import static nl.leercirkeldb.care.Tables.ANSWER;
import static nl.leercirkeldb.care.Tables.DECLARATION;
import static nl.leercirkeldb.care.Tables.DELIVERY;
import static nl.leercirkeldb.care.Tables.MESSAGE;
import static nl.leercirkeldb.care.Tables.REQUEST;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import nl.leercirkel.privacy.Pseudonyms;
import nl.leercirkel.privacy.Purpose;
import nl.leercirkel.standards.ijw.definition.MessageKind;
import nl.leercirkel.standards.ijw.episode.Fact;
import nl.leercirkel.standards.ijw.episode.FactReader;
import nl.leercirkel.standards.ijw.message.AllocatedProduct;
import nl.leercirkel.standards.ijw.message.Header;
import nl.leercirkel.standards.ijw.message.MessagePart;
import nl.leercirkel.standards.ijw.message.Product;
import nl.leercirkel.standards.ijw.message.Volume;
import nl.leercirkel.standards.ijw.rule.Parties;
import nl.leercirkel.standards.ijw.stream.MessageSink;
import nl.leercirkel.standards.ijw.stream.Place;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;

/**
 * Stores the facts of one message while it is read, within the transaction of its import; whoever judges the message rolls them
 * back when it is refused. The number of a person is exchanged here, before anything is stored.
 */
final class FactWriter implements MessageSink {
    /** Lines that are kept in memory before they are stored. */
    static final int BATCH = 20_000;

    private final DSLContext sql;
    private final MessageFile file;
    private final Function<Purpose, Pseudonyms.Reading> pseudonyms;
    private final FactReader reader;
    private final List<Fact> waiting = new ArrayList<>();
    private final List<Fact.Line> waitingLines = new ArrayList<>();
    private final Set<UUID> persons = new HashSet<>();
    private PersonalExtras extras = new PersonalExtras(null, null, Map.of());
    private List<PersonalExtras> waitingExtras = new ArrayList<>();
    private Pseudonyms.@Nullable Reading reading;
    private @Nullable Header header;
    private @Nullable LineWriter lines;
    private Fact.@Nullable Answered answered;
    private int clients;
    private int ordinal;
    private long facts;

    FactWriter(DSLContext sql, MessageFile file, Function<Purpose, Pseudonyms.Reading> pseudonyms) {
        this.sql = sql;
        this.file = file;
        this.pseudonyms = pseudonyms;
        this.reader = new FactReader(bsn -> code(bsn.digits()), this::take);
    }

    private String code(String number) {
        Header of = Objects.requireNonNull(header);
        String occurrence =
                of.type().name() + "|" + of.sender() + "|" + of.identification().id() + "|" + clients++;
        return Objects.requireNonNull(reading).code(number, occurrence);
    }

    @Override
    public void accept(MessagePart part, Place place) {
        if (part instanceof Header given) {
            begin(given);
        }
        Header of = Objects.requireNonNull(header);
        extras = PersonalExtras.of(
                part,
                CareConfiguration.purpose(of.type().law()),
                of.identification().date());
        reader.accept(part, place);
        if (waitingLines.size() >= BATCH) {
            flush();
        }
    }

    private void begin(Header given) {
        header = given;
        Parties parties = Parties.of(given);
        reading = pseudonyms.apply(CareConfiguration.purpose(given.type().law()));
        lines = new LineWriter(file.authority(), file.id(), parties);
        // The facts refer to it; what came of the judgement is filled in afterwards.
        file.accepted(sql, given);
    }

    private void take(Fact fact) {
        facts++;
        if (fact instanceof Fact.Line line) {
            waitingLines.add(line);
        } else {
            waiting.add(fact);
            waitingExtras.add(extras);
        }
    }

    /** Stores what is left. */
    void finish() {
        flush();
        sql.update(MESSAGE)
                .set(MESSAGE.FACT_COUNT, facts)
                .where(MESSAGE.MESSAGE_ID.eq(file.id()))
                .execute();
    }

    long facts() {
        return facts;
    }

    Optional<Header> header() {
        return Optional.ofNullable(header);
    }

    /** Persons of whom episodes have to be made anew. */
    Set<UUID> persons() {
        return persons;
    }

    Optional<Fact.Answered> answered() {
        return Optional.ofNullable(answered);
    }

    boolean isDeclaration() {
        return header != null && header.type().kind() == MessageKind.DECLARATION;
    }

    /** References of this declaration that other lines carry too. */
    List<String> repeated() {
        return sql.connectionResult(connection -> Objects.requireNonNull(lines).markRepeated(connection));
    }

    private void flush() {
        if (reading == null) {
            return;
        }
        Map<String, UUID> known = reading.persons();
        if (!waitingLines.isEmpty()) {
            sql.connection(connection -> Objects.requireNonNull(lines).store(connection, waitingLines, known));
            waitingLines.clear();
        }
        for (int i = 0; i < waiting.size(); i++) {
            store(waiting.get(i), waitingExtras.get(i), known);
        }
        waiting.clear();
        waitingExtras = new ArrayList<>();
    }

    private void store(Fact fact, PersonalExtras extra, Map<String, UUID> known) {
        switch (fact) {
            case Fact.Allocated allocated -> allocation(allocated, person(known, allocated.client()), extra);
            case Fact.Requested requested -> request(requested, person(known, requested.client()), extra);
            case Fact.Started started ->
                delivery(
                        person(known, started.client()),
                        started.allocation(),
                        started.product(),
                        new Delivered(started.begin(), null, null, started.removal()),
                        extra);
            case Fact.Stopped stopped ->
                delivery(
                        person(known, stopped.client()),
                        stopped.allocation(),
                        stopped.product(),
                        new Delivered(stopped.begin(), stopped.end(), stopped.reason(), stopped.removal()),
                        extra);
            case Fact.Declared declared ->
                sql.insertInto(DECLARATION)
                        .set(DECLARATION.MESSAGE_ID, file.id())
                        .set(DECLARATION.AUTHORITY_ID, file.authority())
                        .set(DECLARATION.NUMBER, declared.number())
                        .set(DECLARATION.TOTAL_CENTS, declared.total().signedCents())
                        .execute();
            case Fact.Answered answer -> answer(answer);
            case Fact.Line line -> throw new IllegalStateException("lines are stored in batches");
        }
    }

    private UUID person(Map<String, UUID> known, String client) {
        UUID person = Objects.requireNonNull(known.get(client), "a client has a person");
        persons.add(person);
        return person;
    }

    private void allocation(Fact.Allocated fact, UUID person, PersonalExtras extra) {
        AllocatedProduct given = fact.product();
        Product product = given.product();
        Volume volume = given.volume();
        sql.insertInto(ALLOCATION)
                .set(ALLOCATION.MESSAGE_ID, file.id())
                .set(ALLOCATION.ORDINAL, ordinal++)
                .set(ALLOCATION.AUTHORITY_ID, file.authority())
                .set(ALLOCATION.PERSON_ID, person)
                .set(ALLOCATION.ALLOCATION_NUMBER, given.number())
                .set(ALLOCATION.PROVIDER_REFERENCE, given.providerReference())
                .set(ALLOCATION.CATEGORY, product == null ? null : product.category())
                .set(ALLOCATION.CODE, product == null ? null : product.code())
                .set(ALLOCATION.DECIDED_ON, given.date())
                .set(ALLOCATION.DECIDED_AT, given.time())
                .set(ALLOCATION.VALID_FROM, given.begin())
                .set(ALLOCATION.VALID_UNTIL, given.end())
                .set(ALLOCATION.CHANGE_REASON, given.changeReason())
                .set(ALLOCATION.VOLUME, volume == null ? null : volume.amount())
                .set(ALLOCATION.VOLUME_UNIT, volume == null ? null : volume.unit())
                .set(ALLOCATION.VOLUME_FREQUENCY, volume == null ? null : volume.frequency())
                .set(ALLOCATION.BUDGET_CENTS, given.budget())
                .set(ALLOCATION.BIRTH_YEAR, extra.birthYear())
                .set(ALLOCATION.AREA, extra.area())
                .execute();
    }

    private void request(Fact.Requested fact, UUID person, PersonalExtras extra) {
        sql.insertInto(REQUEST)
                .set(REQUEST.MESSAGE_ID, file.id())
                .set(REQUEST.ORDINAL, ordinal++)
                .set(REQUEST.AUTHORITY_ID, file.authority())
                .set(REQUEST.PERSON_ID, person)
                .set(REQUEST.REFERENCE, fact.reference())
                .set(REQUEST.REFERRER_TYPE, extra.referrers().get(fact.reference()))
                .set(REQUEST.BIRTH_YEAR, extra.birthYear())
                .execute();
    }

    private record Delivered(
            LocalDate begin,
            @Nullable LocalDate end,
            @Nullable String reason,
            boolean removal) {}

    private void delivery(
            UUID person,
            @Nullable Long allocation,
            @Nullable Product product,
            Delivered delivered,
            PersonalExtras extra) {
        sql.insertInto(DELIVERY)
                .set(DELIVERY.MESSAGE_ID, file.id())
                .set(DELIVERY.ORDINAL, ordinal++)
                .set(DELIVERY.AUTHORITY_ID, file.authority())
                .set(DELIVERY.PERSON_ID, person)
                .set(DELIVERY.ALLOCATION_NUMBER, allocation)
                .set(DELIVERY.CATEGORY, product == null ? null : product.category())
                .set(DELIVERY.CODE, product == null ? null : product.code())
                .set(DELIVERY.BEGIN_ON, delivered.begin)
                .set(DELIVERY.END_ON, delivered.end)
                .set(DELIVERY.END_REASON, delivered.reason)
                .set(DELIVERY.REMOVAL, delivered.removal)
                .set(DELIVERY.BIRTH_YEAR, extra.birthYear())
                .execute();
    }

    private void answer(Fact.Answered fact) {
        answered = fact;
        // A message that is rejected on its header tells so twice; the second time with what it granted.
        sql.insertInto(ANSWER)
                .set(ANSWER.MESSAGE_ID, file.id())
                .set(ANSWER.AUTHORITY_ID, file.authority())
                .set(ANSWER.LAW, fact.parties().law().name())
                .set(ANSWER.PROVIDER, fact.parties().provider())
                .set(ANSWER.DECLARATION_MESSAGE, fact.message())
                .set(ANSWER.DECLARATION_NUMBER, fact.declaration())
                .set(ANSWER.WHOLE, fact.whole())
                .set(
                        ANSWER.GRANTED_CENTS,
                        fact.granted() == null ? null : fact.granted().signedCents())
                .onConflict(ANSWER.MESSAGE_ID)
                .doUpdate()
                .set(ANSWER.DECLARATION_NUMBER, fact.declaration())
                .set(ANSWER.WHOLE, fact.whole())
                .set(
                        ANSWER.GRANTED_CENTS,
                        fact.granted() == null ? null : fact.granted().signedCents())
                .execute();
        if (!fact.rejected().isEmpty()) {
            sql.execute(
                    "insert into care.rejected_line (message_id, authority_id, reference) select ?, ?, r from unnest(?::text[]) r",
                    file.id(),
                    file.authority(),
                    fact.rejected().toArray(String[]::new));
        }
    }
}
