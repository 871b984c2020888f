package nl.leercirkel.job;

import static nl.leercirkeldb.job.Tables.FILE;
import static nl.leercirkeldb.job.Tables.FILE_CHUNK;

import java.io.IOException;
import java.io.OutputStream;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Optional;
import java.util.UUID;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

/** The files that came of jobs, in pieces. Each method needs a transaction around it. */
@Component
class FileStore {
    private static final int CHUNK = 1 << 20;

    private final DSLContext sql;
    private final Clock clock;
    private final JobSettings settings;

    FileStore(DSLContext sql, Clock clock, JobSettings settings) {
        this.sql = sql;
        this.clock = clock;
        this.settings = settings;
    }

    /** The file is larger than this installation keeps. */
    static class TooLarge extends IOException {
        private static final long serialVersionUID = 1L;

        TooLarge(long limit) {
            super("A result file is larger than " + limit + " bytes");
        }
    }

    void write(JobId job, UUID authority, ResultFile file) throws IOException {
        sql.insertInto(FILE)
                .set(FILE.JOB_ID, job.value())
                .set(FILE.AUTHORITY_ID, authority)
                .set(FILE.NAME, file.name())
                .set(FILE.MEDIA_TYPE, file.mediaType())
                .set(FILE.SIZE, 0L)
                .set(
                        FILE.EXPIRES_AT,
                        clock.instant().plus(JobSettings.FILE_RETENTION).atOffset(ZoneOffset.UTC))
                .execute();
        Chunks chunks = new Chunks(job, authority);
        file.content().writeTo(chunks);
        chunks.writeChunk();
        sql.update(FILE)
                .set(FILE.SIZE, chunks.size)
                .where(FILE.JOB_ID.eq(job.value()))
                .execute();
    }

    Optional<StoredFile> find(JobId job) {
        return sql.fetchOptional(
                        FILE,
                        FILE.JOB_ID.eq(job.value()),
                        FILE.EXPIRES_AT.gt(clock.instant().atOffset(ZoneOffset.UTC)))
                .map(row -> new StoredFile(
                        job,
                        row.getName(),
                        row.getMediaType(),
                        row.getSize(),
                        row.getExpiresAt().toInstant()));
    }

    /** Pieces are numbered from 0; empty after the last. */
    Optional<byte[]> chunk(JobId job, int number) {
        return sql.select(FILE_CHUNK.CONTENT)
                .from(FILE_CHUNK)
                .where(FILE_CHUNK.JOB_ID.eq(job.value()), FILE_CHUNK.NUMBER.eq(number))
                .fetchOptional(FILE_CHUNK.CONTENT);
    }

    int deleteExpired() {
        return sql.deleteFrom(FILE)
                .where(FILE.EXPIRES_AT.le(clock.instant().atOffset(ZoneOffset.UTC)))
                .execute();
    }

    private final class Chunks extends OutputStream {
        private final JobId job;
        private final UUID authority;
        private final byte[] buffer = new byte[CHUNK];
        private int filled;
        private int number;
        private long size;

        private Chunks(JobId job, UUID authority) {
            this.job = job;
            this.authority = authority;
        }

        @Override
        public void write(int value) throws IOException {
            write(new byte[] {(byte) value}, 0, 1);
        }

        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
            if (size + length > settings.fileLimit().toBytes()) {
                throw new TooLarge(settings.fileLimit().toBytes());
            }
            size += length;
            int from = offset;
            int left = length;
            while (left > 0) {
                int part = Math.min(left, CHUNK - filled);
                System.arraycopy(bytes, from, buffer, filled, part);
                filled += part;
                from += part;
                left -= part;
                if (filled == CHUNK) {
                    writeChunk();
                }
            }
        }

        private void writeChunk() {
            if (filled == 0) {
                return;
            }
            sql.insertInto(FILE_CHUNK)
                    .set(FILE_CHUNK.JOB_ID, job.value())
                    .set(FILE_CHUNK.NUMBER, number)
                    .set(FILE_CHUNK.AUTHORITY_ID, authority)
                    .set(FILE_CHUNK.CONTENT, Arrays.copyOf(buffer, filled))
                    .execute();
            number++;
            filled = 0;
        }
    }
}
