package nl.leercirkel.privacy;

import static nl.leercirkeldb.privacy.Tables.LINKED_PAIR;
import static nl.leercirkeldb.privacy.Tables.LINKING;
import static nl.leercirkeldb.privacy.Tables.PSEUDONYM;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import nl.leercirkel.security.Actor;
import nl.leercirkel.security.ActorContext;
import nl.leercirkel.security.Right;
import nl.leercirkeldb.privacy.tables.records.LinkingRecord;
import org.jooq.Cursor;
import org.jooq.DSLContext;
import org.jooq.Record3;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Which persons under one purpose are the same as which under another: only on a ground that somebody states, for a while, and
 * written down for good. What is linked is forgotten when the linking ends; that it was, is not.
 */
@Service
public class Linkings {
    private static final int BATCH = 5_000;

    private final DSLContext sql;
    private final Keys keys;
    private final Clock clock;

    Linkings(DSLContext sql, Keys keys, Clock clock) {
        this.sql = sql;
        this.keys = keys;
        this.clock = clock;
    }

    /**
     * A linking as it was written down.
     *
     * @param ground why it is needed, and why it cannot do with less
     * @param legalBasis the article that allows it
     * @param endsOn last day on which it holds
     * @param endedBy who ended it, or that its time was over
     * @param pairs persons that were found under both purposes
     */
    public record Linking(
            UUID id,
            String left,
            String right,
            String ground,
            String legalBasis,
            String madeBy,
            Instant madeAt,
            LocalDate endsOn,
            @Nullable Instant endedAt,
            @Nullable String endedBy,
            long pairs) {
        public boolean isCurrent() {
            return endedAt == null;
        }
    }

    /** All of this authority, newest first. */
    @Transactional
    public List<Linking> all() {
        endWhatIsOver();
        return sql.selectFrom(LINKING)
                .where(LINKING.AUTHORITY_ID.eq(ActorContext.required().authorityId()))
                .orderBy(LINKING.MADE_AT.desc())
                .fetch(Linkings::linking);
    }

    /** Persons under the first purpose (in order of key) with who they are under the second; empty when the linking is over. */
    @Transactional
    public Map<UUID, UUID> pairs(UUID linkingId) {
        endWhatIsOver();
        return sql.select(LINKED_PAIR.LEFT_PERSON, LINKED_PAIR.RIGHT_PERSON)
                .from(LINKED_PAIR)
                .where(LINKED_PAIR.LINKING_ID.eq(linkingId))
                .fetchMap(LINKED_PAIR.LEFT_PERSON, LINKED_PAIR.RIGHT_PERSON);
    }

    /**
     * Links the persons that two purposes have now.
     *
     * @throws KeysUnavailableException when the keys are not there
     * @throws IllegalArgumentException without a ground or legal basis, or for a purpose with itself
     */
    @Transactional
    public UUID link(String one, String other, String ground, String legalBasis, LocalDate endsOn) {
        Actor actor = requireRight();
        if (one.equals(other) || ground.isBlank() || legalBasis.isBlank()) {
            throw new IllegalArgumentException("A linking is of two purposes, with a ground and a legal basis");
        }
        String left = one.compareTo(other) < 0 ? one : other;
        String right = left.equals(one) ? other : one;
        sql.execute("select pg_advisory_xact_lock_shared(" + Pseudonyms.KEY_LOCK + ")");
        KeyRing ring = keys.ring();
        UUID id = UUID.randomUUID();
        sql.insertInto(LINKING)
                .set(LINKING.LINKING_ID, id)
                .set(LINKING.AUTHORITY_ID, actor.authorityId())
                .set(LINKING.LEFT_PURPOSE, left)
                .set(LINKING.RIGHT_PURPOSE, right)
                .set(LINKING.GROUND, ground)
                .set(LINKING.LEGAL_BASIS, legalBasis)
                .set(LINKING.ACCOUNT_ID, actor.accountId())
                .set(LINKING.PERSON_NAME, actor.name())
                .set(LINKING.MADE_AT, now())
                .set(LINKING.ENDS_ON, endsOn)
                .set(LINKING.PAIRS, 0L)
                .execute();
        long pairs = pair(ring, actor.authorityId(), left, right, id);
        sql.update(LINKING)
                .set(LINKING.PAIRS, pairs)
                .where(LINKING.LINKING_ID.eq(id))
                .execute();
        return id;
    }

    /** Ends a linking: the pairs go, what was written down stays. False when there is no current one. */
    @Transactional
    public boolean end(UUID linkingId) {
        Actor actor = requireRight();
        return end(linkingId, actor.name());
    }

    private boolean end(UUID linkingId, String by) {
        int ended = sql.update(LINKING)
                .set(LINKING.ENDED_AT, now())
                .set(LINKING.ENDED_BY, by)
                .where(LINKING.LINKING_ID.eq(linkingId), LINKING.ENDED_AT.isNull())
                .and(LINKING.AUTHORITY_ID.eq(ActorContext.required().authorityId()))
                .execute();
        if (ended == 1) {
            sql.deleteFrom(LINKED_PAIR)
                    .where(LINKED_PAIR.LINKING_ID.eq(linkingId))
                    .execute();
        }
        return ended == 1;
    }

    private void endWhatIsOver() {
        sql.select(LINKING.LINKING_ID)
                .from(LINKING)
                .where(
                        LINKING.ENDED_AT.isNull(),
                        LINKING.ENDS_ON.lt(LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC)))
                .fetch(LINKING.LINKING_ID)
                .forEach(id -> end(id, "Leercirkel (de termijn was voorbij)"));
    }

    private long pair(KeyRing ring, UUID authority, String left, String right, UUID linking) {
        Map<String, UUID> leftPersons = new HashMap<>();
        bases(ring, authority, left, (base, person) -> leftPersons.put(base, person));
        List<UUID> lefts = new ArrayList<>();
        List<UUID> rights = new ArrayList<>();
        bases(ring, authority, right, (base, person) -> {
            UUID same = leftPersons.get(base);
            if (same != null) {
                lefts.add(same);
                rights.add(person);
            }
        });
        for (int from = 0; from < lefts.size(); from += BATCH) {
            int to = Math.min(lefts.size(), from + BATCH);
            Object[] leftPart = lefts.subList(from, to).toArray();
            Object[] rightPart = rights.subList(from, to).toArray();
            sql.connection(connection -> insert(connection, linking, authority, leftPart, rightPart));
        }
        return lefts.size();
    }

    private interface Found {
        void accept(String base, UUID person);
    }

    /** What the codes of a purpose are made of; only here, in memory, and only of numbers that stand for one person. */
    private void bases(KeyRing ring, UUID authority, String purpose, Found found) {
        try (Cursor<Record3<UUID, byte[], Integer>> rows = sql.select(
                        PSEUDONYM.PERSON_ID, PSEUDONYM.SEALED, PSEUDONYM.KEY_VERSION)
                .from(PSEUDONYM)
                .where(PSEUDONYM.AUTHORITY_ID.eq(authority), PSEUDONYM.PURPOSE.eq(purpose))
                .and(PSEUDONYM.LINKABLE.isTrue())
                .fetchSize(BATCH)
                .fetchLazy()) {
            for (var row : rows) {
                byte[] base = Sealing.open(ring.key(row.value3(), Pseudonyms.SEAL, authority, purpose), row.value2());
                found.accept(Base64.getEncoder().encodeToString(base), row.value1());
            }
        }
    }

    private static void insert(
            Connection connection, UUID linking, UUID authority, Object[] leftPersons, Object[] rightPersons)
            throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("""
                insert into privacy.linked_pair (linking_id, authority_id, left_person, right_person)
                select ?, ?, u.l, u.r from unnest(?::uuid[], ?::uuid[]) as u (l, r)
                """)) {
            statement.setObject(1, linking);
            statement.setObject(2, authority);
            statement.setArray(3, connection.createArrayOf("uuid", leftPersons));
            statement.setArray(4, connection.createArrayOf("uuid", rightPersons));
            statement.execute();
        }
    }

    private static Linking linking(LinkingRecord row) {
        return new Linking(
                row.getLinkingId(),
                row.getLeftPurpose(),
                row.getRightPurpose(),
                row.getGround(),
                row.getLegalBasis(),
                row.getPersonName(),
                row.getMadeAt().toInstant(),
                row.getEndsOn(),
                Optional.ofNullable(row.getEndedAt())
                        .map(OffsetDateTime::toInstant)
                        .orElse(null),
                row.getEndedBy(),
                row.getPairs());
    }

    private static Actor requireRight() {
        Actor actor = ActorContext.required();
        if (!actor.may(Right.LINKING_MANAGE)) {
            throw new AccessDeniedException("May not link purposes");
        }
        return actor;
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }
}
