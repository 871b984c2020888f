package nl.leercirkel.privacy;

import java.nio.charset.StandardCharsets;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Base64;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import nl.leercirkel.security.ActorContext;
import nl.leercirkel.standards.ijw.message.Bsn;
import org.jooq.DSLContext;
import org.springframework.stereotype.Service;

/**
 * Gives persons in the place of citizen service numbers. The number goes through a keyed code that differs per authority and
 * purpose; the person it leads to is a random number, so that what is known about somebody says nothing about who it is.
 */
@Service
public class Pseudonyms {
    /** Shared by readers, alone for a new key. */
    static final long KEY_LOCK = 0x1EE4C142CE2L;

    static final String BASE = "base";
    static final String CODE = "code";
    static final String SEAL = "seal";

    private final DSLContext sql;
    private final Keys keys;
    private final Clock clock;

    Pseudonyms(DSLContext sql, Keys keys, Clock clock) {
        this.sql = sql;
        this.keys = keys;
        this.clock = clock;
    }

    /**
     * Begins reading for a purpose, within the transaction that is under way.
     *
     * @throws KeysUnavailableException when the keys are not there
     */
    public Reading open(Purpose purpose) {
        sql.execute("select pg_advisory_xact_lock_shared(" + KEY_LOCK + ")");
        return new Reading(purpose, ActorContext.required().authorityId(), keys.ring());
    }

    /** A number that may stand for one person: nine digits, the eleven-test, and none of those that stand for nobody. */
    static boolean identifies(String number) {
        return number.matches("[0-9]{9}")
                && !number.equals("999999999")
                && !number.equals("000000000")
                && new Bsn(number).passesElevenTest();
    }

    /** Numbers of one file, gathered and then exchanged for persons together. Not for several threads. */
    public final class Reading {
        private final Purpose purpose;
        private final UUID authority;
        private final KeyRing ring;
        private final Map<String, Draft> waiting = new LinkedHashMap<>();

        private Reading(Purpose purpose, UUID authority, KeyRing ring) {
            this.purpose = purpose;
            this.authority = authority;
            this.ring = ring;
        }

        /** Made of a number; the number itself is forgotten. */
        @SuppressWarnings("ArrayRecordComponent") // inside this class only, and never compared
        private record Draft(byte[] code, byte[] base, boolean linkable) {}

        /**
         * A code for the number, to ask the person with.
         *
         * @param occurrence where the number stands, unique within the authority and the same when the same thing is read again:
         *     the person of a number that belongs to nobody is that of this place only
         */
        public String code(String number, String occurrence) {
            boolean linkable = identifies(number);
            // No number contains a bar, so a place is never taken for one.
            String text = linkable ? number : "|" + occurrence;
            byte[] base = ring.chain(BASE, authority, "", text.getBytes(StandardCharsets.UTF_8), 0);
            byte[] code = KeyRing.mac(ring.key(ring.current(), CODE, authority, purpose.key()), base);
            String written = Base64.getEncoder().encodeToString(code);
            waiting.putIfAbsent(written, new Draft(code, base, linkable));
            return written;
        }

        /** The persons of the codes that were asked since the last time, made where they are new. */
        public Map<String, UUID> persons() {
            Map<String, UUID> persons = new HashMap<>();
            if (!waiting.isEmpty()) {
                sql.connection(connection -> {
                    find(connection, persons);
                    if (persons.size() < waiting.size()) {
                        add(connection, persons);
                        find(connection, persons);
                    }
                });
                waiting.clear();
            }
            return persons;
        }

        private void find(Connection connection, Map<String, UUID> persons) throws SQLException {
            byte[][] wanted = waiting.entrySet().stream()
                    .filter(entry -> !persons.containsKey(entry.getKey()))
                    .map(entry -> entry.getValue().code)
                    .toArray(byte[][]::new);
            if (wanted.length == 0) {
                return;
            }
            try (PreparedStatement statement = connection.prepareStatement("""
                    select code, person_id from privacy.pseudonym
                    where authority_id = ? and purpose = ? and code = any (?)
                    """)) {
                statement.setObject(1, authority);
                statement.setString(2, purpose.key());
                statement.setArray(3, connection.createArrayOf("bytea", wanted));
                try (ResultSet rows = statement.executeQuery()) {
                    while (rows.next()) {
                        persons.put(Base64.getEncoder().encodeToString(rows.getBytes(1)), (UUID) rows.getObject(2));
                    }
                }
            }
        }

        /** In one order for everybody, so that two readers of the same persons wait for each other and do not block. */
        private void add(Connection connection, Map<String, UUID> known) throws SQLException {
            List<Draft> drafts = waiting.entrySet().stream()
                    .filter(entry -> !known.containsKey(entry.getKey()))
                    .map(Map.Entry::getValue)
                    .sorted(Comparator.comparing(Draft::code, Arrays::compare))
                    .toList();
            var sealingKey = ring.key(ring.current(), SEAL, authority, purpose.key());
            Array codes = connection.createArrayOf(
                    "bytea", drafts.stream().map(Draft::code).toArray(byte[][]::new));
            Array sealed = connection.createArrayOf(
                    "bytea",
                    drafts.stream()
                            .map(draft -> Sealing.seal(sealingKey, draft.base))
                            .toArray(byte[][]::new));
            Array linkable = connection.createArrayOf(
                    "boolean", drafts.stream().map(Draft::linkable).toArray(Boolean[]::new));
            try (PreparedStatement statement = connection.prepareStatement("""
                    insert into privacy.pseudonym (authority_id, purpose, code, linkable, sealed, key_version, made_at)
                    select ?, ?, u.code, u.linkable, u.sealed, ?, ?
                    from unnest(?::bytea[], ?::boolean[], ?::bytea[]) as u (code, linkable, sealed)
                    on conflict do nothing
                    """)) {
                statement.setObject(1, authority);
                statement.setString(2, purpose.key());
                statement.setInt(3, ring.current());
                statement.setObject(4, OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC));
                statement.setArray(5, codes);
                statement.setArray(6, linkable);
                statement.setArray(7, sealed);
                statement.execute();
            }
        }

        @Override
        public String toString() {
            return "Reading[" + purpose.key() + "]";
        }
    }
}
