package nl.leercirkel.care;

import static nl.leercirkeldb.care.Tables.FINDING;
import static nl.leercirkeldb.care.Tables.MESSAGE;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import nl.leercirkel.privacy.SealedFiles;
import nl.leercirkel.security.Actor;
import nl.leercirkel.standards.ijw.definition.MessageType;
import nl.leercirkel.standards.ijw.message.Header;
import nl.leercirkel.standards.ijw.rule.Finding;
import nl.leercirkel.standards.ijw.rule.Judgement;
import nl.leercirkel.standards.ijw.rule.Parties;
import nl.leercirkel.standards.ijw.stream.Violation;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;

/** The row of a file that is being read, and what is wrong with it. */
record MessageFile(UUID id, Actor reader, SealedFiles.Waiting file, Instant receivedAt) {
    /** Findings that are kept; the rest is counted. */
    static final int MOST_FINDINGS = 200;

    UUID authority() {
        return reader.authorityId();
    }

    /** Writes the row as if all is well: facts refer to it. */
    void accepted(DSLContext sql, Header header) {
        insert(sql, Verdict.ACCEPTED, header.type(), header, 0);
    }

    /** Writes the row of a file that gives no facts, with why. */
    void refused(DSLContext sql, Judgement judgement, @Nullable Header header) {
        boolean message = judgement.structure().valid();
        List<Written> findings = new ArrayList<>();
        judgement.structure().violations().forEach(violation -> findings.add(Written.of(violation)));
        judgement.findings().forEach(finding -> findings.add(Written.of(finding)));
        Optional<MessageType> type = judgement.structure().type();
        insert(
                sql,
                message ? Verdict.REFUSED : Verdict.NO_MESSAGE,
                type.orElse(null),
                message ? header : null,
                message ? judgement.findingCount() : findings.size());
        for (int i = 0; i < Math.min(findings.size(), MOST_FINDINGS); i++) {
            findings.get(i).insert(sql, this, i);
        }
    }

    private void insert(
            DSLContext sql, Verdict verdict, @Nullable MessageType type, @Nullable Header header, long findings) {
        var row = sql.insertInto(MESSAGE)
                .set(MESSAGE.MESSAGE_ID, id)
                .set(MESSAGE.AUTHORITY_ID, authority())
                .set(MESSAGE.FILE_CODE, file.fingerprint())
                .set(MESSAGE.FILE_NAME, file.name())
                .set(MESSAGE.SIZE, file.size())
                .set(MESSAGE.VERDICT, verdict.name())
                .set(MESSAGE.FINDING_COUNT, findings)
                .set(MESSAGE.FACT_COUNT, 0L)
                .set(MESSAGE.RECEIVED_AT, receivedAt.atOffset(ZoneOffset.UTC))
                .set(MESSAGE.ACCOUNT_ID, reader.accountId())
                .set(MESSAGE.PERSON_NAME, reader.name());
        if (type != null) {
            row = row.set(MESSAGE.LAW, type.law().name())
                    .set(MESSAGE.KIND, type.kind().name());
        }
        if (header != null) {
            Parties parties = Parties.of(header);
            row = row.set(MESSAGE.SENDER, header.sender())
                    .set(MESSAGE.RECEIVER, header.receiver())
                    .set(MESSAGE.MUNICIPALITY, parties.municipality())
                    .set(MESSAGE.PROVIDER, parties.provider())
                    .set(MESSAGE.IDENTIFICATION, header.identification().id())
                    .set(MESSAGE.MESSAGE_DATE, header.identification().date());
        }
        row.execute();
    }

    /** A finding as it is kept: nothing in it says something about a person. */
    private record Written(
            String rule,
            @Nullable String returnCode,
            String path,
            String place,
            @Nullable String value,
            String explanation) {
        static Written of(Finding finding) {
            return new Written(
                    finding.rule(), finding.returnCode(), finding.path(), "", finding.value(), finding.explanation());
        }

        static Written of(Violation violation) {
            return new Written(
                    violation.kind().name(),
                    null,
                    violation.path(),
                    violation.place().dutch(),
                    null,
                    violation.text());
        }

        void insert(DSLContext sql, MessageFile file, int number) {
            sql.insertInto(FINDING)
                    .set(FINDING.MESSAGE_ID, file.id())
                    .set(FINDING.AUTHORITY_ID, file.authority())
                    .set(FINDING.NUMBER, number)
                    .set(FINDING.RULE, rule)
                    .set(FINDING.RETURN_CODE, returnCode)
                    .set(FINDING.PATH, path)
                    .set(FINDING.PLACE, place)
                    .set(FINDING.VALUE, value)
                    .set(FINDING.EXPLANATION, explanation)
                    .execute();
        }
    }
}
