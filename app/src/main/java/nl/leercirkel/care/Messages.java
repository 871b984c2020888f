package nl.leercirkel.care;

import static nl.leercirkeldb.care.Tables.FINDING;
import static nl.leercirkeldb.care.Tables.MESSAGE;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import nl.leercirkel.privacy.KeyedFingerprints;
import nl.leercirkel.privacy.SealedFiles;
import nl.leercirkel.standards.ijw.definition.Law;
import nl.leercirkel.standards.ijw.definition.MessageKind;
import nl.leercirkel.standards.ijw.definition.MessageType;
import nl.leercirkeldb.care.tables.records.MessageRecord;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The messages that were read, and what was wrong with them. */
@Service
class Messages implements KeyedFingerprints {
    private final DSLContext sql;
    private final SealedFiles files;

    Messages(DSLContext sql, SealedFiles files) {
        this.sql = sql;
        this.files = files;
    }

    /** A message as the page shows it; what the file did not tell is null. */
    record Line(
            UUID id,
            String fileName,
            Verdict verdict,
            @Nullable MessageType type,
            @Nullable String sender,
            @Nullable String receiver,
            @Nullable String identification,
            @Nullable LocalDate date,
            long findings,
            Instant receivedAt,
            String receivedBy,
            @Nullable UUID answerFile) {}

    record Finding(
            String rule,
            @Nullable String returnCode,
            String path,
            String place,
            @Nullable String value,
            String explanation) {}

    @Transactional(readOnly = true)
    public List<Line> latest(int page, int size) {
        return sql.selectFrom(MESSAGE)
                .orderBy(MESSAGE.RECEIVED_AT.desc(), MESSAGE.MESSAGE_ID)
                .limit(size)
                .offset((page - 1) * size)
                .fetch(Messages::line);
    }

    @Transactional(readOnly = true)
    public int count() {
        return sql.fetchCount(MESSAGE);
    }

    @Transactional(readOnly = true)
    public Optional<Line> find(UUID messageId) {
        return sql.fetchOptional(MESSAGE, MESSAGE.MESSAGE_ID.eq(messageId)).map(Messages::line);
    }

    @Transactional(readOnly = true)
    public List<Finding> findings(UUID messageId) {
        return sql.selectFrom(FINDING)
                .where(FINDING.MESSAGE_ID.eq(messageId))
                .orderBy(FINDING.NUMBER)
                .fetch(row -> new Finding(
                        row.getRule(),
                        row.getReturnCode(),
                        row.getPath(),
                        row.getPlace(),
                        row.getValue(),
                        row.getExplanation()));
    }

    /** The return message, while it is there. */
    @Transactional
    public Optional<SealedFiles.Waiting> answer(Line message) {
        return Optional.ofNullable(message.answerFile()).flatMap(files::find);
    }

    @Override
    public void renew(Renewal renewal) {
        sql.select(MESSAGE.MESSAGE_ID, MESSAGE.AUTHORITY_ID, MESSAGE.FILE_CODE)
                .from(MESSAGE)
                .forEach(row -> sql.update(MESSAGE)
                        .set(MESSAGE.FILE_CODE, renewal.of(row.value2(), row.value3()))
                        .where(MESSAGE.MESSAGE_ID.eq(row.value1()))
                        .execute());
    }

    private static Line line(MessageRecord row) {
        MessageType type = row.getLaw() == null || row.getKind() == null
                ? null
                : new MessageType(Law.valueOf(row.getLaw()), MessageKind.valueOf(row.getKind()));
        return new Line(
                row.getMessageId(),
                row.getFileName(),
                Verdict.valueOf(row.getVerdict()),
                type,
                row.getSender(),
                row.getReceiver(),
                row.getIdentification(),
                row.getMessageDate(),
                row.getFindingCount(),
                row.getReceivedAt().toInstant(),
                row.getPersonName(),
                row.getAnswerFileId());
    }
}
