package nl.leercirkel.privacy;

import static nl.leercirkeldb.privacy.Tables.SEALED_FILE;
import static nl.leercirkeldb.privacy.Tables.SEALED_PIECE;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Optional;
import java.util.UUID;
import javax.crypto.SecretKey;
import nl.leercirkel.security.ActorContext;
import org.jooq.DSLContext;
import org.springframework.stereotype.Service;

/**
 * Files with personal data that have to wait in the database: what somebody sent until it is read, and what has to go back until
 * it is fetched. Each is encrypted with a key of its own, and that key with one of the key file. Each method needs a transaction.
 */
@Service
public class SealedFiles {
    private static final String WRAP = "file";
    private static final String FINGERPRINT = "fingerprint";

    private final DSLContext sql;
    private final Keys keys;
    private final Clock clock;

    SealedFiles(DSLContext sql, Keys keys, Clock clock) {
        this.sql = sql;
        this.keys = keys;
        this.clock = clock;
    }

    /**
     * A file that waits.
     *
     * @param fingerprint the same for the same content within the authority, and of no use to who has not the keys
     */
    @SuppressWarnings("ArrayRecordComponent") // bytes as the database holds them; compared there
    public record Waiting(UUID id, String name, long size, byte[] fingerprint, Instant expiresAt) {}

    /**
     * The same for the same content within the authority, and of no use to who has not the keys.
     *
     * @throws KeysUnavailableException when the keys are not there
     */
    public byte[] fingerprint(SealedUpload upload) {
        return ring().chain(FINGERPRINT, ActorContext.required().authorityId(), "", upload.digest(), 0);
    }

    /** Writes the content of a file. */
    @FunctionalInterface
    public interface Content {
        void writeTo(OutputStream output) throws IOException;
    }

    /** Keeps what was sent. */
    public UUID keep(SealedUpload upload, Duration period) throws IOException {
        KeyRing ring = ring();
        UUID authority = ActorContext.required().authorityId();
        byte[] fingerprint = ring.chain(FINGERPRINT, authority, "", upload.digest(), 0);
        UUID id = insert(ring, upload.name(), upload.size(), upload.key(), fingerprint, period);
        upload.pieces((number, encrypted) -> insert(id, number, authority, encrypted));
        return id;
    }

    /** Keeps what is written. */
    public UUID write(String name, Duration period, Content content) throws IOException {
        KeyRing ring = ring();
        byte[] key = Sealing.freshKey();
        UUID id = insert(ring, FileNames.safe(name), 0, key, new byte[0], period);
        try (Sealer sealer = new Sealer(id, ActorContext.required().authorityId(), key)) {
            content.writeTo(sealer);
            sealer.end();
            sql.update(SEALED_FILE)
                    .set(SEALED_FILE.SIZE, sealer.size)
                    .where(SEALED_FILE.SEALED_FILE_ID.eq(id))
                    .execute();
        }
        return id;
    }

    /** Empty when it was removed or is past its time. */
    public Optional<Waiting> find(UUID id) {
        return sql.fetchOptional(
                        SEALED_FILE,
                        SEALED_FILE.SEALED_FILE_ID.eq(id),
                        SEALED_FILE.EXPIRES_AT.gt(now()),
                        SEALED_FILE.AUTHORITY_ID.eq(ActorContext.required().authorityId()))
                .map(row -> new Waiting(
                        row.getSealedFileId(),
                        row.getName(),
                        row.getSize(),
                        row.getFingerprint(),
                        row.getExpiresAt().toInstant()));
    }

    /** All of it, in memory; empty when it was removed or is past its time. */
    public Optional<byte[]> content(UUID id) throws IOException {
        Optional<Waiting> waiting = find(id);
        if (waiting.isEmpty()) {
            return Optional.empty();
        }
        try (InputStream content = open(id)) {
            return Optional.of(content.readNBytes(Math.toIntExact(waiting.get().size())));
        }
    }

    /** Reads piece by piece, within the transaction. */
    public InputStream open(UUID id) {
        var row = sql.fetchSingle(SEALED_FILE, SEALED_FILE.SEALED_FILE_ID.eq(id));
        SecretKey wrapping = keys.ring().key(row.getKeyVersion(), WRAP, row.getAuthorityId(), "");
        return new Opened(id, Sealing.open(wrapping, row.getWrappedKey()), row.getSize());
    }

    public void remove(UUID id) {
        sql.deleteFrom(SEALED_FILE).where(SEALED_FILE.SEALED_FILE_ID.eq(id)).execute();
    }

    /** Removes what is past its time, of the authority at work. */
    public void removeExpired() {
        sql.deleteFrom(SEALED_FILE).where(SEALED_FILE.EXPIRES_AT.le(now())).execute();
    }

    /** The same under the newest key: files that wait stay readable, and an older key no longer opens them. */
    void rotate(KeyRing ring) {
        sql.selectFrom(SEALED_FILE)
                .where(SEALED_FILE.KEY_VERSION.lt(ring.current()))
                .forEach(row -> {
                    UUID authority = row.getAuthorityId();
                    byte[] key = Sealing.open(ring.key(row.getKeyVersion(), WRAP, authority, ""), row.getWrappedKey());
                    byte[] fingerprint = row.getFingerprint().length == 0
                            ? row.getFingerprint()
                            : ring.chain(FINGERPRINT, authority, "", row.getFingerprint(), row.getKeyVersion());
                    sql.update(SEALED_FILE)
                            .set(
                                    SEALED_FILE.WRAPPED_KEY,
                                    Sealing.seal(ring.key(ring.current(), WRAP, authority, ""), key))
                            .set(SEALED_FILE.FINGERPRINT, fingerprint)
                            .set(SEALED_FILE.KEY_VERSION, ring.current())
                            .where(SEALED_FILE.SEALED_FILE_ID.eq(row.getSealedFileId()))
                            .execute();
                });
    }

    /** What a fingerprint becomes under the newest key. */
    static byte[] next(KeyRing ring, UUID authority, byte[] fingerprint, int madeWith) {
        return ring.chain(FINGERPRINT, authority, "", fingerprint, madeWith);
    }

    private KeyRing ring() {
        sql.execute("select pg_advisory_xact_lock_shared(" + Pseudonyms.KEY_LOCK + ")");
        return keys.ring();
    }

    private UUID insert(KeyRing ring, String name, long size, byte[] key, byte[] fingerprint, Duration period) {
        UUID authority = ActorContext.required().authorityId();
        UUID id = UUID.randomUUID();
        sql.insertInto(SEALED_FILE)
                .set(SEALED_FILE.SEALED_FILE_ID, id)
                .set(SEALED_FILE.AUTHORITY_ID, authority)
                .set(SEALED_FILE.NAME, name)
                .set(SEALED_FILE.SIZE, size)
                .set(SEALED_FILE.FINGERPRINT, fingerprint)
                .set(SEALED_FILE.WRAPPED_KEY, Sealing.seal(ring.key(ring.current(), WRAP, authority, ""), key))
                .set(SEALED_FILE.KEY_VERSION, ring.current())
                .set(SEALED_FILE.MADE_AT, now())
                .set(SEALED_FILE.EXPIRES_AT, now().plus(period))
                .execute();
        return id;
    }

    private void insert(UUID id, int number, UUID authority, byte[] sealed) {
        sql.insertInto(SEALED_PIECE)
                .set(SEALED_PIECE.SEALED_FILE_ID, id)
                .set(SEALED_PIECE.NUMBER, number)
                .set(SEALED_PIECE.AUTHORITY_ID, authority)
                .set(SEALED_PIECE.CONTENT, sealed)
                .execute();
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }

    private final class Sealer extends OutputStream {
        private final UUID id;
        private final UUID authority;
        private final byte[] key;
        private final byte[] piece = new byte[SealedUpload.PIECE];
        private int filled;
        private int number;
        private long size;

        private Sealer(UUID id, UUID authority, byte[] key) {
            this.id = id;
            this.authority = authority;
            this.key = key;
        }

        @Override
        public void write(int value) {
            write(new byte[] {(byte) value}, 0, 1);
        }

        @Override
        public void write(byte[] bytes, int offset, int length) {
            size += length;
            int from = offset;
            int left = length;
            while (left > 0) {
                int part = Math.min(left, piece.length - filled);
                System.arraycopy(bytes, from, piece, filled, part);
                filled += part;
                from += part;
                left -= part;
                if (filled == piece.length) {
                    end();
                }
            }
        }

        private void end() {
            if (filled > 0) {
                insert(id, number, authority, Sealing.sealPiece(key, number, piece, filled));
                number++;
                filled = 0;
            }
        }
    }

    private final class Opened extends InputStream {
        private final UUID id;
        private final byte[] key;
        private long left;
        private int number;
        private byte[] piece = new byte[0];
        private int place;

        private Opened(UUID id, byte[] key, long size) {
            this.id = id;
            this.key = key;
            this.left = size;
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
        }

        @Override
        public int read(byte[] buffer, int offset, int length) throws IOException {
            if (length == 0) {
                return 0;
            }
            if (place == piece.length && !next()) {
                return -1;
            }
            int part = Math.min(length, piece.length - place);
            System.arraycopy(piece, place, buffer, offset, part);
            place += part;
            return part;
        }

        private boolean next() throws IOException {
            if (left == 0) {
                return false;
            }
            int wanted = number++;
            byte[] sealed = sql.select(SEALED_PIECE.CONTENT)
                    .from(SEALED_PIECE)
                    .where(SEALED_PIECE.SEALED_FILE_ID.eq(id), SEALED_PIECE.NUMBER.eq(wanted))
                    .fetchOptional(SEALED_PIECE.CONTENT)
                    .orElseThrow(() -> new IOException("The file was removed while it was being read"));
            Arrays.fill(piece, (byte) 0);
            piece = Sealing.openPiece(key, wanted, sealed);
            place = 0;
            left -= piece.length;
            return true;
        }
    }
}
