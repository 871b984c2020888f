package nl.leercirkel.privacy;

import static nl.leercirkeldb.privacy.Tables.PSEUDONYM;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import nl.leercirkel.database.InstallationTransactions;
import org.jooq.Cursor;
import org.jooq.DSLContext;
import org.jooq.Record5;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Service;

/**
 * Puts a new master key to use. Every code is made anew with it, in one transaction, so that whoever holds an older key file and a
 * newer database recognises nobody. Persons stay who they are: what was linked stays linked, and who comes again is recognised.
 */
@Service
class KeyRotation {
    private static final int BATCH = 5_000;

    private final DSLContext sql;
    private final Keys keys;
    private final SealedFiles files;
    private final InstallationTransactions installation;
    private final ObjectProvider<KeyedFingerprints> others;

    KeyRotation(
            DSLContext sql,
            Keys keys,
            SealedFiles files,
            InstallationTransactions installation,
            ObjectProvider<KeyedFingerprints> others) {
        this.sql = sql;
        this.keys = keys;
        this.files = files;
        this.installation = installation;
        this.others = others;
    }

    /** Tells how many codes were made anew. */
    @FunctionalInterface
    interface Watcher {
        void done(long codes);
    }

    /**
     * Makes a key where this installation keeps its own file, or takes the newest that was given, and lays it over all codes.
     *
     * @return the version in use now; the one that was in use when the keys are given and none is new
     */
    int rotate(Watcher watcher) {
        return installation.call("a new key for pseudonyms", () -> {
            sql.execute("select pg_advisory_xact_lock(" + Pseudonyms.KEY_LOCK + ")");
            KeyRing old = keys.ring();
            SortedMap<Integer, byte[]> all = keys.store().read().orElseThrow();
            // A key that was added before, of a rotation that did not come to its end, is used and not left behind.
            if (all.lastKey() == old.current() && keys.store() instanceof KeyStore.KeyFile file) {
                file.add();
                all = file.read().orElseThrow();
            }
            SortedMap<Integer, byte[]> added = new TreeMap<>(all.tailMap(old.current() + 1));
            if (added.isEmpty()) {
                return old.current();
            }
            KeyRing ring = new KeyRing(all);
            codes(ring, watcher);
            files.rotate(ring);
            others.forEach(owner -> owner.renew(
                    (authority, fingerprint) -> SealedFiles.next(ring, authority, fingerprint, old.current())));
            added.forEach(keys::use);
            return ring.current();
        });
    }

    @SuppressWarnings("ArrayRecordComponent") // inside this class only, and never compared
    private record Renewed(UUID authority, UUID person, byte[] code, byte[] sealed) {}

    private void codes(KeyRing ring, Watcher watcher) {
        long done = 0;
        try (Cursor<Record5<UUID, String, UUID, byte[], Integer>> rows = sql.select(
                        PSEUDONYM.AUTHORITY_ID,
                        PSEUDONYM.PURPOSE,
                        PSEUDONYM.PERSON_ID,
                        PSEUDONYM.SEALED,
                        PSEUDONYM.KEY_VERSION)
                .from(PSEUDONYM)
                .where(PSEUDONYM.KEY_VERSION.lt(ring.current()))
                .fetchSize(BATCH)
                .fetchLazy()) {
            List<Renewed> batch = new ArrayList<>();
            for (var row : rows) {
                batch.add(renewed(ring, row.value1(), row.value2(), row.value3(), row.value4(), row.value5()));
                if (batch.size() == BATCH) {
                    done += store(batch, ring.current());
                    watcher.done(done);
                }
            }
            done += store(batch, ring.current());
            watcher.done(done);
        }
    }

    private static Renewed renewed(
            KeyRing ring, UUID authority, String purpose, UUID person, byte[] sealed, int version) {
        byte[] base = Sealing.open(ring.key(version, Pseudonyms.SEAL, authority, purpose), sealed);
        byte[] renewed = ring.chain(Pseudonyms.BASE, authority, "", base, version);
        return new Renewed(
                authority,
                person,
                KeyRing.mac(ring.key(ring.current(), Pseudonyms.CODE, authority, purpose), renewed),
                Sealing.seal(ring.key(ring.current(), Pseudonyms.SEAL, authority, purpose), renewed));
    }

    private int store(List<Renewed> batch, int version) {
        if (!batch.isEmpty()) {
            sql.connection(connection -> update(connection, batch, version));
        }
        int stored = batch.size();
        batch.clear();
        return stored;
    }

    private static void update(Connection connection, List<Renewed> batch, int version) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("""
                update privacy.pseudonym p set code = n.code, sealed = n.sealed, key_version = ?
                from unnest(?::uuid[], ?::uuid[], ?::bytea[], ?::bytea[]) as n (authority_id, person_id, code, sealed)
                where p.authority_id = n.authority_id and p.person_id = n.person_id
                """)) {
            statement.setInt(1, version);
            statement.setArray(
                    2,
                    connection.createArrayOf(
                            "uuid", batch.stream().map(Renewed::authority).toArray()));
            statement.setArray(
                    3,
                    connection.createArrayOf(
                            "uuid", batch.stream().map(Renewed::person).toArray()));
            statement.setArray(
                    4,
                    connection.createArrayOf(
                            "bytea", batch.stream().map(Renewed::code).toArray(byte[][]::new)));
            statement.setArray(
                    5,
                    connection.createArrayOf(
                            "bytea", batch.stream().map(Renewed::sealed).toArray(byte[][]::new)));
            statement.execute();
        }
    }
}
